<?php

declare(strict_types=1);

// The sandbox's classes, and those of its tests in support/.
require dirname(__DIR__) . '/autoload.php';

spl_autoload_register(static function (string $class): void {
    $prefix = 'Aurpay\\Sandbox\\Tests\\';
    if (str_starts_with($class, $prefix)) {
        require __DIR__ . '/support/' . substr($class, strlen($prefix)) . '.php';
    }
});
