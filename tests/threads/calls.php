<?php

/*
 * One web request of a shop, for embed.c: threads run it at the same time. AURPAY_BASE_URI, AURPAY_API_TOKEN,
 * AURPAY_API_SECRET, AURPAY_CALLBACK_TOKEN and AURPAY_CALLBACK_SECRET name a merchant of a sandbox. An exception
 * that is not caught makes the request fail.
 */

declare(strict_types=1);

use Aurpay\ApiException;
use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;
use Aurpay\TransportReason;

function check(bool $condition, string $claim): void
{
    $condition || throw new LogicException("not so: $claim");
}

function setting(string $name): string
{
    return (string) getenv("AURPAY_$name");
}

function thrown(callable $call): string
{
    try {
        $call();
    } catch (Aurpay\AurpayException $exception) {
        return $exception::class;
    }
    return 'nothing';
}

$credentials = Credentials::signature(setting('API_TOKEN'), setting('API_SECRET'));
$client = new Client($credentials, ['base_uri' => setting('BASE_URI'), 'timeout' => 120]);

$order = $client->orders()->createPayInfo([
    'vs_price' => '19.99', 'vs_currency' => 'USD', 'chain' => 'ETH', 'currency' => 'USDT-ERC20',
    'callback_url' => 'https://shop.example/callback?order=1', 'enable_post_callback' => true,
]);
$detail = $client->orders()->detail($order['order_id']);
check($detail['vs_price'] === '19.99', 'the order has its price');
$details = $client->orders()->details([$order['order_id'], 'nobody', $order['order_id']]);
check($details[$order['order_id']]['vs_price'] === '19.99', 'details() has the order');
check($details['nobody'] instanceof ApiException, 'details() has an exception for an unknown order');
check(thrown(fn () => $client->orders()->refund('nobody')) === ApiException::class, 'an unknown order is refused');

$lost = new Client($credentials, ['handler' => fn () => ['fault' => TransportReason::Lost, 'sent' => true]]);
check(thrown(fn () => $lost->orders()->refund('1')) === OutcomeUnknownException::class, 'a lost answer is told');
check(thrown(fn () => $lost->orders()->detail('1')) === TransportException::class, 'a broken read is told');

$callback = new Callback(setting('CALLBACK_TOKEN'), setting('CALLBACK_SECRET'));
$url = 'https://shop.example/callback?order=1';
check($callback->verify($url, $callback->sign($url), '{"amount": 1.50}') === ['amount' => '1.50'], 'it verifies');
