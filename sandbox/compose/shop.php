<?php

/*
 * A shop in a container, in plain PHP: it uses the gateway over https with the sandbox's CA, and checks callbacks.
 * compose.yaml starts it.
 *
 * With the aurpay extension, it would be `new Aurpay\Client($key, ['base_uri' => …, 'ca_file' => …])` and
 * `Aurpay\Callback`. The extension sends only https URLs as callback_url, so such a shop needs a certificate of its own, and
 * the sandbox the option --shop-ca: examples/02-other-machine.php.
 *
 * compose.yaml says how to buy and to pay.
 */

declare(strict_types=1);

namespace Aurpay\Sandbox\Compose;

/** @return array<string, mixed> what the sandbox has told about itself */
function sandbox(): array
{
    /** @var array<string, mixed> */
    return json_decode((string) file_get_contents((string) getenv('SANDBOX')), true, flags: JSON_THROW_ON_ERROR);
}

function text(mixed $value): string
{
    return is_string($value) ? $value : '';
}

/** The state of an order: a file named after it, as this shop has no database. */
function orderFile(string $number): string
{
    return sys_get_temp_dir() . '/order-' . preg_replace('/[^0-9a-f]/', '', $number);
}

/**
 * Makes a payment of 10 USD.
 *
 * @return array<string, mixed>
 */
function buy(): array
{
    $sandbox = sandbox();
    $number = bin2hex(random_bytes(8));
    file_put_contents(orderFile($number), 'pending');
    $handle = curl_init(text($sandbox['base_uri']) . '/api/order/pay-info');
    $ca = text($sandbox['ca_file']);
    if ($handle === false || $ca === '') {
        throw new \RuntimeException('Cannot call the gateway: it has no CA');
    }
    curl_setopt_array($handle, [
        CURLOPT_CAINFO => $ca,
        CURLOPT_HTTPHEADER => ['API-Key: ' . text($sandbox['api_key']), 'Content-Type: application/json'],
        CURLOPT_POSTFIELDS => (string) json_encode([
            'chain' => 'ETH', 'currency' => 'USDC-ERC20', 'vs_price' => 10, 'vs_currency' => 'USD',
            // Only the URL of a callback is signed, so it must name the shop's own order.
            'callback_url' => getenv('SHOP_URL') . "/paid?order=$number",
        ]),
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 20,
    ]);
    $answer = json_decode((string) curl_exec($handle), true);
    if (!is_array($answer) || ($answer['result'] ?? null) !== true || !is_array($answer['data'] ?? null)) {
        throw new \RuntimeException('The gateway did not make the payment: ' . curl_error($handle) . json_encode($answer));
    }

    return ['order' => $number, 'order_id' => $answer['data']['order_id'], 'pay_url' => $answer['data']['pay_url']];
}

/** Whether a callback is signed by the gateway. A real shop also asks the gateway for the order before it delivers. */
function isSigned(string $target): bool
{
    $sandbox = sandbox();
    $origin = text($_SERVER['HTTP_DATE'] ?? '') . ' | ' . getenv('SHOP_URL') . $target;
    $expected = base64_encode(hash_hmac('sha256', $origin, text($sandbox['callback_secret']), true));

    return hash_equals(text($sandbox['callback_token']), text($_SERVER['HTTP_CALLBACK_TOKEN'] ?? ''))
        && hash_equals($expected, text($_SERVER['HTTP_SIGNATURE'] ?? ''));
}

$target = text($_SERVER['REQUEST_URI'] ?? '');
$number = text($_GET['order'] ?? '');
$known = $number !== '' && is_file(orderFile($number));
$answer = match ([$_SERVER['REQUEST_METHOD'] ?? '', parse_url($target, PHP_URL_PATH)]) {
    ['POST', '/buy'] => buy(),
    ['GET', '/order'] => $known ? ['status' => file_get_contents(orderFile($number))] : null,
    ['GET', '/paid'] => $known && isSigned($target) && file_put_contents(orderFile($number), 'paid') ? ['taken' => true] : null,
    default => null,
};
http_response_code($answer === null ? 404 : 200);
header('Content-Type: application/json');
echo json_encode($answer ?? ['error' => 'not found, or not signed'], JSON_UNESCAPED_SLASHES), "\n";
