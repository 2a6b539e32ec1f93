<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\Laravel\Models\Payment;
use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\UniqueConstraintViolationException;
use Illuminate\Support\Carbon;

/**
 * The only way by which the shop learns of its payments: callbacks, reconciliation and the shop's own questions end
 * here. It asks the gateway, and never believes what was sent.
 *
 * Two processes cannot disagree: the row of the payment is locked while it is decided about, and the database lets an
 * order have one payment that has paid it.
 */
final class Settlement
{
    private const ATTEMPTS = 3;

    public function __construct(
        private readonly Gateway $gateway,
        private readonly Judge $judge,
        private readonly Announcer $announcer,
        private readonly Log $log,
    ) {}

    /**
     * Asks the gateway about a payment, and tells the shop what follows.
     *
     * @return Payment|null null if the gateway's id belongs to another payment
     *
     * @throws \Aurpay\AurpayException when the gateway does not answer
     */
    public function ask(Payment $payment, string $gatewayId): ?Payment
    {
        $payable = $payment->freshPayable();
        try {
            $answer = $this->gateway->ask(
                $gatewayId,
                $payable?->aurpayPrice() ?? $payment->price,
                $payable?->aurpayCurrency() ?? $payment->currency,
            );
        } catch (\ValueError|\TypeError $noPrice) {
            // The order became free, for example. What the customer has paid must be told all the same.
            $this->log->failure("The order of payment $gatewayId has no price that can be paid", $noPrice);
            $answer = $this->gateway->ask($gatewayId, $payment->price, $payment->currency)->butOtherPrice();
        }

        return $this->settle($payment, $answer);
    }

    /** Tells the shop what follows from an answer. What was paid must have been compared. */
    public function settle(Payment $payment, Answer $answer): ?Payment
    {
        $mine = $this->claim($payment, $answer->gatewayId);
        if ($mine === null) {
            return null;
        }
        for ($attempt = 1;; ++$attempt) {
            try {
                $mine->getConnection()->transaction(fn () => $this->record($mine->id, $answer));
                break;
            } catch (UniqueConstraintViolationException $race) {
                // Another payment has paid the order in this moment. The next attempt sees it.
                if ($attempt === self::ATTEMPTS) {
                    throw $race;
                }
            }
        }
        $this->announcer->tell($mine);

        return $mine->refresh();
    }

    /**
     * Gives a payment the gateway's id. A hosted payment can have several, one for each coin that the customer chose:
     * each further one gets a row of its own.
     *
     * @return Payment|null null if the id belongs to another payment
     */
    private function claim(Payment $payment, string $gatewayId): ?Payment
    {
        for ($attempt = 1; $attempt <= self::ATTEMPTS; ++$attempt) {
            $owner = Payment::query()->where('gateway_id', $gatewayId)->first();
            if ($owner !== null) {
                return $owner->token === $payment->token ? $owner : null;
            }
            try {
                $named = Payment::query()->whereKey($payment->id)->whereNull('gateway_id')
                    ->update(['gateway_id' => $gatewayId, 'state' => PaymentState::Open]);
                if ($named === 1) {
                    return $payment->refresh();
                }

                return $payment->sibling($gatewayId, Carbon::now()->getTimestamp());
            } catch (UniqueConstraintViolationException) {
                // Another process was faster.
            }
        }

        return null;
    }

    private function record(int $id, Answer $answer): void
    {
        // Locks the row, also on SQLite, where SELECT cannot.
        Payment::query()->whereKey($id)->increment('settlements');
        $payment = Payment::query()->findOrFail($id);
        $now = Carbon::now()->getTimestamp();
        $known = $payment->status;
        $isNewer = $answer->askedAt >= $payment->asked_at && GatewayStatus::mayFollow($answer->status, $known);
        // The clocks of two hosts can disagree, and a clock can be set back.
        if ($isNewer || GatewayStatus::outranks($answer->status, $known)) {
            $payment->fill(array_filter($answer->known, static fn (string $value): bool => $value !== ''));
            $payment->status = $answer->status;
        }
        $payment->asked_at = max($payment->asked_at, $answer->askedAt);
        if ($payment->closed_at === 0 && in_array($payment->status, GatewayStatus::CLOSED, true)) {
            $payment->closed_at = $answer->askedAt;
        }
        $isUndecided = in_array($payment->verdict, [Verdict::Waiting, Verdict::Closed], true);
        if ($payment->status === $answer->status && ($isUndecided || $payment->status !== $known)) {
            $this->decide($payment, $answer, $now);
        }
        $payment->next_ask_at = Schedule::next($payment, $now);
        $payment->save();
    }

    private function decide(Payment $payment, Answer $answer, int $now): void
    {
        $payable = $payment->freshPayable();
        $verdict = $this->judge->judge(
            $payment,
            $answer->outcome,
            $payable?->aurpayNeedsPayment() ?? false,
            self::otherIsOpen($payment),
            $now,
        );
        if (in_array($verdict, [Verdict::Confirmed, Verdict::NotNeeded, Verdict::Late], true) && self::isPaidByOther($payment)) {
            $verdict = Verdict::Second;
        }
        if ($verdict === $payment->verdict) {
            return;
        }
        $payment->verdict = $verdict;
        match (true) {
            $verdict === Verdict::Confirmed => $payment->confirmed_for = self::orderOf($payment),
            $verdict === Verdict::Unknown => $this->log->warning("Payment $payment->gateway_id has the unknown status $payment->status"),
            default => null,
        };
        if ($verdict === Verdict::Refunded) {
            $this->refunded($payment);
        } elseif (!in_array($verdict, [Verdict::Waiting, Verdict::Closed, Verdict::Unknown], true)) {
            $this->announcer->write($payment, $verdict->value);
        }
    }

    /** The request that has asked for the refund may have told it already. */
    private function refunded(Payment $payment): void
    {
        if ($payment->refund !== RefundState::Made) {
            $payment->refund = RefundState::Made;
            $this->announcer->write($payment, Announcer::REFUND_MADE);
        }
    }

    private static function otherIsOpen(Payment $payment): bool
    {
        return self::others($payment)->get()->contains(static fn (Payment $other): bool => $other->isOpen());
    }

    private static function isPaidByOther(Payment $payment): bool
    {
        return self::others($payment)->where('confirmed_for', self::orderOf($payment))->exists();
    }

    /** @return Builder<Payment> */
    private static function others(Payment $payment): Builder
    {
        return Payment::query()->whereKeyNot($payment->id)
            ->where('payable_type', $payment->payable_type)->where('payable_id', $payment->payable_id);
    }

    private static function orderOf(Payment $payment): string
    {
        return "{$payment->payable_type}:{$payment->payable_id}";
    }
}
