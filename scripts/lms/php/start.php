<?php
// What every script of the proof begins with: Moodle loaded, its administrator signed in, one line of JSON as answer.

define('CLI_SCRIPT', true);
require(getenv('LMS_CONFIG'));
\core\session\manager::set_user(get_admin());

/** Print what was found, or the message of what went wrong, and end. */
function answer(callable $work): void {
    ob_start();
    try {
        $found = $work();
    } catch (Throwable $wrong) {
        $said = property_exists($wrong, 'debuginfo') && $wrong->debuginfo ? " ({$wrong->debuginfo})" : '';
        $found = ['error' => get_class($wrong) . ': ' . $wrong->getMessage() . $said];
    }
    $chatter = trim(strip_tags(ob_get_clean()));
    if (isset($found['error']) && $chatter !== '') {
        $found['error'] .= ' – ' . $chatter;
    }
    echo "\n", json_encode($found, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
}
