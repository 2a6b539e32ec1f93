<?php

/*
 * Code that the shop's command-line script and its web endpoint share.
 */

declare(strict_types=1);

namespace AurpayExample;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

require_once __DIR__ . '/Order.php';
require_once __DIR__ . '/Recorded.php';
require_once __DIR__ . '/OrderBook.php';
require_once __DIR__ . '/RefundBook.php';
require_once __DIR__ . '/Shown.php';
require_once __DIR__ . '/PaymentBook.php';
require_once __DIR__ . '/ShopServer.php';
require_once __DIR__ . '/Customer.php';

/** A setting from the environment. */
function setting(string $name): string
{
    $value = getenv($name);
    if ($value === false || $value === '') {
        throw new \RuntimeException("The environment variable {$name} is missing: run this with ./dev demo");
    }

    return $value;
}

/** The shop's client; every request is signed. */
function aurpay(): Client
{
    $options = ['base_uri' => setting('AURPAY_BASE_URI'), 'timeout' => 15];
    if (getenv('AURPAY_CA_FILE')) {
        $options['ca_file'] = setting('AURPAY_CA_FILE');
    }

    return new Client(
        Credentials::signature(setting('AURPAY_API_TOKEN'), setting('AURPAY_API_SECRET')),
        $options,
    );
}

/** The shop's database. A writer waits for another one. */
function database(): \PDO
{
    $database = new \PDO('sqlite:' . setting('AURPAY_SHOP_DATABASE'));
    $database->setAttribute(\PDO::ATTR_TIMEOUT, 5);

    return $database;
}

function callback(): Callback
{
    return new Callback(setting('AURPAY_CALLBACK_TOKEN'), setting('AURPAY_CALLBACK_SECRET'));
}

function step(string $title): void
{
    echo "\n* {$title}\n";
}

function say(string $text): void
{
    echo "  {$text}\n";
}

/** @param array{requests: int, connections_opened: int, connections_reused: int} $stats */
function wire(array $stats): string
{
    return "requests: {$stats['requests']}, connections opened: {$stats['connections_opened']}, "
        . "requests on a connection opened before: {$stats['connections_reused']}";
}
