<?php

declare(strict_types=1);

use Aurpay\Sandbox\Store\CallbackAttempt;
use Aurpay\Sandbox\Store\Callbacks;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $signature = static fn (Answer $call, string $url): string => base64_encode(hash_hmac(
        'sha256',
        $call->text('headers', 'date') . ' | ' . $url,
        $sandbox->ready->text('callback_secret'),
        true,
    ));

    $suite->test('a checkout: pay URL, coin, payment, a callback repeated until 200', static function () use (
        $sandbox,
        $signature,
    ): void {
        $shop = new Shop(500, 302, 204, 200);
        $url = $shop->uri . '/paid?order=12%2F3&key=a%20b';
        $payUrl = $sandbox->payUrl('{"price":100,"currency":"USD","id":"12/3","callback_url":"' . $url . '"}');
        Check::same(0, $sandbox->call('GET', '/api/v2/order/')->at('data', 'total'), 'orders before a coin is chosen');
        $chosen = $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose', 'currency' => 'BTC']);
        Check::same(['PENDING', '12/3'], [$chosen->at('status'), $chosen->at('shop', 'id')]);
        Check::same('0.00102549', $chosen->at('amount'));
        $paid = $sandbox->control('POST', '/pay', ['pay_url' => $payUrl]);
        Check::same([$chosen->text('order_id'), 'SUCCESS'], [$paid->text('order_id'), $paid->at('status')]);

        $shop->awaitCalls(4);
        $call = $shop->calls()[0];
        Check::same(['GET', ''], [$call->at('method'), $call->at('body')]);
        Check::same('/paid?order=12%2F3&key=a%20b', $call->at('target'));
        Check::same($sandbox->ready->text('api_key'), $call->at('headers', 'api-key'));
        Check::same($sandbox->ready->text('callback_token'), $call->at('headers', 'callback-token'));
        Check::matches('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', $call->text('headers', 'date'));
        Check::same($signature($call, $url), $call->at('headers', 'signature'));
        Check::soon(
            static fn (): bool => $sandbox->control('GET', '/callbacks')->at('callbacks', 0, 'state') === 'delivered',
            'the delivery',
        );
        $attempts = $sandbox->control('GET', '/callbacks')->list('callbacks', 0, 'attempts');
        Check::same([500, 302, 204, 200], array_column($attempts, 'status'));
        Check::same(4, count($shop->calls()), 'calls, none of them of the redirect');
    });

    $suite->test('enable_post_callback: a POST with the example\'s fields, says PENDING', static function () use (
        $sandbox,
        $signature,
    ): void {
        $shop = new Shop(200);
        $id = $sandbox->order(',"enable_post_callback":true,"callback_url":"' . $shop->uri . '/c"');
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        $shop->awaitCalls(1);
        $call = $shop->calls()[0];
        Check::same(['POST', 'application/json'], [$call->at('method'), $call->at('headers', 'content-type')]);
        Check::same($signature($call, $shop->uri . '/c'), $call->at('headers', 'signature'));
        $body = new Answer(0, [], $call->text('body'), 0, 0);
        Check::same(
            [
                'user_id', 'order_id', 'order_type', 'platform', 'status', 'chain', 'chain_name', 'currency', 'amount',
                'vs_price', 'vs_currency', 'remark', 'refund', 'bind_id', 'create_time', 'update_time', 'tx_id',
                'tx_type', 'obtained', 'fee', 'from_addr', 'to_addr', 'tx_hash', 'tx_hash_list', 'contract_id',
                'website',
            ],
            array_keys($body->list()),
        );
        Check::same([$id, 'PENDING', '18.0'], [$body->at('order_id'), $body->at('status'), $body->at('vs_price')]);
    });

    $suite->test('timeout: OVERDUE and timeout_callback; a late payment still arrives', static function () use (
        $sandbox,
    ): void {
        $shop = new Shop(200);
        $id = $sandbox->order(',"callback_url":"' . $shop->uri . '/paid","timeout_callback":"' . $shop->uri . '/late"');
        $expired = $sandbox->control('POST', '/pay', ['order_id' => $id, 'action' => 'expire']);
        Check::same('OVERDUE', $expired->at('status'));
        $shop->awaitCalls(1);
        Check::same('SUCCESS', $sandbox->control('POST', '/pay', ['order_id' => $id])->at('status'));
        $shop->awaitCalls(2);
        [$late, $paid] = $shop->calls();
        Check::same(['/late', '/paid'], [$late->at('target'), $paid->at('target')]);
    });

    $suite->test('PARTIAL, FAILED, TERMINATED and RESOLVED are not called back', static function () use (
        $sandbox,
    ): void {
        $shop = new Shop(200);
        $urls = ',"callback_url":"' . $shop->uri . '/c","timeout_callback":"' . $shop->uri . '/t"';
        $ways = [
            'RESOLVED' => ['underpay', 'resolve'],
            'FAILED' => ['fail'],
            'TERMINATED' => ['terminate'],
            'PARTIAL' => ['underpay'],
        ];
        foreach ($ways as $status => $actions) {
            $id = $sandbox->order($urls);
            foreach ($actions as $action) {
                $sandbox->control('POST', '/pay', ['order_id' => $id, 'action' => $action]);
            }
            Check::same($status, $sandbox->call('GET', "/api/v2/order/detail/$id")->text('data', 'status'));
            Check::same([], $sandbox->control('GET', "/orders/$id")->list('callbacks'));
        }
        Check::same([], $shop->calls());
    });

    $suite->test('a partly paid order shows what has come and can be paid up', static function () use ($sandbox): void {
        $id = $sandbox->order();
        $partial = $sandbox->control('POST', '/pay', ['order_id' => $id, 'action' => 'underpay']);
        Check::same(['PARTIAL', '8.6515'], [$partial->at('status'), $partial->at('obtained')]);
        Check::same('SUCCESS', $sandbox->control('POST', '/pay', ['order_id' => $id])->at('status'));
        Check::same(409, $sandbox->control('POST', '/pay', ['order_id' => $id])->status);
    });

    $suite->test('an order times out by itself when its time is up', static function () use ($sandbox): void {
        $shop = new Shop(200);
        $id = $sandbox->order(',"timeout_callback":"' . $shop->uri . '/late"');
        $sandbox->control('POST', '/clock', ['offset_seconds' => 1900]);
        $status = $sandbox->call('GET', "/api/v2/order/detail/$id")->at('data', 'status');
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
        Check::same('OVERDUE', $status);
        $shop->awaitCalls(1);
    });

    $suite->test('a callback can be sent again, with a new Date or with the old one', static function () use (
        $sandbox,
        $signature,
    ): void {
        $shop = new Shop(200);
        $id = $sandbox->order(',"callback_url":"' . $shop->uri . '/c"');
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        $shop->awaitCalls(1);
        // There is no first Date before the first attempt has ended.
        Check::soon(
            static fn (): bool => $sandbox->control('GET', "/orders/$id")->at('callbacks', 0, 'state') === 'delivered',
            'the end of the first attempt',
        );
        $callback = $sandbox->control('GET', "/orders/$id")->int('callbacks', 0, 'id');
        $sandbox->control('POST', '/clock', ['offset_seconds' => 600]);
        $sandbox->control('POST', "/callbacks/$callback/resend", ['keep_date' => true]);
        $shop->awaitCalls(2);
        $sandbox->control('POST', "/callbacks/$callback/resend");
        $shop->awaitCalls(3);
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
        [$first, $kept, $new] = $shop->calls();
        Check::same($first->text('headers', 'date'), $kept->text('headers', 'date'));
        Check::true($new->text('headers', 'date') > $first->text('headers', 'date'), 'a new Date');
        Check::same($signature($new, $shop->uri . '/c'), $new->text('headers', 'signature'));
        Check::same(404, $sandbox->control('POST', '/callbacks/9999/resend')->status);
    });

    $suite->test('keep_date: repeated callbacks have their first Date, and its signature', static function () use (
        $sandbox,
        $signature,
    ): void {
        foreach ([true, false] as $keep) {
            Check::same($keep, $sandbox->control('POST', '/callbacks', ['keep_date' => $keep])->at('keep_date'));
            $shop = new Shop(500, 500, 500, 200);
            $id = $sandbox->order(',"callback_url":"' . $shop->uri . '/c"');
            $sandbox->control('POST', '/pay', ['order_id' => $id]);
            $shop->awaitCalls(1);
            $sandbox->control('POST', '/clock', ['offset_seconds' => 600]);
            $shop->awaitCalls(4);
            Check::soon(
                static fn (): bool => $sandbox->control('GET', "/orders/$id")->at('callbacks', 0, 'state') === 'delivered',
                'the delivery',
            );
            $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
            [$first, , , $last] = $shop->calls();
            $sent = $sandbox->control('GET', "/orders/$id")->text('callbacks', 0, 'attempts', 3, 'at');
            $later = strtotime("{$sent}Z") - strtotime($first->text('headers', 'date'));
            Check::true($later > 500, 'the clock was set before the last attempt');
            Check::same($keep, $first->at('headers', 'date') === $last->at('headers', 'date'));
            Check::same($signature($last, $shop->uri . '/c'), $last->at('headers', 'signature'));
        }
        Check::same(false, $sandbox->control('GET', '/callbacks')->at('keep_date'));
        foreach ([[], ['keep_date' => 1], ['keep_date' => true, 'x' => 1]] as $bad) {
            Check::same(400, $sandbox->control('POST', '/callbacks', $bad)->status);
        }
    });

    $suite->test('a callback that is to be sent again while it is on its way is not lost', static function (): void {
        $database = new Database(':memory:');
        $database->install();
        $callbacks = new Callbacks($database);
        $callbacks->enqueue('order', 'success', 'http://127.0.0.1/c', null, '2024-06-17T00:00:00Z');
        $state = static fn (): array => array_intersect_key(
            $callbacks->describe()[0],
            ['state' => 0, 'next_attempt_in_ms' => 0],
        );
        $callbacks->markSending(1);
        Check::true($callbacks->resend(1, false), 'it is queued');
        $callbacks->recordAttempt(1, new CallbackAttempt('2024-06-17T00:00:01Z', '2024-06-17T00:00:01.000Z', 200, null, 5));
        Check::same(['state' => 'pending', 'next_attempt_in_ms' => 0], $state());
        $callbacks->markSending(1);
        $callbacks->recordAttempt(1, new CallbackAttempt('2024-06-17T00:00:02Z', '2024-06-17T00:00:02.000Z', 200, null, 5));
        Check::same(['state' => 'delivered', 'next_attempt_in_ms' => null], $state());
    });

    $suite->test('a shop that hangs does not hold up another shop\'s callback', static function () use (
        $sandbox,
    ): void {
        $deaf = stream_socket_server('tcp://127.0.0.1:0');
        Check::true($deaf !== false, 'a listener');
        $name = $deaf === false ? '' : (string) stream_socket_get_name($deaf, false);
        $shop = new Shop(200);
        foreach (["http://$name/", $shop->uri . '/c'] as $url) {
            $sandbox->control('POST', '/pay', ['order_id' => $sandbox->order(',"callback_url":"' . $url . '"')]);
        }
        $shop->awaitCalls(1);
    });

    $suite->test('only loopback is called', static function () use ($sandbox): void {
        $id = $sandbox->order(',"callback_url":"https://shop.example/c"');
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        $state = static fn (): mixed => $sandbox->control('GET', "/orders/$id")->at('callbacks', 0, 'state');
        Check::soon(static fn (): bool => $state() === 'refused', 'the refusal');
        $error = $sandbox->control('GET', "/orders/$id")->at('callbacks', 0, 'attempts', 0, 'error');
        Check::same('not delivered: the sandbox calls only loopback addresses (see --allow-callback)', $error);
    });

    $suite->test('a callback URL with HTTP:// in capitals is called, as the API takes it', static function () use ($sandbox): void {
        $shop = new Shop(200);
        $id = $sandbox->order(',"callback_url":"' . str_replace('http:', 'HTTP:', $shop->uri) . '/c?o=1"');
        $sandbox->pay($id);
        $shop->awaitCalls(1);
    });

    $suite->test('fixed_encrypt_price is for stable coins', static function () use ($sandbox): void {
        $payUrl = $sandbox->payUrl('{"price":10,"currency":"USD","fixed_encrypt_price":true}');
        $bitcoin = $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose', 'currency' => 'BTC']);
        Check::same(400, $bitcoin->status);
        $stable = $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'currency' => 'USDT-TRC20']);
        Check::same('10', $stable->at('amount'));
    });

    $suite->test('the cashier is served; a foreign web page cannot use the control endpoints', static function () use (
        $sandbox,
    ): void {
        // A browser keeps what follows the # of a pay URL, so / leads to the cashier by a script.
        Check::contains('<script src="pay-url.js"', $sandbox->call('GET', '/')->body);
        Check::contains('location.replace(`cashier', $sandbox->call('GET', '/pay-url.js')->body);
        $page = $sandbox->call('GET', '/cashier');
        Check::contains('<script src="cashier.js"', $page->body);
        Check::contains("default-src 'self'", $page->headers['content-security-policy'] ?? '');
        Check::contains('_sandbox/pay', $sandbox->call('GET', '/cashier.js')->body);
        $payUrl = $sandbox->payUrl('{"price":10,"currency":"USD"}');
        $shown = $sandbox->control('GET', '/cashier?pay_url=' . rawurlencode($payUrl));
        Check::same([null, '10.0', 10], [$shown->at('order_id'), $shown->at('vs_price'), count($shown->list('coins'))]);
        foreach ([['Origin' => 'https://evil.example'], ['Host' => 'evil.example']] as $header) {
            Check::same(403, $sandbox->call('GET', '/_sandbox/orders', null, $header)->status);
        }
    });
};
