<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Http;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

// What a sandbox meets that lives long: tests/support/soak.php has one live for minutes.
return static function (Suite $suite): void {
    $suite->test('it outlives default_socket_timeout, and is still guarded afterwards', static function (): void {
        foreach ([[], ['--tls']] as $options) {
            $before = glob(sys_get_temp_dir() . '/aurpay-sandbox-*') ?: [];
            $sandbox = new Sandbox('-ddefault_socket_timeout=1', ...$options);
            sleep(3);
            Check::same(200, $sandbox->call('GET', '/api/contract/balance')->status);
            $base = $sandbox->ready->text('base_uri');
            $sandbox->stop(SIGKILL);
            $refused = static fn (): bool
                => (new Http())->send('GET', $base . '/')->curlError === CURLE_COULDNT_CONNECT;
            Check::soon($refused, 'the end');
            Check::soon(
                static fn (): bool => array_diff(glob(sys_get_temp_dir() . '/aurpay-sandbox-*') ?: [], $before) === [],
                'the clean-up',
            );
        }
    });
};
