<?php

declare(strict_types=1);

use Aurpay\Sandbox\Store\CallbackAttempt;
use Aurpay\Sandbox\Store\Callbacks;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\ShopSocket;
use Aurpay\Sandbox\Tests\Suite;

// What is recorded of a callback, and how a callback is sent again.
return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $paid = static function (string $url, string $extra = '') use ($sandbox): int {
        $id = $sandbox->order(',"callback_url":"' . $url . '"' . $extra);
        $sandbox->control('POST', '/pay', ['order_id' => $id]);

        return $sandbox->control('GET', "/orders/$id")->int('callbacks', 0, 'id');
    };
    $attempts = static function (int $id, int $count) use ($sandbox): Answer {
        $seen = static fn (): Answer => $sandbox->control('GET', "/callbacks/$id");
        Check::soon(static fn (): bool => count($seen()->list('attempts')) >= $count, "$count attempts");

        return $seen();
    };
    $expected = static fn (Answer $call, string $url): string => base64_encode(hash_hmac(
        'sha256',
        $call->text('headers', 'date') . ' | ' . $url,
        $sandbox->ready->text('callback_secret'),
        true,
    ));

    $suite->test('an attempt is recorded with its headers and body, and the shop\'s status, headers and body', static function () use (
        $sandbox,
        $paid,
        $attempts,
    ): void {
        $shop = new ShopSocket();
        $id = $paid($shop->uri . '/c', ',"enable_post_callback":true');
        $request = $shop->accept();
        $secret = $sandbox->ready->text('callback_secret');
        $body = "saw $secret and \x00\xff" . str_repeat('x', 20_000);
        $shop->answer("HTTP/1.1 200 OK\r\nX-Shop: <b>1</b>\r\nX-Shop: 2\r\nSet-Cookie: session=abc\r\n", $body);
        $seen = $attempts($id, 1);
        $sent = $seen->list('attempts', 0, 'request', 'headers');
        foreach (['api-key', 'callback-token', 'signature'] as $name) {
            Check::same('***', $sent[$name] ?? null, $name);
        }
        $date = $seen->text('attempts', 0, 'date_header');
        Check::same($date, $sent['date'] ?? null);
        Check::same("$date | {$shop->uri}/c", $seen->at('attempts', 0, 'signed'), 'the signed text');
        Check::same(['application/json', 'aurpay-sandbox'], [$sent['content-type'] ?? '', $sent['user-agent'] ?? '']);
        Check::same(explode("\r\n\r\n", $request, 2)[1] ?? '', $seen->text('attempts', 0, 'request', 'body'));
        Check::same(200, $seen->at('attempts', 0, 'status'));
        $answer = $seen->list('attempts', 0, 'answer');
        Check::same(['<b>1</b>, 2', '***'], [
            $seen->at('attempts', 0, 'answer', 'headers', 'x-shop'),
            $seen->at('attempts', 0, 'answer', 'headers', 'set-cookie'),
        ]);
        Check::same(strlen($body), $answer['body_bytes'] ?? null);
        Check::contains('saw *** and', $seen->text('attempts', 0, 'answer', 'body'));
        Check::true(strlen($seen->text('attempts', 0, 'answer', 'body')) < 8300, 'only the first 8 KB are kept');
        foreach (['api_key', 'callback_token', 'callback_secret'] as $name) {
            Check::true(!str_contains($seen->body, $sandbox->ready->text($name)), "$name is shown");
        }
        Check::true(!str_contains($sandbox->control('GET', '/callbacks')->body, 'x-shop'), 'the list has no details');
        Check::same(404, $sandbox->control('GET', '/callbacks/999')->status);
    });

    $suite->test('a shop that is not there: nothing was sent, and there is no answer', static function () use (
        $paid,
        $attempts,
    ): void {
        $shop = new ShopSocket();
        $url = $shop->uri . '/c';
        $shop->close();
        $id = $paid($url);
        $seen = $attempts($id, 1);
        Check::same([null, null, null], [
            $seen->at('attempts', 0, 'status'),
            $seen->at('attempts', 0, 'request', 'headers'),
            $seen->at('attempts', 0, 'answer'),
        ]);
        Check::matches('/connect/', $seen->text('attempts', 0, 'error'));
    });

    $wrong = [
        'an old date' => [['date' => '2024-06-17T00:00:00Z'], 'with a given date'],
        'a wrong signature' => [['signature' => 'wrong'], 'with a wrong signature'],
        'a wrong token' => [['token' => 'wrong'], 'with a wrong token'],
    ];
    foreach ($wrong as $what => [$variant, $words]) {
        $suite->test("sent again with $what: once, the rest is right, the callback's state stays", static function () use (
            $sandbox,
            $paid,
            $attempts,
            $expected,
            $variant,
            $words,
        ): void {
            $shop = new Shop(200, 401);
            $id = $paid($shop->uri . '/c');
            $attempts($id, 1);
            $queued = $sandbox->control('POST', "/callbacks/$id/resend", $variant);
            Check::same([200, false], [$queued->status, $queued->at('repeated')]);
            $seen = $attempts($id, 2);
            Check::same(['delivered', 401, $words], [
                $seen->at('state'),
                $seen->at('attempts', 1, 'status'),
                $seen->at('attempts', 1, 'variant'),
            ]);
            $call = $shop->calls()[1];
            $right = [
                'date' => $call->text('headers', 'date') !== '2024-06-17T00:00:00Z',
                'signature' => $call->text('headers', 'signature') === $expected($call, $shop->uri . '/c'),
                'token' => $call->text('headers', 'callback-token') === $sandbox->ready->text('callback_token'),
            ];
            $changed = (string) array_key_first($variant);
            Check::same([$changed], array_keys($right, false, true), 'what is wrong');
            Check::same(44, strlen($call->text('headers', 'signature')), 'a signature of the right form');
        });
    }

    $suite->test('two copies at once: the second is on its way before the first is answered', static function () use (
        $sandbox,
        $paid,
        $attempts,
    ): void {
        $shop = new ShopSocket();
        $id = $paid($shop->uri . '/c');
        $shop->accept();
        $shop->answer("HTTP/1.1 200 OK\r\n", '');
        $attempts($id, 1);
        $sandbox->control('POST', "/callbacks/$id/resend", ['copies' => 2, 'keep_date' => true]);
        [$first, $second] = [$shop->accept(), $shop->accept()];
        Check::same($first, $second);
        $shop->answer("HTTP/1.1 200 OK\r\n", '');
        $shop->answer("HTTP/1.1 500 No\r\n", '');
        $seen = $attempts($id, 3);
        Check::same('delivered', $seen->at('state'));
        Check::same('with a given date, one of 2 at once', $seen->at('attempts', 2, 'variant'));
        Check::same($seen->at('attempts', 0, 'date_header'), $seen->at('attempts', 2, 'date_header'));
    });

    $suite->test('out of order: the callback of the timeout is sent again after that of the payment', static function () use (
        $sandbox,
        $attempts,
    ): void {
        $shop = new Shop(200);
        $id = $sandbox->order(',"callback_url":"' . $shop->uri . '/paid","timeout_callback":"' . $shop->uri . '/late"');
        $sandbox->control('POST', '/pay', ['order_id' => $id, 'action' => 'expire']);
        $shop->awaitCalls(1);
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        $shop->awaitCalls(2);
        $timeout = $sandbox->control('GET', "/orders/$id")->int('callbacks', 0, 'id');
        $attempts($timeout, 1);
        $sandbox->control('POST', "/callbacks/$timeout/resend");
        $shop->awaitCalls(3);
        $targets = array_map(static fn (Answer $call): string => $call->text('target'), $shop->calls());
        Check::same(['/late', '/paid', '/late'], $targets);
    });

    $suite->test('a variant that makes no sense is refused, and the message names what is allowed', static function () use (
        $sandbox,
        $paid,
        $attempts,
    ): void {
        $shop = new Shop(200);
        $id = $paid($shop->uri . '/c');
        $attempts($id, 1);
        $refused = [
            'Allowed: keep_date, date, signature, token, copies' => ['keepdate' => true],
            'date must look like 2024-06-17T00:00:00Z' => ['date' => "2024-06-17T00:00:00Z\r\nX: y"],
            'signature must be "wrong" or missing' => ['signature' => 'right'],
            'token must be "wrong" or missing' => ['token' => 'x'],
            'copies must be 1 to 5' => ['copies' => 6],
            'copies must be an integer' => ['copies' => 1.5],
            'keep_date and date exclude each other' => ['keep_date' => true, 'date' => '2024-06-17T00:00:00Z'],
        ];
        foreach ($refused as $message => $body) {
            $answer = $sandbox->control('POST', "/callbacks/$id/resend", $body);
            Check::same(400, $answer->status, $message);
            Check::contains($message, $answer->text('error'));
        }
        Check::same(404, $sandbox->control('POST', '/callbacks/999/resend', ['copies' => 2])->status);
        Check::same(1, count($shop->calls()), 'callbacks');
    });

    $suite->test('callbacks are searched and paged, the newest first', static function () use ($sandbox, $paid): void {
        $sandbox->control('POST', '/reset');
        $ids = [];
        foreach (['/a', '/b', '/b'] as $path) {
            $ids[] = $paid("http://127.0.0.1:9$path");
        }
        $page = $sandbox->control('GET', '/callbacks?sort=desc&size=2&page=1');
        Check::same([3, [$ids[2], $ids[1]]], [$page->at('total'), array_column($page->list('callbacks'), 'id')]);
        $found = $sandbox->control('GET', '/callbacks?q=' . rawurlencode('SUCCESS :9/b'));
        Check::same([2, [$ids[1], $ids[2]]], [$found->at('total'), array_column($found->list('callbacks'), 'id')]);
        Check::same(0, $sandbox->control('GET', '/callbacks?q=%25')->at('total'), 'a wildcard is a word like others');
        foreach (['size=0', 'size=1001', 'page=0', 'sort=up', 'page=x'] as $query) {
            Check::same(400, $sandbox->control('GET', "/callbacks?$query")->status, $query);
        }
    });

    $suite->test('the answers of old attempts are dropped, the attempts stay', static function (): void {
        $database = new Database(':memory:');
        $database->install();
        $callbacks = new Callbacks($database);
        $callbacks->enqueue('order', 'success', 'http://127.0.0.1/c', null, '2024-06-17T00:00:00');
        $attempt = new CallbackAttempt('', '', 200, null, 1, null, ['a' => 'b'], ['c' => 'd'], 'text', 4);
        for ($i = 0; $i < 6000; $i++) {
            $callbacks->addAttempt(1, $attempt);
        }
        Check::same(6000, $database->count('SELECT count(*) FROM callback_attempts'));
        Check::same(5000, $database->count('SELECT count(*) FROM callback_attempts WHERE answer_body IS NOT NULL'));
    });

    $suite->test('the database of an older sandbox gets the columns that it lacks, and keeps its rows', static function (): void {
        $database = new Database(':memory:');
        $database->run('CREATE TABLE callback_attempts (id INTEGER PRIMARY KEY AUTOINCREMENT, callback_id INTEGER
            NOT NULL, at TEXT NOT NULL, date_header TEXT NOT NULL, status INTEGER, error TEXT, took_ms INTEGER NOT NULL)');
        $database->run('CREATE TABLE checkouts (token TEXT PRIMARY KEY, user_id TEXT NOT NULL, terms TEXT NOT NULL,
            create_time TEXT NOT NULL, order_id TEXT)');
        $database->insert('callback_attempts', ['callback_id' => 1, 'at' => 'x', 'date_header' => 'd', 'took_ms' => 5]);
        $database->insert('checkouts', ['token' => 't', 'user_id' => 'u', 'terms' => '{}', 'create_time' => 'c']);
        $database->install();
        $database->install();
        $callbacks = new Callbacks($database);
        $callbacks->enqueue('order', 'success', 'http://127.0.0.1/c', null, '2024-06-17T00:00:00');
        $old = new Answer(0, [], (string) json_encode($callbacks->details(1)), 0, 0);
        Check::same(['d', null], [$old->at('attempts', 0, 'date_header'), $old->at('attempts', 0, 'answer')]);
        Check::same(0, $database->one('SELECT created_ms FROM checkouts')?->int('created_ms'));
    });

    $suite->test('in a merchant\'s world too, a variant is sent once; that the shop refuses it is no warning', static function () use (
        $sandbox,
    ): void {
        $shop = new Shop(200, 401);
        $merchant = $sandbox->merchant('again');
        $merchant->pay($merchant->order(',"enable_post_callback":true,"callback_url":"' . $shop->uri . '/c?order=7"'));
        $shop->awaitCalls(1);
        $seen = static fn (): Answer => $merchant->control('GET', '/callbacks/1');
        Check::soon(static fn (): bool => $seen()->at('state') === 'delivered', 'the delivery');
        Check::same(200, $merchant->control('POST', '/callbacks/1/resend', ['signature' => 'wrong'])->status);
        Check::soon(static fn (): bool => count($seen()->list('attempts')) === 2, 'the variant');
        Check::same(['delivered', 401], [$seen()->at('state'), $seen()->at('attempts', 1, 'status')]);
        Check::same([], $merchant->control('GET', '/warnings')->list('warnings'));
        Check::same([], $sandbox->control('GET', '/callbacks?q=order%3D7&page=1')->list('callbacks'));
    });

    $suite->test('a variant goes to allowed hosts alone, and leaves the state of the callback', static function () use (
        $sandbox,
        $paid,
        $attempts,
    ): void {
        $id = $paid('http://10.1.2.3/c');
        Check::same('refused', $attempts($id, 1)->at('state'));
        $sandbox->control('POST', "/callbacks/$id/resend", ['token' => 'wrong']);
        $seen = $attempts($id, 2);
        Check::same(['refused', null, 'with a wrong token'], [
            $seen->at('state'),
            $seen->at('attempts', 1, 'status'),
            $seen->at('attempts', 1, 'variant'),
        ]);
        Check::contains('--allow-callback', $seen->text('attempts', 1, 'error'));
    });
};
