<?php

/*
 * Decodes texts with the extension: reads them from the standard input, and writes what became of them to the standard
 * output. Each way of the extension to decode has a letter.
 */

declare(strict_types=1);

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\EnayaPay;

const CALLBACK_URL = 'https://shop.example/callback';

$body = '';
$answer = static function () use (&$body): array {
    return ['body' => $body];
};
$callback = new Callback('token', 'secret', 315_360_000);
$signed = $callback->sign(CALLBACK_URL);
$decoders = [
    'A' => (new Client('key', ['handler' => $answer]))->request(...),
    'E' => (new EnayaPay\Client('key', ['handler' => $answer]))->request(...),
    'C' => static function () use ($callback, $signed, &$body): array {
        return $callback->verify(CALLBACK_URL, $signed, $body);
    },
];

$read = static function (int $length): string {
    $bytes = '';
    while (strlen($bytes) < $length) {
        $more = fread(STDIN, max(1, $length - strlen($bytes)));
        if ($more === false || $more === '') {
            exit(0);
        }
        $bytes .= $more;
    }

    return $bytes;
};

for (;;) {
    $way = $read(1);
    /** @var array{1: int} $length */
    $length = unpack('N', $read(4));
    $body = $read($length[1]);
    try {
        $outcome = ['value' => $decoders[$way]('GET', '/x')];
    } catch (\Throwable $thrown) {
        $outcome = ['thrown' => $thrown::class, 'message' => $thrown->getMessage(), 'code' => $thrown->getCode()];
    }
    $bytes = serialize($outcome);
    fwrite(STDOUT, pack('N', strlen($bytes)) . $bytes);
}
