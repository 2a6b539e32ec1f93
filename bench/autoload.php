<?php

declare(strict_types=1);

// PSR-4 for the bench, and what it uses of the sandbox and of the tests' harness.

require __DIR__ . '/../sandbox/autoload.php';

spl_autoload_register(static function (string $class): void {
    $folders = [
        'AurpayBench\\Contender\\' => __DIR__ . '/contenders/',
        'AurpayBench\\' => __DIR__ . '/src/',
        'AurpayTest\\' => __DIR__ . '/../tests/support/harness/',
    ];
    foreach ($folders as $prefix => $folder) {
        if (str_starts_with($class, $prefix)) {
            require $folder . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';

            return;
        }
    }
});
