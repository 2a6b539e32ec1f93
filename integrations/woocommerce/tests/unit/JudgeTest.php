<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Unit;

use Aurpay\WooCommerce\Answer;
use Aurpay\WooCommerce\Judge;
use Aurpay\WooCommerce\OrderFacts;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\Verdict;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;

#[TestDox('What becomes of an order')]
final class JudgeTest extends TestCase
{
    private const CREATED = 1_800_000_000;
    private const PARTIAL_WINDOW = 3600;
    private const LATE_WINDOW = 7200;

    /**
     * The table of docs/woocommerce.md: what the gateway says and what the order is, and what follows.
     *
     * @return iterable<string, array{0: Verdict, 1: string, 2?: array<string, mixed>, 3?: array<string, mixed>, 4?: string, 5?: int}>
     */
    public static function table(): iterable
    {
        $cancelled = ['status' => 'cancelled', 'needs_payment' => false];
        $processing = ['status' => 'processing', 'needs_payment' => false, 'can_complete' => false];
        $card = $processing + ['paid_by' => OrderFacts::PAID_OTHERWISE, 'is_our_method' => false];
        $ours = $processing + ['paid_by' => OrderFacts::PAID_BY_OURS];
        $closed = ['closed_at' => self::CREATED + 1800];
        $late = self::CREATED + 1800 + self::LATE_WINDOW;

        yield 'nothing is known yet' => [Verdict::Wait, ''];
        yield 'pending' => [Verdict::Wait, 'PENDING'];
        yield 'pending, the order was paid by card' => [Verdict::Wait, 'PENDING', $card];

        yield 'paid as expected' => [Verdict::Paid, 'SUCCESS'];
        yield 'paid, the order had failed' => [Verdict::Paid, 'SUCCESS', ['status' => 'failed']];
        yield 'paid, the order was on hold' => [Verdict::Paid, 'SUCCESS', ['status' => 'on-hold', 'needs_payment' => false]];
        yield 'paid in time, cancelled by the shop meanwhile' => [Verdict::Paid, 'SUCCESS', $cancelled];
        yield 'the same, without stock' => [Verdict::HoldStock, 'SUCCESS', $cancelled + ['has_stock' => false]];
        yield 'paid, the last piece was sold meanwhile' => [Verdict::HoldStock, 'SUCCESS', ['has_stock' => false]];
        yield 'paid with another price' => [Verdict::HoldPrice, 'SUCCESS', [], [], Answer::OTHER_PRICE];
        yield 'paid in another currency' => [Verdict::HoldCurrency, 'SUCCESS', [], [], Answer::OTHER_CURRENCY];
        yield 'paid, but never compared' => [Verdict::HoldPrice, 'SUCCESS', [], [], Answer::NOT_PAID];
        yield 'another price of an order that is paid' => [Verdict::HoldPrice, 'SUCCESS', $card, [], Answer::OTHER_PRICE];
        yield 'paid already by this payment' => [Verdict::Paid, 'SUCCESS', $processing + ['paid_by' => OrderFacts::PAID_BY_THIS]];
        yield 'a second payment of ours' => [Verdict::HoldSecond, 'SUCCESS', $ours];
        yield 'paid by card meanwhile' => [Verdict::NotePaidTwice, 'SUCCESS', $card];
        yield 'late' => [Verdict::HoldLate, 'SUCCESS', [], $closed];
        yield 'late, after a cancellation' => [Verdict::HoldLate, 'SUCCESS', $cancelled, $closed];
        yield 'an order in a status of another plugin' => [Verdict::NotePaidClosed, 'SUCCESS', ['status' => 'archived', 'can_complete' => false]];

        yield 'underpaid' => [Verdict::WaitForRest, 'PARTIAL'];
        yield 'underpaid until the last second' => [Verdict::WaitForRest, 'PARTIAL', [], [], '', self::CREATED + self::PARTIAL_WINDOW - 1];
        yield 'underpaid for too long' => [Verdict::HoldPartial, 'PARTIAL', [], [], '', self::CREATED + self::PARTIAL_WINDOW];
        yield 'underpaid for too long, after a cancellation' => [Verdict::HoldPartial, 'PARTIAL', $cancelled, [], '', self::CREATED + self::PARTIAL_WINDOW];
        yield 'underpaid, paid by card' => [Verdict::NotePartial, 'PARTIAL', $card];

        yield 'accepted on the dashboard' => [Verdict::HoldResolved, 'RESOLVED'];
        yield 'accepted on the dashboard, paid by card' => [Verdict::NoteResolved, 'RESOLVED', $card];

        foreach (['OVERDUE', 'FAILED', 'TERMINATED'] as $status) {
            yield "$status, the time for a late payment runs" => [Verdict::NoteClosed, $status, [], $closed, '', $late - 1];
            yield "$status for too long" => [Verdict::Fail, $status, [], $closed, '', $late];
            yield "$status for too long, paid by card" => [Verdict::NoteClosed, $status, $card, $closed, '', $late];
            yield "$status for too long, now to be paid by card" => [Verdict::NoteClosed, $status, ['is_our_method' => false], $closed, '', $late];
            yield "$status for too long, another payment is open" => [Verdict::NoteClosed, $status, ['other_is_open' => true], $closed, '', $late];
            yield "$status for too long, cancelled" => [Verdict::NoteClosed, $status, $cancelled, $closed, '', $late];
            yield "$status, on hold since it was underpaid" => [Verdict::NoteClosed, $status, ['status' => 'on-hold', 'needs_payment' => false], $closed, '', $late];
            yield "$status, a part has come" => [Verdict::HoldPartial, $status, [], $closed + ['obtained' => '0.0400'], '', $late - 1];
            yield "$status, a part has come, paid by card" => [Verdict::NotePartial, $status, $card, $closed + ['obtained' => '0.0400']];
            yield "$status, nothing has come" => [Verdict::Fail, $status, [], $closed + ['obtained' => '0.0000'], '', $late];
            yield "$status, failed by it before" => [Verdict::Fail, $status, ['status' => 'failed'], $closed + ['verdict' => 'fail'], '', $late + 60];
        }

        yield 'refunded by the shop' => [Verdict::Refunded, 'REFUNDED', $processing, ['refund' => Payment::REFUND_DONE]];
        yield 'refunded, and the answer was lost' => [Verdict::Refunded, 'REFUNDED', $processing, ['refund' => Payment::REFUND_UNKNOWN]];
        yield 'refunded, and the request of the shop may still run' => [Verdict::Wait, 'REFUNDED', $processing, ['refund' => Payment::REFUND_ASKED, 'refund_at' => self::CREATED], '', self::CREATED + 59];
        yield 'refunded, and the process was killed' => [Verdict::Refunded, 'REFUNDED', $processing, ['refund' => Payment::REFUND_ASKED, 'refund_at' => self::CREATED], '', self::CREATED + 60];
        yield 'refunded on the dashboard' => [Verdict::HoldRefunded, 'REFUNDED', $processing];
        yield 'refunded on the dashboard, completed by hand' => [Verdict::HoldRefunded, 'REFUNDED', ['paid_by' => OrderFacts::PAID_OTHERWISE, 'status' => 'completed', 'can_complete' => false]];
        yield 'refunded on the dashboard, cancelled before' => [Verdict::NoteRefunded, 'REFUNDED', $cancelled];
        yield 'refunded on the dashboard, failed before' => [Verdict::NoteRefunded, 'REFUNDED', ['status' => 'failed']];
        yield 'refunded on the dashboard, paid by card' => [Verdict::NoteRefunded, 'REFUNDED', $card];
        yield 'the second of two payments, refunded on the dashboard' => [Verdict::NoteRefunded, 'REFUNDED', $ours];
        yield 'refunded on the dashboard, and in the shop by hand' => [Verdict::Refunded, 'REFUNDED', ['status' => 'refunded', 'needs_payment' => false]];

        yield 'refunded on the dashboard, after the merchant has accepted it' => [Verdict::HoldRefunded, 'REFUNDED', ['paid_by' => OrderFacts::PAID_OTHERWISE] + $processing];

        yield 'a status of the future' => [Verdict::NoteUnknown, 'FROZEN'];
        yield 'a status in other letters' => [Verdict::NoteUnknown, 'success'];
    }

    /**
     * @param array<string, mixed> $order   what differs from a pending order of ours
     * @param array<string, mixed> $payment what differs from a new payment
     */
    #[DataProvider('table')]
    #[TestDox('$_dataName: $verdict')]
    public function testTable(
        Verdict $verdict,
        string $status,
        array $order = [],
        array $payment = [],
        ?string $match = null,
        int $now = self::CREATED + 60,
    ): void {
        $match ??= $status === 'SUCCESS' ? Answer::MATCH : Answer::NOT_PAID;
        $judge = new Judge(self::PARTIAL_WINDOW, self::LATE_WINDOW);

        self::assertSame($verdict, $judge->judge(self::payment(['status' => $status] + $payment), $match, self::facts($order), $now));
    }

    #[TestDox('needs a pair of eyes exactly when money came that the shop cannot place')]
    public function testAttention(): void
    {
        $attention = array_filter(Verdict::cases(), static fn (Verdict $verdict): bool => $verdict->needs_attention());

        self::assertSame(
            ['hold:price', 'hold:currency', 'hold:second', 'hold:late', 'hold:stock', 'hold:partial', 'hold:resolved', 'hold:refunded', 'note:paid_twice', 'note:paid_closed'],
            array_column($attention, 'value'),
        );
    }

    /** @param array<string, mixed> $different */
    private static function facts(array $different): OrderFacts
    {
        // @phpstan-ignore argument.type (by name; PHP checks each)
        return new OrderFacts(...$different + [
            'status' => 'pending',
            'needs_payment' => true,
            'paid_by' => OrderFacts::UNPAID,
            'is_our_method' => true,
            'has_stock' => true,
            'other_is_open' => false,
            'can_complete' => true,
        ]);
    }

    /** @param array<string, mixed> $different */
    private static function payment(array $different): Payment
    {
        // @phpstan-ignore argument.type (by name; PHP checks each)
        return new Payment(...$different + [
            'id' => 1,
            'token' => str_repeat('a', 32),
            'order_id' => 7,
            'kind' => Payment::KIND_COIN,
            'mode' => 'live',
            'state' => Payment::STATE_OPEN,
            'gateway_id' => '20240613093614690315',
            'status' => '',
            'price' => '25.00',
            'currency' => 'USD',
            'coin' => 'BTC/BTC',
            'amount' => '0.0003',
            'address' => 'bc1q',
            'pay_url' => 'https://gateway.example/#/cashier/1',
            'callback_url' => 'https://shop.example/',
            'obtained' => '',
            'tx_hash' => '',
            'verdict' => '',
            'found_by' => '',
            'refund' => '',
            'refund_at' => 0,
            'created_at' => self::CREATED,
            'closed_at' => 0,
            'asked_at' => 0,
            'next_ask_at' => 0,
        ]);
    }
}
