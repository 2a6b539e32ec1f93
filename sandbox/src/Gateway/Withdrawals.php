<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Transaction;
use Aurpay\Sandbox\Store\Transactions;
use Aurpay\Sandbox\Store\Wallets;

/**
 * Money that leaves the merchant's balance.
 */
final readonly class Withdrawals
{
    public function __construct(
        private Database $database,
        private Wallets $wallets,
        private Transactions $transactions,
        private Clock $clock,
    ) {}

    /**
     * @return array<string, mixed> like the documents' example of bln/withdraw
     */
    public function withdraw(string $userId, Coin $coin, string $amount, string $fee = ''): array
    {
        $fee = $fee === '' ? $coin->feeFor($amount) : $fee;

        return $this->database->transaction(function () use ($userId, $coin, $amount, $fee): array {
            if (!$this->wallets->debit($userId, $coin, $amount)) {
                throw ApiError::insufficientBalance();
            }
            $transaction = $this->transaction($userId, $coin, $amount, $fee);
            $this->transactions->add($transaction);

            return [
                'user_id' => $userId,
                'tx_id' => $transaction->txId,
                'type' => 'WITHDRAW',
                'status' => $transaction->status,
                'chain' => $coin->chain,
                'currency' => $coin->currency,
                'amount' => $amount,
                'fee' => $fee,
                'balance' => $this->wallets->balance($userId, $coin),
                'update_time' => $transaction->eventTime,
            ];
        });
    }

    /**
     * @return array<string, mixed>
     */
    public function payInvoice(string $userId, string $invoice, ?string $amount): array
    {
        try {
            $asked = Invent::invoiceAmount($invoice);
        } catch (\InvalidArgumentException $failure) {
            throw new InvalidInput($failure->getMessage());
        }
        if ($asked !== null && $amount !== null && Decimal::compare($asked, $amount) !== 0) {
            throw new InvalidInput('amount is not the amount of the invoice');
        }
        $amount ??= $asked ?? throw new InvalidInput('amount is required: the invoice names none');

        return $this->withdraw($userId, Coins::get('BLN', 'BTC-LN'), $amount, '0');
    }

    private function transaction(string $userId, Coin $coin, string $amount, string $fee): Transaction
    {
        return new Transaction(
            txId: Invent::transactionId(),
            userId: $userId,
            orderId: null,
            type: 'WITHDRAW',
            status: 'SUCCESS',
            chain: $coin->chain,
            currency: $coin->currency,
            amount: $amount,
            obtained: Decimal::subtract($amount, $fee),
            fee: $fee,
            fromAddress: Invent::address($coin),
            toAddress: Invent::address($coin),
            hash: Invent::hash($coin),
            eventTime: $this->clock->stamp(),
        );
    }
}
