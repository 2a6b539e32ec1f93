<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Store\Accounts;

/**
 * "Cards" of the documents. They show only the provider's code 696; the other
 * codes are from ISO 8583.
 */
final readonly class BalanceInquiry
{
    private const PROVIDER_DOWN = '9999990000000502';
    /** PANs with this prefix are refused: the last three digits are the provider's code. */
    private const PROVIDER_ERROR = '/^9999990000000([1-9][0-9]{2})$/D';
    private const SYSTEM_ERROR = 696;

    public function __construct(
        private Users $users,
        private Tokens $tokens,
        private Cards $cards,
        private Accounts $accounts,
    ) {}

    public function inquire(Request $request): Response
    {
        [$pan, $ipin, $uuid, $date] = Fields::of($request, 'pan', 'ipin', 'uuid', 'expiration_date');
        $user = $this->tokens->userNumber($request->header('token'));
        if ($user === null || $this->users->byNumber($user) === null) {
            throw Refusal::keyNotValid();
        }
        if ($pan === self::PROVIDER_DOWN) {
            throw Refusal::details(502, 'bad getway');
        }
        if (preg_match(self::PROVIDER_ERROR, $pan, $match) === 1) {
            $code = (int) $match[1];

            throw Refusal::provider($code, $code === self::SYSTEM_ERROR ? 'SYSTEM_ERROR' : "PROVIDER_ERROR_$code");
        }

        return Response::json([
            'response_code' => 0,
            'balance' => new Number($this->balance($pan, $ipin, $uuid, $date)),
            'response_status' => 'Successful',
            'uuid' => $uuid,
        ]);
    }

    private function balance(string $pan, string $encryptedIpin, string $uuid, string $date): string
    {
        $card = $this->cards->find($pan) ?? throw Refusal::provider(14, 'INVALID_CARD_NUMBER');
        if ($card->text('expiration_date') !== $date) {
            throw Refusal::provider(54, 'EXPIRED_CARD');
        }
        $plain = KeyPair::decrypt($encryptedIpin, $this->accounts->get('enayapay_private_key'));
        if (!str_starts_with($plain, $uuid)) {
            throw Refusal::provider(81, 'PIN_CRYPTOGRAPHIC_ERROR');
        }
        if (!hash_equals($card->text('ipin'), substr($plain, strlen($uuid)))) {
            throw Refusal::provider(55, 'INCORRECT_PIN');
        }

        return $card->text('balance');
    }
}
