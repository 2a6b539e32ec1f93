<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;
use Aurpay\Laravel\Events\CallbackRejected;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Models\ReceivedCallback;
use Illuminate\Contracts\Events\Dispatcher;
use Illuminate\Support\Carbon;

/**
 * Takes the gateway's callbacks. Nothing in one is believed: a callback that is signed for a payment's URL makes the
 * shop ask the gateway. The gateway repeats whatever is not answered with 200.
 *
 * 200 settled · 400 not a callback · 403 not signed for this payment · 409 the payment that is named belongs to another
 * order · 503 the gateway did not answer
 *
 * Only what comes to the secret address of a payment is written down and told: anyone can call the others, without end.
 */
final class Callbacks
{
    private const LARGEST_BODY = 65536;

    public function __construct(
        private readonly Clients $clients,
        private readonly Settlement $settlement,
        private readonly Dispatcher $events,
        private readonly Log $log,
    ) {}

    /**
     * Takes a callback.
     *
     * @param string                            $token   from its URL
     * @param array<string, list<string|null>>  $headers
     * @param string|null                       $body    of a POST; null for a GET
     *
     * @return int the HTTP status
     */
    public function take(#[\SensitiveParameter] string $token, #[\SensitiveParameter] array $headers, ?string $body): int
    {
        if (preg_match('/^[A-Za-z0-9]{40}$/D', $token) !== 1 || strlen((string) $body) > self::LARGEST_BODY) {
            return 400;
        }
        try {
            $payments = array_values(Payment::query()->where('token', $token)->orderBy('id')->get()->all());

            return $payments === []
                ? 403
                : $this->takeFor($payments, $headers, $body);
        } catch (\Throwable $failure) {
            $this->log->failure('A callback could not be handled', $failure);

            return 503;
        }
    }

    /**
     * Settles again what a callback was about, as if it came now.
     *
     * @return int the HTTP status that it would get
     */
    public function replay(ReceivedCallback $callback): int
    {
        $payment = Payment::query()->find($callback->payment_id);

        return match (true) {
            $payment === null => 403,
            $callback->gateway_id !== '' => $this->ask($payment, $callback->gateway_id),
            default => $this->askAll([$payment, ...Payment::query()->where('token', $payment->token)->whereKeyNot($payment->id)->get()->all()]),
        };
    }

    /**
     * @param non-empty-list<Payment>          $payments those of the token
     * @param array<string, list<string|null>> $headers
     */
    private function takeFor(array $payments, #[\SensitiveParameter] array $headers, ?string $body): int
    {
        $payment = $payments[0];
        try {
            $data = $this->verify($payment, $headers, $body);
        } catch (CallbackException $forged) {
            $status = $forged->reason === CallbackReason::Body ? 400 : 403;

            return $this->refuse($status, $forged->reason->value, $payment);
        }
        if ($body === null) {
            return $this->askAll($payments);
        }
        $gatewayId = $data['order_id'] ?? null;
        if (!is_string($gatewayId) || preg_match('/^[A-Za-z0-9_-]{1,64}$/D', $gatewayId) !== 1) {
            return $this->refuse(400, 'the body names no payment', $payment);
        }
        foreach ($payments as $candidate) {
            $payment = $candidate->gateway_id === $gatewayId ? $candidate : $payment;
        }

        return $this->ask($payment, $gatewayId);
    }

    /**
     * The body of a callback that is signed for the payment's URL. An old date may be that of the first attempt of one
     * that is repeated: it makes the shop ask, and nothing more.
     *
     * @param array<string, list<string|null>> $headers
     *
     * @return array<string, mixed>
     *
     * @throws CallbackException when it must not be believed
     */
    private function verify(Payment $payment, #[\SensitiveParameter] array $headers, ?string $body): array
    {
        $refusal = null;
        foreach ($this->clients->callbacks() as $callback) {
            try {
                return $callback->verify($payment->callback_url, $headers, $body);
            } catch (CallbackException $next) {
                if ($next->reason === CallbackReason::Stale && $next->body !== null) {
                    $this->log->info("A callback with an old date makes the shop ask about payment $payment->id");

                    return $next->body;
                }
                // The reason of the credentials that fit is the one to tell.
                $refusal = $refusal === null || $refusal->reason === CallbackReason::Token ? $next : $refusal;
            }
        }
        throw $refusal;
    }

    /** @param non-empty-list<Payment> $payments those of a token */
    private function askAll(array $payments): int
    {
        $statuses = [];
        foreach ($payments as $payment) {
            if ($payment->gateway_id !== null) {
                $statuses[] = $this->ask($payment, $payment->gateway_id);
            }
        }

        return $statuses === [] ? $this->refuse(400, 'no body names the payment', $payments[0]) : max($statuses);
    }

    private function ask(Payment $payment, string $gatewayId): int
    {
        $owner = Payment::query()->where('gateway_id', $gatewayId)->first();
        $mayHaveMore = $payment->kind === Payment::KIND_HOSTED || $payment->gateway_id === null;
        if ($owner === null ? !$mayHaveMore : $owner->token !== $payment->token) {
            return $this->refuse(409, 'it names a payment of another order', $payment, $gatewayId);
        }
        try {
            $settled = $this->settlement->ask($payment, $gatewayId);
        } catch (AurpayException $failure) {
            $this->log->failure("A callback for payment $gatewayId cannot be confirmed now", $failure);

            // Not for its subclasses: wrong credentials and too many calls say nothing of the payment.
            return $owner === null && $failure::class === ApiException::class
                ? $this->refuse(409, 'the gateway does not know the payment', $payment, $gatewayId)
                : $this->refuse(503, 'the gateway did not answer', $payment, $gatewayId);
        }
        if ($settled === null) {
            return $this->refuse(409, 'it names a payment of another order', $payment, $gatewayId);
        }
        $this->keep(200, 'settled', $payment, $gatewayId);

        return 200;
    }

    private function refuse(int $status, string $reason, Payment $payment, string $gatewayId = ''): int
    {
        $this->log->warning("A callback was refused: $reason", ['status' => $status, 'payment' => $payment->id]);
        $callback = $this->keep($status, $reason, $payment, $gatewayId);
        try {
            $this->events->dispatch(new CallbackRejected($callback));
        } catch (\Throwable $failure) {
            $this->log->failure('A listener of CallbackRejected failed', $failure);
        }

        return $status;
    }

    private function keep(int $status, string $reason, Payment $payment, string $gatewayId): ReceivedCallback
    {
        $callback = new ReceivedCallback([
            'payment_id' => $payment->id,
            'gateway_id' => $gatewayId,
            'http_status' => $status,
            'reason' => $reason,
            'created_at' => Carbon::now()->getTimestamp(),
        ]);
        try {
            $callback->save();
        } catch (\Throwable $failure) {
            $this->log->failure('A callback could not be written down', $failure);
        }

        return $callback;
    }
}
