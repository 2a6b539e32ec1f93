<?php

declare(strict_types=1);

require dirname(__DIR__, 3) . '/sandbox/autoload.php';
require dirname(__DIR__, 3) . '/tests/support/phpunit.php';

// The classes of the tests' support, and the plugin's own for its unit tests.
spl_autoload_register(static function (string $class): void {
    $folders = ['Aurpay\\WooCommerce\\Tests\\Support\\' => __DIR__ . '/support/', 'Aurpay\\WooCommerce\\' => dirname(__DIR__) . '/src/'];
    foreach ($folders as $prefix => $folder) {
        $file = $folder . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
        if (str_starts_with($class, $prefix) && is_file($file)) {
            require $file;

            return;
        }
    }
});
