<?php

declare(strict_types=1);

use Aurpay\Sandbox\Application;
use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Control\Gatekeeper;
use Aurpay\Sandbox\EnayaPay\KeyPair;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Opening;
use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Peer;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

// Who may use the developer's page and the control endpoints.
return static function (Suite $suite): void {
    $token = str_repeat('5', 32);
    $config = static fn (string $database = '', string $scheme = 'http'): Config => new Config(
        $database,
        "$scheme://sandbox.example:8480",
        hosts: ['127.0.0.1', '::1', 'localhost', '10.0.0.1', 'sandbox.example'],
        developerToken: $token,
    );
    $suite->test('without a token, only this machine is let in, and only by a name of the sandbox', static function () use (
        $config,
    ): void {
        $gatekeeper = new Gatekeeper($config());
        $asks = static fn (string $peer, string $host, string $header = 'X-Any'): bool
            => $gatekeeper->isDeveloper(Peer::request($peer, ['Host' => $host, $header => '127.0.0.1']));
        foreach (['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'] as $peer) {
            foreach (['127.0.0.1:8480', 'localhost', 'LOCALHOST:1', '[::1]:8480', '127.0.0.1', 'sandbox.example:8480'] as $host) {
                Check::true($asks($peer, $host), "$peer asks $host");
            }
            $names = ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '127.evil', '', 'evil.example:127.0.0.1', '192.168.0.1'];
            foreach ($names as $host) {
                Check::true(!$asks($peer, $host), "$peer asks $host");
            }
            foreach (['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'Via', 'CF-Connecting-IP'] as $header) {
                Check::true(!$asks($peer, 'localhost', $header), "$peer behind a proxy: $header");
            }
        }
        foreach (['10.0.0.2', '172.17.0.1', 'fe80::1', '::ffff:10.0.0.2', '', '127.evil', '0.0.0.0', '::'] as $peer) {
            foreach (['127.0.0.1:8480', 'localhost', 'sandbox.example:8480', '10.0.0.1'] as $host) {
                Check::true(!$asks($peer, $host), "$peer asks $host");
            }
        }
    });

    $suite->test('from elsewhere, the right token lets in: as a bearer, or in the cookie of this port', static function () use (
        $config,
        $token,
    ): void {
        $gatekeeper = new Gatekeeper($config());
        $has = static fn (string $header, string $value): bool
            => $gatekeeper->isDeveloper(Peer::request('10.0.0.2', ['Host' => 'any', $header => $value]));
        Check::true($has('Authorization', "Bearer $token"), 'a bearer');
        Check::true($has('Cookie', "a=b; sandbox_developer_8480=$token; c=d"), 'a cookie');
        $wrong = [
            ['Authorization', 'Bearer ' . substr($token, 1)], ['Authorization', "Basic $token"], ['Authorization', 'Bearer '],
            ['Cookie', "sandbox_developer_8481=$token"], ['Cookie', "xsandbox_developer_8480=$token"],
            ['Cookie', 'sandbox_developer_8480='], ['Cookie', 'sandbox_developer_8480'], ['API-Key', $token],
        ];
        foreach ($wrong as [$header, $value]) {
            Check::true(!$has($header, $value), "$header: $value");
        }
        $none = new Gatekeeper(new Config('', 'http://127.0.0.1:1'));
        Check::true(!$none->isToken(''), 'no token is set');
        Check::true(!$none->isDeveloper(Peer::request('10.0.0.2', ['Authorization' => 'Bearer '])), 'no token is set');
    });

    $folder = sys_get_temp_dir() . '/gatekeeper-' . bin2hex(random_bytes(6));
    mkdir($folder, 0700);
    $services = new Services($config("$folder/sandbox.sqlite"));
    $services->database->install();
    (new Opening($services))->atStart(static fn (): KeyPair => KeyPair::create("$folder/rsa.cnf"));
    $elsewhere = (new Peer(new Application($services)))->ask(...);
    $json = static fn (Response $response): Answer => new Answer($response->status, [], $response->body, 0, 0);
    $payUrl = static function () use ($services, $elsewhere, $json): string {
        $body = '{"price":10,"currency":"USD","succeed_url":"http://shop/ok","callback_url":"http://127.0.0.1:9/c?secret=1"}';
        $key = $services->merchants->first()->apiKey;

        return $json($elsewhere('POST', '/api/order/pay-url', $body, ['API-Key' => $key]))->text('data', 'pay_url');
    };

    $suite->test('every control endpoint is closed to another machine, and /latest too; the API is open', static function () use (
        $elsewhere,
        $payUrl,
    ): void {
        $payUrl();
        $source = (string) file_get_contents(dirname(__DIR__, 2) . '/src/Control/ControlApi.php');
        preg_match_all("/add\('([A-Z]+)', '([^']+)'/", $source, $routes, PREG_SET_ORDER);
        Check::true(count($routes) >= 40, count($routes) . ' routes');
        foreach ($routes as [, $method, $path]) {
            if ("$method $path" === 'GET /_sandbox/plain') {
                // The page that takes a pay URL; see below.
                continue;
            }
            $answer = $elsewhere($method, str_replace(['{id}', '{phone}', '{name}'], '1', $path), '{"order_id":"1"}');
            Check::same(403, $answer->status, "$method $path");
            Check::contains('developer_token', $answer->body);
        }
        Check::same([403, 403], [$elsewhere('GET', '/latest')->status, $elsewhere('GET', '/_sandbox/none')->status]);
        Check::same(401, $elsewhere('GET', '/api/v2/tx')->code);
    });

    $suite->test('/?token=… gives a cookie that scripts and other sites do not get; a wrong token gives none', static function () use (
        $config,
        $elsewhere,
        $token,
    ): void {
        Check::contains('To pay, open the pay URL', $elsewhere('GET', '/')->body);
        foreach (['/?token=' . substr($token, 1), '/?token=', '/?token[]=x'] as $target) {
            $refused = $elsewhere('GET', $target);
            Check::same([403, false], [$refused->status, isset($refused->headers['Set-Cookie'])], $target);
        }
        $let = $elsewhere('GET', "/?token=$token");
        Check::same([200, 'no-referrer'], [$let->status, $let->headers['Referrer-Policy']]);
        Check::contains('<meta http-equiv="refresh" content="0; url=./">', $let->body);
        Check::same("sandbox_developer_8480=$token; Path=/; HttpOnly; SameSite=Strict", $let->headers['Set-Cookie']);
        $cookie = ['Cookie' => explode(';', $let->headers['Set-Cookie'])[0]];
        Check::contains('developer.js', $elsewhere('GET', '/', '', $cookie)->body);
        Check::same([200, 200], [
            $elsewhere('GET', '/_sandbox/merchant', '', $cookie)->status,
            $elsewhere('GET', '/_sandbox/orders', '', ['Authorization' => "Bearer $token"])->status,
        ]);
        $foreign = $cookie + ['Origin' => 'http://evil.example'];
        Check::same(403, $elsewhere('GET', '/_sandbox/orders', '', $foreign)->status);
        $overTls = new Request('GET', '/', [], '', tls: 'TLSv1.3');
        Check::contains('; Secure', (new Gatekeeper($config(scheme: 'https')))->cookie($overTls));
    });

    $suite->test('a customer on another machine can pay with a pay URL, but not refund, and sees no callback address', static function () use (
        $elsewhere,
        $json,
        $payUrl,
        $token,
    ): void {
        $url = $payUrl();
        $content = $json($elsewhere('GET', '/_sandbox/cashier?pay_url=' . rawurlencode($url)));
        Check::same([200, '10.0', 'http://shop/ok'], [
            $content->status,
            $content->at('vs_price'),
            $content->at('shop', 'succeed_url'),
        ]);
        $act = static fn (array $body): Answer => $json($elsewhere('POST', '/_sandbox/pay', (string) json_encode($body)));
        $chosen = $act(['pay_url' => $url, 'action' => 'choose']);
        $paid = $act(['pay_url' => $url, 'action' => 'pay']);
        Check::same([200, 'SUCCESS'], [$paid->status, $paid->at('status')]);
        foreach ([$content, $chosen, $paid] as $answer) {
            Check::true(!str_contains($answer->body, 'secret'), 'the callback URL is shown');
        }
        $order = $paid->text('order_id');
        Check::same(403, $act(['order_id' => $order])->status);
        Check::same(403, $act(['pay_url' => $url, 'order_id' => $order])->status);
        Check::same(404, $act(['pay_url' => substr($url, 0, -64) . str_repeat('0', 64)])->status);
        Check::same(403, $elsewhere('POST', '/_sandbox/pay', '{')->status);
        foreach (['refund', 'resolve', 'terminate'] as $ofShop) {
            Check::same(403, $act(['pay_url' => $url, 'action' => $ofShop])->status, $ofShop);
            $form = http_build_query(['pay_url' => $url, 'action' => $ofShop]);
            Check::same(403, $elsewhere('POST', '/_sandbox/plain', $form)->status, $ofShop);
        }
        $page = '/_sandbox/cashier?pay_url=' . rawurlencode($url);
        Check::same(['SUCCESS', 'of_shop', null], [
            $json($elsewhere('GET', $page))->at('status'),
            $json($elsewhere('GET', $page))->at('actions', 'refund'),
            $json($elsewhere('GET', $page, '', ['Authorization' => "Bearer $token"]))->at('actions', 'refund'),
        ]);
        $foreign = ['Origin' => 'http://evil.example'];
        Check::same(403, $elsewhere('POST', '/_sandbox/pay', '{"pay_url":"' . $url . '"}', $foreign)->status);
        Check::contains('cashier.js', $elsewhere('GET', '/cashier')->body);
    });

    $suite->test('the page without scripts takes a pay URL from another machine, and shows it no other payment', static function () use (
        $elsewhere,
        $payUrl,
        $token,
    ): void {
        $url = $payUrl();
        $secret = substr($url, -64);
        $plain = static fn (string $query, string $bearer = ''): Response
            => $elsewhere('GET', "/_sandbox/plain$query", '', ['Authorization' => $bearer]);
        foreach (['' => 200, '?pay_url=x' => 404, '?pay_url=' => 200, '?pay_url=' . rawurlencode('http://s/#/cashier/1') => 404] as $query => $status) {
            $page = $plain($query);
            Check::same([$status, false], [$page->status, str_contains($page->body, $secret)], $query);
            Check::contains('name="pay_url"', $page->body);
        }
        Check::contains($secret, $plain('', "Bearer $token")->body);
        $page = $plain('?pay_url=' . rawurlencode($url));
        Check::same([200, true, false], [$page->status, str_contains($page->body, '10.0 USD'), str_contains($page->body, 'secret=1')]);
        Check::true(($page->headers['Referrer-Policy'] ?? '') !== 'no-referrer', 'its form would have Origin: null');
        $act = static fn (array $fields, string $origin = 'https://10.0.0.1:8480'): Response
            => $elsewhere('POST', '/_sandbox/plain', http_build_query($fields), ['Origin' => $origin]);
        $fields = ['pay_url' => $url, 'action' => 'choose', 'coin' => 'BTC/BTC'];
        Check::same([403, 403], [$act($fields, 'https://evil.example')->status, $act($fields, 'null')->status]);
        Check::same([403, 403], [$act(['order_id' => '1'] + $fields)->status, $act(['order_id' => '1'])->status]);
        Check::same(303, $act($fields)->status);
    });

    $suite->test('the events of a payment go to who has its pay URL, elsewhere without callback addresses', static function () use (
        $elsewhere,
        $payUrl,
        $token,
    ): void {
        $events = static function (string $query, string $bearer = '', string $origin = '') use ($elsewhere): array {
            $headers = ['Authorization' => $bearer, 'Origin' => $origin];
            $response = $elsewhere('GET', "/_sandbox/events$query", '', $headers);
            $stream = $response->stream === null ? [] : ($response->stream)();

            return [$response->status, implode('', is_array($stream) ? $stream : iterator_to_array($stream, false))];
        };
        $query = '?pay_url=' . rawurlencode($payUrl());
        [$status, $body] = $events($query);
        Check::same([200, false], [$status, str_contains($body, 'secret=1')]);
        Check::contains('"vs_price":"10.0"', $body);
        Check::contains('secret=1', $events($query, "Bearer $token")[1]);
        Check::same(403, $events('')[0]);
        Check::same(403, $events($query, origin: 'https://evil.example')[0]);
    });

    $suite->test('a running sandbox takes a forged Host for another machine, and its token opens it', static function (): void {
        foreach ([[], ['--tls']] as $options) {
            $sandbox = new Sandbox(...$options);
            $ask = static fn (string $bearer): int => $sandbox->call('GET', '/_sandbox/orders', null, [
                'Host' => 'evil.example',
                'Authorization' => "Bearer $bearer",
            ])->status;
            $tokens = [$sandbox->ready->text('developer_token'), $sandbox->ready->text('api_key'), ''];
            Check::same([200, 403, 403], array_map($ask, $tokens));
            Check::same(200, $sandbox->control('GET', '/orders')->status);
            Check::contains('To pay, open', $sandbox->call('GET', '/', null, ['Host' => 'evil.example'])->body);
            Check::contains('developer.js', $sandbox->call('GET', '/')->body);
        }
    });

    $suite->test('a merchant\'s world is guarded by the token of the sandbox, and its cookie serves all worlds', static function (): void {
        $sandbox = new Sandbox();
        $token = $sandbox->ready->text('developer_token');
        $worlds = [$sandbox, $sandbox->merchant('one'), $sandbox->merchant('two')];
        Check::same([$token, $token], [$worlds[1]->ready->at('developer_token'), $worlds[2]->ready->at('developer_token')]);
        $elsewhere = ['Host' => 'evil.example'];
        $let = $worlds[1]->call('GET', "/?token=$token", null, $elsewhere);
        Check::same(200, $let->status);
        $cookie = $let->headers['set-cookie'] ?? '';
        Check::contains('; Path=/;', $cookie);
        foreach ($worlds as $world) {
            foreach (['/_sandbox/orders', '/_sandbox/merchant', '/_sandbox/requests'] as $path) {
                $asked = [
                    $elsewhere,
                    $elsewhere + ['Cookie' => explode(';', $cookie)[0]],
                    $elsewhere + ['Authorization' => "Bearer $token"],
                    [],
                ];
                $statuses = [];
                foreach ($asked as $headers) {
                    $statuses[] = $world->call('GET', $path, null, $headers)->status;
                }
                Check::same([403, 200, 200, 200], $statuses, $path);
            }
            Check::same([403, 403], [
                $world->call('GET', '/latest', null, $elsewhere)->status,
                $world->call('GET', '/?token=wrong', null, $elsewhere)->status,
            ]);
            Check::contains('To pay, open', $world->call('GET', '/', null, $elsewhere)->body);
            Check::contains('developer.js', $world->call('GET', '/')->body);
            $payUrl = rawurlencode($world->payUrl('{"price":1,"currency":"USD","callback_url":"http://127.0.0.1/secret"}'));
            $content = $world->call('GET', "/_sandbox/cashier?pay_url=$payUrl", null, $elsewhere);
            Check::same([200, false], [$content->status, str_contains($content->body, 'secret')]);
        }
        $bare = $sandbox->call('GET', '/m/one?token=x');
        Check::same([308, '/m/one/?token=x'], [$bare->status, $bare->headers['location'] ?? '']);
    });

    $suite->test('the token is new at each start; --data keeps it, for this user alone', static function (): void {
        $folder = sys_get_temp_dir() . '/sandbox-data-' . bin2hex(random_bytes(6));
        $start = static function (string ...$options): string {
            $sandbox = new Sandbox(...$options);
            $token = $sandbox->ready->text('developer_token');
            $sandbox->stop();

            return $token;
        };
        $tokens = [$start(), $start(), $start('--data', $folder), $start('--data', $folder)];
        Check::matches('/^[0-9a-f]{32}$/', $tokens[0]);
        Check::same($tokens[2], $tokens[3]);
        Check::same(3, count(array_unique($tokens)), 'tokens');
        Check::same('0600', substr(sprintf('%o', fileperms("$folder/developer-token")), -4));
        file_put_contents("$folder/developer-token", '');
        Check::matches('/^[0-9a-f]{32}$/', $start('--data', $folder));
        Workspace::remove($folder);
    });
};
