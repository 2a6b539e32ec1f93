<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Pending;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $answered = static fn (Pending ...$waiting): int => count(
        array_filter($waiting, static fn (Pending $one): bool => $one->isAnswered()),
    );

    $suite->test('a request waits for a status and for a callback, and returns with it', static function () use (
        $sandbox,
    ): void {
        $shop = new Shop(500, 200);
        $id = $sandbox->order(',"callback_url":"' . $shop->uri . '/c?order=1"');
        $status = new Pending($sandbox, "/orders/$id?wait=30&status=SUCCESS");
        $callback = new Pending($sandbox, "/callbacks?order_id=$id&wait=30&state=delivered");
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        $seen = $status->answer();
        Check::same(['SUCCESS', false], [$seen->at('status'), isset($seen->list()['waited_out'])]);
        $seen = $callback->answer();
        Check::same([$id, 'delivered'], [$seen->at('callbacks', 0, 'order_id'), $seen->at('callbacks', 0, 'state')]);
        Check::same([500, 200], array_column($seen->list('callbacks', 0, 'attempts'), 'status'));
    });

    $suite->test('the end of the wait is 200 with what there is and waited_out', static function () use ($sandbox): void {
        $id = $sandbox->order();
        $seen = $sandbox->control('GET', "/orders/$id?wait=1&status=SUCCESS");
        Check::same([200, 'PENDING', true], [$seen->status, $seen->at('status'), $seen->at('waited_out')]);
        $none = $sandbox->control('GET', "/callbacks?order_id=$id&wait=1");
        Check::same([200, [], true], [$none->status, $none->at('callbacks'), $none->at('waited_out')]);
    });

    $suite->test('those that wait never hold up the API: with all seats taken, others are refused, and calls answered', static function () use (
        $answered,
    ): void {
        $plain = new Sandbox();
        foreach ([[$plain, 64], [$plain->merchant(), 64], [new Sandbox('--tls'), 8]] as [$world, $seats]) {
            $id = $world->order();
            $path = "/orders/$id?wait=30&status=SUCCESS";
            $sockets = array_map(static fn (): Pending => new Pending($world, $path), range(1, $seats));
            $further = static fn (): Answer => $world->control('GET', "/orders/$id?wait=1&status=SUCCESS");
            Check::soon(static fn (): bool => $further()->status === 503, "$seats that wait", 25.0);
            $refused = $further();
            Check::same([503, '1'], [$refused->status, $refused->headers['retry-after'] ?? '']);
            Check::contains('wait already', $refused->text('error'));
            for ($call = 0; $call < 100; $call++) {
                Check::same(0, $world->call('GET', '/api/contract/balance')->at('code'));
            }
            $there = $world->control('GET', "/orders/$id?wait=30&status=PENDING");
            Check::same([200, 'PENDING'], [$there->status, $there->at('status')], 'what is there already');
            // A socket with TLS has bytes to read from the start.
            $seats === 8 || Check::same(0, $answered(...$sockets), 'waits that have ended');
            $world->control('POST', '/pay', ['order_id' => $id]);
            foreach ($sockets as $socket) {
                Check::same('SUCCESS', $socket->answer()->at('status'));
            }
            Check::soon(static fn (): bool => $further()->status === 200, 'a free seat');
        }
    });

    $suite->test('calls in parallel with new waits are answered while those wait', static function () use (
        $answered,
    ): void {
        // A worker of php -S that has accepted a connection may run another's script first, however long that takes.
        $sandbox = new Sandbox();
        $id = $sandbox->order();
        $multi = curl_multi_init();
        $handles = [];
        $sockets = [];
        for ($round = 0; $round < 10; $round++) {
            for ($call = 0; $call < 8; $call++) {
                $handle = curl_init($sandbox->ready->text('base_uri') . '/api/contract/balance');
                Check::true($handle !== false, 'a handle');
                if ($handle !== false) {
                    curl_setopt_array($handle, [CURLOPT_RETURNTRANSFER => true, CURLOPT_PROXY => '']);
                    curl_multi_add_handle($multi, $handle);
                    $handles[] = $handle;
                }
            }
            curl_multi_exec($multi, $running);
            $sockets[] = new Pending($sandbox, "/orders/$id?wait=30&status=SUCCESS");
        }
        do {
            curl_multi_exec($multi, $running);
            curl_multi_select($multi, 0.1);
        } while ($running > 0);
        Check::same(0, $answered(...$sockets), 'waits that have ended before all calls');
        foreach ($handles as $handle) {
            Check::contains('"code":401', (string) curl_multi_getcontent($handle));
        }
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
    });

    $suite->test('the waiting room refuses other pages, other requests, and what is no HTTP', static function () use (
        $sandbox,
    ): void {
        $id = $sandbox->order();
        $url = $sandbox->http->send('GET', $sandbox->ready->text('control_uri') . "/orders/$id?wait=1&status=FAILED")
            ->headers['location'] ?? '';
        foreach ([['Host' => 'evil.example'], ['Origin' => 'https://evil.example']] as $header) {
            Check::same(403, $sandbox->http->send('GET', $url, $header)->status);
        }
        Check::same(400, $sandbox->http->send('POST', $url)->status);
        $root = substr($url, 0, (int) strpos($url, '/', 8));
        Check::same(404, $sandbox->http->send('GET', "$root/api/v2/tx")->status);
        Check::same(404, $sandbox->http->send('GET', "$root/m/none/_sandbox/orders/$id?wait=1&status=FAILED")->status);
        Check::same(431, $sandbox->http->send('GET', $url, ['X' => str_repeat('x', 20_000)])->status);
        $gone = stream_socket_client(str_replace('http', 'tcp', $root));
        $gone !== false && fwrite($gone, "GET /_sandbox/orders/$id?wait=30&status=FAILED HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
        $gone !== false && fclose($gone);
        $late = new Pending($sandbox, "/orders/$id?wait=30&status=FAILED");
        $sandbox->control('POST', '/reset');
        Check::contains('gone', $late->answer()->body);
        $id = $sandbox->order();
        Check::same(200, $sandbox->control('GET', "/orders/$id?wait=1&status=FAILED")->status, 'it serves on');
    });

    $suite->test('a wait that makes no sense is refused', static function () use ($sandbox): void {
        $id = $sandbox->order();
        foreach ([
            "/orders/$id?wait=0&status=SUCCESS", "/orders/$id?wait=31&status=SUCCESS", "/orders/$id?wait=1s&status=SUCCESS",
            "/orders/$id?wait=-1&status=SUCCESS", "/orders/$id?wait=1", "/orders/$id?wait=1&status=PAID",
            "/orders/$id?wait[]=1&status=SUCCESS", '/callbacks?wait=x', '/callbacks?wait=1&state=sent',
        ] as $path) {
            Check::same(400, $sandbox->control('GET', $path)->status, $path);
        }
        Check::same(404, $sandbox->control('GET', '/orders/1?wait=30&status=SUCCESS')->status);
    });

    $suite->test('requests wait behind nginx, too', static function (): void {
        $tls = new Sandbox('--tls');
        $id = $tls->order();
        $tls->control('POST', '/pay', ['order_id' => $id]);
        Check::same('SUCCESS', $tls->control('GET', "/orders/$id?wait=30&status=SUCCESS")->at('status'));
        Check::same(true, $tls->control('GET', "/orders/$id?wait=1&status=FAILED")->at('waited_out'));
    });
};
