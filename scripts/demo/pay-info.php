<?php

declare(strict_types=1);

// ./dev demo --pay-info: examples/04-pay-info.php, with customers who pay in time, twice, late, too little, or not at all. No
// callback is sent.

namespace AurpayExample;

require dirname(__DIR__, 2) . '/examples/shop/bootstrap.php';
require __DIR__ . '/checks.php';

$folder = sys_get_temp_dir() . '/aurpay-pay-info-' . bin2hex(random_bytes(6));
mkdir($folder, 0700);
register_shutdown_function(static function () use ($folder): void {
    array_map('unlink', glob("{$folder}/*") ?: []);
    rmdir($folder);
});
putenv("AURPAY_SHOP_DATABASE={$folder}/shop.sqlite");

/** @return string what the example prints */
function example(string ...$arguments): string
{
    [$out, $error] = [setting('AURPAY_SHOP_DATABASE') . '.out', setting('AURPAY_SHOP_DATABASE') . '.error'];
    $php = preg_split('~\s+~', (string) getenv('AURPAY_PHP_ARGS'), -1, PREG_SPLIT_NO_EMPTY) ?: [];
    $process = proc_open(
        [PHP_BINARY, ...$php, dirname(__DIR__, 2) . '/examples/04-pay-info.php', ...$arguments],
        [['file', '/dev/null', 'r'], ['file', $out, 'w'], ['file', $error, 'w']],
        $pipes,
    );
    assert(is_resource($process));
    proc_close($process);

    return file_get_contents($out) . file_get_contents($error);
}

/** @return list<string> what the example's page says of an order: its state, and of each payment what stands in brackets */
function states(int $number): array
{
    preg_match_all('~^order .*, (\w+)$|^  send .* \((.*)\)$~m', example('page', (string) $number), $lines, PREG_SET_ORDER);

    return array_map(static fn (array $line): string => $line[2] ?? $line[1], $lines);
}

/** An order with a payment, made by the example. */
function ordered(): int
{
    preg_match('~^order (\d+): 19.99 USD, open\n  send [0-9.]+ TRX/USDT-TRC20 to \w+ \(PENDING\)$~', trim(example('order', '19.99', 'USD', 'TRX', 'USDT-TRC20')), $match);

    return (int) ($match[1] ?? throw new \RuntimeException('The example shows no payment'));
}

/** What the customer does with the last payment of an order. */
function play(int $number, string $action): void
{
    $shown = PaymentBook::open()->of($number);
    Customer::control('POST', '/pay', ['order_id' => end($shown)->gatewayId ?? '', 'action' => $action]);
}

/** As if an order was made so many seconds earlier. */
function makeOlder(int $number, int $seconds): void
{
    (new \PDO('sqlite:' . setting('AURPAY_SHOP_DATABASE')))
        ->exec("UPDATE shown SET created = created - {$seconds}, ask_at = ask_at - {$seconds} WHERE number = {$number}");
}

/** Another payment for an order, as when its customer chooses another coin. */
function another(int $number): void
{
    $payment = aurpay()->orders()->createPayInfo(['chain' => 'ETH', 'currency' => 'USDT-ERC20', 'vs_price' => '19.99', 'vs_currency' => 'USD']);
    PaymentBook::open()->keep($number, 'ETH/USDT-ERC20', $payment);
}

$checks = new Checks();

$paid = ordered();
$open = ordered();
play($paid, 'pay');
$checks->same('before it asks, the shop knows nothing', ['open', 'PENDING'], states($paid));
example('ask');
$checks->same('a payment without a callback pays its order', ['paid', 'SUCCESS: has paid the order'], states($paid));
$checks->same('one that is not paid leaves its order open', ['open', 'PENDING'], states($open));

$requests = Customer::gatewaySaw()['requests'];
example('ask');
$checks->same('nothing is asked again within a minute', $requests, Customer::gatewaySaw()['requests']);

another($paid);
play($paid, 'pay');
example('ask');
$checks->same('a second payment of an order is told', ['paid', 'SUCCESS: has paid the order', 'SUCCESS: paid twice: refund'], states($paid));
example('ask', (string) $paid);
$checks->same('and is so when it is asked again', ['paid', 'SUCCESS: has paid the order', 'SUCCESS: paid twice: refund'], states($paid));

$partial = ordered();
play($partial, 'underpay');
example('ask');
$checks->same('an underpaid payment waits for the rest', ['open', 'PARTIAL'], states($partial));
play($partial, 'pay');
example('ask', (string) $partial);
$checks->same('the rest pays the order', ['paid', 'SUCCESS: has paid the order'], states($partial));

$short = ordered();
play($short, 'underpay');
makeOlder($short, 2 * 3600);
example('ask');
$checks->same('without the rest, a person decides', 1, preg_match('~^PARTIAL: underpaid: [0-9.]+ came$~', states($short)[1] ?? ''));
$checks->same('and the order is open', 'open', states($short)[0] ?? '');

$late = ordered();
play($late, 'expire');
example('ask');
$checks->same('a payment that has expired waits', ['open', 'OVERDUE'], states($late));
play($late, 'pay');
makeOlder($late, 60);
example('ask');
$checks->same('a late payment is found, and a person decides', ['open', 'SUCCESS: paid late: ship, or refund'], states($late));

$accepted = ordered();
play($accepted, 'underpay');
play($accepted, 'resolve');
example('ask');
$checks->same('one that was accepted on the dashboard pays nothing by itself', ['open', 'RESOLVED: RESOLVED: look at the dashboard'], states($accepted));

makeOlder($open, 3600);
Customer::control('POST', '/faults', ['path' => '/api/v2/order/', 'status' => 500, 'count' => 1]);
$checks->same('a failure is logged', true, str_contains(example('ask'), 'HTTP status 500'));
play($open, 'pay');
makeOlder($open, 3600);
example('ask');
$checks->same('and the payment is asked about later', ['paid', 'SUCCESS: has paid the order'], states($open));

$old = ordered();
makeOlder($old, 31 * 86400);
example('ask');
$checks->same('after 30 days it ends', ['open', 'PENDING: nothing came in 30 days'], states($old));
$checks->finish();
