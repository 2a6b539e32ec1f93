<?php

declare(strict_types=1);

// The front controller of the HTTP workers, under php -S and php-fpm alike.

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Entrance;
use Aurpay\Sandbox\Http\Emitter;
use Aurpay\Sandbox\Http\Request;

require __DIR__ . '/../autoload.php';

ini_set('display_errors', '0');
ini_set('log_errors', '1');

$file = $_SERVER[Config::VARIABLE] ?? getenv(Config::VARIABLE);
if (!is_string($file)) {
    throw new RuntimeException('Start the sandbox with bin/sandbox');
}
$request = Request::fromGlobals();
Emitter::send($request, Entrance::answer(Config::load($file), $request));
