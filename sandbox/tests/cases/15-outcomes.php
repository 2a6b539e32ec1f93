<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\PrintingSandbox;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;
use Aurpay\Sandbox\Tests\World;

return static function (Suite $suite): void {
    $sandbox = new Sandbox('--magic', '--random-seed=7');

    /** 40 calls, a letter for each: f with the fault, o without. */
    $calls = static function (World $world): string {
        $letters = '';
        for ($call = 0; $call < 40; $call++) {
            $letters .= $world->call('GET', '/api/v2/tx')->status === 503 ? 'f' : 'o';
        }

        return $letters;
    };

    $suite->test('a fault with a probability comes by chance; the same seed repeats it, in every world', static function () use (
        $sandbox,
        $calls,
    ): void {
        Check::same([7, 7], [$sandbox->ready->at('random_seed'), $sandbox->control('GET', '')->at('random_seed')]);
        $half = ['status' => 503, 'probability' => 0.5, 'count' => 0];
        $sandbox->control('POST', '/faults', $half);
        $first = $calls($sandbox);
        Check::true(substr_count($first, 'f') >= 10 && substr_count($first, 'o') >= 10, "half of $first");
        $merchant = $sandbox->merchant();
        Check::same(7, $merchant->ready->at('random_seed'));
        $merchant->control('POST', '/faults', $half);
        Check::same($first, $calls($merchant), 'another world');
        Check::true($calls($merchant) !== $first, 'the next 40 are others');
        $merchant->control('POST', '/settings', ['random_seed' => 7]);
        Check::same($first, $calls($merchant), 'the seed set again');
        $merchant->control('POST', '/settings', ['random_seed' => 8]);
        Check::true($calls($merchant) !== $first, 'another seed');
        $merchant->control('POST', '/reset');
        $merchant->control('POST', '/faults', $half);
        Check::same($first, $calls($merchant), 'after a reset');
        $again = new Sandbox('--random-seed', '7');
        $again->control('POST', '/faults', $half);
        Check::same($first, $calls($again), 'another start');
        $sandbox->control('DELETE', '/faults');
        Check::true((new Sandbox())->ready->int('random_seed') !== (new Sandbox())->ready->int('random_seed'), 'equal seeds');
    });

    $suite->test('probability 0 never comes, 1 always, and a fault that did not come keeps its count', static function () use (
        $sandbox,
        $calls,
    ): void {
        $world = $sandbox->merchant();
        $world->control('POST', '/faults', ['status' => 503, 'probability' => 0]);
        Check::same(str_repeat('o', 40), $calls($world));
        Check::same(1, $world->control('GET', '/faults')->at('faults', 0, 'remaining'));
        // The next fault of the list gets the call.
        $world->control('POST', '/faults', ['status' => 503, 'count' => 0]);
        Check::same(str_repeat('f', 40), $calls($world));
        $world->control('DELETE', '/faults');
        $world->control('POST', '/faults', ['status' => 503, 'probability' => 1, 'count' => 40]);
        Check::same(str_repeat('f', 40), $calls($world));
        $world->control('POST', '/faults', ['status' => 503, 'probability' => 0.05, 'count' => 2]);
        $hits = 0;
        for ($call = 0; $call < 1000 && $world->control('GET', '/faults')->list('faults') !== []; $call++) {
            $hits += $world->call('GET', '/api/v2/tx')->status === 503 ? 1 : 0;
        }
        Check::same(2, $hits, 'calls with a fault of count 2');
        foreach ([-0.1, 1.1, 2, '0.5', true, 0.1234567] as $probability) {
            $refused = $world->control('POST', '/faults', ['status' => 503, 'probability' => $probability]);
            Check::same(400, $refused->status, (string) json_encode($probability));
            Check::contains('probability must be', $refused->text('error'));
        }
    });

    $suite->test('the cents of a price choose the status, the callbacks and the transactions', static function () use (
        $sandbox,
    ): void {
        // Cents => the status, the kinds of callbacks, the number of transactions.
        $expected = [
            '01' => ['PARTIAL', [], 1],
            '02' => ['SUCCESS', ['timeout', 'success'], 1],
            '03' => ['SUCCESS', ['success'], 2],
            '04' => ['SUCCESS', [], 1],
            '05' => ['SUCCESS', ['success', 'success'], 1],
            '06' => ['SUCCESS', ['success'], 1],
            '07' => ['FAILED', [], 1],
            '08' => ['OVERDUE', ['timeout'], 1],
        ];
        $shop = new Shop(200);
        foreach ($expected as $cents => [$status, $kinds, $transactions]) {
            $world = $sandbox->merchant();
            $urls = sprintf('"callback_url":"%s/%s-c","timeout_callback":"%s/%s-t"', $shop->uri, $cents, $shop->uri, $cents);
            $price = "19.$cents";
            $answer = $world->call('POST', '/api/order/pay-info', '{"chain":"ETH","currency":"USDT-ERC20","vs_price":'
                . $price . ',"vs_currency":"USD",' . $urls . '}');
            Check::same('PENDING', $answer->at('data', 'status'), "the answer for $price");
            $id = $answer->text('data', 'order_id');
            Check::same($status, $world->call('GET', "/api/v2/order/detail/$id")->at('data', 'status'), $price);
            $callbacks = $world->control('GET', '/callbacks')->list('callbacks');
            Check::same($kinds, array_column($callbacks, 'kind'), $price);
            Check::same($transactions, $world->call('GET', '/api/v2/tx')->at('data', 'total'), $price);
        }
        $shop->awaitCalls(7);
        $dates = [];
        foreach ($shop->calls() as $call) {
            $dates[substr($call->text('target'), 1, 4)][] = strtotime($call->text('headers', 'date'));
        }
        Check::same([1, 2], [count($dates['06-c'] ?? []), count($dates['05-c'] ?? [])]);
        $yesterday = ($dates['05-c'][0] ?? 0) - ($dates['06-c'][0] ?? 0);
        Check::true($yesterday > 80_000 && $yesterday < 90_000, "a Date $yesterday seconds ago");
    });

    $suite->test('a pay URL with such a price is played when a coin is chosen, Lightning orders too', static function () use (
        $sandbox,
    ): void {
        foreach (['choose', 'pay'] as $action) {
            $payUrl = $sandbox->payUrl('{"price":5.07,"currency":"USD"}');
            $chosen = $sandbox->control('POST', '/pay', ['pay_url' => $payUrl, 'action' => $action]);
            Check::same([200, 'FAILED'], [$chosen->status, $chosen->at('status')], $action);
        }
        $lightning = $sandbox->call('POST', '/api/bln/order', '{"price":5.08,"currency":"USD"}', [
            'API-Key' => $sandbox->ready->text('lightning_api_key'),
        ])->text('data', 'order_id');
        Check::same('OVERDUE', $sandbox->control('GET', "/orders/$lightning")->at('status'));
        foreach (['5.01', '5.03'] as $price) {
            $whole = $sandbox->call('POST', '/api/bln/order', "{\"price\":$price,\"currency\":\"USD\"}", [
                'API-Key' => $sandbox->ready->text('lightning_api_key'),
            ])->text('data', 'order_id');
            $status = $sandbox->control('GET', "/orders/$whole")->at('status');
            Check::same('PENDING', $status, "$price: an invoice is paid as a whole, and once");
        }
    });

    $suite->test('any other price is left alone, and so is every price without --magic', static function () use (
        $sandbox,
    ): void {
        $status = static function (World $world, string $price): string {
            $body = '{"chain":"ETH","currency":"USDT-ERC20","vs_currency":"USD","vs_price":' . $price . '}';
            $id = $world->call('POST', '/api/order/pay-info', $body)->text('data', 'order_id');

            return $world->control('GET', "/orders/$id")->text('status');
        };
        foreach (['19', '19.00', '19.09', '19.10', '19.1', '19.001', '19.011', '19.071', '107', '1.70'] as $price) {
            Check::same('PENDING', $status($sandbox, $price), $price);
        }
        Check::same('FAILED', $status($sandbox, '19.070'), 'the same amount as 19.07');
        $world = $sandbox->merchant();
        Check::same(false, $world->control('POST', '/settings', ['magic' => false])->at('magic'));
        Check::same('PENDING', $status($world, '19.07'));
        Check::same('PENDING', $status(new Sandbox(), '19.07'));
        $seeded = $sandbox->control('POST', '/orders', ['vs_price' => 19.07, 'status' => 'SUCCESS']);
        $id = $seeded->text('order_ids', 0);
        Check::same('SUCCESS', $sandbox->control('GET', "/orders/$id")->at('status'), 'a seeded order');
    });

    $suite->test('the seed and the table are printed at the start', static function (): void {
        $sandbox = new PrintingSandbox('--magic');
        $text = $sandbox->greeting;
        Check::same(0, $sandbox->stop());
        Check::matches('/random_seed +[0-9]+\n/', $text);
        preg_match_all('/^ +\.(\d\d)  (.+)$/m', $text, $table, PREG_SET_ORDER);
        Check::same(['01', '02', '03', '04', '05', '06', '07', '08'], array_column($table, 1));
        // The page has the same words.
        $page = (string) file_get_contents(dirname(__DIR__, 2) . '/README.md');
        foreach ($table as [, $cents, $outcome]) {
            Check::contains("| `.$cents` | $outcome |", $page);
        }
    });

    $suite->test('--seed makes orders at the start, once for kept data', static function (): void {
        $directory = sys_get_temp_dir() . '/sandbox-seed-' . bin2hex(random_bytes(6));
        mkdir($directory, 0700);
        $file = "$directory/seed.json";
        file_put_contents($file, '[{"count":3,"status":"SUCCESS","vs_price":12.50,"id":"A-1"},{"status":"REFUNDED"}]');
        for ($start = 0; $start < 2; $start++) {
            $sandbox = new Sandbox('--seed', $file, '--data', "$directory/data");
            $orders = $sandbox->control('GET', '/orders')->list('orders');
            Check::same(['REFUNDED', 'SUCCESS', 'SUCCESS', 'SUCCESS'], array_column($orders, 'status'));
            Check::same(['19.0', '12.5', '12.5', '12.5'], array_column($orders, 'vs_price'));
            $sandbox->stop();
        }
        foreach ([
            '[{},{"status":"PAID"}]' => 'entry 2: status must be one of PENDING',
            '[{"statsu":"SUCCESS"}]' => 'entry 1: Unknown: statsu. Allowed: count, status',
            '[{},{},{"vs_price":"1"}]' => 'entry 3: vs_price must be a number',
            '[{"vs_price":1e-30}]' => 'entry 1: ',
            '[{"currency":"DOGE"}]' => 'entry 1: chain and currency',
            '[1]' => 'entry 1: must be a JSON object',
            '{"orders":[]}' => 'must be a JSON array',
            '[{' => 'not valid JSON',
        ] as $content => $words) {
            file_put_contents($file, $content);
            $message = '';
            try {
                new Sandbox("--seed=$file");
            } catch (RuntimeException $failure) {
                $message = $failure->getMessage();
            }
            Check::contains($words, $message);
        }
        $options = ["--seed=$directory/none" => 'cannot read', '--random-seed=-1' => '--random-seed must be between 0 and'];
        foreach ($options as $option => $words) {
            $message = '';
            try {
                new Sandbox($option);
            } catch (RuntimeException $failure) {
                $message = $failure->getMessage();
            }
            Check::contains($words, $message);
        }
        \Aurpay\Sandbox\Process\Workspace::remove($directory);
    });
};
