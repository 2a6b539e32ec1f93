<?php

// For try.sh: the installed extension, called through a handler, without a network. With --wait, only after a line came.

declare(strict_types=1);

use Aurpay\Client;
use Aurpay\Credentials;

if (($argv[1] ?? '') === '--wait') {
    echo "ready\n";
    fgets(STDIN);
}
$client = new Client(Credentials::signature('token', 'secret'), [
    'handler' => static function (string $method, string $target, array $headers, string $body): array {
        $wanted = '{"chain":"ETH","currency":"USDT","vs_currency":"USD","vs_price":19.90}';
        if (!isset($headers['Signature'], $headers['Date']) || $body !== $wanted) {
            throw new LogicException("unexpected: $body with " . implode(', ', array_keys($headers)));
        }

        return [
            'status' => 200,
            'headers' => ['Content-Type' => 'application/json'],
            'body' => '{"code":0,"result":true,"message":"","data":{"order_id":"7","amount":18.0098}}',
        ];
    },
]);
$info = $client->orders()->createPayInfo([
    'chain' => 'ETH', 'currency' => 'USDT', 'vs_currency' => 'USD', 'vs_price' => '19.90',
]);
if ($info !== ['order_id' => '7', 'amount' => '18.0098']) {
    throw new LogicException('unexpected: ' . json_encode($info));
}
echo 'a call answers ', json_encode($info), "\n";
