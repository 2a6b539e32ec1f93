<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

// What the developer's page shows and does. How it looks is tested in tests/browser.
return static function (Suite $suite): void {
    $sandbox = new Sandbox();

    $suite->test('an order says which actions are possible: exactly those that are then accepted', static function () use (
        $sandbox,
    ): void {
        $statuses = ['PENDING', 'SUCCESS', 'RESOLVED', 'PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'REFUNDED'];
        $asked = 0;
        foreach ($statuses as $status) {
            $seed = ['status' => $status, 'count' => 12];
            $seeded = $sandbox->control('POST', '/orders', $seed);
            $order = $sandbox->control('GET', '/orders/' . $seeded->text('order_ids', 0));
            foreach (array_keys($order->list('actions')) as $i) {
                $action = $order->text('actions', $i, 'action');
                $asks = ['order_id' => $seeded->text('order_ids', $i), 'action' => $action];
                $answer = $sandbox->control('POST', '/pay', $asks);
                $isPossible = $order->at('actions', $i, 'possible') === true;
                Check::same($isPossible ? 200 : 409, $answer->status, "$action of $status");
                if ($isPossible) {
                    Check::same([$order->at('actions', $i, 'becomes'), null], [$answer->at('status'), $order->at('actions', $i, 'reason')]);
                } else {
                    Check::matches("/^The order is $status; this needs [A-Z, or]+\$/", $order->text('actions', $i, 'reason'));
                }
                $asked++;
            }
        }
        Check::true($asked >= 8 * 7, "$asked actions");
    });

    $suite->test('a payment after the timeout is called late', static function () use ($sandbox): void {
        $id = $sandbox->order();
        $titles = static fn (): array => array_column($sandbox->control('GET', "/orders/$id")->list('actions'), 'title', 'action');
        Check::same('Pay', $titles()['pay'] ?? null);
        $sandbox->control('POST', '/pay', ['order_id' => $id, 'action' => 'expire']);
        Check::same('Pay late', $titles()['pay'] ?? null);
    });

    $suite->test('a refund through the control endpoint is that of the API; both transactions are shown', static function () use (
        $sandbox,
    ): void {
        $id = $sandbox->order();
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        Check::same('REFUNDED', $sandbox->control('POST', '/pay', ['order_id' => $id, 'action' => 'refund'])->at('status'));
        Check::same('REFUNDED', $sandbox->call('GET', "/api/v2/order/detail/$id")->at('data', 'status'));
        $order = $sandbox->control('GET', "/orders/$id");
        Check::same(['ORDER', 'REFUND'], array_column($order->list('transactions'), 'tx_type'));
        $unknown = $sandbox->control('POST', '/pay', ['order_id' => $id, 'action' => 'steal']);
        Check::same(400, $unknown->status);
        Check::matches('/^action must be choose, .*pay.*, refund$/', $unknown->text('error'));
    });

    $suite->test('orders are found by id, the shop\'s id, status and coin, and come in pages', static function () use (
        $sandbox,
    ): void {
        $sandbox->control('POST', '/reset');
        $bitcoin = ['currency' => 'BTC', 'chain' => 'BTC', 'vs_price' => 10, 'vs_currency' => 'EUR', 'id' => 'Shop-7_%'];
        $sandbox->call('POST', '/api/order/pay-info', (string) json_encode($bitcoin));
        $sandbox->control('POST', '/orders', ['count' => 3, 'status' => 'SUCCESS']);
        $id = $sandbox->order(',"id":"other"');
        $found = static fn (string $words): mixed => $sandbox->control('GET', '/orders?q=' . rawurlencode($words))->at('total');
        $searches = [
            '' => 5, $id => 1, substr($id, 3, 15) => 1, 'SHOP-7' => 1, 'other' => 1, 'success' => 3,
            'usdt success' => 3, 'btc pending' => 1, '  btc   success ' => 0, '_%' => 1, '%' => 1, "'" => 0,
        ];
        foreach ($searches as $words => $count) {
            Check::same($count, $found((string) $words), "'$words'");
        }
        $second = $sandbox->control('GET', '/orders?size=2&page=2');
        $all = array_column($sandbox->control('GET', '/orders')->list('orders'), 'order_id');
        Check::same([5, array_slice($all, 2, 2)], [$second->at('total'), array_column($second->list('orders'), 'order_id')]);
        Check::same([5, $id], [count($all), $all[0]], 'the newest comes first');
    });

    $suite->test('a pay URL without a coin is listed until a coin is chosen', static function () use ($sandbox): void {
        $sandbox->control('POST', '/reset');
        $payUrl = $sandbox->payUrl('{"price":10,"currency":"USD","id":"9"}');
        $waiting = $sandbox->control('GET', '/checkouts');
        Check::same([$payUrl, '9'], [$waiting->at('checkouts', 0, 'pay_url'), $waiting->at('checkouts', 0, 'shop', 'id')]);
        $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose']);
        Check::same([], $sandbox->control('GET', '/checkouts')->list('checkouts'));
    });

    $suite->test('/latest leads to the newest payment, whatever the sandbox\'s clock says; else 404 with words', static function () use (
        $sandbox,
    ): void {
        $base = $sandbox->ready->text('base_uri');
        $latest = static function () use ($sandbox): array {
            $answer = $sandbox->call('GET', '/latest');

            return [$answer->status, ltrim($answer->headers['location'] ?? '', '.')];
        };
        $sandbox->control('POST', '/reset');
        Check::same([404, ''], $latest());
        Check::contains('There is no payment yet', $sandbox->call('GET', '/latest')->body);
        $sandbox->control('POST', '/clock', ['offset_seconds' => 86_400]);
        $first = $sandbox->order();
        Check::same([303, "/#/cashier/$first"], $latest());
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
        $payUrl = $sandbox->payUrl('{"price":10,"currency":"USD"}');
        Check::same([303, substr($payUrl, strlen($base))], $latest());
        $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose']);
        $chosen = $sandbox->control('GET', '/cashier?pay_url=' . rawurlencode($payUrl))->text('order_id');
        Check::same([303, "/#/cashier/$chosen"], $latest());
    });

    $suite->test('the credentials come with the lines of a .env file, under the names of the examples', static function (): void {
        foreach ([[], ['--tls']] as $options) {
            $sandbox = new Sandbox(...$options);
            $settings = $sandbox->control('GET', '/merchant');
            foreach (['api_key', 'callback_secret', 'developer_token', 'azpays_token', 'ca_file', 'control_uri'] as $name) {
                Check::same($sandbox->ready->at($name), $settings->at($name), $name);
            }
            $expected = array_filter([
                'AURPAY_BASE_URI' => $sandbox->ready->at('base_uri'),
                'AURPAY_API_TOKEN' => $sandbox->ready->at('api_token'),
                'AURPAY_API_SECRET' => $sandbox->ready->at('api_secret'),
                'AURPAY_CALLBACK_TOKEN' => $sandbox->ready->at('callback_token'),
                'AURPAY_CALLBACK_SECRET' => $sandbox->ready->at('callback_secret'),
                'AURPAY_CONTROL_URI' => $sandbox->ready->at('control_uri'),
                'AURPAY_CA_FILE' => $sandbox->ready->at('ca_file'),
            ]);
            Check::same($expected, parse_ini_string($settings->text('environment'), false, INI_SCANNER_RAW));
            $example = (string) file_get_contents(dirname(__DIR__, 3) . '/examples/shop/bootstrap.php');
            foreach (['BASE_URI', 'API_TOKEN', 'API_SECRET', 'CALLBACK_TOKEN', 'CALLBACK_SECRET', 'CA_FILE'] as $name) {
                Check::contains("'AURPAY_$name'", $example);
            }
        }
        $sandbox->control('POST', '/merchant', ['api_secret' => "a b\"c\$d\\e\nf"]);
        $line = 'AURPAY_API_SECRET="a b\"c\$d\\\\e\nf"' . "\n";
        Check::contains($line, $sandbox->control('GET', '/merchant')->text('environment'));
    });

    $suite->test('the page and all its files are served, and need no inline script or style', static function () use (
        $sandbox,
    ): void {
        $page = $sandbox->call('GET', '/');
        Check::contains("default-src 'none'; script-src 'self'; style-src 'self'", $page->headers['content-security-policy'] ?? '');
        preg_match_all('/(?:src|href)="([a-z-]+\.(?:js|css))"/', $page->body, $matches);
        $files = array_map(static fn (string $file): string => "/$file", $matches[1]);
        $served = [];
        while (($file = array_shift($files)) !== null) {
            $answer = $sandbox->call('GET', $file);
            Check::same([200, 'nosniff'], [$answer->status, $answer->headers['x-content-type-options'] ?? ''], $file);
            Check::contains(str_ends_with($file, '.css') ? 'text/css' : 'text/javascript', $answer->headers['content-type'] ?? '');
            $served[] = $file;
            preg_match_all('~from \'\./([a-z-]+/)?([a-z-]+\.js)\'~', $answer->body, $imports, PREG_SET_ORDER);
            foreach ($imports as [, $folder, $name]) {
                $next = rtrim(dirname($file), '/') . "/$folder$name";
                in_array($next, [...$served, ...$files], true) || $files[] = $next;
            }
            Check::true(preg_match('/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b/', $answer->body) !== 1, $file);
        }
        $present = glob(dirname(__DIR__, 2) . '/public/developer/*.js') ?: [];
        Check::same(count($present) + 3, count($served), 'files of the page');
        foreach (['<style', ' style=', ' onclick=', 'javascript:', '<script>'] as $inline) {
            Check::true(!str_contains($page->body, $inline), $inline);
        }
        foreach (['/developer/none.js', '/developer/../index.php', '/developer/%2e%2e/index.php'] as $file) {
            Check::same(404, $sandbox->call('GET', $file)->status, $file);
        }
        Check::contains('# The Aurpay sandbox', $sandbox->call('GET', '/readme')->body);
        Check::same(0, $sandbox->control('GET', '/requests?q=developer.js')->at('total'), 'pages are not in the log');
    });
};
