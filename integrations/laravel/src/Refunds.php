<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\ApiException;
use Aurpay\Laravel\Jobs\SendRefund;
use Aurpay\Laravel\Models\Payment;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;
use Illuminate\Contracts\Bus\Dispatcher;
use Illuminate\Support\Carbon;

/**
 * Refunds whole payments, each sent at most once. The intent is committed before the job is dispatched, and "sending" is
 * committed before anything is sent. What is "sending" is never sent again, whatever the queue repeats: reconciliation
 * asks what became of it.
 */
final class Refunds
{
    /** So long after it was sent, a payment that the gateway still calls paid was not refunded. */
    private const DOUBT_SECONDS = 900;

    /** So long, a job may wait in the queue before another one is dispatched. */
    private const WAITING_SECONDS = 600;

    public function __construct(
        private readonly Gateway $gateway,
        private readonly Announcer $announcer,
        private readonly Dispatcher $bus,
        private readonly Config $config,
        private readonly Log $log,
    ) {}

    /**
     * Writes down that a payment is to be refunded, and lets the queue send it.
     *
     * @throws RefundRefusedException when there is nothing to refund, or when it was requested already
     */
    public function request(Payment $payment): void
    {
        $payment->refresh();
        if ($payment->gateway_id === null || $payment->status !== GatewayStatus::SUCCESS) {
            throw new RefundRefusedException("Payment $payment->id is not paid, so there is nothing to refund.");
        }
        $now = Carbon::now()->getTimestamp();
        $mine = Payment::query()->whereKey($payment->id)
            ->whereIn('refund', [RefundState::None->value, RefundState::Refused->value])
            ->update([
                'refund' => RefundState::Requested,
                'refund_reason' => null,
                'refund_at' => $now,
                'next_ask_at' => Schedule::first($now),
            ]);
        if ($mine !== 1) {
            throw new RefundRefusedException("The refund of payment $payment->id was requested already.");
        }
        $this->dispatch($payment->refresh());
    }

    /**
     * Sends a refund that was requested. It does nothing if any process has begun to send it. In a transaction, it sends
     * after the commit: if "sending" were rolled back, the refund would be sent again.
     */
    public function send(int $paymentId): void
    {
        $now = Carbon::now()->getTimestamp();
        $mine = Payment::query()->whereKey($paymentId)->where('refund', RefundState::Requested->value)
            ->update(['refund' => RefundState::Sending, 'refund_at' => $now, 'next_ask_at' => Schedule::first($now)]);
        if ($mine !== 1) {
            $this->log->info("The refund of payment $paymentId is not sent: it is not waiting to be sent");

            return;
        }
        $payment = Payment::query()->findOrFail($paymentId);
        $payment->getConnection()->afterCommit(fn () => $this->sendNow($payment));
    }

    /** Finds out what became of a refund, from what the gateway says of the payment now. REFUNDED is Settlement's. */
    public function findOut(Payment $payment, Answer $answer): void
    {
        // Of the question, not of this moment: an answer can be held up.
        $age = $answer->askedAt - $payment->refund_at;
        if ($payment->refund->isInDoubt() && $answer->status === GatewayStatus::SUCCESS && $age >= self::DOUBT_SECONDS) {
            $this->end($payment, RefundState::Refused, Announcer::REFUND_REFUSED, 'The gateway still calls the payment paid.');
        }
    }

    /** Dispatches the jobs of refunds again that were requested long ago: their jobs may be lost. Nothing was sent yet. */
    public function dispatchLost(): void
    {
        $lost = Payment::query()->where('refund', RefundState::Requested->value)
            ->where('refund_at', '<', Carbon::now()->getTimestamp() - self::WAITING_SECONDS)->limit(100)->get();
        foreach ($lost as $payment) {
            // Not again for as long as this one may wait.
            Payment::query()->whereKey($payment->id)->where('refund', RefundState::Requested->value)
                ->update(['refund_at' => Carbon::now()->getTimestamp()]);
            $this->dispatch($payment);
        }
    }

    private function dispatch(Payment $payment): void
    {
        $job = (new SendRefund($payment->id, $this->config->jobTimeout()))
            ->onConnection($this->config->text('queue.connection'))
            ->onQueue($this->config->text('queue.name'));
        $payment->getConnection()->afterCommit(function () use ($job): void {
            try {
                $this->bus->dispatch($job);
            } catch (\Throwable $failure) {
                // The refund is requested all the same: who sees an exception would refund in another way.
                $this->log->failure("The job of the refund of payment $job->paymentId failed. If nothing was sent, another one follows", $failure);
            }
        });
    }

    /** What comes after the call is outside of the try: a refund that was made must not be told as refused. */
    private function sendNow(Payment $payment): void
    {
        try {
            $this->gateway->refund((string) $payment->gateway_id);
        } catch (OutcomeUnknownException $unknown) {
            $this->log->failure("Whether payment $payment->gateway_id was refunded is not known", $unknown);
            $this->end($payment, RefundState::Unknown, Announcer::REFUND_UNKNOWN);

            return;
        } catch (ApiException | TransportException | \ValueError | \TypeError | ConfigurationException $refusal) {
            $this->log->failure("Payment $payment->gateway_id was not refunded", $refusal);
            $this->end($payment, RefundState::Refused, Announcer::REFUND_REFUSED, $refusal->getMessage());

            return;
        }
        $this->end($payment, RefundState::Made, Announcer::REFUND_MADE);
    }

    /** Keeps what became of a refund, unless another process has ended this very one. */
    private function end(Payment $payment, RefundState $state, string $event, ?string $reason = null): void
    {
        $payment->getConnection()->transaction(function () use ($payment, $state, $event, $reason): void {
            $mine = Payment::query()->whereKey($payment->id)
                ->where('refund', $payment->refund->value)->where('refund_at', $payment->refund_at)
                ->update([
                    'refund' => $state,
                    'refund_reason' => $reason,
                    'next_ask_at' => Schedule::first(Carbon::now()->getTimestamp()),
                ]);
            if ($mine === 1) {
                $this->announcer->write($payment, $event);
            }
        });
        $this->announcer->tell($payment);
    }
}
