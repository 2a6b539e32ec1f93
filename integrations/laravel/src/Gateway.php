<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\AurpayException;
use Aurpay\Client;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Order;
use Aurpay\PaymentException;
use Aurpay\PaymentReason;
use Illuminate\Contracts\Container\Container;
use Illuminate\Support\Carbon;

/** The calls of the gateway, in the shop's terms. All can throw AurpayException. */
final class Gateway
{
    private const PAGE = '~^https?://[\x21-\x7e]+$~D';

    public function __construct(private readonly Container $container) {}

    /**
     * Asks for a payment in a coin. It is sent once.
     *
     * @param array{succeed_url?: string, timeout_url?: string} $urls where the customer goes afterwards
     *
     * @return array<string, string> columns of the payment
     */
    public function createWithCoin(Payment $payment, array $urls): array
    {
        $answer = $this->orders()->createPayInfo([
            'chain' => $payment->chain,
            'currency' => $payment->coin,
            'vs_price' => $payment->price,
            'vs_currency' => $payment->currency,
            'callback_url' => $payment->callback_url,
            'timeout_callback' => $payment->callback_url,
            'enable_post_callback' => true,
        ] + $urls);

        return [
            'gateway_id' => self::checked($answer, 'order_id', '/^[A-Za-z0-9_-]{1,64}$/D'),
            'status' => self::checked($answer, 'status', '/^[\x21-\x7e]{1,32}$/D'),
            'amount' => self::checked($answer, 'amount', '/^(?=.*[1-9])[0-9]+(\.[0-9]+)?$/D'),
            'address' => self::checked($answer, 'address', '/^[\x21-\x7e]{1,255}$/D'),
            'pay_url' => self::checked($answer, 'pay_url', self::PAGE),
        ];
    }

    /**
     * Asks for a page on which the customer chooses the coin. The gateway does not tell the payment's id.
     *
     * @param array{succeed_url?: string, timeout_url?: string} $urls where the customer goes afterwards
     *
     * @return array<string, string> columns of the payment
     */
    public function createHosted(Payment $payment, array $urls): array
    {
        $answer = $this->orders()->createPayUrl([
            'price' => $payment->price,
            'currency' => $payment->currency,
            'callback_url' => $payment->callback_url,
            'timeout_callback' => $payment->callback_url,
            'enable_post_callback' => true,
        ] + $urls);

        return ['pay_url' => self::checked($answer, 'pay_url', self::PAGE)];
    }

    /**
     * What the gateway says of a payment, compared with what the order costs.
     *
     * @throws PaymentException when the payment differs in a way that this package does not know
     */
    public function ask(string $gatewayId, string $price, string $currency): Answer
    {
        $askedAt = Carbon::now()->getTimestamp();
        try {
            return Answer::of($gatewayId, $this->orders()->confirm($gatewayId, $price, $currency), Outcome::Matches, $askedAt);
        } catch (PaymentException $different) {
            $outcome = match ($different->reason) {
                PaymentReason::Status => Outcome::NotPaid,
                PaymentReason::Currency => Outcome::OtherCurrency,
                PaymentReason::Price => Outcome::OtherPrice,
                default => throw $different,
            };

            return Answer::of($gatewayId, $different->detail, $outcome, $askedAt);
        }
    }

    /**
     * What the gateway says of many payments, with few connections. Nothing is compared.
     *
     * @param list<string> $gatewayIds
     *
     * @return array<array-key, Answer|AurpayException> gateway id => the answer, or why there is none
     */
    public function askMany(array $gatewayIds): array
    {
        $askedAt = Carbon::now()->getTimestamp();
        $answers = [];
        foreach ($this->orders()->details($gatewayIds) as $gatewayId => $detail) {
            $answers[$gatewayId] = is_array($detail)
                ? Answer::of((string) $gatewayId, $detail, Outcome::NotPaid, $askedAt)
                : $detail;
        }

        return $answers;
    }

    /** Refunds a whole payment. It is sent once. */
    public function refund(string $gatewayId): void
    {
        $this->orders()->refund($gatewayId);
    }

    /** @return list<array{chain: string, currency: string, status: bool}> */
    public function coins(): array
    {
        return $this->orders()->cryptoCurrencies();
    }

    /**
     * What a customer is shown and the payment is found by. With anything else in its place, nobody must pay.
     *
     * @param array<string, mixed> $answer
     *
     * @throws UnusableAnswerException that names the field
     */
    private static function checked(array $answer, string $name, string $pattern): string
    {
        $value = $answer[$name] ?? null;

        return is_string($value) && preg_match($pattern, $value) === 1
            ? $value
            : throw new UnusableAnswerException("The gateway has created a payment, but its $name cannot be used.");
    }

    private function orders(): Order
    {
        return $this->container->make(Client::class)->orders();
    }
}
