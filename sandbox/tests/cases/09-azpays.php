<?php

declare(strict_types=1);

use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $sandbox = new Sandbox();
    $call = static fn (string $method, string $path, ?string $body = null, ?string $token = null): Answer
        => $sandbox->http->send(
            $method,
            $sandbox->ready->text('azpays_base_uri') . $path,
            ['Authorization' => 'Bearer ' . ($token ?? $sandbox->ready->text('azpays_token'))],
            $body,
        );

    $suite->test('AzPays: sign needs no token, and the password is shown', static function () use (
        $sandbox,
        $call,
    ): void {
        foreach (['hi@trader4.net', '+447888872720', 'bc1uw48ht4287287', 'hi@trader4.net'] as $identity) {
            $answer = $call('POST', '/oauth/sign', (string) json_encode(['id' => $identity]), '');
            Check::same(['succeed', 'message'], array_keys($answer->list()));
            Check::same([200, true], [$answer->status, $answer->at('succeed')]);
            Check::same(null, $answer->headers['a-trace-id'] ?? null);
        }
        $sent = $sandbox->control('GET', '/azpays');
        $counts = array_column($sent->list('one_time_passwords'), 'sent', 'id');
        ksort($counts);
        Check::same(['+447888872720' => 1, 'bc1uw48ht4287287' => 1, 'hi@trader4.net' => 2], $counts);
        Check::matches('/^[0-9]{6}$/', $sent->text('one_time_passwords', 0, 'otp'));
        foreach (['{}', '{"id":5}', '{"id":"x y"}', '['] as $bad) {
            $answer = $call('POST', '/oauth/sign', $bad);
            Check::same([400, false], [$answer->status, $answer->at('succeed')], $bad);
        }
    });

    $suite->test('AzPays: verify answers the token for the last code, once', static function () use (
        $sandbox,
        $call,
    ): void {
        $id = 'verify@trader4.net';
        $codeOf = static function () use ($sandbox, $id): string {
            $shown = $sandbox->control('GET', '/azpays');
            foreach (array_keys($shown->list('one_time_passwords')) as $number) {
                if ($shown->text('one_time_passwords', $number, 'id') === $id) {
                    return $shown->text('one_time_passwords', $number, 'otp');
                }
            }

            return '';
        };
        $verify = static fn (string $code, string $identity): Answer
            => $call('POST', '/oauth/verify', (string) json_encode(['id' => $identity, 'code' => $code]), '');
        $sign = static fn (): Answer => $call('POST', '/oauth/sign', (string) json_encode(['id' => $id]), '');

        Check::same(401, $verify('123456', $id)->status);
        $sign();
        $first = $codeOf();
        Check::same(401, $verify($first === '000000' ? '000001' : '000000', $id)->status);
        Check::same(401, $verify($first, 'hi@trader4.net')->status);
        do {
            $sign();
        } while ($codeOf() === $first);
        Check::same(401, $verify($first, $id)->status);
        $code = $codeOf();
        $answer = $verify($code, $id);
        Check::same([200, true], [$answer->status, $answer->at('succeed')]);
        Check::same($sandbox->ready->text('azpays_token'), $answer->at('result', 'access_token'));
        Check::same(['Bearer', $id], [$answer->at('result', 'token_type'), $answer->at('result', 'email')]);
        Check::same(200, $call('GET', '/purses', null, $answer->text('result', 'access_token'))->status);
        Check::same([401, false], [$verify($code, $id)->status, $verify('', $id)->at('succeed')]);
        foreach (['{}', '{"id":"a"}', '{"id":"a","code":123456}', '['] as $bad) {
            Check::same(400, $call('POST', '/oauth/verify', $bad)->status, $bad);
        }
        Check::same(405, $call('GET', '/oauth/verify')->status);
        $log = $sandbox->control('GET', '/requests')->body;
        Check::same(false, str_contains($log, $code), 'the code is in the request log');
    });

    $suite->test('AzPays: a wrong token is 401, what is unknown 404, another method 405', static function () use (
        $call,
    ): void {
        foreach (['/purses', '/purses/x', '/transactions', '/transactions/x'] as $path) {
            $answer = $call('GET', $path, null, 'wrong');
            Check::same([401, '{"succeed":false,"message":"Unauthenticated"}'], [$answer->status, $answer->body]);
        }
        foreach (['/purses/x', '/transactions/x', '/none'] as $path) {
            $answer = $call('GET', $path);
            Check::same([404, false], [$answer->status, $answer->at('succeed')], $path);
        }
        Check::same(405, $call('GET', '/oauth/sign')->status);
    });

    $suite->test('AzPays: purses are named by uuid, or by id alone', static function () use (
        $call,
    ): void {
        $list = $call('GET', '/purses');
        Check::same(['succeed', 'message', 'results', 'metas'], array_keys($list->list()));
        Check::contains('"balance":123456789012345678.123456789012345678,"freeze":0.000000000000000001', $list->body);
        $purse = $call('GET', '/purses/' . $list->text('results', 1, 'uuid'));
        Check::same(['succeed', 'message', 'result', 'meta'], array_keys($purse->list()));
        Check::same($list->at('results', 1, 'uuid'), $purse->at('result', 'id'));
        Check::contains('"balance":123456789012345678.123456789012345678,', $purse->body);
    });

    $suite->test('AzPays: transactions come in pages until an empty one', static function () use (
        $sandbox,
        $call,
    ): void {
        $counts = [];
        foreach ([1, 2, 3, 4] as $page) {
            $answer = $call('GET', "/transactions?page=$page");
            Check::same($page, $answer->at('metas', 'current_page'));
            $counts[] = count($answer->list('results'));
        }
        Check::same([10, 10, 5, 0], $counts);
        $first = $call('GET', '/transactions');
        Check::same(1, $first->at('metas', 'current_page'));
        foreach (['123456789012345678.123456789012345678', '1.0e-7', '19.90'] as $amount) {
            Check::contains('"amount":' . $amount . ',', $first->body);
        }
        $one = $call('GET', '/transactions/' . $first->text('results', 0, 'uuid'));
        Check::contains('"amount":123456789012345678.123456789012345678,', $one->body);
        foreach (['0', '-1', 'x'] as $bad) {
            Check::same(400, $call('GET', "/transactions?page=$bad")->status, $bad);
        }
        $uuid = $sandbox->control('POST', '/azpays/transactions', ['amount' => '7.50', 'type' => 12024]);
        $seeded = $call('GET', '/transactions/' . $uuid->text('uuids', 0));
        Check::contains('"type":12024,', $seeded->body);
        Check::contains('"amount":7.50,', $seeded->body);
        foreach ([['count' => 0], ['amount' => 'x'], ['what' => 1]] as $bad) {
            Check::same(400, $sandbox->control('POST', '/azpays/transactions', $bad)->status);
        }
        $sandbox->control('POST', '/reset');
        Check::same(5, count($call('GET', '/transactions?page=3')->list('results')));
    });

    $suite->test('AzPays: the published server\'s answers: unpaged, id, other numbers, another record', static function () use (
        $sandbox,
        $call,
    ): void {
        Check::same('published', $sandbox->control('POST', '/azpays', ['answers' => 'published'])->at('answers'));
        $all = $call('GET', '/transactions?page=2');
        Check::same(['succeed', 'message', 'results', 'metas'], array_keys($all->list()));
        Check::same([25, []], [count($all->list('results')), $all->at('metas')]);
        Check::same($all->body, $call('GET', '/transactions')->body, 'page is ignored');
        Check::contains('"amount":"123456789012345678.123456789012345678",', $all->body);
        Check::contains('"amount":"18.000000000000000000",', $all->body);
        Check::contains('"amount":"0.000000100000000000",', $all->body);
        Check::contains('"metas":[]', $all->body);
        $first = $all->list('results', 0);
        Check::same([false, 1, 12300, true], [
            isset($first['uuid']), $first['currency'] ?? 0, $first['status'] ?? 0, ($first['type'] ?? 0) >= 12400,
        ]);
        $id = $all->text('results', 3, 'id');
        Check::same($id, $call('GET', "/transactions/$id")->at('results', 'id'));
        $purses = $call('GET', '/purses');
        Check::same([12100, 12100, 12101], array_column($purses->list('results'), 'status'));
        Check::contains('"balance":"123456789012345678.123456789012345678",', $purses->body);
        $purse = $purses->text('results', 1, 'id');
        Check::same($purses->at('results', 1), $call('GET', "/purses/$purse")->at('results'));
        $refused = $call('GET', '/purses', null, 'wrong');
        Check::same([401, '{"message":"Unauthenticated."}'], [$refused->status, $refused->body]);
        Check::same(404, $call('GET', '/transactions/x')->status);

        $paid = $sandbox->control('POST', '/azpays/transactions', ['type' => 12401])->text('uuids', 0);
        foreach ([$id, 'x', $paid] as $asked) {
            Check::same($paid, $call('GET', "/transactions/$asked")->at('results', 'id'));
        }
        foreach ([[], ['answers' => 'x'], ['answers' => 'published', 'x' => 1]] as $bad) {
            Check::same(400, $sandbox->control('POST', '/azpays', $bad)->status);
        }
        $sandbox->control('POST', '/reset');
        Check::same('documents', $sandbox->control('GET', '/azpays')->at('answers'));
    });

    $suite->test('AzPays: --azpays published is the default after a reset too', static function (): void {
        $published = new Sandbox('--azpays', 'published');
        Check::same('published', $published->control('GET', '/azpays')->at('answers'));
        $published->control('POST', '/azpays', ['answers' => 'documents']);
        Check::same('documents', $published->control('GET', '/azpays')->at('answers'));
        $published->control('POST', '/reset');
        Check::same('published', $published->control('GET', '/azpays')->at('answers'));
        try {
            new Sandbox('--azpays=other');
            Check::true(false, 'it started');
        } catch (RuntimeException $failure) {
            Check::contains('--azpays must be published or documents: other', $failure->getMessage());
        }
    });

    $suite->test('AzPays: the spelling of the envelope can be chosen', static function () use ($sandbox, $call): void {
        $members = static fn (): array => array_keys($call('GET', '/transactions')->list());
        foreach (['singular' => ['result', 'meta'], 'plural' => ['results', 'metas']] as $spelling => $names) {
            Check::same($spelling, $sandbox->control('POST', '/azpays', ['spelling' => $spelling])->at('spelling'));
            Check::same(['succeed', 'message', ...$names], $members());
        }
        Check::same(400, $sandbox->control('POST', '/azpays', ['spelling' => 'other'])->status);
        $sandbox->control('POST', '/reset');
        Check::same('mixed', $sandbox->control('GET', '/azpays')->at('spelling'));
    });
};
