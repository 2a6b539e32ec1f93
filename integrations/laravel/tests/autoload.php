<?php

declare(strict_types=1);

// The classes of the tests' support, for the tests and for the shops that they run.
spl_autoload_register(static function (string $class): void {
    $prefix = 'Aurpay\\Laravel\\Tests\\Support\\';
    $file = __DIR__ . '/support/' . substr($class, strlen($prefix)) . '.php';
    if (str_starts_with($class, $prefix) && is_file($file)) {
        require $file;
    }
});
