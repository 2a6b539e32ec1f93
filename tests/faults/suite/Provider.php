<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/**
 * The answers of each service, according to its documents.
 *
 * An answer has the keys of the fault server: status, headers, body.
 *
 * @phpstan-type Answer array<string, mixed>
 */
enum Provider
{
    case Aurpay;
    case AzPays;
    case EnayaPay;

    /** EnayaPay's documented refusals: the statuses of each endpoint. */
    private const DOCUMENTED = [
        'aurpay_enayapay_register' => [302, 400, 406, 502, 503],
        'aurpay_enayapay_verify' => [203, 400, 404, 503],
        'aurpay_enayapay_login' => [400, 404, 503],
        'aurpay_enayapay_reset_password' => [400, 404, 503],
        'aurpay_enayapay_change_password' => [203, 400, 404, 503],
        'aurpay_enayapay_balance' => [400, 406, 502],
    ];

    /** @return Answer the API's success */
    public function success(Call $call): array
    {
        return ['status' => $call->name === 'aurpay_enayapay_register' ? 201 : 200, 'body' => match ($this) {
            self::Aurpay => '{"code":0,"message":"ok","data":{"order_id":"4711","amount":18.0098},"result":true}',
            self::AzPays => '{"succeed":true,"message":"ok","result":[{"uuid":"9d3c","balance":18.0098}]}',
            self::EnayaPay => '{"response_code":0,"balance":400.25,"user_name":"doctor","status":"active"}',
        }];
    }

    /** Whether the answer to that call names the requested record. */
    public function namesRecord(Call $call): bool
    {
        return in_array($call->name, [
            'aurpay_aurpay_order_detail',
            'aurpay_aurpay_refund_info',
            'aurpay_aurpay_refund',
            'aurpay_azpays_purse',
            'aurpay_azpays_transaction',
            'aurpay_enayapay_balance',
        ], true);
    }

    /** @return Answer the API's success for another record */
    public function successForAnother(string $member): array
    {
        return ['status' => 200, 'body' => match ($this) {
            self::Aurpay => '{"code":0,"message":"ok","data":{"order_id":"4712","amount":18.0098},"result":true}',
            self::AzPays => '{"succeed":true,"message":"ok","result":{"' . $member . '":"9d3d","balance":18.0098}}',
            self::EnayaPay => '{"response_code":0,"balance":400.25,"uuid":"another"}',
        }];
    }

    /** The API's refusal in its envelope; for EnayaPay, whose answer is the HTTP status, the JSON of a refusal. */
    public function refusal(): string
    {
        return match ($this) {
            self::Aurpay => '{"code":40005,"message":"no","trace_id":"t-1","result":false}',
            self::AzPays => '{"succeed":false,"message":"no"}',
            self::EnayaPay => '{"details":"no"}',
        };
    }

    /** @return list<Answer> the documented refusals of that call */
    public function refusals(Call $call): array
    {
        $answer = ['status' => 200, 'body' => $this->refusal()];
        if ($this !== self::EnayaPay) {
            return [$answer];
        }
        $statuses = [];
        foreach ($this->documentedRefusals($call) as $status) {
            $statuses[] = ['status' => $status] + $answer;
        }
        // Some refusals have no body.
        $empty = array_map(static fn (array $documented): array => ['body' => ''] + $documented, $statuses);
        $code = ['status' => 200, 'body' => '{"response_code":696,"response_message":"SYSTEM_ERROR"}'];

        return [...$statuses, ...$empty, ...($call->name === 'aurpay_enayapay_register' ? [] : [$code])];
    }

    /** @return list<int> the statuses that refuse that call according to the documents */
    public function documentedRefusals(Call $call): array
    {
        return $this === self::EnayaPay ? self::DOCUMENTED[$call->name] : [];
    }
}
