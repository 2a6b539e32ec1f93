<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

// The request log explains why a signature was refused.
return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $json = '{"price":10,"currency":"USD","remark":"<i>"}';
    $send = $sandbox->logged(...);
    $headers = static fn (string $signature, string $digest, string $algorithm = 'HMAC-SHA256', ?string $date = null): array => [
        'API-Key' => '',
        'API-Token' => $sandbox->ready->text('api_token'),
        'Algorithm' => $algorithm,
        'Date' => $date ?? gmdate('Y-m-d\TH:i:s\Z'),
        'Body-MD5' => $digest,
        'Signature' => $signature,
    ];
    $sign = static fn (string $origin, string $secret = 'api_secret', string $hash = 'sha256'): string
        => base64_encode(hash_hmac($hash, $origin, $sandbox->ready->text($secret), true));

    $suite->test('an accepted signature is shown with what was signed; secret and signature are not', static function () use (
        $sandbox,
        $send,
        $headers,
        $sign,
        $json,
    ): void {
        $date = gmdate('Y-m-d\TH:i:s\Z');
        $origin = "HMAC-SHA256 | $date | POST /api/order/pay-url | " . md5($json);
        $entry = $send('POST', '/api/order/pay-url', $headers($sign($origin), md5($json), date: $date), $json);
        Check::same([true, null, null, true], [
            $entry->at('signature', 'accepted'),
            $entry->at('signature', 'problem'),
            $entry->at('signature', 'hint'),
            $entry->at('signature', 'api_token_known'),
        ]);
        Check::same($origin, $entry->at('signature', 'signed', 'signature_origin'));
        Check::same([$date, md5($json), '***'], [
            $entry->at('signature', 'received', 'date'),
            $entry->at('signature', 'received', 'body_md5'),
            $entry->at('signature', 'received', 'signature'),
        ]);
        Check::same($json, $entry->at('body'));
        Check::contains('/#/cashier/choose?token=***', $entry->text('response_body'));
        $secrets = [$sign($origin), $sandbox->ready->text('api_secret'), $sandbox->ready->text('api_token')];
        foreach ($secrets as $secret) {
            Check::true(!str_contains($entry->body, $secret), "shown: $secret");
        }
        $list = $sandbox->control('GET', '/requests')->body;
        Check::contains($origin, $list);
        Check::true(!str_contains($list, '"body"'), 'the list has no bodies');
    });

    $suite->test('a refused Date and digest are shown beside the sandbox\'s own', static function () use (
        $send,
        $headers,
        $sign,
        $json,
    ): void {
        $origin = 'HMAC-SHA256 | 2024-06-17T00:00:00Z | POST /api/order/pay-url | ' . md5($json);
        $old = $send('POST', '/api/order/pay-url', $headers($sign($origin), md5($json), date: '2024-06-17T00:00:00Z'), $json);
        Check::same([401, false, null], [$old->at('status'), $old->at('signature', 'accepted'), $old->at('signature', 'hint')]);
        Check::contains('300 seconds', $old->text('signature', 'problem'));
        Check::same('2024-06-17T00:00:00Z', $old->at('signature', 'received', 'date'));
        Check::true($old->text('signature', 'signed', 'date') > '2025', 'the sandbox\'s date');
        $digest = $send('POST', '/api/order/pay-url', $headers('x', md5('other')), $json);
        Check::same([md5($json), md5('other')], [
            $digest->at('signature', 'signed', 'body_md5'),
            $digest->at('signature', 'received', 'body_md5'),
        ]);
    });

    $target = '/api/v2/order/?page=1&chain=%45TH';
    $date = gmdate('Y-m-d\TH:i:s\Z');
    $origin = "HMAC-SHA256 | $date | GET ";
    $host = substr($sandbox->ready->text('base_uri'), 7);
    $mistakes = [
        'signed with the callback_secret' => $sign($origin . $target, 'callback_secret'),
        'signed with the api_key' => $sign($origin . $target, 'api_key'),
        'if the path had no query' => $sign($origin . '/api/v2/order/'),
        'if the target had no percent-encoding' => $sign($origin . '/api/v2/order/?page=1&chain=ETH'),
        'if the whole URL were signed' => $sign("{$origin}http://$host$target"),
        'if the method were in lower case' => $sign("HMAC-SHA256 | $date | get $target"),
        'digest of an empty body' => $sign($origin . $target . ' | ' . md5('')),
        'no blanks around the vertical bars' => $sign("HMAC-SHA256|$date|GET $target"),
        'made with HMAC-SHA3_256' => $sign($origin . $target, hash: 'sha3-256'),
        'hexadecimal digits' => hash_hmac('sha256', $origin . $target, $sandbox->ready->text('api_secret')),
        'header Signature is missing' => '',
    ];
    foreach ($mistakes as $words => $signature) {
        $suite->test("a refused signature is explained: $words", static function () use (
            $send,
            $headers,
            $target,
            $date,
            $words,
            $signature,
        ): void {
            $entry = $send('GET', $target, $headers($signature, '', date: $date));
            Check::same([401, false], [$entry->at('status'), $entry->at('signature', 'accepted')]);
            Check::contains($words, $entry->text('signature', 'hint'));
        });
    }

    $suite->test('a signature that nothing explains points to the secret; a token that is not the merchant\'s has its own hint', static function () use (
        $send,
        $headers,
        $target,
        $sandbox,
    ): void {
        $none = $send('GET', $target, $headers(base64_encode(str_repeat('x', 32)), ''));
        Check::same('Signature verification failed', $none->at('signature', 'problem'));
        Check::contains('its secret is not the api_secret', $none->text('signature', 'hint'));
        $token = $send('GET', $target, ['API-Token' => 'NOBODY'] + $headers('x', ''));
        Check::same(false, $token->at('signature', 'api_token_known'));
        Check::contains('No merchant of this sandbox has this API-Token', $token->text('signature', 'hint'));
        foreach (['callback_token', 'api_key'] as $name) {
            $token = $send('GET', $target, ['API-Token' => $sandbox->ready->text($name)] + $headers('x', ''));
            Check::same("This API-Token is the $name. It must be the api_token.", $token->at('signature', 'hint'));
        }
    });

    $suite->test('the live log asks for what came after an id; searches and pages find old requests', static function () use (
        $sandbox,
    ): void {
        $sandbox->control('POST', '/reset');
        $sandbox->call('GET', '/api/contract/balance');
        $first = $sandbox->control('GET', '/requests?after=0')->int('requests', 0, 'id');
        Check::same([], $sandbox->control('GET', "/requests?after=$first")->list('requests'));
        $sandbox->call('GET', '/api/v2/tx?page=1', null, ['API-Key' => 'wrong']);
        $sandbox->call('GET', '/api/v2/tx?page=2');
        $later = $sandbox->control('GET', "/requests?after=$first");
        Check::same(['/api/v2/tx?page=1', '/api/v2/tx?page=2'], array_column($later->list('requests'), 'target'));
        Check::same(null, $later->at('requests', 0, 'signature'));
        $found = $sandbox->control('GET', '/requests?sort=desc&q=' . rawurlencode('TX code=401'));
        Check::same([1, ['/api/v2/tx?page=1']], [$found->at('total'), array_column($found->list('requests'), 'target')]);
        $page = $sandbox->control('GET', '/requests?sort=desc&size=1&page=2');
        Check::same([3, ['/api/v2/tx?page=1']], [$page->at('total'), array_column($page->list('requests'), 'target')]);
        Check::same(404, $sandbox->control('GET', '/requests/999999')->status);
        Check::same(400, $sandbox->control('GET', '/requests?after=x')->status);
    });

    $suite->test('bodies are kept with their secrets masked, only of Aurpay and only in part', static function () use (
        $sandbox,
        $send,
    ): void {
        $form = http_build_query(['username' => $sandbox->ready->text('username'), 'password' => $sandbox->ready->text('password')]);
        $login = $send('POST', '/api/user/login', [], $form);
        Check::contains('password=***', $login->text('body'));
        Check::contains('"access_token":"***"', $login->text('response_body'));
        Check::true(!str_contains($login->body, $sandbox->ready->text('password')), 'the password is shown');
        Check::same(null, $send('POST', '/enayapay/api/v2.1/login/', [], '{"phone":"1","ipin":"1"}')->at('body'));
        Check::same(8192, strlen($send('POST', '/api/order/pay-url', [], str_repeat('y', 20_000))->text('body')));
    });
};
