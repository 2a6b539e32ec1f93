<?php

declare(strict_types=1);

require dirname(__DIR__, 3) . '/sandbox/autoload.php';

spl_autoload_register(static function (string $class): void {
    $prefix = 'Aurpay\\WooCommerce\\Tests\\Support\\';
    if (str_starts_with($class, $prefix)) {
        $file = __DIR__ . '/support/' . substr($class, strlen($prefix)) . '.php';
        is_file($file) && require $file;
    }
});

// What was started and made ends with the process: PHP calls no shutdown functions after a signal.
pcntl_async_signals(true);
foreach ([SIGINT, SIGTERM, SIGHUP] as $signal) {
    pcntl_signal($signal, static function (int $signal): never {
        exit(128 + $signal);
    });
}
