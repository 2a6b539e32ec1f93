<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\Laravel\Contracts\Payable;
use Aurpay\Laravel\Models\Payment;
use Aurpay\OutcomeUnknownException;
use Illuminate\Contracts\Cache\LockProvider;
use Illuminate\Contracts\Cache\Repository;
use Illuminate\Support\Carbon;
use Illuminate\Support\Str;

/** Starts the payment of an order. A second try with the same coin and price gets the open payment again. */
final class PaymentStarter
{
    /** The gateway gives a payment 30 minutes. One that is about to expire is not offered again. */
    private const REUSE_SECONDS = 1500;

    /** Longer than the client's timeout. */
    private const LOCK_SECONDS = 60;
    private const PATIENCE_SECONDS = 25;

    public function __construct(
        private readonly Gateway $gateway,
        private readonly CallbackUrl $callbackUrl,
        private readonly Repository $cache,
        private readonly Log $log,
    ) {}

    /**
     * @param string $chain "" if the customer chooses the coin on the gateway's page
     * @param string $coin  "" likewise
     * @param array{succeed_url?: string, timeout_url?: string} $urls where the customer goes afterwards
     *
     * @throws \Aurpay\AurpayException|\ValueError|\TypeError when there is no payment
     * @throws PaymentNotNeededException when the order is paid, or needs no payment
     * @throws UnusableAnswerException when the gateway has created it, and its answer has no address, for example
     * @throws StoreFailure when the database refuses it
     * @throws \Illuminate\Contracts\Cache\LockTimeoutException when the same order is started by another request
     */
    public function start(Payable $payable, string $chain, string $coin, array $urls): Payment
    {
        $start = function () use ($payable, $chain, $coin, $urls): Payment {
            $this->refuseSecond($payable);

            return $this->reusable($payable, $chain, $coin) ?? $this->create($payable, $chain, $coin, $urls);
        };
        $store = $this->cache->getStore();
        if (!$store instanceof LockProvider) {
            // A double click makes two payments. Both are kept, and the second one is told if both are paid.
            return $start();
        }
        $lock = $store->lock("aurpay:start:{$payable->getMorphClass()}:{$payable->getKey()}", self::LOCK_SECONDS);
        $lock->block(self::PATIENCE_SECONDS);
        try {
            return $start();
        } finally {
            $lock->release();
        }
    }

    /** A customer who goes back to the checkout would pay twice. */
    private function refuseSecond(Payable $payable): void
    {
        $order = class_basename($payable) . " {$payable->getKey()}";
        if (!$payable->aurpayNeedsPayment()) {
            throw new PaymentNotNeededException("$order needs no payment.");
        }
        // Too late, or with another price. The shop has been told, and has to decide.
        $undecided = Payment::query()
            ->where('payable_type', $payable->getMorphClass())->where('payable_id', $payable->getKey())
            ->where('status', GatewayStatus::SUCCESS)
            ->whereIn('refund', [RefundState::None->value, RefundState::Refused->value])->first();
        if ($undecided !== null) {
            throw new PaymentNotNeededException("The customer has paid $order already, by payment $undecided->id. Refund that first.");
        }
    }

    private function reusable(Payable $payable, string $chain, string $coin): ?Payment
    {
        $hosted = $coin === '';

        return Payment::query()
            ->where('payable_type', $payable->getMorphClass())
            ->where('payable_id', $payable->getKey())
            ->where('kind', $hosted ? Payment::KIND_HOSTED : Payment::KIND_COIN)
            ->where('state', PaymentState::Open)
            ->whereIn('status', ['', GatewayStatus::PENDING])
            ->where('price', $payable->aurpayPrice())
            ->where('currency', $payable->aurpayCurrency())
            ->when(!$hosted, static fn ($query) => $query->where('chain', $chain)->where('coin', $coin))
            ->where('pay_url', '<>', '')
            ->where('created_at', '>=', Carbon::now()->getTimestamp() - self::REUSE_SECONDS)
            ->latest('id')->first();
    }

    /** @param array{succeed_url?: string, timeout_url?: string} $urls */
    private function create(Payable $payable, string $chain, string $coin, array $urls): Payment
    {
        $token = Str::random(40);
        // Committed before anything is sent.
        $payment = StoreFailure::instead(fn (): Payment => Payment::query()->create([
            'token' => $token,
            'payable_type' => $payable->getMorphClass(),
            'payable_id' => $payable->getKey(),
            'kind' => $coin === '' ? Payment::KIND_HOSTED : Payment::KIND_COIN,
            'state' => PaymentState::Creating,
            'price' => $payable->aurpayPrice(),
            'currency' => $payable->aurpayCurrency(),
            'chain' => $chain,
            'coin' => $coin,
            'callback_url' => $this->callbackUrl->of($token),
            'created_at' => Carbon::now()->getTimestamp(),
        ]));
        try {
            $answer = $coin === '' ? $this->gateway->createHosted($payment, $urls) : $this->gateway->createWithCoin($payment, $urls);
        } catch (\Throwable $failure) {
            $isThere = $failure instanceof OutcomeUnknownException || $failure instanceof UnusableAnswerException;
            $payment->update(['state' => $isThere ? PaymentState::Unknown : PaymentState::Refused]);
            throw $failure;
        }
        StoreFailure::instead(static fn (): bool => $payment->update($answer + [
            'state' => PaymentState::Open,
            'next_ask_at' => Schedule::first(Carbon::now()->getTimestamp()),
        ]));
        $this->log->info("Payment $payment->id was created", ['gateway_id' => $payment->gateway_id]);

        return $payment->refresh();
    }
}
