<?php

/*
 * The endpoint for the gateway's callbacks. It answers 200 only after the payment is confirmed and saved. After any
 * other answer, the gateway repeats the callback.
 */

declare(strict_types=1);

namespace AurpayExample;

use Aurpay\AurpayException;
use Aurpay\CallbackException;
use Aurpay\Client;
use Aurpay\PaymentException;

require __DIR__ . '/bootstrap.php';

/** @return array{int, string} HTTP status and what to say */
function handleCallback(OrderBook $book): array
{
    // The exact URL that the gateway got. Its host comes from the shop's settings, not from this request's Host header.
    $uri = is_string($_SERVER['REQUEST_URI'] ?? null) ? $_SERVER['REQUEST_URI'] : '';
    $body = callback()->verify(setting('AURPAY_SHOP_URL') . $uri, $_SERVER, (string) file_get_contents('php://input'));

    // The signature is valid: the shop has given this URL, and so this number, to the gateway.
    $order = $book->find(is_numeric($_GET['order'] ?? null) ? (int) $_GET['order'] : 0);
    if ($order === null) {
        return [404, 'no such order'];
    }
    if ($order->state !== 'open') {
        return [200, 'known already'];
    }
    if (isset($_GET['timeout'])) {
        // This is not final: a late payment may still arrive, followed by the other callback.
        return [200, 'noted'];
    }

    // The body is not signed, so confirm() checks its id with the gateway.
    $gatewayId = is_string($body['order_id'] ?? null) ? $body['order_id'] : '';
    aurpay()->orders()->confirm($gatewayId, $order->price, $order->currency);
    $book->markPaid($order->number, $gatewayId);

    return [200, 'paid'];
}

$book = OrderBook::open();
try {
    [$status, $answer] = handleCallback($book);
} catch (CallbackException $exception) {
    [$status, $answer] = [403, $exception->reason->value];
} catch (PaymentException $exception) {
    [$status, $answer] = [409, $exception->reason->value];
} catch (\ValueError) {
    [$status, $answer] = [400, 'the body names no order'];
} catch (AurpayException $exception) {
    error_log($exception->getMessage());
    [$status, $answer] = [503, 'ask again'];
}
$book->keepEndpointStats(Client::stats());
http_response_code($status);
header('Content-Type: text/plain');
echo $answer, "\n";
