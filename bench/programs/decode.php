<?php

/*
 * usage: decode.php aurpay|json_decode FILE TURNS
 *
 * Decodes an answer TURNS times and prints how long that took. For aurpay, the option `handler` returns the answer
 * without a network. The cost of the rest of a call is measured with an empty page and subtracted.
 */

declare(strict_types=1);

use Aurpay\Client;

[, $name, $file, $turns] = $argv;
$body = (string) file_get_contents($file);
if ($name === 'aurpay') {
    $orders = (new Client('key', ['handler' => static fn (): array => ['body' => $body]]))->orders();
    $decode = static fn (): array => $orders->list();
    preg_match_all('~"amount":"?([0-9.]+)"?,~', $body, $digits);
    if (array_column($decode()['data'], 'amount') !== $digits[1]) {
        throw new RuntimeException('an amount differs from the answer');
    }
} else {
    $decode = static fn (): mixed => json_decode($body, true, 64, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
}
$began = hrtime(true);
for ($i = 0; $i < (int) $turns; $i++) {
    $decode();
}
echo json_encode(['turns' => (int) $turns, 'nanoseconds' => hrtime(true) - $began]), "\n";
