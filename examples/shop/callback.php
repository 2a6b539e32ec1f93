<?php

/*
 * The endpoint for the gateway's callbacks. It answers 200 only after the payment is confirmed and saved. After any
 * other answer, the gateway repeats the callback.
 */

declare(strict_types=1);

namespace AurpayExample;

use Aurpay\AurpayException;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;
use Aurpay\Client;
use Aurpay\PaymentException;

require __DIR__ . '/bootstrap.php';

/** @return array{int, string} HTTP status and what to say */
function handleCallback(OrderBook $book): array
{
    // The exact URL that the gateway got. Its host comes from the shop's settings, not from this request's Host header.
    $uri = is_string($_SERVER['REQUEST_URI'] ?? null) ? $_SERVER['REQUEST_URI'] : '';
    $body = verifiedBody(setting('AURPAY_SHOP_URL') . $uri);

    // The signature is valid: the shop has given this URL, and so this number, to the gateway.
    $number = $_GET['order'] ?? null;
    $order = is_string($number) && ctype_digit($number) ? $book->find((int) $number) : null;
    if ($order === null) {
        return [404, 'no such order'];
    }
    if (isset($_GET['timeout'])) {
        // This is not final: a late payment may still arrive, followed by the other callback.
        return [200, 'noted'];
    }
    $gatewayId = $body['order_id'] ?? null;
    if (!is_string($gatewayId)) {
        return [400, 'the body names no order'];
    }
    if ($book->has($order->number, $gatewayId)) {
        return [200, 'known already'];
    }

    // The body is not signed, so confirm() checks its id with the gateway.
    aurpay()->orders()->confirm($gatewayId, $order->price, $order->currency);

    // Several callbacks may come here at once. The database lets one of them be the first.
    return match ($book->record($order->number, $gatewayId)) {
        Recorded::Paid => [200, 'paid'],    // whoever gets this answer ships
        Recorded::Known => [200, 'known already'],
        Recorded::Second => [200, 'paid twice, for the merchant to refund'],
        Recorded::Foreign => [409, 'this payment is of another order'],
    };
}

/**
 * The body of a callback that is signed for a URL. A repeated callback may have the date of its first attempt. It may
 * start a confirm() all the same, since nothing else is believed.
 *
 * @return array<string, mixed>
 */
function verifiedBody(string $url): array
{
    try {
        return callback()->verify($url, $_SERVER, (string) file_get_contents('php://input'));
    } catch (CallbackException $refusal) {
        if ($refusal->reason === CallbackReason::Stale && $refusal->body !== null) {
            return $refusal->body;
        }
        throw $refusal;
    }
}

$book = OrderBook::open();
try {
    [$status, $answer] = handleCallback($book);
} catch (CallbackException $exception) {
    [$status, $answer] = [$exception->reason === CallbackReason::Body ? 400 : 403, $exception->reason->value];
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
