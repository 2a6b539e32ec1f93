<?php

declare(strict_types=1);

// Loads the classes of the bench (PSR-4), and the parts of the sandbox and of the tests' harness that it uses.

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
