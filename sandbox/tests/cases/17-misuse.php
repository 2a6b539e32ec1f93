<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

// Control endpoints that are called wrongly: nothing is done, and the answer says what is wrong.
return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $refused = static function (string $method, string $path, ?array $body, string $words) use ($sandbox): void {
        /** @var array<string, mixed>|null $body */
        $answer = $sandbox->control($method, $path, $body);
        Check::same(400, $answer->status, "$method $path " . json_encode($body));
        Check::contains($words, $answer->text('error'));
    };

    $suite->test('a misspelt field of /pay pays nothing', static function () use ($sandbox, $refused): void {
        $id = $sandbox->order();
        $refused('POST', '/pay', ['order_id' => $id, 'amout' => '1'], 'Unknown: amout. Allowed: order_id, pay_url');
        Check::same('PENDING', $sandbox->control('GET', "/orders/$id")->text('status'));
    });

    $suite->test('a misspelt parameter of a list is refused, and does not select everything', static function () use (
        $refused,
    ): void {
        $refused('GET', '/callbacks?order=1&wait=5', null, 'Unknown: order. Allowed: q, page, size, sort, order_id');
        $refused('GET', '/orders?status=SUCCESS', null, 'Unknown: status');
        $refused('GET', '/orders/1?stauts=SUCCESS', null, 'Unknown: stauts. Allowed: wait, status');
        $refused('GET', '/requests?since=1', null, 'Unknown: since');
    });

    $suite->test('the clock keeps its offset when a request names none, or no time', static function () use (
        $sandbox,
        $refused,
    ): void {
        $sandbox->control('POST', '/clock', ['offset_seconds' => 5000]);
        $refused('POST', '/clock', ['offest_seconds' => 9000], 'Unknown: offest_seconds. Allowed: offset_seconds, now');
        $refused('POST', '/clock', [], 'either offset_seconds or now');
        $refused('POST', '/clock', ['now' => '2024-06-17T00:00:00Z', 'offset_seconds' => 1], 'either offset_seconds or now');
        // A letter is a time zone for PHP, and 31 February is 2 March.
        foreach (['x', ' ', "\0", 'tomorrow', '2024-02-31T00:00:00Z', '2024-06-17T25:00:00Z'] as $now) {
            $refused('POST', '/clock', ['now' => $now], 'now must look like 2024-06-17T00:00:00Z');
        }
        // Order ids and times have four digits for the year.
        foreach ([999_999_999_999, -99_999_999_999] as $offset) {
            $refused('POST', '/clock', ['offset_seconds' => $offset], 'from 1970-01-02 to 9998-12-31');
        }
        Check::same(5000, $sandbox->control('GET', '')->at('clock_offset_seconds'));
        $sandbox->control('POST', '/clock', ['now' => '9998-12-31T23:00:00Z']);
        Check::matches('/^9998[0-9]{16}$/D', $sandbox->order());
        $sandbox->control('POST', '/clock', ['offset_seconds' => 0]);
    });

    $suite->test('a time without a zone is UTC, whatever zone PHP has', static function (): void {
        $zones = sys_get_temp_dir() . '/zone-' . bin2hex(random_bytes(4));
        mkdir($zones);
        file_put_contents("$zones/zone.ini", "date.timezone = America/New_York\n");
        $before = (string) getenv('PHP_INI_SCAN_DIR');
        // The workers read the same settings.
        putenv('PHP_INI_SCAN_DIR=' . ($before !== '' ? $before : PHP_CONFIG_FILE_SCAN_DIR) . ":$zones");
        $elsewhere = new Sandbox();
        putenv('PHP_INI_SCAN_DIR' . ($before !== '' ? "=$before" : ''));
        $answer = $elsewhere->control('POST', '/clock', ['now' => '2024-06-17T12:00:00']);
        Check::contains('2024-06-17T12:00:0', $answer->text('time'));
        unlink("$zones/zone.ini");
        rmdir($zones);
    });

    $suite->test('credentials are changed all together or not at all', static function () use ($sandbox, $refused): void {
        $fields = ['api_key' => 'another-key', 'kyb_verified' => 'yes'];
        $refused('POST', '/merchant', $fields, 'kyb_verified must be true or false');
        Check::same(200, $sandbox->call('GET', '/api/v2/tx')->status);
        Check::same($sandbox->ready->text('api_key'), $sandbox->control('GET', '/merchant')->text('api_key'));
    });

    $suite->test('a credential with a line break does not become a header of a callback', static function () use (
        $refused,
    ): void {
        foreach (['api_key', 'lightning_api_key', 'api_token', 'callback_token'] as $name) {
            foreach (["a\r\nX-Forged: 1", "a\0b", 'a b', 'ключ'] as $value) {
                $refused('POST', '/merchant', [$name => $value], "$name is sent in a header");
            }
        }
    });

    $suite->test('a fault that could never hit a call is refused', static function () use ($refused): void {
        $refused('POST', '/faults', ['path' => 'api/v2/tx', 'status' => 500], 'path must begin with /');
        $refused('POST', '/faults', ['method' => 'G ET', 'status' => 500], 'method must be');
        $refused('POST', '/faults', ['status' => 500, 'content_type' => "text/plain\r\nX: y"], 'content_type');
        $refused('POST', '/faults', ['headers' => ['X-A' => "1\nX-B: 2"]], 'headers: X-A');
        $refused('POST', '/faults', ['headers' => ['Content-Type' => "a\nb"]], 'headers: Content-Type');
    });

    $suite->test('the headers of a fault replace others, in any spelling; a name of digits is one', static function () use (
        $sandbox,
    ): void {
        $headers = ['content-type' => 'text/plain', 'date' => 'Mon, 01 Jan 2024 00:00:00 GMT', '7' => 'seven'];
        Check::same(200, $sandbox->control('POST', '/faults', ['status' => 502, 'headers' => $headers])->status);
        $answer = $sandbox->call('GET', '/api/v2/tx');
        Check::same(502, $answer->status);
        Check::contains('text/plain', $answer->headers['content-type'] ?? '');
        Check::same('Mon, 01 Jan 2024 00:00:00 GMT', $answer->headers['date'] ?? '');
        Check::true(in_array('seven', $answer->headers, true), 'the header 7 is missing');
    });

    $suite->test('a probability may have an exponent, as PHP writes small numbers', static function () use ($sandbox): void {
        Check::contains('e-5', (string) json_encode(0.00001));
        Check::same(200, $sandbox->control('POST', '/faults', ['status' => 500, 'probability' => 0.00001])->status);
        $effect = $sandbox->control('GET', '/faults')->list('faults', 0, 'effect');
        Check::same(0.00001, $effect['probability'] ?? null);
        $sandbox->control('DELETE', '/faults');
        Check::same(400, $sandbox->control('POST', '/faults', ['status' => 500, 'probability' => 0.0000001])->status);
    });

    $suite->test('a filter of time with a byte of zero is refused like any other that is no time', static function () use (
        $sandbox,
    ): void {
        foreach (['/api/v2/order/?st=%00', '/api/v2/tx?et=2024-10-10T00:00:00%00'] as $target) {
            $answer = $sandbox->call('GET', $target);
            Check::same([200, 400], [$answer->status, $answer->at('code')]);
            Check::contains('must look like 2024-10-10T00:00:00', $answer->text('message'));
        }
    });
};
