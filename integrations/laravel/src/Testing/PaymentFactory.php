<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\Laravel\CallbackUrl;
use Aurpay\Laravel\Contracts\Payable;
use Aurpay\Laravel\GatewayStatus;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\PaymentState;
use Aurpay\Laravel\RefundState;
use Aurpay\Laravel\Schedule;
use Aurpay\Laravel\Verdict;
use Illuminate\Database\Eloquent\Factories\Factory;
use Illuminate\Support\Carbon;
use Illuminate\Support\Str;

/**
 * Payments of tests: Payment::factory()->forOrder($order)->paid()->create(). Without a state, it waits for the customer.
 * The gateway of Aurpay::fake() knows them as their rows say.
 *
 * @extends Factory<Payment>
 */
final class PaymentFactory extends Factory
{
    /** @var class-string<Payment> */
    protected $model = Payment::class;

    /** @return array<string, mixed> */
    public function definition(): array
    {
        $now = Carbon::now()->getTimestamp();

        return [
            'token' => Str::random(40),
            'payable_type' => fn () => throw new \LogicException('Name the order: Payment::factory()->forOrder($order).'),
            'payable_id' => 0,
            'kind' => Payment::KIND_COIN,
            'state' => PaymentState::Open,
            'gateway_id' => gmdate('YmdHis', $now) . random_int(100000, 999999),
            'status' => GatewayStatus::PENDING,
            'price' => '25.00',
            'currency' => 'USD',
            'chain' => 'TRX',
            'coin' => 'USDT-TRC20',
            'amount' => '25',
            'address' => 'address-of-the-payment',
            'pay_url' => 'https://dashboard.aurpay.example/pay/factory',
            'callback_url' => fn (array $attributes): string => app(CallbackUrl::class)->of(
                is_string($attributes['token']) ? $attributes['token'] : '',
            ),
            'created_at' => $now,
            'next_ask_at' => Schedule::first($now),
        ];
    }

    public function forOrder(Payable $order): static
    {
        return $this->state([
            'payable_type' => $order->getMorphClass(),
            'payable_id' => $order->getKey(),
            'price' => $order->aurpayPrice(),
            'currency' => $order->aurpayCurrency(),
            'amount' => $order->aurpayPrice(),
        ]);
    }

    /** The customer chooses the coin on the gateway's page, and has not done so yet. */
    public function hosted(): static
    {
        return $this->state([
            'kind' => Payment::KIND_HOSTED,
            'gateway_id' => null,
            'status' => '',
            'chain' => '',
            'coin' => '',
            'amount' => '',
            'address' => '',
        ]);
    }

    /** It has paid its order. */
    public function paid(): static
    {
        return $this->told(GatewayStatus::SUCCESS, Verdict::Confirmed)->state(fn (array $attributes): array => [
            'obtained' => $attributes['amount'],
        ])->afterMaking(function (Payment $payment): void {
            $payment->confirmed_for = "{$payment->payable_type}:{$payment->payable_id}";
        });
    }

    /** @param string $obtained what came, in the coin */
    public function underpaid(string $obtained = '10'): static
    {
        return $this->told(GatewayStatus::PARTIAL, Verdict::Waiting)->state(['obtained' => $obtained]);
    }

    /** Its time is over, and late coins are not waited for any more. */
    public function expired(): static
    {
        return $this->told(GatewayStatus::OVERDUE, Verdict::Expired)->state(fn (array $attributes): array => [
            'closed_at' => $attributes['created_at'],
        ]);
    }

    /** Paid, and its refund waits in the queue. */
    public function refundRequested(): static
    {
        return $this->refund(RefundState::Requested);
    }

    /** Paid, and the answer to its refund was lost. */
    public function refundUnknown(): static
    {
        return $this->refund(RefundState::Unknown);
    }

    /** Paid, and the gateway has refused to refund it. */
    public function refundRefused(string $reason = 'Refused by the test'): static
    {
        return $this->refund(RefundState::Refused)->state(['refund_reason' => $reason]);
    }

    public function refunded(): static
    {
        return $this->refund(RefundState::Made)->state([
            'status' => GatewayStatus::REFUNDED,
            'verdict' => Verdict::Refunded,
            'next_ask_at' => 0,
        ]);
    }

    private function told(string $status, Verdict $verdict): static
    {
        return $this->state(fn (array $attributes): array => [
            'status' => $status,
            'verdict' => $verdict,
            'asked_at' => $attributes['created_at'],
        ]);
    }

    private function refund(RefundState $state): static
    {
        return $this->paid()->state(fn (array $attributes): array => [
            'refund' => $state,
            'refund_at' => $attributes['created_at'],
        ]);
    }
}
