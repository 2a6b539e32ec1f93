<?php

declare(strict_types=1);

use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\Store\Callbacks;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Failed;
use Aurpay\Sandbox\Tests\Http;
use Aurpay\Sandbox\Tests\PrintingSandbox;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;
use Aurpay\Sandbox\Tests\World;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();

    /** A call that this test signs by itself, over a target of its choice. */
    $signed = static function (World $world, string $method, string $target, string $signedTarget, string $body): int {
        $base = $world->ready->text('base_uri');
        $root = substr($base, 0, (int) strpos($base, '/m/'));
        $date = gmdate('Y-m-d\TH:i:s') . '.123Z';
        $md5 = $method === 'GET' ? '' : md5($body);
        $origin = "HMAC-SHA256 | $date | $method $signedTarget" . ($md5 === '' ? '' : " | $md5");
        $headers = [
            'API-Token' => $world->ready->text('api_token'),
            'Algorithm' => 'HMAC-SHA256',
            'Date' => $date,
            'Body-MD5' => $md5,
            'Signature' => base64_encode(hash_hmac('sha256', $origin, $world->ready->text('api_secret'), true)),
        ];

        return $world->http->send($method, $root . $target, $headers, $method === 'GET' ? null : $body, [
            CURLOPT_PATH_AS_IS => true,
        ])->int('code');
    };

    $suite->test('a merchant has the members of the line of --json, a prefix and credentials of its own', static function () use (
        $sandbox,
    ): void {
        $shop = $sandbox->merchant('shop-1');
        Check::same(['name', ...array_keys($sandbox->ready->list())], array_keys($shop->ready->list()));
        $base = $sandbox->ready->text('base_uri');
        foreach ([
            'name' => 'shop-1',
            'base_uri' => "$base/m/shop-1",
            'control_uri' => "$base/m/shop-1/_sandbox",
            'azpays_base_uri' => "$base/m/shop-1/azpays/v1",
            'enayapay_base_uri' => "$base/m/shop-1/enayapay/api/v2.1",
            'pid' => $sandbox->ready->int('pid'),
            'ca_file' => null,
        ] as $member => $value) {
            Check::same($value, $shop->ready->at($member), $member);
        }
        foreach (['api_key', 'api_secret', 'callback_secret', 'username', 'azpays_token', 'enayapay_token'] as $member) {
            Check::true($shop->ready->text($member) !== $sandbox->ready->text($member), "$member is the sandbox's own");
        }
        Check::same($shop->ready->body, $sandbox->control('GET', '/merchants/shop-1')->body, 'it is told again');
        Check::same(0, $shop->call('GET', '/api/v2/order/')->at('code'));
        $foreign = ['API-Key' => $sandbox->ready->text('api_key')];
        Check::same(401, $shop->call('GET', '/api/v2/order/', null, $foreign)->at('code'), "the sandbox's own key");
        $azpays = $shop->http->send('GET', $shop->ready->text('azpays_base_uri') . '/purses', [
            'Authorization' => 'Bearer ' . $shop->ready->text('azpays_token'),
        ]);
        Check::same(200, $azpays->status);
        $login = ['user_phone' => $shop->ready->text('enayapay_user_phone')];
        $enayapay = $shop->http->send('POST', $shop->ready->text('enayapay_base_uri') . '/login/', [
            'x-api-key' => $shop->ready->text('enayapay_api_key'),
            'Content-Type' => 'application/json',
        ], (string) json_encode($login + ['user_password' => $shop->ready->text('enayapay_user_password')]));
        Check::same(200, $enayapay->status);
    });

    $suite->test('a signature covers the whole target, with the prefix', static function () use (
        $sandbox,
        $signed,
    ): void {
        $shop = $sandbox->merchant('signer');
        $target = '/api/v2/order/?page=1&chain=%2F..%2f+x';
        Check::same(0, $signed($shop, 'GET', "/m/signer$target", "/m/signer$target", ''));
        Check::same(401, $signed($shop, 'GET', "/m/signer$target", $target, ''), 'without the prefix');
        $body = '{"price":1,"currency":"USD"}';
        $payUrl = '/m/signer/api/order/pay-url';
        Check::same(0, $signed($shop, 'POST', $payUrl, $payUrl, $body));
        Check::same(401, $signed($shop, 'POST', $payUrl, '/api/order/pay-url', $body), 'without the prefix');
    });

    $suite->test('pay URLs, callbacks, the cashier and the description have the prefix', static function () use (
        $sandbox,
    ): void {
        $shop = $sandbox->merchant('prefixed');
        $base = $shop->ready->text('base_uri');
        $receiver = new Shop(200);
        $url = $receiver->uri . '/paid?order=7';
        $payUrl = $shop->payUrl('{"price":10,"currency":"USD","id":"7","callback_url":"' . $url . '"}');
        Check::true(str_starts_with($payUrl, "$base/#/cashier/choose?token="), $payUrl);
        $page = $shop->http->send('GET', "$base/");
        // Relative URLs lead to the prefix from this page, and nowhere else.
        Check::same(0, preg_match('~(?:href|src)="/~', $page->body), 'absolute URLs in the page');
        foreach (['/cashier.js', '/cashier/live.js', '/cashier/texts.js', '/cashier.css', '/lang/de.json'] as $file) {
            $script = $shop->http->send('GET', $base . $file);
            Check::same(200, $script->status, $file);
            Check::same(0, preg_match('~[\'"`(]/(?:_sandbox|lang|cashier)~', $script->body), "absolute URLs in $file");
        }
        $plain = $shop->call('GET', '/_sandbox/plain?pay_url=' . rawurlencode($payUrl));
        Check::contains('name="coin"', $plain->body);
        Check::same(0, preg_match('~(?:href|src|action)="/~', $plain->body), 'absolute URLs in the page without scripts');
        $redirect = $shop->http->send('GET', $base);
        Check::same([308, '/m/prefixed/'], [$redirect->status, $redirect->headers['location'] ?? '']);
        $paid = $shop->control('POST', '/pay', ['pay_url' => $payUrl]);
        Check::true(str_starts_with($paid->text('pay_url'), "$base/#/cashier/"), $paid->text('pay_url'));
        $receiver->awaitCalls(1);
        $call = $receiver->calls()[0];
        $origin = $call->text('headers', 'date') . ' | ' . $url;
        $expected = base64_encode(hash_hmac('sha256', $origin, $shop->ready->text('callback_secret'), true));
        Check::same($expected, $call->at('headers', 'signature'));
        Check::same($shop->ready->text('api_key'), $call->at('headers', 'api-key'));
        $server = $shop->http->send('GET', "$base/openapi.json")->text('servers', 0, 'url');
        Check::same($base, $server);
    });

    $suite->test('eight suites in parallel: none sees another\'s orders, clock, faults, log or callbacks', static function () use (
        $sandbox,
    ): void {
        $receiver = new Shop(200);
        $processes = [];
        for ($number = 0; $number < 8; $number++) {
            $details = $sandbox->merchant("suite-$number")->ready->body;
            $script = dirname(__DIR__) . '/support/parallel-suite.php';
            $command = [PHP_BINARY, $script, $details, (string) $number, $receiver->uri];
            $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
            $processes[] = [$process ?: throw new Failed('no process'), $pipes];
        }
        foreach ($processes as [, $pipes]) {
            Check::same("ready\n", fgets($pipes[1]));
        }
        foreach ($processes as [, $pipes]) {
            fwrite($pipes[0], "go\n");
        }
        $words = [];
        foreach ($processes as [$process, $pipes]) {
            $words[] = stream_get_contents($pipes[1]);
            array_map(fclose(...), $pipes);
            proc_close($process);
        }
        Check::same(array_fill(0, 8, "passed\n"), $words);
        Check::same(36, count($receiver->calls()), 'callbacks');
        foreach ($receiver->calls() as $call) {
            preg_match('/suite-([0-7])/', $call->text('target'), $match);
            $key = $sandbox->control('GET', '/merchants/suite-' . ($match[1] ?? ''))->text('api_key');
            Check::same($key, $call->at('headers', 'api-key'), $call->text('target'));
        }
        Check::same(0, $sandbox->control('GET', '/orders')->at('total'), "the sandbox's own orders");
    });

    $suite->test('an order in an idle world times out by itself; a reset empties one world alone', static function () use (
        $sandbox,
    ): void {
        [$first, $second] = [$sandbox->merchant('first'), $sandbox->merchant('second')];
        [$id, $other] = [$first->order(), $second->order()];
        // The clock of the database is set behind the sandbox's back, as if time had passed.
        $found = glob(sys_get_temp_dir() . '/aurpay-sandbox-*/worlds/first') ?: [];
        $state = dirname($found[0] ?? throw new Failed('no folder of the world'));
        $database = new Aurpay\Sandbox\Store\Database("$state/first/sandbox.sqlite", "$state/.awake/first");
        $old = gmdate('Y-m-d\TH:i:s', time() - 1799);
        $database->run("UPDATE orders SET create_time = '$old'");
        Check::soon(
            static fn (): bool => $first->control('GET', "/orders/$id")->at('status') === 'OVERDUE',
            'the timeout',
        );
        $first->control('POST', '/reset');
        Check::same(0, $first->control('GET', '/orders')->at('total'));
        Check::same($other, $second->control('GET', '/orders')->at('orders', 0, 'order_id'));
    });

    $suite->test('a callback that failed is repeated in a world that is idle since', static function () use (
        $sandbox,
    ): void {
        $receiver = new Shop(500, 500, 200);
        $shop = $sandbox->merchant();
        Check::matches('/^m-[0-9a-f]{12}$/', $shop->ready->text('name'));
        $id = $shop->order(',"callback_url":"' . $receiver->uri . '/c?o=1"');
        $shop->control('POST', '/pay', ['order_id' => $id]);
        $receiver->awaitCalls(3);
    });

    $suite->test('names are checked, unknown prefixes are refused in words, a removed merchant is gone', static function () use (
        $sandbox,
    ): void {
        foreach (['', 'A', 'a/b', '..', 'a.b', str_repeat('a', 41), "a\n", 'ä'] as $name) {
            $answer = $sandbox->control('POST', '/merchants', ['name' => $name]);
            Check::same(400, $answer->status, (string) json_encode($name));
        }
        Check::contains('nmae', $sandbox->control('POST', '/merchants', ['nmae' => 'a'])->text('error'));
        $longest = str_repeat('a', 40);
        $sandbox->merchant($longest);
        Check::same(409, $sandbox->control('POST', '/merchants', ['name' => $longest])->status, 'twice');
        foreach (["/m/none/api/v2/tx", '/m/none/', '/m/none', '/m//', '/m/../x', '/m/.awake/api', '/m/a%2Fb/'] as $target) {
            $answer = $sandbox->call('GET', $target);
            Check::same([404, 404], [$answer->status, $answer->at('code')], $target);
            Check::contains('POST /_sandbox/merchants makes one', $answer->text('message'));
        }
        $gone = $sandbox->merchant('gone');
        $gone->order();
        Check::same('gone', $sandbox->control('DELETE', '/merchants/gone')->at('deleted'));
        Check::same(404, $gone->call('GET', '/api/v2/order/')->status);
        Check::same(404, $sandbox->control('DELETE', '/merchants/gone')->status);
        Check::same(404, $sandbox->call('DELETE', '/_sandbox/merchants/..')->status);
        Check::same(0, $sandbox->merchant('gone')->call('GET', '/api/v2/order/')->at('data', 'total'), 'its orders');
        $nested = $sandbox->merchant('nest')->control('POST', '/merchants');
        Check::same(404, $nested->status, 'a merchant in a merchant');
        $names = array_column($sandbox->control('GET', '/merchants')->list('merchants'), 'name');
        Check::true(in_array($longest, $names, true) && in_array('gone', $names, true), 'the list');
    });

    $suite->test('the printed log has a line for a request to a merchant', static function (): void {
        $sandbox = new PrintingSandbox();
        $http = new Http();
        $http->send('POST', $sandbox->baseUri . '/_sandbox/merchants', [], '{"name":"printed"}');
        $http->send('GET', $sandbox->baseUri . '/m/printed/api/contract/balance');
        Check::contains('GET /m/printed/api/contract/balance  200 code 401', $sandbox->line());
        Check::same(0, $sandbox->stop());
    });

    $suite->test('a web page of another origin cannot make a merchant', static function () use ($sandbox): void {
        $headers = ['Origin' => 'https://evil.example'];
        Check::same(403, $sandbox->call('POST', '/_sandbox/merchants', '{}', $headers)->status);
    });

    $noneIsOpen = static function (Sandbox $sandbox): void {
        $links = static fn (): array => array_map(
            static fn (string $link): string => (string) @readlink($link),
            glob('/proc/' . $sandbox->ready->int('pid') . '/fd/*') ?: [],
        );
        Check::true(PHP_OS_FAMILY !== 'Linux' || $links() !== [], 'the open files');
        $open = static fn (): array => preg_grep('~/worlds/~', $links()) ?: [];
        Check::soon(static fn (): bool => $open() === [], 'no open file of a merchant');
    };

    $suite->test('there are at most 200 merchants, and idle ones are not held open', static function () use (
        $noneIsOpen,
    ): void {
        $sandbox = new Sandbox();
        for ($count = 0; $count < 200; $count++) {
            $sandbox->merchant("n-$count");
        }
        $noneIsOpen($sandbox);
        $refused = $sandbox->control('POST', '/merchants');
        Check::same(409, $refused->status);
        Check::contains('200', $refused->text('error'));
        $sandbox->control('DELETE', '/merchants/n-0');
        Check::same(200, $sandbox->control('POST', '/merchants')->status);
    });

    $suite->test('a callback leaves no file of its merchant open, neither while the merchant lives nor afterwards', static function () use (
        $noneIsOpen,
    ): void {
        $sandbox = new Sandbox();
        $shop = new Shop(200);
        $merchant = $sandbox->merchant('brief');
        $id = $merchant->order(",\"callback_url\":\"{$shop->uri}/c?o=1\"");
        $merchant->pay($id);
        $merchant->control('GET', "/callbacks?order_id=$id&state=delivered&wait=30");
        $noneIsOpen($sandbox);
        $sandbox->control('DELETE', '/merchants/brief');
        $noneIsOpen($sandbox);
    });

    $suite->test('--data keeps merchants, and a callback that was on its way', static function (): void {
        $directory = sys_get_temp_dir() . '/sandbox-data-' . bin2hex(random_bytes(6));
        $first = new Sandbox('--data', $directory);
        $shop = $first->merchant('kept');
        $id = $shop->order(',"callback_url":"http://127.0.0.1:9/c?o=1"');
        $shop->control('POST', '/pay', ['order_id' => $id]);
        $first->stop();
        $database = new Aurpay\Sandbox\Store\Database("$directory/worlds/kept/sandbox.sqlite");
        (new Callbacks($database))->markSending(1);
        mkdir("$directory/worlds/.new-0123", 0700);
        $second = new Sandbox('--data', $directory);
        $again = $second->control('GET', '/merchants/kept');
        foreach (['api_key', 'api_secret', 'azpays_token'] as $member) {
            Check::same($shop->ready->text($member), $again->text($member));
        }
        $kept = new World($again, $second->http);
        Check::same($id, $kept->call('GET', "/api/v2/order/detail/$id")->at('data', 'order_id'));
        $next = static fn (): mixed => $kept->control('GET', '/callbacks')->at('callbacks', 0, 'next_attempt_in_ms');
        Check::soon(static fn (): bool => $next() !== null, 'the queue');
        Check::true(!is_dir("$directory/worlds/.new-0123"), 'what a killed process left');
        $second->stop();
        Workspace::remove($directory);
    });

    $suite->test('merchants work behind nginx, too', static function () use ($signed): void {
        $sandbox = new Sandbox('--tls');
        $shop = $sandbox->merchant('tls');
        Check::same($sandbox->ready->text('ca_file'), $shop->ready->at('ca_file'));
        $target = '/m/tls/api/v2/order/?page=1&chain=%2F..%2f';
        Check::same(0, $signed($shop, 'GET', $target, $target, ''));
    });
};
