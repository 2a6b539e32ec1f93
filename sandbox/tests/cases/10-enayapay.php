<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $ready = $sandbox->ready;
    $call = static fn (string $path, array $body, ?string $token = null, ?string $key = null): Answer
        => $sandbox->http->send(
            'POST',
            $ready->text('enayapay_base_uri') . $path,
            [
                'x-api-key' => $key ?? $ready->text('enayapay_api_key'),
                'token' => $token ?? $ready->text('enayapay_token'),
            ],
            (string) json_encode((object) $body),
        );
    $phone = ['user_phone' => '249912345678'];
    $user = $phone + ['user_name' => 'doctor', 'user_password' => 'first'];
    $known = ['user_phone' => $ready->text('enayapay_user_phone')];
    $encrypt = static function (string $plain) use ($ready): string {
        $pem = chunk_split($ready->text('enayapay_public_key'), 64, "\n");
        openssl_public_encrypt($plain, $bytes, "-----BEGIN PUBLIC KEY-----\n$pem-----END PUBLIC KEY-----\n");

        return base64_encode(is_string($bytes) ? $bytes : '');
    };
    $card = static fn (string $ipin, string $uuid = 'u-1'): array => [
        'pan' => $ready->text('enayapay_pan'),
        'ipin' => $encrypt($uuid . $ipin),
        'uuid' => 'u-1',
        'expiration_date' => $ready->text('enayapay_expiration_date'),
    ];
    $said = static fn (Answer $answer): array => [$answer->status, $answer->body];

    $suite->test('EnayaPay: register, verify, login, change and reset, with each refusal', static function () use (
        $sandbox,
        $call,
        $said,
        $phone,
        $user,
        $known,
    ): void {
        $gone = [404, '{"details":"user not registered"}'];
        Check::same($gone, $said($call('/verify/', $phone + ['user_otp' => '1'])));
        Check::same($gone, $said($call('/login/', $phone + ['user_password' => 'x'])));
        Check::same([201, ''], $said($call('/register/', $user)));
        Check::same([302, ''], $said($call('/register/', $user)));
        Check::same('inactive', $call('/login/', $phone + ['user_password' => 'first'])->at('status'));
        Check::same([203, ''], $said($call('/verify/', $phone + ['user_otp' => 'wrong'])));
        $otp = $sandbox->control('GET', '/enayapay/users/249912345678')->text('otp');
        $verified = $call('/verify/', $phone + ['user_otp' => $otp]);
        Check::same([200, 'doctor'], [$verified->status, $verified->at('user_name')]);
        Check::same([203, ''], $said($call('/verify/', $phone + ['user_otp' => $otp])));
        $token = $verified->text('token');

        Check::same([203, ''], $said($call('/login/', $phone + ['user_password' => 'wrong'])));
        $active = [200, '{"user_name":"doctor","status":"active"}'];
        Check::same($active, $said($call('/login/', $phone + ['user_password' => 'first'])));
        $change = ['current_password' => 'first', 'new_password' => 'second'];
        $changed = [200, '{"details":"password updated successful"}'];
        Check::same($changed, $said($call('/change/password/', $change, $token)));
        Check::same([203, '{"details":"wrong current password"}'], $said($call('/change/password/', $change, $token)));
        Check::same([401, ''], $said($call('/change/password/', $change, 'wrong')));

        $reset = $phone + ['user_password' => 'third'];
        Check::same([203, ''], $said($call('/rest/password/', $reset, 'wrong')));
        Check::same([203, ''], $said($call('/rest/password/', $known + $reset, $token)), 'another user\'s token');
        Check::same($active, $said($call('/rest/password/', $reset, $token)));
        Check::same($active, $said($call('/login/', $phone + ['user_password' => 'third'])));

        Check::same(true, $sandbox->control('DELETE', '/enayapay/users/249912345678')->at('deleted'));
        Check::same($gone, $said($call('/rest/password/', $reset, $token)));
        Check::same($gone, $said($call('/change/password/', $change, $token)));
        Check::same(404, $sandbox->control('GET', '/enayapay/users/249912345678')->status);
    });

    $paths = [
        '/register/' => ['user_phone', 'user_name', 'user_password'],
        '/verify/' => ['user_phone', 'user_otp'],
        '/login/' => ['user_phone', 'user_password'],
        '/rest/password/' => ['user_phone', 'user_password'],
        '/change/password/' => ['current_password', 'new_password'],
        '/balance/inquiry/' => ['pan', 'ipin', 'uuid', 'expiration_date'],
    ];
    foreach ($paths as $path => $names) {
        $suite->test("EnayaPay: 400 by member and 401 of $path", static function () use ($call, $path, $names): void {
            $missing = array_fill_keys($names, ['This field is required.']);
            $answer = $call($path, []);
            Check::same([400, $missing], [$answer->status, $answer->at('details')]);
            $answer = $call($path, [$names[0] => '', $names[1] => 7] + array_fill_keys($names, 'x'));
            Check::same([400, [
                $names[0] => ['This field may not be blank.'],
                $names[1] => ['Not a valid string.'],
            ]], [$answer->status, $answer->at('details')]);
            $refused = $call($path, array_fill_keys($names, 'x'), key: 'wrong');
            Check::same([401, ''], [$refused->status, $refused->body]);
        });
    }

    $suite->test('EnayaPay: phone numbers not valid, or of an outage', static function () use (
        $call,
        $said,
        $user,
    ): void {
        foreach (['+249912345678', '12345', '2499123456789'] as $number) {
            $answer = $call('/register/', ['user_phone' => $number] + $user);
            Check::same([406, '{"details":"your number not valid"}'], $said($answer));
        }
        $answer = $call('/register/', ['user_phone' => '249900000502'] + $user);
        Check::same([502, '{"details":"bad getway"}'], $said($answer));
        $down = ['user_phone' => '249900000503', 'user_otp' => 'x'] + $user;
        foreach (['/register/', '/verify/', '/login/', '/rest/password/'] as $path) {
            Check::same([503, '{"details":"service not available"}'], $said($call($path, $down)), $path);
        }
    });

    $suite->test('EnayaPay: the exact balance, and the provider\'s codes', static function () use (
        $sandbox,
        $call,
        $said,
        $card,
        $ready,
    ): void {
        $path = '/balance/inquiry/';
        $answer = $call($path, $card('1234'));
        $content = '{"response_code":0,"balance":400,"response_status":"Successful","uuid":"u-1"}';
        Check::same([200, $content], $said($answer));
        $exact = '12345678901234567890.123456789';
        $sandbox->control('POST', '/enayapay/cards', ['pan' => $ready->text('enayapay_pan'), 'balance' => $exact]);
        Check::contains('"balance":' . $exact . ',', $call($path, $card('1234'))->body);

        $code = static fn (array $change): array => [
            ($refused = $call($path, $change + $card('1234')))->status, $refused->at('response_code'),
        ];
        Check::same([406, 55], $code($card('4321')));
        Check::same([406, 81], $code($card('1234', 'u-2')));
        Check::same([406, 81], $code(['ipin' => '1234']));
        Check::same([406, 54], $code(['expiration_date' => '0101']));
        Check::same([406, 14], $code(['pan' => '1']));
        $magic = $call($path, ['pan' => '9999990000000696'] + $card('1234'));
        Check::same([406, '{"response_code":696,"response_message":"SYSTEM_ERROR"}'], $said($magic));
        $down = $call($path, ['pan' => '9999990000000502'] + $card('1234'));
        Check::same([502, '{"details":"bad getway"}'], $said($down));
        Check::same([401, ''], $said($call($path, $card('1234'), 'wrong')));
    });

    $suite->test('EnayaPay: tokens expire, and no secret is in the log', static function () use (
        $sandbox,
        $call,
        $card,
        $ready,
    ): void {
        $sandbox->control('POST', '/clock', ['offset_seconds' => 40 * 86400]);
        Check::same(401, $call('/balance/inquiry/', $card('1234'))->status);
        $log = $sandbox->control('GET', '/requests')->body;
        foreach (['enayapay_api_key', 'enayapay_token'] as $name) {
            Check::true(!str_contains($log, $ready->text($name)), "$name is in the log");
        }
        $sandbox->control('POST', '/reset');
        Check::contains('"balance":400,', $call('/balance/inquiry/', $card('1234'))->body);
        $users = $sandbox->control('GET', '/enayapay')->list('users');
        Check::same([$ready->text('enayapay_user_phone')], array_column($users, 'user_phone'));
    });

    $suite->test('EnayaPay: faults answer for it too, and unknown paths are told apart', static function () use (
        $sandbox,
        $call,
        $said,
    ): void {
        $body = '{"details":"service not available"}';
        $fault = ['path' => '/enayapay/api/v2.1/change', 'status' => 503, 'body' => $body];
        $sandbox->control('POST', '/faults', $fault);
        Check::same([503, $body], $said($call('/change/password/', [])));
        Check::same(404, $call('/reset/password/', [])->status);
        Check::same(405, $sandbox->call('GET', '/enayapay/api/v2.1/login/')->status);
    });
};
