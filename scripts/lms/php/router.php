<?php
// The web server of the proof: hands each address to the file of Moodle that answers it.
//
// PHP's own server takes an address such as /pluginfile.php/12/index.html for a file that is missing. Moodle serves
// every file of a package from such addresses, so they are taken apart here: script first, the rest as PATH_INFO.

$root = $_SERVER['DOCUMENT_ROOT'];
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (preg_match('~^(/(?:[^/]+/)*?[^/]+\.php)(/.*)?$~', $path, $parts)) {
    [$script, $rest] = [$parts[1], $parts[2] ?? ''];
} elseif (is_dir($root . $path) && is_file($root . rtrim($path, '/') . '/index.php')) {
    [$script, $rest] = [rtrim($path, '/') . '/index.php', ''];
} else {
    return false;
}
if (!is_file($root . $script)) {
    http_response_code(404);
    return true;
}
$_SERVER['SCRIPT_NAME'] = $script;
$_SERVER['PHP_SELF'] = $script . $rest;
$_SERVER['SCRIPT_FILENAME'] = $root . $script;
unset($_SERVER['PATH_INFO']);
if ($rest !== '') {
    $_SERVER['PATH_INFO'] = $rest;
}
chdir(dirname($root . $script));
require($root . $script);
