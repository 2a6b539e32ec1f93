<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();

    $suite->test('a fault answers for the call once, and the call is not executed', static function () use (
        $sandbox,
    ): void {
        $sandbox->control('POST', '/faults', ['path' => '/api/order/pay-info', 'status' => 502]);
        $body = '{"chain":"ETH","currency":"ETH","vs_price":1,"vs_currency":"USD"}';
        $answer = $sandbox->call('POST', '/api/order/pay-info', $body);
        Check::same(502, $answer->status);
        Check::contains('text/html', $answer->headers['content-type'] ?? '');
        Check::contains('<h1>502</h1>', $answer->body);
        Check::same(0, $sandbox->call('GET', '/api/v2/order/')->at('data', 'total'));
        Check::same(0, $sandbox->call('POST', '/api/order/pay-info', $body)->at('code'));
    });

    $suite->test('execute: the call is executed, and its answer lost', static function () use ($sandbox): void {
        $id = $sandbox->order();
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        $sandbox->control('POST', '/faults', ['method' => 'POST', 'status' => 504, 'execute' => true]);
        Check::same(504, $sandbox->call('POST', "/api/v2/order/refund/$id")->status);
        Check::same('REFUNDED', $sandbox->call('GET', "/api/v2/order/detail/$id")->at('data', 'status'));
    });

    $suite->test('method, path and count choose the calls; 0 is for ever; DELETE ends it', static function () use (
        $sandbox,
    ): void {
        $sandbox->control('POST', '/faults', ['method' => 'POST', 'path' => '/api/v2', 'status' => 500]);
        $sandbox->control('POST', '/faults', ['path' => '/api/contract', 'status' => 503, 'count' => 2]);
        $retry = ['headers' => ['Retry-After' => '2']];
        $sandbox->control('POST', '/faults', ['path' => '/api/v2/tx', 'status' => 429, 'count' => 0] + $retry);
        $status = static fn (string $target): int => $sandbox->call('GET', $target)->status;
        $balance = '/api/contract/balance';
        Check::same([503, 503, 200], [$status($balance), $status($balance), $status($balance)]);
        Check::same([429, 429, 429], [$status('/api/v2/tx'), $status('/api/v2/tx'), $status('/api/v2/tx')]);
        Check::same('2', $sandbox->call('GET', '/api/v2/tx')->headers['retry-after'] ?? null);
        Check::same(2, count($sandbox->control('GET', '/faults')->list('faults')));
        Check::same(2, $sandbox->control('DELETE', '/faults')->at('deleted'));
        Check::same(200, $status('/api/v2/tx'));
    });

    $suite->test('a fault that no call could get, or that changes nothing, is refused', static function () use (
        $sandbox,
    ): void {
        foreach ([
            '{"statsu":500}' => 'Unknown: statsu. Allowed: path, method, count',
            '{"path":"api/v2/tx","status":500}' => 'path must begin with /',
            '{"path":"http://127.0.0.1/api/v2/tx","status":500}' => 'path must begin with /',
            '{"path":"/m/suite-1/api/v2/tx","status":500}' => 'without a merchant\'s prefix',
            '{}' => 'This fault changes nothing',
            '{"path":"/api/v2/tx","count":0,"execute":true,"probability":0.5}' => 'This fault changes nothing',
        ] as $fault => $message) {
            $answer = $sandbox->call('POST', '/_sandbox/faults', $fault);
            Check::same(400, $answer->status, $fault);
            Check::contains($message, $answer->text('error'));
        }
        Check::same([], $sandbox->control('GET', '/faults')->list('faults'));
        // It changes the answer, although it names nothing that takes its place.
        $sandbox->control('POST', '/faults', ['execute' => false]);
        Check::same('{}', $sandbox->call('GET', '/api/v2/tx')->body);
    });

    $suite->test('a delay comes after the call was executed', static function () use ($sandbox): void {
        $sandbox->control('POST', '/faults', ['delay_ms' => 1500, 'path' => '/api/order/pay-info']);
        $before = $sandbox->call('GET', '/api/v2/order/')->at('data', 'total');
        $body = '{"chain":"ETH","currency":"ETH","vs_price":1,"vs_currency":"USD"}';
        $answer = $sandbox->call('POST', '/api/order/pay-info', $body, [], [CURLOPT_TIMEOUT_MS => 500]);
        Check::same(CURLE_OPERATION_TIMEDOUT, $answer->curlError);
        Check::true($sandbox->call('GET', '/api/v2/order/')->at('data', 'total') !== $before, 'the order is missing');
    });

    $suite->test('a body of one\'s own: an envelope, HTML, broken JSON', static function () use ($sandbox): void {
        $envelope = '{"result":false,"code":40005,"message":"x"}';
        $sandbox->control('POST', '/faults', ['body' => $envelope]);
        $sandbox->control('POST', '/faults', ['body' => '{"code":0,', 'content_type' => 'application/json']);
        $first = $sandbox->call('GET', '/api/v2/tx');
        Check::same(['application/json', $envelope], [$first->headers['content-type'] ?? '', $first->body]);
        Check::same('{"code":0,', $sandbox->call('GET', '/api/v2/tx')->body);
    });

    $suite->test('truncate announces the whole body and sends a part', static function () use ($sandbox): void {
        $sandbox->control('POST', '/faults', ['truncate' => 30]);
        $answer = $sandbox->call('GET', '/api/contract/balance');
        Check::same([CURLE_PARTIAL_FILE, '311'], [$answer->curlError, $answer->headers['content-length'] ?? '']);
    });

    $suite->test('drop under php -S: headers, and then nothing', static function () use ($sandbox): void {
        $sandbox->control('POST', '/faults', ['drop' => true]);
        $answer = $sandbox->call('GET', '/api/contract/balance');
        Check::same([CURLE_PARTIAL_FILE, ''], [$answer->curlError, $answer->body]);
    });

    $suite->test('a fault that makes no sense is refused', static function () use ($sandbox): void {
        $senseless = [
            ['statsu' => 500], ['status' => 99], ['delay_ms' => -1], ['truncate' => -1], ['count' => -1],
            ['headers' => ['A' => "b\r\nc"]], ['status' => '500'],
        ];
        foreach ($senseless as $fault) {
            Check::same(400, $sandbox->control('POST', '/faults', $fault)->status, (string) json_encode($fault));
        }
    });

    $suite->test('what browsers and watchers ask for by themselves takes no fault, and is not in the log', static function () use (
        $sandbox,
    ): void {
        $sandbox->control('DELETE', '/requests');
        $sandbox->control('POST', '/faults', ['status' => 503]);
        $byBrowsers = ['/favicon.ico', '/robots.txt', '/apple-touch-icon-precomposed.png', '/.well-known/appspecific/com.chrome.devtools.json'];
        foreach ($byBrowsers as $path) {
            Check::same([404, null], [$sandbox->call('GET', $path)->status, $sandbox->call('GET', $path)->headers['a-trace-id'] ?? null], $path);
        }
        foreach (['/', '/cashier', '/cashier.css', '/openapi.json', '/favicon.ico'] as $path) {
            $head = $sandbox->call('HEAD', $path, options: [CURLOPT_NOBODY => true]);
            Check::same([$sandbox->call('GET', $path)->status, ''], [$head->status, $head->body], "HEAD $path");
        }
        Check::same(0, $sandbox->control('GET', '/requests')->at('summary', 'requests'));
        Check::same(503, $sandbox->call('GET', '/api/v2/tx')->status, 'the fault is for the shop');
    });

    $suite->test('the request log tells what came, masks secrets and leaves control calls out', static function () use (
        $sandbox,
    ): void {
        $sandbox->control('DELETE', '/requests');
        $target = '/api/v2/tx?page=1&st=2024-10-10T00:00:00';
        $sandbox->call('GET', $target);
        $sandbox->call('POST', '/api/order/pay-url', '{"price":10,"currency":"USD"}', [
            'Authorization' => 'Bearer secret-token',
        ]);
        $log = $sandbox->control('GET', '/requests');
        Check::same([2, 2], [$log->at('summary', 'requests'), $log->at('summary', 'connections')]);
        Check::same([$target, 'HTTP/1.1', 0], [
            $log->at('requests', 0, 'target'),
            $log->at('requests', 0, 'protocol'),
            $log->at('requests', 0, 'code'),
        ]);
        Check::same(md5('{"price":10,"currency":"USD"}'), $log->at('requests', 1, 'body_md5'));
        Check::same('***', $log->at('requests', 1, 'headers', 'api-key'));
        Check::same('***', $log->at('requests', 1, 'headers', 'authorization'));
        $sandbox->call('GET', '/api/any?page=1&token=secret-token&verify_code=secret-token');
        $log = $sandbox->control('GET', '/requests');
        Check::same('/api/any?page=1&token=***&verify_code=***', $log->at('requests', 2, 'target'));
        foreach (['secret-token', $sandbox->ready->text('api_key')] as $secret) {
            Check::true(!str_contains($log->body, $secret), 'a secret is in the log');
        }
    });

    $suite->test('the clock of the sandbox shows in answers and in new orders', static function () use (
        $sandbox,
    ): void {
        $sandbox->control('POST', '/clock', ['now' => '2030-01-02T03:04:05Z']);
        $answer = $sandbox->call('GET', '/api/v2/tx');
        Check::contains('Wed, 02 Jan 2030 03:04:', $answer->headers['date'] ?? '');
        Check::matches('/^20300102030[45]/', $sandbox->order());
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
    });

    $suite->test('the clock takes no time that the API\'s format cannot write', static function () use ($sandbox): void {
        $impossible = [
            ['offset_seconds' => 999_999_999_999_999], ['offset_seconds' => -99_999_999_999], ['now' => '9999-12-31T23:59:59Z'],
            ['now' => '1969-12-31T23:59:59Z'], ['now' => 'some day'],
        ];
        foreach ($impossible as $clock) {
            $refused = $sandbox->control('POST', '/clock', $clock);
            Check::same(400, $refused->status, (string) json_encode($clock));
            Check::matches('/^(now|offset_seconds): .*from 1970-01-02 to 9998-12-31|^now must look like/', $refused->text('error'));
        }
        Check::same(0, $sandbox->control('GET', '')->at('clock_offset_seconds'));
        foreach (['1970-01-02T00:00:00Z', '9998-12-31T23:59:00Z'] as $now) {
            Check::same(substr($now, 0, 13), substr($sandbox->control('POST', '/clock', ['now' => $now])->text('time'), 0, 13));
            Check::same(200, $sandbox->control('GET', '/orders/' . $sandbox->order())->status);
        }
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
    });
};
