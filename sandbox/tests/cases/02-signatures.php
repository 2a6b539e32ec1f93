<?php

declare(strict_types=1);

use Aurpay\Sandbox\Callback\Destinations;
use Aurpay\Sandbox\Callback\Signer;
use Aurpay\Sandbox\Store\Merchant;
use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $load = static fn (string $name): Answer
        => new Answer(0, [], (string) file_get_contents(dirname(__DIR__) . "/$name.json"), 0, 0);
    $headers = static fn (Answer $vectors, int $case, string $algorithm): array => [
        'API-Key' => '',
        'API-Token' => $vectors->text('cases', $case, 'token'),
        'Algorithm' => $algorithm,
        'Date' => $vectors->text('cases', $case, 'date'),
        'Body-MD5' => $vectors->text('cases', $case, 'body_md5'),
        'Signature' => $vectors->text('cases', $case, $algorithm),
    ];
    $use = static function (Sandbox $sandbox, Answer $vectors, int $case): void {
        $sandbox->control('POST', '/merchant', [
            'api_token' => $vectors->text('cases', $case, 'token'),
            'api_secret' => $vectors->text('cases', $case, 'secret'),
        ]);
        $sandbox->control('POST', '/clock', ['now' => $vectors->text('cases', $case, 'date')]);
    };

    $sandbox = new Sandbox();
    $vectors = $load('request-signatures');
    foreach (array_keys($vectors->list('cases')) as $case) {
        foreach (['HMAC-SHA256', 'HMAC-SHA3_256'] as $algorithm) {
            $name = $vectors->text('cases', (int) $case, 'name');
            $suite->test("$algorithm as the vendor's script signs it: $name", static function () use (
                $sandbox,
                $vectors,
                $case,
                $algorithm,
                $headers,
                $use,
            ): void {
                $use($sandbox, $vectors, (int) $case);
                $body = $vectors->at('cases', (int) $case, 'body');
                $answer = $sandbox->call(
                    $vectors->text('cases', (int) $case, 'method'),
                    $vectors->text('cases', (int) $case, 'target'),
                    is_string($body) ? $body : null,
                    $headers($vectors, (int) $case, $algorithm),
                );
                // Some calls are refused (unknown order), but none because of its signature.
                Check::same(200, $answer->status, $answer->body);
                Check::true($answer->at('code') !== 401, $answer->body);
            });
        }
    }

    $json = '{"price":10,"currency":"USD"}';
    $wrong = [
        'a wrong signature' => [['Signature' => base64_encode(str_repeat('x', 32))], 'Signature verification failed'],
        'an unknown token' => [['API-Token' => 'NOBODY'], 'Signature verification failed'],
        'an unknown algorithm' => [['Algorithm' => 'HMAC-MD5'], 'Algorithm must be'],
        'another body digest' => [['Body-MD5' => md5('x')], 'Body-MD5 is not'],
        'an upper-case body digest' => [['Body-MD5' => strtoupper(md5($json))], 'Body-MD5 is not'],
        'an invalid Date' => [['Date' => 'yesterday'], 'Date is not in ISO-8601'],
        'an old Date' => [['Date' => '2024-06-16T23:54:59Z'], 'Date is more than 300 seconds'],
        'a Date of the future' => [['Date' => '2024-06-17T00:05:30Z'], 'Date is more than 300 seconds'],
        'a missing signature' => [['Signature' => ''], 'Signature verification failed'],
    ];
    foreach ($wrong as $what => [$change, $message]) {
        $suite->test("$what is refused with the signing information and without the secret", static function () use (
            $sandbox,
            $vectors,
            $headers,
            $use,
            $json,
            $change,
            $message,
        ): void {
            $use($sandbox, $vectors, 3);
            $sent = $change + $headers($vectors, 3, 'HMAC-SHA256');
            $answer = $sandbox->call('POST', '/api/order/pay-url', $json, $sent);
            Check::same(401, $answer->status);
            Check::same(401, $answer->at('code'));
            Check::same(false, $answer->at('result'));
            Check::contains($message, $answer->text('message'));
            Check::contains("POST /api/order/pay-url | " . md5($json), $answer->text('data', 'signature_origin'));
            Check::matches('/^2024-06-17T00:00:[0-9]{2}Z$/', $answer->text('data', 'date'));
            Check::same(md5($json), $answer->text('data', 'body_md5'));
            Check::true(!str_contains($answer->body, $vectors->text('cases', 3, 'secret')), 'the secret is in it');
            Check::true(
                !str_contains($answer->body, $vectors->text('cases', 3, 'HMAC-SHA256')),
                'the expected signature is in it',
            );
        });
    }

    $suite->test('another query than the signed one is refused', static function () use (
        $sandbox,
        $vectors,
        $headers,
        $use,
    ): void {
        $use($sandbox, $vectors, 1);
        $answer = $sandbox->call('GET', '/api/v2/order/?page=1&size=11', null, $headers($vectors, 1, 'HMAC-SHA256'));
        Check::same(401, $answer->status);
    });

    $suite->test('callbacks are signed as the documents\' rule says', static function () use ($load): void {
        $vectors = $load('callback-signatures');
        foreach (array_keys($vectors->list('cases')) as $case) {
            $secret = $vectors->text('cases', (int) $case, 'secret');
            $merchant = new Merchant('', '', '', 'k', '', '', '', 't', $secret, '', false);
            $headers = Signer::headers(
                $merchant,
                $vectors->text('cases', (int) $case, 'callback_url'),
                $vectors->text('cases', (int) $case, 'date'),
            );
            Check::same($vectors->text('cases', (int) $case, 'signature'), $headers['Signature']);
            Check::same('t', $headers['Callback-Token']);
            Check::same('k', $headers['Api-Key']);
        }
    });

    $suite->test('only loopback URLs count as loopback', static function (): void {
        $own = ['http://127.0.0.1:8000/x', 'https://localhost/', 'http://[::1]:80/?a=b', 'http://127.8.9.1/'];
        foreach ($own as $url) {
            Check::true((new Destinations())->host($url) !== null, $url);
        }
        $foreign = [
            'http://example.com/', 'http://127.0.0.1.example.com/', 'http://127.0.0.1@example.com/',
            'http://example.com\\@127.0.0.1/', 'ftp://127.0.0.1/', 'http://10.0.0.1/', 'http://127.example/', 'x',
            'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://[::ffff:10.0.0.1]/', 'http://localhost./',
        ];
        foreach ($foreign as $url) {
            Check::same(null, (new Destinations())->host($url), $url);
        }
    });

    $suite->test('stopping the sandbox of these tests prints nothing and leaves with 0', static function () use (
        $sandbox,
    ): void {
        Check::same('exit 0', $sandbox->stop());
    });
};
