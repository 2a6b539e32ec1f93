<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\EventStream;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $content = static fn (string $payUrl): Answer
        => $sandbox->control('GET', '/cashier?pay_url=' . rawurlencode($payUrl));
    /** Creates a pay URL, and chooses a coin. */
    $chosen = static function (string $currency) use ($sandbox): Answer {
        $payUrl = $sandbox->payUrl('{"price":25,"currency":"USD"}');

        return $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose', 'currency' => $currency]);
    };

    $suite->test('an order is paid in parts, to the last decimal; only the last part is called back', static function () use (
        $sandbox,
    ): void {
        $shop = new Shop(200);
        // 18 USD are 18.009 USDT, and the fee is 0.353.
        $id = $sandbox->order(',"callback_url":"' . $shop->uri . '/paid"');
        $steps = [
            ['0.000001', 'PARTIAL', '0.000001', '18.008999', '0'],
            ['17', 'PARTIAL', '17.000001', '1.008999', '16.647001'],
            ['1.008998', 'PARTIAL', '18.008999', '0.000001', '17.655999'],
        ];
        foreach ($steps as [$amount, $status, $received, $missing, $obtained]) {
            $order = $sandbox->pay($id, ['amount' => $amount]);
            Check::same(
                [$status, $received, $missing, $obtained],
                [$order->at('status'), $order->at('received'), $order->at('missing'), $order->at('obtained')],
            );
        }
        Check::same([], $sandbox->control('GET', "/orders/$id")->list('callbacks'));
        $paid = $sandbox->pay($id, []);
        Check::same(['SUCCESS', '18.009', '0'], [$paid->at('status'), $paid->at('received'), $paid->at('missing')]);
        Check::same('17.656', $sandbox->call('GET', "/api/v2/order/detail/$id")->at('data', 'obtained'));
        $shop->awaitCalls(1);
        Check::same(1, count($sandbox->control('GET', "/orders/$id")->list('callbacks')));
    });

    $suite->test('who pays more than the amount has paid, and the merchant gets all of it', static function () use (
        $sandbox,
        $chosen,
    ): void {
        // 25 USD are 0.04125 BNB, and the merchant has none yet.
        $order = $sandbox->pay($chosen('BNB')->text('order_id'), ['amount' => '1.5']);
        Check::same(['SUCCESS', '1.5', '0'], [$order->at('status'), $order->at('received'), $order->at('missing')]);
        Check::same('1.4998', $order->at('obtained'), 'without the fee');
        $wallets = $sandbox->call('GET', '/api/withdraw/wallets')->list('data', 'wallets');
        Check::same('1.5', array_column($wallets, 'balance', 'currency')['BNB']);
    });

    $suite->test('an amount that cannot be paid is refused with the reason, and nothing changes', static function () use (
        $sandbox,
    ): void {
        $id = $sandbox->order();
        foreach ([
            'amount must be greater than 0' => ['amount' => '0.00'],
            'amount is not an amount' => ['amount' => '-1'],
            'amount: USDT-ERC20 has at most 6 decimal places' => ['amount' => '0.0000001'],
            'amount must be a number' => ['amount' => true],
            'amount is only for the action pay and pay_again' => ['amount' => '1', 'action' => 'underpay'],
            'in_seconds is only for the action expire' => ['in_seconds' => 5],
            'in_seconds must be 1 to 86400' => ['in_seconds' => 0, 'action' => 'expire'],
            'in_seconds must be an integer' => ['in_seconds' => '5', 'action' => 'expire'],
        ] as $message => $fields) {
            $answer = $sandbox->pay($id, $fields);
            Check::same([400, $message], [$answer->status, $answer->at('error')]);
        }
        Check::contains('pay_again', $sandbox->pay($id, ['action' => 'steal'])->text('error'));
        $order = $sandbox->control('GET', "/orders/$id");
        Check::same(['PENDING', '0'], [$order->at('status'), $order->at('received')]);
        $payUrl = $sandbox->payUrl('{"price":10,"currency":"USD"}');
        Check::same(400, $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'amount' => 'x'])->status);
        $shown = $sandbox->control('GET', '/cashier?pay_url=' . rawurlencode($payUrl));
        Check::same(null, $shown->at('order_id'), 'no coin was chosen either');
        foreach ([
            $sandbox->control('POST', '/pay', ['pay_url' => 'https://pay.example/']),
            // Without percent-encoding, the # ends the URL.
            $sandbox->control('GET', '/cashier?pay_url=' . strtok($payUrl, '#')),
        ] as $answer) {
            Check::same(400, $answer->status);
            Check::contains('pay_url must be the whole URL', $answer->text('error'));
        }
    });

    $suite->test('a Lightning invoice is paid as a whole, and once', static function () use (
        $sandbox,
        $chosen,
    ): void {
        $id = $chosen('BTC-LN')->text('order_id');
        foreach ([['amount' => '0.0001'], ['action' => 'underpay']] as $fields) {
            Check::same(409, $sandbox->pay($id, $fields)->status);
        }
        Check::same('SUCCESS', $sandbox->pay($id, [])->at('status'));
        Check::same([409, 409], [$sandbox->pay($id, [])->status, $sandbox->pay($id, ['action' => 'pay_again'])->status]);
        $actions = $sandbox->control('GET', "/orders/$id")->list('actions');
        $reasons = array_column($actions, 'reason', 'action');
        Check::same(['A Lightning invoice is paid as a whole, and once', null], [$reasons['pay_again'], $reasons['refund']]);
    });

    $suite->test('an amount that has no half is not underpaid', static function () use ($sandbox): void {
        $payUrl = $sandbox->payUrl('{"price":0.000001,"currency":"USD"}');
        $order = $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => 'choose']);
        Check::same('0.000001', $order->at('amount'));
        Check::same(409, $sandbox->pay($order->text('order_id'), ['action' => 'underpay'])->status);
    });

    $suite->test('a paid order can be paid again: a second transaction and a second callback', static function () use (
        $sandbox,
    ): void {
        $shop = new Shop(200);
        $id = $sandbox->order(',"callback_url":"' . $shop->uri . '/paid"');
        Check::same(409, $sandbox->pay($id, ['action' => 'pay_again'])->status);
        $sandbox->pay($id, []);
        $again = $sandbox->pay($id, ['action' => 'pay_again']);
        Check::same(['SUCCESS', '36.018'], [$again->at('status'), $again->at('received')]);
        $shop->awaitCalls(2);
        $transactions = $sandbox->call('GET', '/api/v2/tx?sort=desc&size=2')->list('data', 'data');
        Check::same(['18.009', '18.009'], array_column($transactions, 'amount'));
        [$hash, $otherHash] = array_column($transactions, 'tx_hash');
        Check::true($hash !== $otherHash, 'two transfers');
        Check::same('REFUNDED', $sandbox->pay($id, ['action' => 'refund'])->at('status'));
        Check::same(409, $sandbox->pay($id, ['action' => 'refund'])->status);
    });

    $suite->test('an order expires after its own time, by the sandbox\'s clock', static function () use (
        $sandbox,
    ): void {
        $id = $sandbox->order();
        $order = $sandbox->pay($id, ['action' => 'expire', 'in_seconds' => 3600]);
        Check::same('PENDING', $order->at('status'));
        // Past the usual half hour, but not past its own time.
        $sandbox->control('POST', '/clock', ['offset_seconds' => 1900]);
        Check::same('PENDING', $sandbox->control('GET', "/orders/$id")->at('status'));
        $sandbox->control('POST', '/clock', ['offset_seconds' => 3700]);
        Check::same('OVERDUE', $sandbox->control('GET', "/orders/$id")->at('status'));
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
        $soon = $sandbox->order();
        $sandbox->pay($soon, ['action' => 'expire', 'in_seconds' => 1]);
        Check::soon(
            static fn (): bool => $sandbox->control('GET', "/orders/$soon")->at('status') === 'OVERDUE',
            'the end of its second',
        );
        Check::same(409, $sandbox->pay($soon, ['action' => 'expire', 'in_seconds' => 1])->status);
    });

    $suite->test('another coin is chosen while nothing was paid, and after the time is up', static function () use (
        $sandbox,
        $content,
    ): void {
        $payUrl = $sandbox->payUrl('{"price":25,"currency":"USD","id":"7"}');
        $choose = static fn (string $currency): Answer => $sandbox->control('POST', '/pay', [
            'pay_url' => $payUrl,
            'action' => 'choose_again',
            'currency' => $currency,
        ]);
        $first = $choose('BTC');
        $second = $choose('LTC');
        Check::same(['PENDING', 'LTC', '7'], [$second->at('status'), $second->at('currency'), $second->at('shop', 'id')]);
        Check::same('TERMINATED', $sandbox->control('GET', '/orders/' . $first->text('order_id'))->at('status'));
        Check::same($second->at('order_id'), $content($payUrl)->at('order_id'));
        $sandbox->pay($second->text('order_id'), ['action' => 'expire']);
        $third = $choose('ETH');
        Check::same('OVERDUE', $sandbox->control('GET', '/orders/' . $second->text('order_id'))->at('status'));
        // The customer of the expired order may have sent the coins all the same.
        Check::same('SUCCESS', $sandbox->pay($second->text('order_id'), [])->at('status'));
        $sandbox->pay($third->text('order_id'), ['amount' => '0.001']);
        Check::same(409, $choose('BTC')->status, 'after a part was paid');
        Check::same('partly_paid', $content($payUrl)->at('actions', 'choose_again'));
        $sandbox->pay($third->text('order_id'), ['action' => 'fail']);
        Check::same(409, $choose('BTC')->status, 'after a part was paid and the rest has failed');
        $refused = $sandbox->pay($sandbox->order(), ['action' => 'choose_again', 'currency' => 'BTC']);
        Check::same([409, 'The shop has chosen the coin of this order'], [$refused->status, $refused->at('error')]);
    });

    $suite->test('wallet links and QR codes have the exact amount in the unit of their scheme', static function () use (
        $content,
        $chosen,
    ): void {
        $dai = '0x6B175474E89094C44Da98b954EedeAC495271d0F';
        $usdt = '0xdAC17F958D2ee523a2206206994597C13D831ec7';
        foreach ([
            'BTC' => 'bitcoin:%s?amount=0.00025637',
            'LTC' => 'litecoin:%s?amount=0.3175',
            'ETH' => 'ethereum:%s@1?value=7100000000000000',
            'BNB' => 'ethereum:%s@56?value=41250000000000000',
            'USDT-ERC20' => "ethereum:$usdt@1/transfer?address=%s&uint256=25012500",
            'DAI-ERC20' => "ethereum:$dai@1/transfer?address=%s&uint256=25007500000000000000",
        ] as $currency => $link) {
            $order = $chosen($currency);
            $shown = $content($order->text('pay_url'));
            $expected = sprintf($link, $order->text('address'));
            Check::same($expected, $shown->at('wallet_uri'));
            // Only bech32 may be written in upper case, and the name of the parameter never.
            $upper = strtoupper(strstr($expected, '?', true) ?: '') . strstr($expected, '?');
            Check::same(in_array($currency, ['BTC', 'LTC'], true) ? $upper : $expected, $shown->at('qr_content'));
        }
        $lightning = $content($chosen('BTC-LN')->text('pay_url'));
        Check::same('lightning:' . $lightning->text('payment_request'), $lightning->at('wallet_uri'));
        Check::same(strtoupper($lightning->text('wallet_uri')), $lightning->at('qr_content'));
        $tron = $content($chosen('USDT-TRC20')->text('pay_url'));
        Check::same([null, $tron->text('address')], [$tron->at('wallet_uri'), $tron->at('qr_content')]);
    });

    $suite->test('the way back is the shop\'s page for the status, and only a page of the web', static function () use (
        $sandbox,
        $content,
    ): void {
        $urls = ',"succeed_url":"https://shop.example/ok","timeout_url":"https://shop.example/late"';
        $ways = ['pay' => 'https://shop.example/ok', 'expire' => 'https://shop.example/late', 'underpay' => ''];
        foreach ($ways as $action => $url) {
            $order = $sandbox->pay($sandbox->order($urls), ['action' => $action]);
            Check::same($url, $content($order->text('pay_url'))->at('return_url'));
        }
        $order = $sandbox->pay($sandbox->order(',"url":"javascript:alert(1)"'), []);
        Check::same('', $content($order->text('pay_url'))->at('return_url'));
    });

    $suite->test('an event comes when something has changed, and ends the stream', static function () use (
        $sandbox,
        $content,
        $chosen,
    ): void {
        $payUrl = $chosen('ETH')->text('pay_url');
        $version = $content($payUrl)->text('version');
        $stream = new EventStream($sandbox, $payUrl, $version);
        $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'amount' => '0.001']);
        $event = $stream->event();
        Check::same(['PARTIAL', '0.0061'], [$event->at('status'), $event->at('missing')]);
        Check::same($content($payUrl)->at('version'), $event->at('version'));
        // What a page missed comes at once; Last-Event-ID is newer than what its address says.
        Check::same('PARTIAL', (new EventStream($sandbox, $payUrl, $version))->event()->at('status'));
        $upToDate = new EventStream($sandbox, $payUrl, $version, ['Last-Event-ID' => $event->text('version')]);
        Check::true(!str_contains($upToDate->rest(), 'data:'), 'nothing to tell');
        Check::same(404, (new EventStream($sandbox, str_replace('cashier/', 'cashier/1', $payUrl), ''))->status);
        Check::same(400, (new EventStream($sandbox, 'http://127.0.0.1/', ''))->status);
    });

    $suite->test('the page without scripts: the browser\'s language, a redirect after a payment', static function () use (
        $sandbox,
        $chosen,
    ): void {
        $order = $chosen('ETH');
        $page = '/_sandbox/plain?pay_url=' . rawurlencode($order->text('pay_url'));
        foreach ([
            'de-CH,de;q=0.9,en;q=0.8' => 'de',
            'fr, en;q=0.5, de;q=0.7' => 'de',
            'en,de' => 'en',
            'de;q=0,en' => 'en',
            'xx;q=nonsense,,' => 'en',
            '' => 'en',
        ] as $accept => $language) {
            $answer = $sandbox->call('GET', $page, null, ['Accept-Language' => (string) $accept]);
            Check::contains("<html lang=\"$language\">", $answer->body);
            Check::contains("default-src 'self'", $answer->headers['content-security-policy'] ?? '');
        }
        $form = http_build_query(['pay_url' => $order->text('pay_url'), 'action' => 'pay']);
        Check::same(403, $sandbox->call('POST', '/_sandbox/plain', $form, ['Origin' => 'https://evil.example'])->status);
        $paid = $sandbox->call('POST', '/_sandbox/plain', $form);
        // Relative, as the pages of a merchant have a prefix.
        Check::same([303, substr($page, strlen('/_sandbox/'))], [$paid->status, $paid->headers['location'] ?? '']);
        $twice = $sandbox->call('POST', '/_sandbox/plain', $form);
        Check::same(409, $twice->status);
        Check::contains('That is no longer possible: the payment has changed.', $twice->body);
        Check::same(404, $sandbox->call('GET', '/_sandbox/plain?pay_url=%22%3E%3Cscript%3E')->status);
    });

    $suite->test('every file of the cashier is served, and no browser keeps it', static function () use ($sandbox): void {
        $public = dirname(__DIR__, 2) . '/public';
        $files = [...glob("$public/cashier*") ?: [], ...glob("$public/cashier/*") ?: [], ...glob("$public/lang/*") ?: []];
        Check::true(count($files) > 10, 'the files');
        foreach (array_filter($files, is_file(...)) as $file) {
            $path = str_replace([$public, '/cashier.html'], ['', '/cashier'], $file);
            $answer = $sandbox->call('GET', $path);
            Check::same([200, 'no-store'], [$answer->status, $answer->headers['cache-control'] ?? ''], $path);
            Check::same(file_get_contents($file), $answer->body, $path);
        }
    });
};
