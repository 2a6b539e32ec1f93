<?php

declare(strict_types=1);

use Aurpay\Sandbox\RemoteMerchant;
use Aurpay\Sandbox\Server;
use Aurpay\Sandbox\SharedServer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Failed;
use Aurpay\Sandbox\Tests\Http;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $refuses = static fn (string $base): bool => (new Http())->send('GET', $base)->curlError === CURLE_COULDNT_CONNECT;
    $words = static function (Closure $work): string {
        try {
            $work();
        } catch (RuntimeException|LogicException $failure) {
            return $failure->getMessage();
        }

        throw new Failed('nothing was thrown');
    };
    $payInfo = '{"chain":"ETH","currency":"ETH","vs_price":9,"vs_currency":"USD"';

    $suite->test('Server starts, plays, waits, resets, makes merchants and stops, with and without TLS', static function () use (
        $refuses,
        $payInfo,
    ): void {
        $before = Sandbox::folders();
        foreach ([[], ['tls' => true, 'strict' => true, 'random-seed' => 5, 'magic' => false]] as $options) {
            $server = Server::start($options);
            $http = new Http($server->caFile);
            $shop = new Shop(200);
            Check::same($options !== [], $server->control('GET', '/settings')['strict']);
            foreach ([$server, $server->merchant(), $server->merchant('mine')] as $world) {
                $url = $world->baseUri . '/api/order/pay-info';
                $body = "$payInfo,\"callback_url\":\"{$shop->uri}/paid?order=1\"}";
                $id = $http->send('POST', $url, ['API-Key' => $world->get('api_key')], $body)->text('data', 'order_id');
                $world->control('POST', '/pay', ['order_id' => $id]);
                Check::same('SUCCESS', $world->awaitStatus($id, 'SUCCESS')['status'] ?? null);
                Check::same($id, $world->awaitCallback($id)['order_id'] ?? null);
                Check::same(1, $world->control('GET', '/orders')['total'] ?? null);
                $world->reset();
                Check::same(0, $world->control('GET', '/orders')['total'] ?? null);
            }
            $merchant = $server->merchant('other');
            Check::same('other', $merchant->name());
            $merchant->remove();
            Check::same(404, $http->send('GET', $merchant->controlUri)->status);
            $server->stop();
            $server->stop();
            Check::true($refuses($server->baseUri), 'it still answers');
        }
        Check::same([], array_diff(Sandbox::folders(), $before));
    });

    $suite->test('SharedServer uses a sandbox that somebody else has started, and leaves it running', static function () use (
        $words,
        $payInfo,
    ): void {
        $sandbox = new Sandbox();
        $suites = array_map(
            static fn (string $name): RemoteMerchant => SharedServer::fromLine($sandbox->ready->body)->merchant($name),
            ['suite-1', 'suite-2'],
        );
        foreach ($suites as $merchant) {
            $key = ['API-Key' => $merchant->get('api_key')];
            $id = (new Http())->send('POST', "{$merchant->baseUri}/api/order/pay-info", $key, "$payInfo}")->text('data', 'order_id');
            $merchant->control('POST', '/pay', ['order_id' => $id]);
            Check::same('SUCCESS', $merchant->awaitStatus($id, 'SUCCESS')['status'] ?? null);
            Check::same(1, $merchant->control('GET', '/orders')['total'] ?? null, 'orders of the other suite');
        }
        $suites[0]->remove();
        unset($suites, $merchant);
        Check::same(['suite-2'], array_column($sandbox->control('GET', '/merchants')->list('merchants'), 'name'));
        foreach (['', 'x', '[]', '{"base_uri":"http://127.0.0.1"}'] as $line) {
            Check::contains('not the line that the sandbox prints', $words(static fn () => SharedServer::fromLine($line)));
        }
    });

    $suite->test('Server tells the sandbox\'s words when it fails', static function () use ($words): void {
        $taken = stream_socket_server('tcp://127.0.0.1:0');
        $port = $taken === false ? 0 : (int) substr((string) strrchr((string) stream_socket_get_name($taken, false), ':'), 1);
        Check::contains("The sandbox did not start: sandbox: Port $port is in use", $words(
            static fn () => Server::start(['port' => $port]),
        ));
        Check::contains('Unknown option: --prot=1', $words(static fn () => Server::start(['prot' => 1])));
        Check::contains('json is not for tests', $words(static fn () => Server::start(['json' => true])));
        Check::contains('--name must be a host name or an address, without a port: b:1', $words(
            static fn () => Server::start(['name' => ['a.test', 'b:1']]),
        ));
        Check::contains('it said nothing', $words(static fn () => Server::start([], '/bin/false')));
        $server = Server::start();
        Check::contains('POST /pay: order_id or pay_url is required', $words(static fn () => $server->control('POST', '/pay', [])));
        Check::contains('has no api_kye. It has: base_uri', $words(static fn () => $server->get('api_kye')));
        Check::matches('/^\d+$/', $server->get('random_seed'));
        $ids = $server->control('POST', '/orders', [])['order_ids'] ?? [];
        $id = is_array($ids) && is_string($ids[0] ?? null) ? $ids[0] : '';
        Check::matches(
            '~^Not within 1 seconds: /orders/\d+\?status=SUCCESS\. The order is PENDING$~',
            $words(static fn () => $server->awaitStatus($id, 'SUCCESS', 1)),
        );
        Check::contains('. The order has no callback', $words(static fn () => $server->awaitCallback($id, seconds: 1)));
        $refused = $server->control('POST', '/orders', ['callback_url' => 'http://192.0.2.1/paid?order=1']);
        $refusedId = is_array($refused['order_ids'] ?? null) ? $refused['order_ids'][0] ?? null : null;
        $server->control('POST', '/pay', ['order_id' => $refusedId]);
        Check::contains(
            '. Callback 1 is refused (not delivered: ',
            $words(static fn () => $server->awaitCallback(is_string($refusedId) ? $refusedId : '', seconds: 1)),
        );
        Check::contains('No order 1', $words(static fn () => $server->awaitStatus('1', 'SUCCESS')));
        $server->stop();
        Check::contains('does not answer POST /reset', $words(static fn () => $server->reset()));
    });

    $suite->test('Server repeats an option that has a list, and refuses what no option can be', static function () use (
        $words,
    ): void {
        $server = Server::start(['tls' => true, 'name' => ['a.test', 'b.test']]);
        Check::contains('https://a.test:', $server->baseUri);
        $certificate = openssl_x509_parse((string) file_get_contents(dirname((string) $server->caFile) . '/server.pem'));
        Check::matches('/DNS:a\.test.*DNS:b\.test/', (string) json_encode($certificate));
        $server->stop();
        foreach ([["['tls' => true]", ['tls']], ['data cannot be null', ['data' => null]], ['port cannot be float', ['port' => 1.5]]] as [
            $expected,
            $options,
        ]) {
            // As a test without static analysis could call it.
            $start = static fn (): mixed => (new ReflectionMethod(Server::class, 'start'))->invoke(null, $options);
            Check::contains($expected, $words($start));
        }
        Check::true(!(new ReflectionClass(Server::class))->isCloneable(), 'a copy would stop the sandbox');
    });

    $suite->test('stop() is quick although a process that was forked from the test still runs', static function (): void {
        $server = Server::start();
        $pid = pcntl_fork();
        if ($pid === 0) {
            sleep(120);
            posix_kill(posix_getpid(), SIGKILL);
        }
        $began = microtime(true);
        $server->stop();
        $took = microtime(true) - $began;
        posix_kill($pid, SIGKILL);
        pcntl_waitpid($pid, $status);
        // Without a signal, stop() waits for 30 seconds, and kills.
        Check::true($took < 25.0, "stop() took $took s");
    });

    $suite->test('no sandbox is left when the test process ends, dies of an error or is killed', static function () use (
        $refuses,
    ): void {
        $before = Sandbox::folders();
        foreach (['end' => null, 'fatal' => null, 'wait' => SIGKILL] as $how => $signal) {
            $command = [PHP_BINARY, dirname(__DIR__) . '/support/killed-suite.php', $how];
            $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
            $base = trim((string) fgets($pipes[1]));
            Check::matches('~^http://127\.0\.0\.1:\d+$~', $base);
            if ($process !== false && $signal !== null) {
                proc_terminate($process, $signal);
            }
            Check::soon(static fn (): bool => $refuses($base), "the end of the sandbox ($how)");
            Check::soon(static fn (): bool => array_diff(Sandbox::folders(), $before) === [], "the clean-up ($how)");
            array_map(fclose(...), $pipes);
            $process === false || proc_close($process);
        }
    });

    $suite->test('a process that was forked from the test does not stop the sandbox', static function (): void {
        $server = Server::start();
        $pid = pcntl_fork();
        if ($pid === 0) {
            $server->stop();
            posix_kill(posix_getpid(), SIGKILL);
        }
        pcntl_waitpid($pid, $status);
        Check::same('ok', $server->control('GET', '')['status'] ?? null);
    });
};
