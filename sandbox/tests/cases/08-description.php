<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Http;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Shop;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $record = static function (string $file): Sandbox {
        $before = getenv('AURPAY_SANDBOX_TRAFFIC');
        putenv("AURPAY_SANDBOX_TRAFFIC=$file");
        try {
            return new Sandbox();
        } finally {
            putenv('AURPAY_SANDBOX_TRAFFIC' . ($before === false ? '' : "=$before"));
        }
    };
    /** @var Closure(string): list<Answer> $read */
    $read = static fn (string $file): array => array_map(
        static fn (string $line): Answer => new Answer(0, [], $line, 0, 0),
        file($file, FILE_IGNORE_NEW_LINES) ?: [],
    );

    $withoutServers = static function (string $json): string {
        $document = json_decode($json);
        if ($document instanceof stdClass) {
            unset($document->servers);
        }

        return (string) json_encode($document);
    };

    $suite->test('/openapi.json is the description, with the sandbox as its server', static function () use (
        $withoutServers,
    ): void {
        foreach ([[], ['--tls']] as $options) {
            $sandbox = new Sandbox(...$options);
            $base = $sandbox->ready->text('base_uri');
            $served = $sandbox->http->send('GET', "$base/openapi.json");
            Check::same([200, 'application/json'], [$served->status, $served->headers['content-type'] ?? '']);
            Check::same('3.1.0', $served->at('openapi'));
            Check::same([$base], array_column($served->list('servers'), 'url'));
            $file = dirname(__DIR__, 2) . '/openapi/aurpay.json';
            [$source, $copy] = array_map($withoutServers, [(string) file_get_contents($file), $served->body]);
            Check::same($source, $copy, 'all but the servers');
            Check::same(0, $sandbox->control('GET', '/requests')->at('summary', 'requests'));
        }
    });

    $suite->test('every described operation has a route; no control endpoint is described', static function (): void {
        $sandbox = new Sandbox();
        $http = new Http();
        $base = $sandbox->ready->text('base_uri');
        $description = $http->send('GET', "$base/openapi.json");
        $count = 0;
        foreach ($description->list('paths') as $path => $operations) {
            Check::true(!str_contains((string) $path, '_sandbox'), 'no control endpoint');
            foreach (array_keys(is_array($operations) ? $operations : []) as $method) {
                $target = str_replace('{order_id}', '1', (string) $path);
                $answer = $http->send(strtoupper((string) $method), $base . $target);
                Check::same(200, $answer->status, "$method $path");
                $count++;
            }
        }
        Check::same(18, $count, 'operations');
    });

    $suite->test('AURPAY_SANDBOX_TRAFFIC: each call and its answer is a line, faults are marked', static function () use (
        $record,
        $read,
    ): void {
        $file = sys_get_temp_dir() . '/traffic-' . bin2hex(random_bytes(4));
        $sandbox = $record($file);
        Check::same('0600', substr(sprintf('%o', fileperms($file)), -4));
        $sandbox->call('GET', '/api/v2/tx?page=1', null, ['Accept-Encoding' => 'gzip']);
        $body = '{"price":10.50,"currency":"USD","id":"ä"}';
        $sandbox->call('POST', '/api/order/pay-url', $body, ['Content-Type' => 'application/json']);
        $sandbox->control('POST', '/faults', ['status' => 502]);
        $sandbox->call('GET', '/api/contract/balance');
        $sandbox->control('GET', '/requests');
        Check::same(3, count($read($file)), 'lines');
        [$list, $payUrl, $faulted] = $read($file);
        Check::same(['GET', '/api/v2/tx?page=1', 200, 0, false], array_map(
            $list->at(...),
            ['method', 'target', 'status', 'code', 'fault'],
        ));
        Check::contains('"total":0', $list->text('response_body'));
        Check::same('application/json', $list->at('response_headers', 'Content-Type'));
        Check::same($body, $payUrl->at('request_body'));
        Check::same('application/json', $payUrl->at('request_headers', 'content-type'));
        Check::same([502, null, true], array_map($faulted->at(...), ['status', 'code', 'fault']));
    });

    $suite->test('no secret is in the recorded traffic', static function () use ($record, $read): void {
        $file = sys_get_temp_dir() . '/traffic-' . bin2hex(random_bytes(4));
        $sandbox = $record($file);
        $ready = $sandbox->ready;
        $login = http_build_query(['username' => $ready->text('username'), 'password' => $ready->text('password')]);
        $token = $sandbox->call('POST', '/api/user/login', $login)->text('data', 'access_token');
        $sandbox->call('POST', '/api/user/login', 'username=x&password=pass%26word');
        $sandbox->call('GET', '/api/plugin/key', null, ['Authorization' => "Bearer $token"]);
        $payUrl = $sandbox->payUrl('{"price":10,"currency":"USD"}');
        $origin = '{"price":"1","currency":"EUR"}';
        $payToken = $sandbox->call('POST', '/api/order/pay/token', "{\"origin\":$origin}")->text('data', 'token');
        $sandbox->call('GET', '/api/v2/tx?token=' . $payToken . '&chain=' . $ready->text('api_secret'));
        $sandbox->call('GET', '/api/v2/tx', null, ['API-Token' => $ready->text('api_token'), 'Signature' => 'signed=']);
        $withdraw = '{"chain":"BLN","currency":"BTC-LN","amount":1,"ln_invoices":"lnbc1","verify_code" : "81\"47110815"}';
        $sandbox->call('POST', '/api/withdraw', $withdraw);
        $sandbox->call('POST', '/api/withdraw', '{"verify_code":660033,"password":"unfinished-secr');
        $sandbox->stop();
        Check::same(9, count($read($file)), 'calls');
        $written = (string) file_get_contents($file);
        $secrets = [$token, substr($payUrl, -64), $payToken, 'pass%26word', 'word"', 'signed=', '47110815', '660033', 'unfinished'];
        foreach (['password', 'api_key', 'lightning_api_key', 'api_token', 'api_secret'] as $name) {
            $secrets[] = $ready->text($name);
        }
        foreach ($secrets as $secret) {
            Check::true(!str_contains($written, $secret), "a secret was recorded: $secret");
        }
        Check::contains('password=***', $written);
        Check::contains('\"access_token\":\"***\"', $written);
        Check::contains('/#/cashier/choose?token=***', $written);
    });

    $suite->test('only Aurpay\'s traffic is recorded: the description is of nothing else', static function () use (
        $record,
        $read,
    ): void {
        $file = sys_get_temp_dir() . '/traffic-' . bin2hex(random_bytes(4));
        $sandbox = $record($file);
        $sandbox->call('GET', '/azpays/v1/purses');
        $sandbox->call('POST', '/enayapay/api/v2.1/login/', '{}');
        $sandbox->call('GET', '/api/v2/tx');
        $sandbox->stop();
        Check::same(['/api/v2/tx'], array_map(static fn (Answer $line): string => $line->text('target'), $read($file)));
    });

    $suite->test('callbacks are recorded without their credentials', static function () use ($record, $read): void {
        $file = sys_get_temp_dir() . '/traffic-' . bin2hex(random_bytes(4));
        $sandbox = $record($file);
        $shop = new Shop(200);
        foreach (['false', 'true'] as $post) {
            $url = $shop->uri . '/c?order=1';
            $id = $sandbox->order(',"enable_post_callback":' . $post . ',"callback_url":"' . $url . '"');
            $sandbox->control('POST', '/pay', ['order_id' => $id]);
            $shop->awaitCalls($post === 'true' ? 2 : 1);
        }
        $lines = array_filter($read($file), static fn (Answer $line): bool => $line->at('kind') === 'callback');
        [$get, $posted] = array_values($lines);
        Check::same(['GET', $shop->uri . '/c?order=1', ''], array_map(
            $get->at(...),
            ['method', 'target', 'request_body'],
        ));
        Check::same('POST', $posted->at('method'));
        Check::contains('"status":"PENDING"', $posted->text('request_body'));
        foreach (['api-key', 'callback-token', 'signature'] as $name) {
            Check::same(['***', '***'], [$get->at('request_headers', $name), $posted->at('request_headers', $name)]);
        }
        Check::matches('/^\d{4}-/', $get->text('request_headers', 'date'));
    });

    $suite->test('a traffic file that cannot be written is reported', static function () use ($record): void {
        try {
            $record('/proc/none/traffic');
            Check::true(false, 'it started');
        } catch (RuntimeException $failure) {
            Check::contains('Cannot write the traffic to', $failure->getMessage());
        }
    });
};
