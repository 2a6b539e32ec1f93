<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

use Aurpay\Sandbox\Gateway\Withdrawals;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Store\Wallets;

/**
 * Balances and withdrawals.
 */
final readonly class Balances
{
    public function __construct(private Wallets $wallets, private Withdrawals $withdrawals) {}

    /**
     * GET /api/withdraw/wallets. The documents show no answer: this one is invented.
     *
     * @return array<string, mixed>
     */
    public function wallets(Call $call): array
    {
        $wallets = [];
        foreach (Coins::all() as $coin) {
            $wallets[] = [
                'chain' => $coin->chain,
                'currency' => $coin->currency,
                'balance' => $this->wallets->balance($call->userId(), $coin),
                'freeze' => '0',
            ];
        }

        return ['wallets' => $wallets, 'invented' => true];
    }

    /**
     * POST /api/withdraw. Refused with 40004 until a control endpoint has
     * verified the merchant. The documents show no success: it is invented.
     *
     * @return array<string, mixed>
     */
    public function withdraw(Call $call): array
    {
        $input = $call->request->json();
        $coin = Coins::find($input->requiredText('chain'), $input->requiredText('currency'))
            ?? throw ApiError::badRequest('chain and currency: not a supported cryptocurrency');
        $amount = $input->amount('amount');
        if ($coin->isLightning()) {
            // "verify_code - required only when chain is Lightning Network"
            $input->requiredText('verify_code');
            $input->requiredText('ln_invoices');
        }
        if (!$call->merchant()->kybVerified) {
            throw ApiError::kybRequired();
        }

        return $this->withdrawals->withdraw($call->userId(), $coin, $amount) + ['invented' => true];
    }

    /**
     * GET /api/contract/balance: the same as the example, amounts as JSON numbers.
     *
     * @return list<array<string, mixed>>
     */
    public function selfCustody(Call $call): array
    {
        $balances = [
            'ETH' => '10.31299',
            'USDT-ERC20' => '203',
            'DAI-ERC20' => '190',
            'SHIB-ERC20' => '890220',
            'USDC-ERC20' => '0',
        ];
        $list = [];
        foreach ($balances as $currency => $amount) {
            $list[] = ['chain' => 'ETH', 'currency' => $currency, 'amount' => new Number($amount)];
        }

        return $list;
    }

    /**
     * GET /api/bln/balance
     *
     * @return array<string, mixed>
     */
    public function lightningBalance(Call $call): array
    {
        return ['balance' => $this->wallets->balance($call->userId(), Coins::get('BLN', 'BTC-LN'))];
    }

    /**
     * POST /api/bln/withdraw. "amount (string, optional) ... does not need to
     * be added if the invoice request has an amount"; the example has a number.
     *
     * @return array<string, mixed>
     */
    public function lightningWithdraw(Call $call): array
    {
        $input = $call->request->json();
        $invoice = $input->requiredText('ln_invoices');
        $amount = $input->has('amount') ? $input->amount('amount', quoted: true) : null;

        return $this->withdrawals->payInvoice($call->userId(), $invoice, $amount);
    }
}
