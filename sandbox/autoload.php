<?php

declare(strict_types=1);

// PSR-4 for Aurpay\Sandbox, so that the sandbox runs without Composer.
spl_autoload_register(static function (string $class): void {
    $prefix = 'Aurpay\\Sandbox\\';
    if (!str_starts_with($class, $prefix)) {
        return;
    }
    $file = __DIR__ . '/src/' . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
    if (is_file($file)) {
        require $file;
    }
});
