<?php

/*
 * Refunds by a queue in plain PHP, each sent at most once: whatever is killed, repeated or started twice.
 *
 *   php 03-refunds.php request ID   writes down that a payment is to be refunded
 *   php 03-refunds.php work         sends what was requested; run as many of these as you like
 *   php 03-refunds.php ask          finds out what became of those in doubt; run it every minute
 *
 * ./dev demo --refunds kills a worker in the middle, and counts what the gateway gets. The environment is that of
 * 01-checkout.php, and AURPAY_SHOP_DATABASE.
 */

declare(strict_types=1);

namespace AurpayExample;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;

require __DIR__ . '/shop/bootstrap.php';

/** So long after it was sent, a payment that the gateway still calls paid was not refunded. */
const DOUBT_SECONDS = 900;

/** Sends one refund. It is "sending" already, so that no other process sends it. */
function send(RefundBook $book, string $id): void
{
    try {
        aurpay()->orders()->refund($id);
        $book->end($id, 'made');
    } catch (OutcomeUnknownException $unknown) {
        // Perhaps made, perhaps not. Never send it again: ask.
        $book->end($id, 'unknown', $unknown->getMessage());
    } catch (ApiException | TransportException $failure) {
        // Certainly not made. A person, or a rule of the shop, may request it again.
        $book->end($id, 'refused', $failure->getMessage());
    }
}

/** Finds out about one refund that is in doubt. */
function ask(RefundBook $book, string $id, int $since): void
{
    try {
        $status = aurpay()->orders()->detail($id)['status'];
    } catch (AurpayException $failure) {
        error_log($failure->getMessage());

        return;
    }
    if ($status === 'REFUNDED') {
        $book->end($id, 'made');
    } elseif ($status === 'SUCCESS' && time() - $since > DOUBT_SECONDS) {
        $book->end($id, 'refused', 'The gateway still calls it paid');
    }
}

$book = RefundBook::open();
/** @var list<string> $argv */
[$command, $id] = [$argv[1] ?? '', $argv[2] ?? ''];
if ($command === 'request' && preg_match('/^[A-Za-z0-9_-]{1,64}$/D', $id) === 1) {
    echo $book->request($id) ? "requested\n" : "requested already\n";
} elseif ($command === 'work') {
    while (($id = $book->take()) !== null) {
        send($book, $id);
        echo "{$id}: {$book->state($id)}\n";
    }
} elseif ($command === 'ask') {
    foreach ($book->inDoubt() as $id => $since) {
        ask($book, (string) $id, $since);
        echo "{$id}: {$book->state((string) $id)}\n";
    }
} else {
    fwrite(STDERR, "usage: php 03-refunds.php request ID | work | ask\nID is 1 to 64 of A-Z a-z 0-9 _ -\n");
    exit(2);
}
