<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\EnayaPay\Cards;
use Aurpay\Sandbox\EnayaPay\User;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Services;

/**
 * EnayaPay: users, with the one-time passwords sent to them, and cards.
 */
final readonly class EnayaPayControl
{
    public function __construct(private Services $services) {}

    /**
     * GET /_sandbox/enayapay
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function index(Request $request, array $arguments): array
    {
        return [
            'public_key' => $this->services->accounts->get('enayapay_public_key'),
            'users' => array_map($this->describe(...), $this->services->enayapayUsers->all()),
            'cards' => $this->services->enayapayCards->describe(),
        ];
    }

    /**
     * GET /_sandbox/enayapay/users/{phone}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function user(Request $request, array $arguments): array
    {
        $phone = $arguments['phone'] ?? '';

        return $this->describe(
            $this->services->enayapayUsers->byPhone($phone) ?? throw new Missing("No user $phone"),
        );
    }

    /**
     * DELETE /_sandbox/enayapay/users/{phone}. The user's token stays valid.
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function removeUser(Request $request, array $arguments): array
    {
        $phone = $arguments['phone'] ?? '';

        return $this->services->enayapayUsers->remove($phone)
            ? ['deleted' => true]
            : throw new Missing("No user $phone");
    }

    /**
     * POST /_sandbox/enayapay/cards: creates or changes a card.
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function putCard(Request $request, array $arguments): array
    {
        $input = $request->json();
        $input->allowOnly(array_keys(Cards::FIRST));
        $balance = $input->has('balance') ? $input->textOrNumber('balance') : Cards::FIRST['balance'];
        if (preg_match('/^' . Number::PATTERN . '$/D', $balance) !== 1) {
            throw new InvalidInput('balance must be a number');
        }
        $card = [
            'pan' => $input->requiredText('pan'),
            'ipin' => $input->text('ipin', Cards::FIRST['ipin']),
            'expiration_date' => $input->text('expiration_date', Cards::FIRST['expiration_date']),
            'balance' => $balance,
        ];
        $this->services->enayapayCards->put($card);

        return $card;
    }

    /**
     * @return array<string, mixed>
     */
    private function describe(User $user): array
    {
        return [
            'user_phone' => $user->phone,
            'user_name' => $user->name,
            'user_password' => $user->password,
            'verified' => $user->verified,
            'otp' => $user->otp === '' ? null : $user->otp,
            'token' => $user->verified ? $this->services->enayapayTokens->issue($user->number) : null,
        ];
    }
}
