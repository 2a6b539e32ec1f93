<?php

declare(strict_types=1);

// What the integrations' tests share: PHPUnit's output as the project's other commands print it, and signatures.
spl_autoload_register(static function (string $class): void {
    $file = __DIR__ . '/phpunit/' . substr($class, strlen('AurpayTest\\PhpUnit\\')) . '.php';
    if (str_starts_with($class, 'AurpayTest\\PhpUnit\\') && is_file($file)) {
        require $file;
    }
});

// What was started and made ends with the process: PHP calls no shutdown functions after a signal.
pcntl_async_signals(true);
foreach ([SIGINT, SIGTERM, SIGHUP] as $signal) {
    pcntl_signal($signal, static function (int $signal): never {
        exit(128 + $signal);
    });
}
