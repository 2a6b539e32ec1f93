<?php

/*
 * Payments on the shop's own page, settled by asking: no callback is needed, and none that is lost does harm. Late and
 * underpaid payments are found, too.
 *
 *   php 04-pay-info.php order PRICE CURRENCY CHAIN COIN   an order and its payment: what the customer sees
 *   php 04-pay-info.php page NUMBER                       the shop's page of an order
 *   php 04-pay-info.php ask [NUMBER]                      asks about payments that are due, or about those of one order; run
 *                                                         it every minute (cron), and one at a time (flock)
 *
 * ./dev demo --pay-info plays the customer and tests what the shop makes of it. The environment is that of
 * 01-checkout.php, and AURPAY_SHOP_DATABASE.
 */

declare(strict_types=1);

namespace AurpayExample;

use Aurpay\AurpayException;
use Aurpay\PaymentException;

require __DIR__ . '/shop/bootstrap.php';

/** So long the shop waits for the rest of an underpaid payment. */
const PARTIAL_SECONDS = 3600;

/** Many can be asked about in one call; the next run takes the next ones. */
const AT_ONCE = 200;

function order(OrderBook $orders, PaymentBook $payments, string $price, string $currency, string $chain, string $coin): void
{
    $order = $orders->add($price, $currency);
    $payment = aurpay()->orders()->createPayInfo([
        'chain' => $chain, 'currency' => $coin, 'vs_price' => $order->price, 'vs_currency' => $order->currency,
    ]);
    // Before the customer sees the address: from now on, the shop can always ask about this payment.
    $payments->keep($order->number, "{$chain}/{$coin}", $payment);
    page($orders, $payments, $order->number);
}

/** The shop's own page. */
function page(OrderBook $orders, PaymentBook $payments, int $number): void
{
    $order = $orders->find($number) ?? throw new \RuntimeException("There is no order {$number}");
    echo "order {$order->number}: {$order->price} {$order->currency}, {$order->state}\n";
    foreach ($payments->of($number) as $payment) {
        $verdict = $payment->verdict === '' ? '' : ": {$payment->verdict}";
        echo "  send {$payment->amount} {$payment->coin} to {$payment->address} ({$payment->status}{$verdict})\n";
    }
}

/** What a payment's status means for its order. Nothing here is final for a person: only the first line ships. */
function judge(OrderBook $orders, PaymentBook $payments, Shown $payment, string $status, string $obtained): void
{
    $waited = time() - $payment->created;
    match (true) {
        $status === 'SUCCESS' && $payment->expired => $payments->decide($payment, 'paid late: ship, or refund'),
        $status === 'SUCCESS' => pay($orders, $payments, $payment),
        $status === 'PARTIAL' && $waited > PARTIAL_SECONDS => $payments->decide($payment, "underpaid: {$obtained} came"),
        in_array($status, ['PENDING', 'PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED'], true) => null,
        default => $payments->decide($payment, "{$status}: look at the dashboard"),
    };
}

function pay(OrderBook $orders, PaymentBook $payments, Shown $payment): void
{
    $order = $orders->find($payment->number) ?? throw new \LogicException('an order was deleted');
    // details() compares nothing. confirm() does: with the shop's own price and currency.
    aurpay()->orders()->confirm($payment->gatewayId, $order->price, $order->currency);
    $recorded = $orders->record($order->number, $payment->gatewayId);
    $isFirst = $orders->find($order->number)?->gatewayId === $payment->gatewayId;
    $payments->decide($payment, match (true) {
        $recorded === Recorded::Foreign => 'has paid another order: look at both',
        $isFirst => 'has paid the order',
        default => 'paid twice: refund',
    });
}

/** @param list<Shown> $asked */
function askAbout(OrderBook $orders, PaymentBook $payments, array $asked): void
{
    $byId = array_column($asked, null, 'gatewayId');
    foreach (aurpay()->orders()->details(array_map(strval(...), array_keys($byId))) as $id => $detail) {
        $payment = $byId[$id];
        try {
            // One that could not be read is asked about again; the others are here.
            $detail instanceof AurpayException && throw $detail;
            $payments->note($payment, $detail['status']);
            judge($orders, $payments, $payment, $detail['status'], $detail['obtained'] ?? '0');
        } catch (PaymentException $exception) {
            $payments->decide($payment, "not as the order says ({$exception->reason->value}): look at both");
        } catch (AurpayException $exception) {
            error_log($exception->getMessage());
        }
    }
}

/** @var list<string> $argv */
$orders = OrderBook::open();
$payments = PaymentBook::open();
$arguments = array_slice($argv, 2);
$number = (int) ($arguments[0] ?? 0);
match ([$argv[1] ?? '', count($arguments)]) {
    ['order', 4] => order($orders, $payments, ...$arguments),
    ['page', 1] => page($orders, $payments, $number),
    ['ask', 0] => askAbout($orders, $payments, $payments->due(AT_ONCE)),
    ['ask', 1] => askAbout($orders, $payments, $payments->of($number)),
    default => exit("usage: php 04-pay-info.php order PRICE CURRENCY CHAIN COIN | page NUMBER | ask [NUMBER]\n"),
};
