<?php

declare(strict_types=1);

// The router of the test shop; see Shop.php.

$directory = (string) getenv('SHOP_DIRECTORY');
$line = json_encode([
    'method' => $_SERVER['REQUEST_METHOD'],
    'target' => $_SERVER['REQUEST_URI'],
    'headers' => array_change_key_case(getallheaders()),
    'body' => file_get_contents('php://input'),
]);
$statuses = array_map(intval(...), file($directory . '/statuses') ?: [200]);
$call = count(file($directory . '/calls') ?: []);
file_put_contents($directory . '/calls', $line . "\n", FILE_APPEND);
http_response_code($statuses[min($call, count($statuses) - 1)]);
if (http_response_code() === 302) {
    header('Location: /elsewhere');
}
