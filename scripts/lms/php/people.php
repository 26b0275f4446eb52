<?php
// Makes the learners and the trainer: people.php PASSWORD NAME… ; the trainer is the one called "trainer".
// Tours that lie over the page are turned off, for they are about Moodle and not about the packages.

require(__DIR__ . '/start.php');
require_once($CFG->dirroot . '/user/lib.php');

function people(string $password, array $names): array {
    global $CFG, $DB;
    $made = [];
    foreach ($names as $name) {
        $made[$name] = user_create_user((object) [
            'username' => $name, 'password' => $password, 'firstname' => ucfirst($name), 'lastname' => 'Test',
            'email' => "$name@example.org", 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id,
            'auth' => 'manual',
        ]);
    }
    $DB->set_field('tool_usertours_tours', 'enabled', 0);
    purge_all_caches();
    return $made;
}

answer(fn() => people($argv[1], array_slice($argv, 2)));
