<?php

declare(strict_types=1);

use Aurpay\Sandbox\Advice\Parameters;
use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Http;
use Aurpay\Sandbox\Tests\PrintingSandbox;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;
use Aurpay\Sandbox\Tests\World;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    /** @return list<string> the codes of the answer's warnings */
    $codes = static function (Answer $answer): array {
        $header = $answer->headers['x-sandbox-warning'] ?? '';

        return $header === '' ? [] : array_map(
            static fn (string $line): string => explode(': ', $line, 2)[0],
            explode("\n", $header),
        );
    };
    $payUrl = static fn (World $world, string $members): Answer => $world->call(
        'POST',
        '/api/order/pay-url',
        '{"price":10,"currency":"USD"' . $members . '}',
    );

    $suite->test('the fields and filters are those of the description', static function (): void {
        $document = new Answer(0, [], (string) file_get_contents(dirname(__DIR__, 2) . '/openapi/aurpay.json'), 0, 0);
        $follow = static function (mixed $node) use ($document): array {
            while (is_array($node) && is_string($node['$ref'] ?? null)) {
                $node = $document->at(...explode('/', substr($node['$ref'], 2)));
            }

            return is_array($node) ? $node : [];
        };
        $compared = 0;
        foreach ($document->list('paths') as $path => $operations) {
            foreach (is_array($operations) ? $operations : [] as $method => $operation) {
                $operation = $follow($operation);
                $filters = [];
                foreach ((array) ($operation['parameters'] ?? []) as $parameter) {
                    $parameter = $follow($parameter);
                    ($parameter['in'] ?? '') === 'query' && $filters[] = $parameter['name'] ?? '';
                }
                $fields = [];
                foreach ((array) ($follow($operation['requestBody'] ?? [])['content'] ?? []) as $content) {
                    $schema = $follow(is_array($content) ? $content['schema'] ?? [] : []);
                    $fields = array_keys((array) ($schema['properties'] ?? []));
                }
                $documented = Parameters::documented(strtoupper((string) $method), str_replace('{order_id}', '1', (string) $path));
                Check::true($documented !== null, "$method $path is missing");
                [$ourFields, $ourFilters] = $documented ?? [[], []];
                sort($fields);
                sort($filters);
                sort($ourFields);
                sort($ourFilters);
                Check::same([$fields, $filters], [$ourFields, $ourFilters], "$method $path");
                $compared++;
            }
        }
        Check::same(18, $compared);
    });

    $suite->test('an unknown field is told in the header, in the log and in the list, and changes nothing', static function () use (
        $sandbox,
        $codes,
        $payUrl,
    ): void {
        $answer = $payUrl($sandbox, ',"calback_url":"http://127.0.0.1/","enable_post_callback":true');
        Check::same([0, true], [$answer->at('code'), $answer->at('result')]);
        $line = 'Unknown field "calback_url". Did you mean callback_url?';
        Check::same("unknown_field: $line", $answer->headers['x-sandbox-warning'] ?? '');
        $warning = ['code' => 'unknown_field', 'message' => $line];
        $log = $sandbox->control('GET', '/requests');
        Check::same([$warning], $log->at('requests', 0, 'warnings'));
        $told = $sandbox->control('GET', '/warnings');
        Check::same(1, count($told->list('warnings')));
        Check::same($warning + [
            'request' => $log->at('requests', 0, 'id'),
            'method' => 'POST',
            'target' => '/api/order/pay-url',
            'callback' => null,
            'order_id' => null,
        ], array_diff_key($told->list('warnings', 0), ['id' => 0, 'at' => 0]));
        Check::same(1, $sandbox->control('DELETE', '/warnings')->at('deleted'));
        Check::same([], $sandbox->control('GET', '/warnings')->at('warnings'));
        Check::same([], $codes($payUrl($sandbox, '')), 'a correct request');
    });

    $suite->test('unknown filters, members of origin and form fields are told, one header each', static function () use (
        $sandbox,
        $codes,
    ): void {
        $list = $sandbox->call('GET', '/api/v2/order/?page=1&state=SUCCESS&shop=1&order.id=7&size=5&chain=');
        Check::same(array_fill(0, 3, 'unknown_filter'), $codes($list));
        $header = $list->headers['x-sandbox-warning'] ?? '';
        Check::contains('"state". Did you mean status?', $header);
        Check::contains('"shop". Known: order_id, status', $header);
        Check::contains('"order.id". Did you mean order_id?', $header);
        $type = $sandbox->call('GET', '/api/v2/tx?order_type=ORDER&sort=asc&type=ORDER');
        Check::same(['unknown_filter'], $codes($type));
        Check::contains('This endpoint has no filters', $sandbox->call('GET', '/api/bln/balance?x', null, [
            'API-Key' => $sandbox->ready->text('lightning_api_key'),
        ])->headers['x-sandbox-warning'] ?? '');
        $token = $sandbox->call('POST', '/api/order/pay/token', '{"platform":"X","origin":{"price":"1","currency":"USD","nmae":1}}');
        Check::same('unknown_field: Unknown field of origin "nmae". Known: price, currency, id, url, succeed_url, '
            . 'timeout_url, callback_url, timeout_callback', $token->headers['x-sandbox-warning'] ?? '');
        $login = $sandbox->call('POST', '/api/user/login', 'username=a&password=b&user=c');
        Check::same([404, ['unknown_field']], [$login->at('code'), $codes($login)]);
        Check::same(['unknown_field'], $codes($sandbox->call('POST', '/api/order/pay-info', '{"chian":"ETH"}')), 'code 400');
    });

    $suite->test('names from a shop cannot break the header or the terminal, nor fill the head', static function () use (
        $sandbox,
        $codes,
        $payUrl,
    ): void {
        $evil = $payUrl($sandbox, ',"a\r\nSet-Cookie: x=1":1,"\u001b[2J":1,"über":1,"' . str_repeat('n', 5000) . '":1');
        Check::same(0, $evil->at('code'));
        Check::same(array_fill(0, 4, 'unknown_field'), $codes($evil));
        Check::true(!isset($evil->headers['set-cookie']), 'a header of the shop');
        foreach (explode("\n", $evil->headers['x-sandbox-warning'] ?? '') as $line) {
            Check::matches('/^[\x20-\x7e]{1,200}$/D', $line);
        }
        $listed = $sandbox->control('GET', '/warnings')->body;
        Check::contains('\"über\"', $listed);
        Check::true(!str_contains($listed, str_repeat('n', 61)), 'a long name is cut');
        $query = implode('&', array_map(static fn (int $n): string => "%ff$n=1", range(1, 1000)));
        $many = $sandbox->call('GET', "/api/v2/tx?$query");
        Check::same([0, 8], [$many->at('code'), count($codes($many))]);
        $log = $sandbox->control('GET', '/requests')->list('requests');
        $last = $log[count($log) - 1];
        Check::same(20, is_array($last) && is_array($last['warnings'] ?? null) ? count($last['warnings']) : 0);
    });

    $suite->test('refused and faulted requests have no warning', static function () use ($sandbox, $codes): void {
        $body = '{"price":1,"currency":"USD","prize":1,"callback_url":"http://127.0.0.1/"}';
        $refused = $sandbox->call('POST', '/api/order/pay-url', $body, ['API-Key' => 'wrong']);
        Check::same([401, []], [$refused->at('code'), $codes($refused)]);
        foreach ([['status' => 502], ['status' => 502, 'execute' => true], ['delay_ms' => 1]] as $fault) {
            $sandbox->control('POST', '/faults', $fault);
            Check::same([], $codes($sandbox->call('POST', '/api/order/pay-url', $body)), (string) json_encode($fault));
        }
        $log = $sandbox->control('GET', '/requests')->list('requests');
        Check::same([[], [], [], []], array_column(array_slice($log, -4), 'warnings'));
    });

    $suite->test('--strict refuses what is unknown as code 400; a setting does so for one world', static function () use (
        $codes,
        $payUrl,
    ): void {
        $strict = new Sandbox('--strict');
        $refused = $payUrl($strict, ',"prize":1');
        Check::same([200, 400, false], [$refused->status, $refused->at('code'), $refused->at('result')]);
        Check::same('Unknown field "prize". Did you mean price?', $refused->at('message'));
        Check::same(['unknown_field'], $codes($refused));
        Check::same(400, $strict->call('GET', '/api/v2/tx?order_id=1')->at('code'));
        Check::same(0, $payUrl($strict, ',"callback_url":"http://127.0.0.1/c"')->at('code'), 'other warnings refuse nothing');
        $merchant = $strict->merchant();
        Check::same(true, $merchant->control('GET', '/settings')->at('strict'));
        Check::same(false, $merchant->control('POST', '/settings', ['strict' => false])->at('strict'));
        Check::same([0, 400], [$payUrl($merchant, ',"prize":1')->at('code'), $payUrl($strict, ',"prize":1')->at('code')]);
        $merchant->control('POST', '/reset');
        Check::same(400, $payUrl($merchant, ',"prize":1')->at('code'), 'after a reset');
        Check::contains('strict', $merchant->control('POST', '/settings', ['strikt' => true])->text('error'));
        Check::same(400, $merchant->control('POST', '/settings', ['strict' => 1])->status);
        // A refused request with a fault is that of the fault.
        $merchant->control('POST', '/faults', ['delay_ms' => 1]);
        Check::same(0, $payUrl($merchant, ',"prize":1')->at('code'), 'with a fault');
    });

    $suite->test('a callback URL without the shop\'s order, and enable_post_callback left out', static function () use (
        $sandbox,
        $codes,
        $payUrl,
    ): void {
        $with = static fn (string $url, string $id): array => $codes($payUrl(
            $sandbox,
            ',"enable_post_callback":false,"timeout_callback":"' . $url . '"' . ($id === '' ? '' : ',"id":' . $id),
        ));
        $told = ['callback_without_order'];
        foreach ([
            ['http://127.0.0.1:8000/c', '1', $told],
            ['http://127.0.0.1/c?order=10', '1', $told],
            ['http://127.0.0.1/c?order=0001', '1', []],
            ['http://127.0.0.1/c?order=1001', '1', $told],
            ['http://127.0.0.1/c?order=2', '"1"', $told],
            ['http://127.0.0.1/c', '', $told],
            ['http://127.0.0.1/c?order=11', '11', []],
            ['http://127.0.0.1/c/order-12/', '"12"', []],
            ['http://127.0.0.1/c?order=A%2FB%2013', '"A/B 13"', []],
            ['http://127.0.0.1/c?order=A+14', '"A 14"', []],
            ['http://127.0.0.1/c/15', '', []],
            ['http://127.0.0.1/c?key=abc', '', []],
        ] as [$url, $id, $expected]) {
            Check::same($expected, $with($url, $id), "$url for $id");
        }
        $both = $payUrl($sandbox, ',"id":"16","callback_url":"http://127.0.0.1/16","timeout_callback":"http://127.0.0.1/t"');
        Check::same(['callback_without_order', 'post_callback_left_out'], $codes($both));
        Check::contains('timeout_callback does not name', $both->headers['x-sandbox-warning'] ?? '');
        // The documents have no enable_post_callback for these.
        $lightning = $sandbox->call('POST', '/api/bln/order', '{"price":1,"currency":"USD","callback_url":"http://127.0.0.1/17"}', [
            'API-Key' => $sandbox->ready->text('lightning_api_key'),
        ]);
        Check::same([0, []], [$lightning->at('code'), $codes($lightning)]);
        $token = '{"origin":{"price":1,"currency":"USD","id":"18","callback_url":"http://127.0.0.1/c"}}';
        Check::same($told, $codes($sandbox->call('POST', '/api/order/pay/token', $token)));
        $info = '{"chain":"ETH","currency":"ETH","vs_price":1,"vs_currency":"USD","callback_url":"http://127.0.0.1/c"}';
        Check::same([...$told, 'post_callback_left_out'], $codes($sandbox->call('POST', '/api/order/pay-info', $info)));
    });

    $suite->test('the same payment URL made twice is told, unless the first one cannot be paid any more', static function () use (
        $sandbox,
        $codes,
        $payUrl,
    ): void {
        $same = ['same_payment'];
        $first = $payUrl($sandbox, ',"id":"21"');
        Check::same([], $codes($first));
        Check::same($same, $codes($payUrl($sandbox, ',"id":"21"')));
        Check::same([], $codes($payUrl($sandbox, ',"id":"22"')), 'another order');
        Check::same([], $codes($payUrl($sandbox, '')), 'without an id');
        Check::same([], $codes($payUrl($sandbox, '')), 'without an id');
        $other = $sandbox->merchant();
        $single = $payUrl($other, ',"id":"21"');
        Check::same([], $codes($single), 'another merchant');
        $other->control('POST', '/pay', ['pay_url' => $single->text('data', 'pay_url')]);
        Check::same($same, $codes($payUrl($other, ',"id":"21"')), 'a paid order');
        $expired = $payUrl($other, ',"id":"23"')->text('data', 'pay_url');
        $other->control('POST', '/pay', ['pay_url' => $expired, 'action' => 'expire']);
        Check::same([], $codes($payUrl($other, ',"id":"23"')), 'an expired order');
    });

    $suite->test('two questions for an order at once are told, those for two orders are not', static function () use (
        $sandbox,
        $codes,
    ): void {
        [$first, $second] = [$sandbox->order(), $sandbox->order()];
        $ask = static fn (string $id): array => $codes($sandbox->call('GET', "/api/v2/order/detail/$id"));
        Check::same([[], []], [$ask($first), $ask($second)]);
        // A machine that takes a second for one call tries again.
        $tries = 0;
        do {
            $started = microtime(true);
            $ask($first);
            $told = $ask($first);
        } while (microtime(true) - $started >= 1.0 && ++$tries < 100);
        Check::same(['polled_too_often'], $told);
        $database = new Aurpay\Sandbox\Store\Database(':memory:');
        $database->install();
        $polls = new Aurpay\Sandbox\Store\Polls($database);
        Check::same([false, true], [$polls->isTooSoon('a'), $polls->isTooSoon('a')]);
        $database->run('UPDATE polls SET at_ms = at_ms - 5000');
        Check::same(false, $polls->isTooSoon('a'), 'after five seconds');
        $database->run('UPDATE polls SET at_ms = at_ms + 500000');
        Check::same(false, $polls->isTooSoon('a'), 'after the clock was set back');
    });

    $suite->test('a callback that is not answered with 200 is told once for each answer', static function () use (
        $sandbox,
    ): void {
        $world = $sandbox->merchant();
        $shop = new Shop(500, 500, 302, 200);
        $id = $world->order(',"callback_url":"' . $shop->uri . '/c?order=1"');
        $world->control('DELETE', '/warnings');
        $world->control('POST', '/pay', ['order_id' => $id]);
        Check::soon(
            static fn (): bool => $world->control('GET', '/callbacks')->at('callbacks', 0, 'state') === 'delivered',
            'the delivery',
        );
        $told = $world->control('GET', '/warnings');
        Check::same([
            'The shop answered a callback with 500. Only 200 is accepted, so the callback is repeated',
            'The shop answered a callback with 302. Only 200 is accepted, so the callback is repeated',
        ], array_column($told->list('warnings'), 'message'));
        Check::same(['callback_not_accepted', 1, $id, null], [
            $told->at('warnings', 0, 'code'),
            $told->at('warnings', 0, 'callback'),
            $told->at('warnings', 0, 'order_id'),
            $told->at('warnings', 0, 'request'),
        ]);
    });

    $suite->test('a callback that the sandbox does not send is told, too', static function () use ($sandbox): void {
        $world = $sandbox->merchant();
        $id = $world->order(',"callback_url":"https://192.0.2.1/c?order=1"');
        $world->control('DELETE', '/warnings');
        $world->control('POST', '/pay', ['order_id' => $id]);
        Check::soon(
            static fn (): bool => $world->control('GET', '/callbacks')->at('callbacks', 0, 'state') === 'refused'
                && $world->control('GET', '/warnings')->list('warnings') !== [],
            'the refusal',
        );
        $warning = $world->control('GET', '/warnings')->list('warnings', 0);
        Check::same(['callback_not_accepted', $id], [$warning['code'] ?? null, $warning['order_id'] ?? null]);
        Check::same(
            'The callback to https://192.0.2.1/c?order=1 was not delivered: the sandbox calls only loopback addresses'
                . ' (see --allow-callback)',
            $warning['message'] ?? null,
        );
    });

    $suite->test('the printed log has callbacks with their answers, in the variants too', static function (): void {
        $sandbox = new PrintingSandbox();
        $shop = new Shop(500, 200, 200);
        $http = new Http();
        $json = static fn (array $body): string => (string) json_encode($body);
        $order = ['status' => 'SUCCESS', 'callback_url' => "{$shop->uri}/%1b?order=1"];
        $http->send('POST', "{$sandbox->baseUri}/_sandbox/orders", [], $json($order));
        Check::matches("~^\d\d:\d\d:\d\d  callback GET {$shop->uri}/%1b\?order=1  500\n$~", $sandbox->line());
        Check::contains('warning: The shop answered a callback with 500.', $sandbox->line());
        Check::matches("~  callback GET {$shop->uri}/%1b\?order=1  200\n$~", $sandbox->line());
        $http->send('POST', "{$sandbox->baseUri}/_sandbox/callbacks/1/resend", [], $json(['signature' => 'wrong']));
        Check::contains('/%1b?order=1  200 (with a wrong signature)', $sandbox->line());
        Check::same(0, $sandbox->stop());
    });

    $suite->test('the printed log has warnings, without control characters', static function (): void {
        $sandbox = new PrintingSandbox();
        // ESC [ and its one-character form, U+009B. U+202E turns the rest of a line around.
        $filter = '%1b%5b2J%c2%9b2J%e2%80%ae%c3%a4';
        (new Http())->send('GET', $sandbox->baseUri . "/api/v2/tx?$filter=1", ['API-Key' => $sandbox->apiKey]);
        $lines = $sandbox->line() . $sandbox->line();
        Check::contains("GET /api/v2/tx?$filter=1  200\n", $lines);
        Check::contains('  warning: Unknown filter "?[2J?2J?ä"', $lines);
        Check::same(0, $sandbox->stop());
    });
};
