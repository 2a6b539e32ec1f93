<?php

/*
 * A whole checkout: the shop creates a payment page, the customer pays on it, the gateway calls the shop back,
 * the shop confirms the payment with the gateway, and finally refunds the order.
 *
 * ./dev demo runs it against the sandbox. It needs a merchant in the environment: AURPAY_BASE_URI,
 * AURPAY_API_TOKEN, AURPAY_API_SECRET, AURPAY_CALLBACK_TOKEN and AURPAY_CALLBACK_SECRET. A sandbox also needs
 * AURPAY_CONTROL_URI (to pay as the customer) and AURPAY_CA_FILE (the CA of its certificate).
 */

declare(strict_types=1);

namespace AurpayExample;

use Aurpay\Client;

require __DIR__ . '/shop/bootstrap.php';

$shop = ShopServer::start();
$book = OrderBook::open();
$aurpay = aurpay();

step('What the shop can ask for, and what its customers can pay with');
$fiat = array_column($aurpay->orders()->fiatCurrencies(), 'currency');
$coins = array_column($aurpay->orders()->cryptoCurrencies(), 'currency');
say(count($fiat) . ' currencies (' . implode(', ', array_slice($fiat, 0, 5)) . ', …)');
say(count($coins) . ' coins (' . implode(', ', array_slice($coins, 0, 5)) . ', …)');

step('A customer orders: the shop saves the order and creates a payment page');
$order = $book->add(price: '19.99', currency: 'USD');
$page = $aurpay->orders()->createPayUrl([
    'price' => $order->price,
    'currency' => $order->currency,
    'id' => $order->number,
    // Only the URL of a callback is signed, so it must name the shop's own order. Take the host from the shop's
    // settings, not from the Host header of a request: visitors can send any.
    'callback_url' => "{$shop->url}/callback.php?order={$order->number}",
    'timeout_callback' => "{$shop->url}/callback.php?order={$order->number}&timeout=1",
    // The body of a POST callback names the gateway's order.
    'enable_post_callback' => true,
]);
say("shop order {$order->number} over {$order->price} {$order->currency}, state: {$order->state}");
say('payment page created (its address contains a token, so it is not shown)');

step('The customer chooses a coin and pays');
$paid = Customer::pay($page['pay_url'], chain: 'ETH', currency: 'USDT-ERC20');
say("sent {$paid['amount']} {$paid['currency']} on {$paid['chain']}");

step('The gateway calls the shop back; the shop verifies the signature and asks the gateway (shop/callback.php)');
$order = $book->waitUntil($order->number, 'paid');
say("shop order {$order->number} is {$order->state}: confirmed as gateway order {$order->gatewayId}");

step('The customer changes their mind: the shop refunds the order');
$offer = $aurpay->orders()->refundInfo($order->gatewayId);
say("a refund would pay {$offer['obtained']} {$offer['currency']} after a network fee of {$offer['network_fee']}");
$refund = $aurpay->orders()->refund($order->gatewayId);
$order = $book->markRefunded($order->number);
say("refunded {$refund['obtained']} {$refund['currency']} to {$refund['to_addr']}");
$detail = $aurpay->orders()->detail($order->gatewayId);
say("shop order {$order->number} is {$order->state}, the gateway says {$detail['status']}");

step('What happened on the wire');
say('this script:   ' . wire(Client::stats()));
say('shop endpoint: ' . wire($book->endpointStats()));
$seen = Customer::gatewaySaw();
say("the gateway:   requests: {$seen['requests']}, connections: {$seen['connections']}");
