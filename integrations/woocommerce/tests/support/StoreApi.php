<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A customer of the block checkout, as its scripts call the shop. */
final class StoreApi
{
    private string $nonce = '';

    public function __construct(private readonly Shop $shop, public readonly HttpClient $visitor) {}

    /** Puts a product into the cart, and returns the answer with the whole cart. */
    public function add(int $product, int $quantity = 1): Response
    {
        return $this->send('POST', '/cart/add-item', ['id' => $product, 'quantity' => $quantity]);
    }

    public function cart(): Response
    {
        return $this->send('GET', '/cart');
    }

    /**
     * Orders what is in the cart.
     *
     * @param array<string, string> $data    the payment method's own fields
     * @param array<string, mixed>  $members of the request, in place of the usual ones
     */
    public function checkout(string $method, array $data = [], array $members = []): Response
    {
        return $this->send('POST', '/checkout', $members + [
            'billing_address' => Customer::address(),
            'shipping_address' => array_diff_key(Customer::address(), ['email' => '']),
            'payment_method' => $method,
            'payment_data' => self::pairs($data),
        ]);
    }

    /**
     * Pays an order that is there already, with the key that its pay page has.
     *
     * @param array<string, string> $data
     */
    public function pay(int $order, string $key, string $method, array $data = []): Response
    {
        return $this->send('POST', "/checkout/$order", [
            'key' => $key,
            'billing_email' => Customer::MAIL,
            'billing_address' => Customer::address(),
            'shipping_address' => array_diff_key(Customer::address(), ['email' => '']),
            'payment_method' => $method,
            'payment_data' => self::pairs($data),
        ]);
    }

    /**
     * Calls an endpoint with the nonce that the shop has given last.
     *
     * @param array<string, mixed>|null $body
     */
    public function send(string $method, string $path, ?array $body = null): Response
    {
        if ($this->nonce === '' && $path !== '/cart') {
            $this->cart();
        }
        $url = $this->shop->rest("/wc/store/v1$path");
        $headers = $this->nonce === '' ? [] : ['Nonce' => $this->nonce];
        $response = $body === null
            ? $this->visitor->send($method, $url, $headers)
            : $this->visitor->postJson($url, $body, $headers);
        $nonce = $response->header('Nonce');
        $this->nonce = $nonce !== '' ? $nonce : $this->nonce;

        return $response;
    }

    /**
     * @param array<string, string> $data
     *
     * @return list<array{key: string, value: string}>
     */
    private static function pairs(array $data): array
    {
        return array_map(
            static fn (string $key, string $value): array => ['key' => $key, 'value' => $value],
            array_keys($data),
            array_values($data),
        );
    }
}
