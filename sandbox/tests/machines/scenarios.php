<?php

declare(strict_types=1);

// Tests on two machines, by their titles. The sandbox is on the first machine, the shop on the second.

namespace Aurpay\Sandbox\Tests;

use Aurpay\Sandbox\Process\Certificates;
use Aurpay\Sandbox\Process\Child;
use Aurpay\Sandbox\Process\Ports;

$start = static fn (string ...$options): Sandbox => new Sandbox(
    '--tls',
    '--listen',
    Machines::FIRST,
    '--name=gateway.test',
    ...$options,
);
/** An order from the shop's machine, paid on the sandbox's. Its callback goes to $url. */
$pay = static function (Sandbox $sandbox, string $url): string {
    $order = Machines::call(
        'POST',
        $sandbox->ready->text('base_uri') . '/api/order/pay-info',
        $sandbox->ready->text('ca_file'),
        ['API-Key' => $sandbox->ready->text('api_key')],
        ['chain' => 'ETH', 'currency' => 'ETH', 'vs_price' => 18, 'vs_currency' => 'USD', 'callback_url' => $url],
    );
    Check::same([200, 0, true], [$order->status, $order->curlError, $order->at('result')], $order->body);
    $id = $order->text('data', 'order_id');
    Check::same('SUCCESS', $sandbox->control('POST', '/pay', ['order_id' => $id])->at('status'));

    return $id;
};
$callback = static fn (Sandbox $sandbox, string $id): Answer => new Answer(
    0,
    [],
    (string) json_encode($sandbox->control('GET', "/orders/$id")->at('callbacks', 0)),
    0,
    0,
);
$refusal = static function (Sandbox $sandbox, string $id) use ($callback): string {
    Check::soon(static fn (): bool => $callback($sandbox, $id)->at('state') === 'refused', 'the refusal');

    return $callback($sandbox, $id)->text('attempts', 0, 'error');
};

return [
    'a shop on another machine pays over https with the printed CA, and gets its callback' => static function () use (
        $start,
        $pay,
        $callback,
    ): void {
        Machines::name(Machines::FIRST . ' gateway.test');
        putenv('SHOP_ADDRESS=' . Machines::SECOND);
        $shop = new Shop(200);
        $sandbox = $start('--allow-callback', Machines::SECOND);
        $base = $sandbox->ready->text('base_uri');
        Check::matches('~^https://gateway\.test:\d+$~', $base);
        $id = $pay($sandbox, "{$shop->uri}/paid?order=1");
        $shop->awaitCalls(1);
        Check::same('/paid?order=1', $shop->calls()[0]->at('target'));
        Check::soon(static fn (): bool => $callback($sandbox, $id)->at('state') === 'delivered', 'the delivery');

        $ca = $sandbox->ready->text('ca_file');
        $plain = static fn (string $host, ?string $file): Answer
            => Machines::call('GET', str_replace('gateway.test', $host, $base) . '/openapi.json', $file);
        Check::same(200, $plain(Machines::FIRST, $ca)->status, 'by its address');
        Check::same(CURLE_SSL_CACERT, $plain('gateway.test', null)->curlError, 'without the CA');
        $port = (int) parse_url($base, PHP_URL_PORT);
        Check::same('gateway.test', parse_url($sandbox->payUrl('{"price":1,"currency":"USD"}'), PHP_URL_HOST));
        Check::same(200, $sandbox->http->send('GET', "https://localhost:$port/_sandbox")->status, 'control, from here');
        $control = static fn (string $path, string $token = ''): Answer => Machines::call(
            'GET',
            "$base/_sandbox$path",
            $ca,
            $token === '' ? [] : ['Authorization' => "Bearer $token"],
        );
        Check::same(403, $control('/orders')->status, 'control, from elsewhere');
        Check::same(200, $control('/orders', $sandbox->ready->text('developer_token'))->status, 'with the token');
        $payUrl = rawurlencode($sandbox->payUrl('{"price":1,"currency":"USD","callback_url":"http://127.0.0.1/secret"}'));
        $content = $control("/cashier?pay_url=$payUrl");
        Check::same([200, false], [$content->status, str_contains($content->body, 'secret')], 'a customer elsewhere');
    },

    'an https shop on another machine gets its callback, verified with --shop-ca' => static function () use (
        $start,
        $pay,
        $callback,
    ): void {
        Machines::name(Machines::FIRST . ' gateway.test', Machines::SECOND . ' shop.test');
        $folder = getenv('MACHINES') . '/shop';
        mkdir($folder);
        $files = Certificates::in($folder, ['shop.test'], false);
        $port = Ports::free();
        $address = Machines::SECOND . ":$port";
        $script = __DIR__ . '/tls-shop.php';
        $arguments = [$script, $address, $files->certificateFile, $files->keyFile, "$folder/calls"];
        $shop = Child::start('the shop', Machines::php(...$arguments), [], '/dev/null');
        Check::soon(static fn (): bool => is_resource(@fsockopen(Machines::SECOND, $port)), 'the shop');

        $sandbox = $start('--allow-callback=shop.test', '--shop-ca', $files->caFile);
        $pay($sandbox, "https://shop.test:$port/paid?order=2");
        Check::soon(static fn (): bool => is_file("$folder/calls"), 'the callback');
        Check::same("GET /paid?order=2 HTTP/1.1\r\n", file_get_contents("$folder/calls"));
        $sandbox->stop();

        // The address is allowed, but the certificate does not name it.
        $strict = $start('--allow-callback=10.77.0.0/24', '--shop-ca', $files->caFile);
        $id = $pay($strict, "https://$address/paid");
        $attempts = static fn (): int => count($callback($strict, $id)->list('attempts'));
        Check::soon(static fn (): bool => $attempts() > 0, 'an attempt');
        Check::contains('SSL', $callback($strict, $id)->text('attempts', 0, 'error'));
        $shop->kill();
    },

    'a callback goes only to the addresses that --allow-callback names' => static function () use (
        $start,
        $pay,
        $refusal,
    ): void {
        Machines::name(Machines::FIRST . ' gateway.test', Machines::SECOND . ' shop.test', Machines::THIRD . ' third.test');
        putenv('SHOP_ADDRESS=' . Machines::THIRD);
        $third = new Shop(200);
        putenv('SHOP_ADDRESS=' . Machines::SECOND);
        $shop = new Shop(200);
        $named = static fn (string $host): string => str_replace(Machines::SECOND, $host, $shop->uri) . '/c';
        $reason = static fn (string $host): string
            => "not delivered: $host is neither a loopback address nor allowed by --allow-callback";

        // The range has the third address too, so another one is outside of it.
        $by = ['an address' => Machines::SECOND, 'a range' => '10.77.0.2/31', 'a name' => 'shop.test'];
        foreach ($by as $kind => $allowed) {
            $sandbox = $start('--allow-callback', $allowed);
            $before = count($shop->calls());
            $pay($sandbox, $named('shop.test'));
            $shop->awaitCalls($before + 1);
            $host = $kind === 'a range' ? '10.77.0.4' : 'third.test';
            $url = str_replace(Machines::THIRD, $host, $third->uri);
            Check::same($reason($host), $refusal($sandbox, $pay($sandbox, "$url/c")), $kind);
            Check::same($reason('[::ffff:10.77.0.9]'), $refusal($sandbox, $pay($sandbox, 'http://[::ffff:10.77.0.9]/c')));
            $sandbox->stop();
        }
        Check::same([], $third->calls());

        $default = $start();
        $told = $refusal($default, $pay($default, $named(Machines::SECOND)));
        Check::same('not delivered: the sandbox calls only loopback addresses (see --allow-callback)', $told);
    },

    'a name whose address changes after it was checked leads to the checked address' => static function () use (
        $start,
        $pay,
        $refusal,
    ): void {
        Machines::name(Machines::FIRST . ' gateway.test');
        putenv('SHOP_ADDRESS=' . Machines::THIRD);
        $third = new Shop(200);
        $port = (int) parse_url($third->uri, PHP_URL_PORT);
        $folder = getenv('MACHINES') . '/shop';
        mkdir($folder);
        file_put_contents("$folder/statuses", '200');
        file_put_contents("$folder/calls", '');
        // The other shop has the same port, so that only the address tells them apart.
        $shop = Child::start(
            'the shop',
            Machines::php('-S', Machines::SECOND . ":$port", dirname(__DIR__) . '/support/shop.php'),
            ['SHOP_DIRECTORY' => $folder],
            '/dev/null',
        );
        Check::soon(static fn (): bool => is_resource(@fsockopen(Machines::SECOND, $port)), 'the shop');
        $names = Child::start(
            'the name server',
            [PHP_BINARY, __DIR__ . '/name-server.php', Machines::FIRST, Machines::SECOND, Machines::THIRD],
            [],
            '/dev/null',
        );

        // A lookup before the name server listens fails, and is repeated.
        $sandbox = $start('--allow-callback', Machines::SECOND);
        $pay($sandbox, "http://moving.test:$port/first");
        Check::soon(static fn (): bool => file_get_contents("$folder/calls") !== '', 'the callback');
        Check::contains('"target":"\/first"', (string) file_get_contents("$folder/calls"));
        // Now the name has the other address.
        Check::contains('moving.test is neither', $refusal($sandbox, $pay($sandbox, "http://moving.test:$port/second")));
        Check::same([], $third->calls());
        $names->kill();
        $shop->kill();
    },

    'a name server that does not answer delays only the callback that needs it' => static function () use (
        $pay,
        $callback,
    ): void {
        // The shop calls the sandbox by its address. By name, the libcurl of the shop would wait, too: 8.20 and later ask
        // the name server for an IPv6 address even if /etc/hosts has an IPv4 one.
        $silent = stream_socket_server('udp://' . Machines::FIRST . ':53', $number, $reason, STREAM_SERVER_BIND);
        Check::true($silent !== false, "a name server: $reason");
        putenv('SHOP_ADDRESS=' . Machines::SECOND);
        $shop = new Shop(200);
        $sandbox = new Sandbox(
            '--tls',
            '--listen',
            Machines::FIRST,
            '--allow-callback=slow.test',
            '--allow-callback',
            Machines::SECOND,
        );
        $slow = $pay($sandbox, 'http://slow.test/c');
        $pay($sandbox, "{$shop->uri}/c");
        $shop->awaitCalls(1);
        Check::same([], $callback($sandbox, $slow)->at('attempts'));
        Check::soon(static fn (): bool => $callback($sandbox, $slow)->list('attempts') !== [], 'the end of the lookup');
        Check::same('no address found for slow.test', $callback($sandbox, $slow)->at('attempts', 0, 'error'));
        Check::same('pending', $callback($sandbox, $slow)->at('state'));
    },

    'IPv6: an address in the certificate, in base_uri and for callbacks' => static function () use ($pay): void {
        $folder = getenv('MACHINES') . '/data';
        $sandbox = new Sandbox('--tls', '--listen', 'fd77::1', '--allow-callback=fd77::/64', '--data', $folder);
        Check::matches('~^https://\[fd77::1\]:\d+$~', $sandbox->ready->text('base_uri'));
        putenv('SHOP_ADDRESS=[fd77::2]');
        $shop = new Shop(200);
        $pay($sandbox, "{$shop->uri}/c");
        $shop->awaitCalls(1);
    },

    'all addresses: --listen 0.0.0.0 and ::' => static function (): void {
        Machines::name(Machines::FIRST . ' gateway.test', 'fd77::1 gateway6.test');
        foreach (['0.0.0.0' => [200, 0], '::' => [200, 200]] as $address => $statuses) {
            $sandbox = new Sandbox('--tls', '--listen', (string) $address, '--name=gateway.test', '--name=gateway6.test');
            $base = $sandbox->ready->text('base_uri');
            $seen = [];
            foreach (['gateway.test', 'gateway6.test'] as $host) {
                $url = str_replace('gateway.test', $host, $base) . '/openapi.json';
                $seen[] = Machines::call('GET', $url, $sandbox->ready->text('ca_file'))->status;
            }
            Check::same($statuses, $seen, (string) $address);
            $sandbox->stop();
        }
    },
];
