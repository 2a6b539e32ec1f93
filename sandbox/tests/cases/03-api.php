<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $lightning = ['API-Key' => $sandbox->ready->text('lightning_api_key')];

    $suite->test('login gives an access token, which gives the API key', static function () use ($sandbox): void {
        $form = http_build_query([
            'username' => $sandbox->ready->text('username'),
            'password' => $sandbox->ready->text('password'),
        ]);
        $login = $sandbox->call('POST', '/api/user/login', $form, ['API-Key' => '']);
        Check::same(0, $login->at('code'));
        Check::same(86400, $login->at('data', 'expire'));
        $token = $login->text('data', 'access_token');
        Check::same(3, count(explode('.', $token)));
        $key = $sandbox->call('GET', '/api/plugin/key', null, ['API-Key' => '', 'Authorization' => "Bearer $token"]);
        Check::same($sandbox->ready->text('api_key'), $key->text('data', 'api_key'));
        Check::same($sandbox->ready->text('user_id'), $key->text('data', 'user_id'));
    });

    $suite->test('a wrong password is the documents\' 404, a forged or expired token a 401', static function () use (
        $sandbox,
    ): void {
        $user = $sandbox->ready->text('username');
        $login = $sandbox->call('POST', '/api/user/login', http_build_query(['username' => $user, 'password' => 'x']));
        Check::same(200, $login->status);
        Check::same('Invalid password or username', $login->text('message'));
        Check::same([false, 404], [$login->at('result'), $login->at('code')]);
        $password = $sandbox->ready->text('password');
        $form = http_build_query(['username' => $user, 'password' => $password]);
        $token = $sandbox->call('POST', '/api/user/login', $form)->text('data', 'access_token');
        $bearer = ['Authorization' => 'Bearer ' . substr($token, 0, -2) . 'xx'];
        $forged = $sandbox->call('GET', '/api/plugin/key', null, $bearer);
        Check::same(401, $forged->at('code'));
        $sandbox->control('POST', '/clock', ['offset_seconds' => 86401]);
        $expired = $sandbox->call('GET', '/api/plugin/key', null, ['Authorization' => "Bearer $token"]);
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
        Check::same(401, $expired->at('code'));
    });

    $suite->test('without a key: byte for byte the documents\' 401, with HTTP 200', static function () use (
        $sandbox,
    ): void {
        foreach (['/api/order/pay-url', '/api/order/pay/token'] as $path) {
            $answer = $sandbox->call('POST', $path, '{}', ['API-Key' => '']);
            Check::same(200, $answer->status);
            $message = 'The API-Key is missing in the request header';
            Check::same('{"code":401,"message":"' . $message . '","data":{},"result":false}', $answer->body);
            Check::matches('/^[0-9a-f]{32}$/', $answer->headers['a-trace-id'] ?? '');
        }
    });

    $suite->test('a wrong key is a 401', static function () use ($sandbox): void {
        Check::same(401, $sandbox->call('GET', '/api/v2/tx', null, ['API-Key' => 'wrong'])->at('code'));
    });

    $suite->test('48 fiat and 10 cryptocurrencies, as the documents list them', static function () use (
        $sandbox,
    ): void {
        $fiat = $sandbox->call('GET', '/api/order/pay/real-currency');
        Check::same(48, count($fiat->list('data')));
        Check::same(['currency' => 'USD', 'name' => 'Ultimate Strength Design'], $fiat->at('data', 0));
        Check::same(['currency' => 'VEF', 'name' => 'Venezuelan Bolívar'], $fiat->at('data', 43));
        Check::same(['currency' => 'XAU', 'name' => 'Gold Ounce'], $fiat->at('data', 47));
        $crypto = $sandbox->call('GET', '/api/order/pay/crypto-currency');
        Check::same(10, count($crypto->list('data')));
        Check::same(['chain' => 'BLN', 'currency' => 'BTC-LN', 'status' => true], $crypto->at('data', 5));
    });

    $suite->test('pay-url answers with pay_url alone', static function () use ($sandbox): void {
        $answer = $sandbox->call('POST', '/api/order/pay-url', '{"price":10,"currency":"USD","id":"123456"}');
        Check::same(['code', 'message', 'data', 'result'], array_keys($answer->list()));
        Check::same(['pay_url'], array_keys($answer->list('data')));
        $base = preg_quote($sandbox->ready->text('base_uri'), '~');
        Check::matches("~^$base/#/cashier/choose\\?token=[0-9a-f]{64}$~", $answer->text('data', 'pay_url'));
    });

    $suite->test('pay-info answers with numbers, list and detail with strings', static function () use (
        $sandbox,
    ): void {
        $body = '{"chain":"ETH","currency":"USDT-ERC20","vs_currency":"USD","vs_price":18}';
        $answer = $sandbox->call('POST', '/api/order/pay-info', $body);
        Check::contains('"status":"PENDING","amount":18.009,', $answer->body);
        Check::contains('"vs_currency":"USD","vs_price":18,', $answer->body);
        Check::contains('"contract_addr":"0xdAC17F958D2ee523a2206206994597C13D831ec7"', $answer->body);
        $id = $answer->text('data', 'order_id');
        Check::matches('/^[0-9]{20}$/', $id);
        foreach (["/api/v2/order/?order_id=$id", "/api/v2/order/detail/$id"] as $target) {
            Check::contains('"amount":"18.009","vs_price":"18.0"', $sandbox->call('GET', $target)->body);
        }
    });

    $suite->test('the detail of an unpaid invoice is the example\'s, false and "" too', static function () use (
        $sandbox,
    ): void {
        $id = $sandbox->control('POST', '/orders', ['order_type' => 'INVOICE'])->text('order_ids', 0);
        $detail = $sandbox->call('GET', "/api/v2/order/detail/$id");
        Check::same(
            [
                'user_id', 'order_id', 'order_type', 'platform', 'status', 'chain', 'chain_name', 'currency', 'amount',
                'vs_price', 'vs_currency', 'remark', 'refund', 'create_time', 'update_time', 'tx_id', 'tx_type',
                'obtained', 'fee', 'from_addr', 'to_addr', 'tx_hash', 'contract_id',
            ],
            array_keys($detail->list('data')),
        );
        Check::same([false, ''], [$detail->at('data', 'to_addr'), $detail->at('data', 'tx_hash')]);
    });

    $suite->test('a price keeps its digits: 0.1, 19.99 and 18 decimals', static function () use ($sandbox): void {
        foreach (['0.1', '19.99', '1234.000000000000000001'] as $price) {
            $body = '{"chain":"ETH","currency":"ETH","vs_currency":"EUR","vs_price":' . $price . '}';
            $answer = $sandbox->call('POST', '/api/order/pay-info', $body);
            Check::contains('"vs_price":' . $price . ',', $answer->body);
            $detail = $sandbox->call('GET', '/api/v2/order/detail/' . $answer->text('data', 'order_id'));
            Check::same($price, $detail->text('data', 'vs_price'));
        }
    });

    $bad = [
        '{"currency":"USD"}' => 'price is required',
        '{"price":null,"currency":"USD"}' => 'price is required',
        '{"price":10}' => 'currency is required',
        '{"price":"10","currency":"USD"}' => 'price must be a number',
        '{"price":0,"currency":"USD"}' => 'price must be greater than 0',
        '{"price":-1,"currency":"USD"}' => 'price is not an amount',
        '{"price":10,"currency":"XXX"}' => 'unknown currency',
        '{"price":10,"currency":"USD"' => 'not valid JSON',
        '{"price":10,"currency":"USD",} // comment' => 'not valid JSON',
        '[1]' => 'must be a JSON object',
        '{"price":10,"currency":"USD","callback_url":"javascript:alert(1)"}' => 'callback_url is not',
        '{"price":10,"currency":"USD","enable_post_callback":"yes"}' => 'enable_post_callback must be',
    ];
    foreach ($bad as $body => $message) {
        $suite->test("a bad request is explained: $message", static function () use ($sandbox, $body, $message): void {
            $answer = $sandbox->call('POST', '/api/order/pay-url', $body);
            Check::same(200, $answer->status);
            Check::same(['result', 'code', 'message', 'trace_id'], array_keys($answer->list()));
            Check::same([false, 400], [$answer->at('result'), $answer->at('code')]);
            Check::contains($message, $answer->text('message'));
            Check::same($answer->headers['a-trace-id'] ?? '', $answer->text('trace_id'));
        });
    }

    $suite->test('unknown orders and paths are told apart', static function () use ($sandbox): void {
        $order = $sandbox->call('GET', '/api/v2/order/detail/20240101000000000000');
        Check::same([200, 404], [$order->status, $order->at('code')]);
        Check::same(404, $sandbox->call('GET', '/api/none')->status);
        Check::same(405, $sandbox->call('GET', '/api/order/pay-url')->status);
    });

    $suite->test('an order is refunded once, and the fee is not quite refund-info\'s', static function () use (
        $sandbox,
    ): void {
        $id = $sandbox->order();
        Check::same(400, $sandbox->call('GET', "/api/v2/order/refund-info/$id")->at('code'));
        $sandbox->control('POST', '/pay', ['order_id' => $id]);
        Check::same(true, $sandbox->call('GET', "/api/v2/order/detail/$id")->at('data', 'refund'));
        $info = $sandbox->call('GET', "/api/v2/order/refund-info/$id");
        Check::contains('"amount":18.009,"network_fee":0.353,"obtained":17.656,', $info->body);
        $refund = $sandbox->call('POST', "/api/v2/order/refund/$id");
        Check::contains('"amount":18.009,"network_fee":0.353494,"obtained":17.655506,', $refund->body);
        Check::same(60, $refund->at('data', 'refund_et'));
        Check::same('REFUNDED', $sandbox->call('GET', "/api/v2/order/detail/$id")->at('data', 'status'));
        Check::same(400, $sandbox->call('POST', "/api/v2/order/refund/$id")->at('code'));
        Check::same(1, $sandbox->call('GET', '/api/v2/tx?type=REFUND')->at('data', 'total'));
    });

    $suite->test('withdraw is the documents\' 40004 until the merchant is verified', static function () use (
        $sandbox,
    ): void {
        $body = '{"amount":10,"chain":"ETH","currency":"USDT-ERC20"}';
        $refused = $sandbox->call('POST', '/api/withdraw', $body);
        Check::same([false, 40004], [$refused->at('result'), $refused->at('code')]);
        Check::contains('KYB verification', $refused->text('message'));
        $sandbox->control('POST', '/merchant', ['kyb_verified' => true]);
        $before = $sandbox->call('GET', '/api/withdraw/wallets');
        Check::same(true, $before->at('data', 'invented'));
        $done = $sandbox->call('POST', '/api/withdraw', $body);
        Check::same([0, true], [$done->at('code'), $done->at('data', 'invented')]);
        $tooMuch = $sandbox->call('POST', '/api/withdraw', '{"amount":1000000,"chain":"ETH","currency":"USDT-ERC20"}');
        Check::same([40005, 'Insufficient account balance'], [$tooMuch->at('code'), $tooMuch->at('message')]);
        $ln = $sandbox->call('POST', '/api/withdraw', '{"amount":0.0001,"chain":"BLN","currency":"BTC-LN"}');
        Check::contains('verify_code is required', $ln->text('message'));
    });

    $suite->test('contract/balance is the documents\' example with JSON numbers', static function () use (
        $sandbox,
    ): void {
        $answer = $sandbox->call('GET', '/api/contract/balance');
        Check::contains('{"chain":"ETH","currency":"ETH","amount":10.31299}', $answer->body);
        Check::contains('{"chain":"ETH","currency":"SHIB-ERC20","amount":890220}', $answer->body);
    });

    $suite->test('Lightning endpoints take the Lightning key only', static function () use (
        $sandbox,
        $lightning,
    ): void {
        $refused = $sandbox->call('GET', '/api/bln/balance');
        Check::same(401, $refused->at('code'));
        Check::contains('Only the API-Key of the lightning network', $refused->text('message'));
        $balance = $sandbox->call('GET', '/api/bln/balance', null, $lightning);
        Check::same('0.00282246368', $balance->at('data', 'balance'));
    });

    $suite->test('a Lightning order carries an invoice over its amount, as a string', static function () use (
        $sandbox,
        $lightning,
    ): void {
        $answer = $sandbox->call('POST', '/api/bln/order', '{"price":20,"currency":"USD"}', $lightning);
        Check::same('0.0002051', $answer->at('data', 'amount'));
        Check::matches('/^lnbc205100n1/', $answer->text('data', 'payment_request'));
        Check::matches('/^[0-9a-f]{64}$/', $answer->text('data', 'payment_addr'));
        Check::same('BTC-LN', $answer->at('data', 'currency'));
    });

    $suite->test('a Lightning withdrawal takes its amount from the body or the invoice', static function () use (
        $sandbox,
        $lightning,
    ): void {
        $invoice = 'lnbc1pnzusnspp500cnjqhkc8vhzysu5flta5r3354mhw6fwra6n6dxlrcjwum99t0s';
        $call = static fn (string $body) => $sandbox->call('POST', '/api/bln/withdraw', $body, $lightning);
        $answer = $call('{"amount":0.00004321,"ln_invoices":"' . $invoice . '"}');
        Check::same(['0.00004321', '0.00277925368'], [$answer->at('data', 'amount'), $answer->at('data', 'balance')]);
        Check::same('0.00002', $call('{"ln_invoices":"lnbc20000n1pnzusnspp5"}')->at('data', 'amount'));
        Check::contains('amount is required', $call('{"ln_invoices":"' . $invoice . '"}')->text('message'));
        Check::same(40005, $call('{"amount":1,"ln_invoices":"' . $invoice . '"}')->at('code'));
        Check::same(400, $call('{"amount":1,"ln_invoices":"abc"}')->at('code'));
    });

    $suite->test('the shop plugins\' pay/token gives a token for the cashier', static function () use ($sandbox): void {
        $origin = '{"id":7,"price":"12.50","currency":"EUR","url":"https://shop.example"}';
        $body = '{"platform":"WOOCOMMERCE","origin":' . $origin . '}';
        $token = $sandbox->call('POST', '/api/order/pay/token', $body)->text('data', 'token');
        $order = $sandbox->control('POST', '/pay', ['pay_url' => "x?token=$token", 'currency' => 'BTC']);
        Check::same(['12.5', '7'], [$order->at('vs_price'), $order->at('shop', 'id')]);
        Check::same(['WOOCOMMERCE', 'BTC'], [$order->at('platform'), $order->at('chain')]);
    });

    $suite->test('order/plugin of the shop plugins makes an order and a pay URL', static function () use ($sandbox): void {
        $origin = '{"id":7,"currency":"USD","price":"19.990","url":"https://shop.example",'
            . '"callback_url":"http://127.0.0.1:1/?wc-api=X&order_id=7"}';
        $body = static fn (string $callback): string => '{"chain":"ETH","currency":"USDC-ERC20","callback":"' . $callback
            . '","platform":"WOOCOMMERCE","origin":' . $origin . '}';
        $made = $sandbox->call('POST', '/api/order/plugin', $body('https://shop.example/order-received/7/?key=x'));
        Check::same([0, true], [$made->at('code'), $made->at('data', 'invented')]);
        $order = $sandbox->control('GET', '/cashier?pay_url=' . rawurlencode($made->text('data', 'pay_url')));
        Check::same(
            ['PENDING', '19.99', 'USD', 'USDC-ERC20', 'WOOCOMMERCE'],
            array_map($order->at(...), ['status', 'vs_price', 'vs_currency', 'currency', 'platform']),
        );
        Check::same('https://shop.example/order-received/7/?key=x', $order->at('shop', 'succeed_url'));
        Check::same('http://127.0.0.1:1/?wc-api=X&order_id=7', $order->at('shop', 'callback_url'));
        $refused = $sandbox->call('POST', '/api/order/plugin', $body('javascript:alert(1)'));
        Check::same('callback is not an http or https URL', $refused->at('message'));
        Check::same(401, $sandbox->call('POST', '/api/order/plugin', $body(''), ['API-Key' => ''])->at('code'));
    });

    $suite->test('plugin/key/verify tells a right key from a wrong one, without logging it', static function () use (
        $sandbox,
    ): void {
        [$key, $id] = [$sandbox->ready->text('api_key'), $sandbox->ready->text('user_id')];
        $answers = [
            "name=WOOCOMMERCE&key=$key&url=https://shop.example" => true,
            "id=$id&key=$key&name=EASYDIGITALDOWNLOADS&url=shop.example" => true,
            "id=x&key=$key" => false,
            'key=wrong-key' => false,
        ];
        foreach ($answers as $query => $right) {
            $answer = $sandbox->call('GET', "/api/plugin/key/verify?$query", null, ['API-Key' => '']);
            Check::same([0, $right], [$answer->at('code'), $answer->at('data')], $query);
        }
        Check::same(400, $sandbox->call('GET', '/api/plugin/key/verify?key=', null, ['API-Key' => ''])->at('code'));
        $log = $sandbox->control('GET', '/requests')->body;
        Check::true(!str_contains($log, $key) && !str_contains($log, 'wrong-key'), 'a key is in the log');
    });

    $suite->test('answers are compressed when asked, and only then', static function () use ($sandbox): void {
        foreach (['gzip' => 'gzdecode', 'deflate' => 'gzuncompress'] as $encoding => $decode) {
            $answer = $sandbox->call('GET', '/api/order/pay/real-currency', null, ['Accept-Encoding' => $encoding]);
            Check::same($encoding, $answer->headers['content-encoding'] ?? null);
            Check::same((string) strlen($answer->body), $answer->headers['content-length'] ?? null);
            Check::contains('"Gold Ounce"', (string) $decode($answer->body));
        }
        $plain = $sandbox->call('GET', '/api/order/pay/real-currency', null, ['Accept-Encoding' => 'gzip;q=0, br']);
        $brotli = function_exists('brotli_compress') ? 'br' : null;
        Check::same($brotli, $plain->headers['content-encoding'] ?? null);
    });
};
