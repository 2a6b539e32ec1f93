<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\EventStream;
use Aurpay\Sandbox\Tests\Failed;
use Aurpay\Sandbox\Tests\Pending;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;
use Aurpay\Sandbox\Tests\World;

// The streams of events of the cashier page.
return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    /** @return array{string, string, Answer} a pay URL, the version of its content, and the content */
    $waiting = static function (World $world): array {
        $payUrl = $world->payUrl('{"price":10,"currency":"USD","callback_url":"http://127.0.0.1/c?secret=1"}');
        $content = $world->control('GET', '/cashier?pay_url=' . rawurlencode($payUrl));

        return [$payUrl, $content->text('version'), $content];
    };

    $suite->test('with a stream open, 20 calls on connections of their own are answered before it ends', static function () use (
        $sandbox,
        $waiting,
    ): void {
        [$payUrl, $version] = $waiting($sandbox);
        $base = $sandbox->ready->text('base_uri');
        $authority = substr($base, 7);
        // A worker of php -S that has accepted a connection may run another's script first, however long that takes.
        $calls = [];
        for ($call = 0; $call < 20; $call++) {
            $calls[] = stream_socket_client("tcp://$authority", timeout: 60) ?: throw new Failed('no connection');
        }
        $stream = new EventStream($sandbox, $payUrl, $version);
        $another = new EventStream($sandbox, $payUrl, $version);
        Check::same([200, 200], [$stream->status, $another->status]);
        foreach ($calls as $call) {
            fwrite($call, "GET /api/contract/balance HTTP/1.0\r\nHost: $authority\r\n\r\n");
        }
        $answered = 0;
        while ($answered < 20 && $stream->isOpen() && $another->isOpen()) {
            [$ready, $none] = [$calls, null];
            stream_select($ready, $none, $none, 1);
            foreach ($ready as $key => $call) {
                Check::contains('"code":401', (string) stream_get_contents($call));
                unset($calls[$key]);
                $answered++;
            }
        }
        Check::same(20, $answered, 'calls that were answered while the stream was open');
    });

    $suite->test('behind nginx, streams take only a part of the workers, and a page that goes away frees its own', static function () use (
        $waiting,
    ): void {
        $tls = new Sandbox('--tls');
        [$payUrl, $version, $content] = $waiting($tls);
        Check::same('_sandbox/events', $content->at('events_uri'));
        $open = static fn (): EventStream => new EventStream($tls, $payUrl, $version);
        $streams = array_map($open, range(1, 12));
        $statuses = array_count_values(array_map(static fn (EventStream $stream): int => $stream->status, $streams));
        Check::true(($statuses[503] ?? 0) > 0, 'the last ones are refused: ' . json_encode($statuses));
        Check::true(($statuses[200] ?? 0) >= 2, 'the first ones are served');
        Check::same(200, $tls->call('GET', '/api/contract/balance')->status);
        $tls->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose']);
        foreach ($streams as $stream) {
            $stream->rest();
        }
        Check::same('PENDING', $open()->event()->at('status'));
        [$payUrl, $version] = $waiting($tls);
        $open = static fn (): EventStream => new EventStream($tls, $payUrl, $version);
        $streams = array_map($open, range(1, 4));
        Check::same([200, 503], [$streams[0]->status, $open()->status]);
        $streams[0]->close();
        Check::soon(static fn (): bool => $open()->status === 200, 'a free place');
        Check::true($streams[1]->isOpen(), 'another stream has ended before: the worker was free only then');
    });

    $suite->test('the waiting room has 32 streams at most; a page that goes away frees its place, and others may wait', static function () use (
        $sandbox,
        $waiting,
    ): void {
        [$payUrl, $version, $content] = $waiting($sandbox);
        $uri = $content->text('events_uri');
        $authority = substr($uri, 7, (int) strpos($uri, '/', 7) - 7);
        $ask = static function () use ($authority, $uri, $payUrl, $version): mixed {
            $socket = stream_socket_client("tcp://$authority", timeout: 60) ?: throw new Failed('no connection');
            $query = http_build_query(['pay_url' => $payUrl, 'known' => $version]);
            fwrite($socket, 'GET ' . substr($uri, strlen("http://$authority")) . "?$query HTTP/1.1\r\nHost: $authority\r\n\r\n");

            return $socket;
        };
        // All at once, as each stream ends after some seconds.
        $sockets = array_map($ask, range(1, 40));
        $statuses = array_map(static fn (mixed $socket): string => substr((string) fgets($socket), 9, 3), $sockets);
        Check::same([200 => 32, 503 => 8], array_count_values($statuses));
        $wait = new Pending($sandbox, '/callbacks?order_id=1&wait=1');
        Check::same(true, $wait->answer()->at('waited_out'));
        fclose($sockets[0]);
        Check::soon(static fn (): bool => substr((string) fgets($ask()), 9, 3) === '200', 'a free place');
    });

    $suite->test('only pages of the sandbox may read a stream of the waiting room, and nothing else there', static function () use (
        $sandbox,
        $waiting,
    ): void {
        [$payUrl, $version, $content] = $waiting($sandbox);
        $port = (int) parse_url($sandbox->ready->text('base_uri'), PHP_URL_PORT);
        $uri = $content->text('events_uri') . '?' . http_build_query(['pay_url' => $payUrl]);
        $ask = static fn (string $url, string $origin): Answer
            => $sandbox->http->send('GET', $url, ['Origin' => $origin]);
        foreach (["http://127.0.0.1:$port", "http://localhost:$port", "http://[::1]:$port"] as $origin) {
            $answer = $ask($uri, $origin);
            Check::same([200, $origin, 'Origin'], [
                $answer->status,
                $answer->headers['access-control-allow-origin'] ?? '',
                $answer->headers['vary'] ?? '',
            ]);
        }
        $others = [
            'http://127.0.0.1:' . ($port + 1), 'http://127.0.0.1', "https://127.0.0.1:$port", "http://evil.example:$port",
            "http://127.0.0.1:$port.evil.example", "http://evil.example@127.0.0.1:$port", "http://127.0.0.1.evil.example:$port",
            'null', "http://127.0.0.1:$port/",
        ];
        foreach ($others as $origin) {
            $answer = $ask($uri, $origin);
            Check::same([403, ''], [$answer->status, $answer->headers['access-control-allow-origin'] ?? ''], $origin);
        }
        $own = "http://127.0.0.1:$port";
        $cashier = str_replace('/events?', '/cashier?', $uri);
        Check::same([403, 403], [$ask($cashier, $own)->status, $ask(str_replace('/events?', '/orders?', $uri), $own)->status]);
        $plain = $sandbox->http->send('GET', $uri);
        Check::same([200, ''], [$plain->status, $plain->headers['access-control-allow-origin'] ?? '']);
        Check::contains('secret=1', $plain->body);
        foreach ([['Host' => 'evil.example'], ['X-Forwarded-For' => '10.0.0.2']] as $header) {
            $answer = $sandbox->http->send('GET', $uri, $header);
            Check::same([200, false], [$answer->status, str_contains($answer->body, 'secret=1')], key($header));
        }
        Check::same(403, $sandbox->http->send('GET', strtok($uri, '?') . '', ['Host' => 'evil.example'])->status);
        $policy = $sandbox->call('GET', '/cashier')->headers['content-security-policy'] ?? '';
        Check::contains("connect-src 'self' http://127.0.0.1:" . parse_url($uri, PHP_URL_PORT), $policy);
    });

    $suite->test('a customer elsewhere, behind a proxy, is told of no stream', static function () use ($sandbox, $waiting): void {
        [$payUrl] = $waiting($sandbox);
        $target = '/_sandbox/cashier?pay_url=' . rawurlencode($payUrl);
        $content = $sandbox->call('GET', $target, null, ['X-Forwarded-For' => '203.0.113.1']);
        Check::same([200, null], [$content->status, $content->at('events_uri')]);
    });

    $suite->test('a merchant\'s stream is in its own world, and ends with it', static function () use ($sandbox, $waiting): void {
        $merchant = $sandbox->merchant('streams');
        [$payUrl, $version, $content] = $waiting($merchant);
        Check::contains('/m/streams/_sandbox/events', $content->text('events_uri'));
        $stream = new EventStream($merchant, $payUrl, $version);
        Check::same(404, (new EventStream($sandbox, $payUrl, $version))->status);
        $merchant->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose']);
        Check::same('PENDING', $stream->event()->at('status'));
        $late = new EventStream($merchant, $payUrl, $merchant->control('GET', '/cashier?pay_url=' . rawurlencode($payUrl))->text('version'));
        $sandbox->control('DELETE', '/merchants/streams');
        Check::true(!str_contains($late->rest(), 'HTTP/1.1'), 'a second answer in the stream');
        Check::same(0, $sandbox->call('GET', '/api/contract/balance')->at('code'));
    });
};
