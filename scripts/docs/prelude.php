<?php

// Runs before each PHP block: auto_prepend_file. It gives the block the variables that it uses, and makes each warning an
// exception. The variables are those of a shop: a client, credentials, an order that is paid.

declare(strict_types=1);

namespace AurpayDocs;

require_once __DIR__ . '/control.php';

set_error_handler(static function (int $level, string $message, string $file, int $line): never {
    throw new \ErrorException($message, 0, $level, $file, $line);
});

/** @return array<string, \Closure(): mixed> what a block may use, by the variable's name */
function variables(): array
{
    $url = 'https://shop.example/aurpay?order=1042';

    return [
        'aurpay' => client(...),
        'apiKey' => static fn (): string => setting('API_KEY'),
        'apiToken' => static fn (): string => setting('API_TOKEN'),
        'apiSecret' => static fn (): string => setting('API_SECRET'),
        'callbackToken' => static fn (): string => setting('CALLBACK_TOKEN'),
        'callbackSecret' => static fn (): string => setting('CALLBACK_SECRET'),
        'orderId' => static fn (): string => paidPayment(),
        'openIds' => static fn (): array => [payment()['order_id'], paidPayment()],
        // A callback that came too late: what callbacks.md is about.
        'callback' => static function () use ($url): \Aurpay\Callback {
            $callback = new \Aurpay\Callback(setting('CALLBACK_TOKEN'), setting('CALLBACK_SECRET'));
            $_SERVER = $callback->sign($url, '2024-06-13T09:36:14.690Z', server: true) + $_SERVER;

            return $callback;
        },
        'url' => static fn (): string => $url,
        'content' => static fn (): string => '{"order_id":"20240613093614690315"}',
        'code' => oneTimePassword(...),
        'queue' => static fn (): Queue => new Queue(),
        'shop' => static fn (): Shop => new Shop(),
        'database' => shopDatabase(...),
    ];
}

/** What the blocks call a shop's own queue. */
final class Queue
{
    private bool $isEmpty = false;

    /** One payment, and then nothing. */
    public function next(): ?string
    {
        [$id, $this->isEmpty] = [$this->isEmpty ? null : paidPayment(), true];

        return $id;
    }

    public function later(string $id): void
    {
        echo "later: {$id}\n";
    }

    public function findOut(string $id): void
    {
        echo "to find out: {$id}\n";
    }
}

/** What the blocks call a shop: it has the order 1042, and says what became of it. */
final class Shop
{
    /** @return array{number: string, price: string, currency: string}|null */
    public function order(mixed $number): ?array
    {
        return $number === '1042' ? ['number' => '1042', 'price' => '19.99', 'currency' => 'USD'] : null;
    }

    /** @param array{number: string, price: string, currency: string} $order */
    public function paid(array $order, string $id): void
    {
        file_put_contents('paid.log', "{$order['number']} {$id}\n", FILE_APPEND);
    }
}

/** The orders of a shop: one waits for its payment, one has none. */
function shopDatabase(): \PDO
{
    $database = new \PDO('sqlite::memory:');
    $database->exec('CREATE TABLE orders (number INTEGER PRIMARY KEY, price TEXT, currency TEXT, state TEXT, gateway_id TEXT)');
    $database->prepare("INSERT INTO orders VALUES (1042, '19.99', 'USD', 'open', ?), (1043, '5', 'USD', 'open', NULL)")
        ->execute([paidPayment()]);

    return $database;
}

/** @return list<string> the names of the variables in a script */
function namesIn(string $script): array
{
    $names = [];
    foreach (token_get_all($script) as $token) {
        if (is_array($token) && $token[0] === T_VARIABLE) {
            $names[] = substr($token[1], 1);
        }
    }

    return array_values(array_unique($names));
}

// A block that reads the request gets one, unless it is served.
if (PHP_SAPI === 'cli') {
    $_SERVER['REQUEST_URI'] = '/aurpay?order=1042';
}
(static function (string $script): void {
    foreach (array_intersect_key(variables(), array_flip(namesIn($script))) as $name => $make) {
        $GLOBALS[$name] = $make();
    }
    if (str_contains($script, 'Aurpay\\Sandbox')) {
        require_once 'sandbox/autoload.php';
    }
})((string) file_get_contents(setting('DOCS_BLOCK')));
require_once __DIR__ . '/shop.php';
