<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A customer of the classic checkout and of the order-pay page, as a browser calls the shop. */
final readonly class ClassicCheckout
{
    public function __construct(public HttpClient $visitor) {}

    public function add(int $product, int $quantity = 1): Response
    {
        return $this->visitor->post('/?wc-ajax=add_to_cart', ['product_id' => $product, 'quantity' => $quantity]);
    }

    /** The checkout page, with what is in the cart. */
    public function page(): Response
    {
        // Its address depends on the permalinks; WooCommerce's own parameter of the AJAX endpoints does not.
        $page = $this->visitor->follow($this->visitor->get('/?pagename=checkout'));

        return $this->visitor->follow($page);
    }

    /**
     * Orders what is in the cart. The answer is JSON: result, redirect, messages.
     *
     * @param array<string, string>      $data    the payment method's own fields
     * @param array<string, string|null> $changes of the form
     */
    public function checkout(string $method, array $data = [], array $changes = []): Response
    {
        $form = Form::of($this->page(), '//form[contains(@class, "woocommerce-checkout")]');
        $billing = [];
        foreach (Customer::address() as $name => $value) {
            $billing["billing_$name"] = $value;
        }

        return $this->visitor->post(
            '/?wc-ajax=checkout',
            $form->with([...$billing, 'payment_method' => $method, ...$data, ...$changes]),
        );
    }

    /** The page on which an order is paid that is there already. */
    public function payPage(string $payUrl): Response
    {
        return $this->visitor->get($payUrl);
    }

    /**
     * Pays on that page. The answer is a redirect, or the page again with what is wrong.
     *
     * @param array<string, string> $data
     */
    public function pay(string $payUrl, string $method, array $data = []): Response
    {
        $form = Form::of($this->payPage($payUrl), '//form[@id="order_review"]');

        return $this->visitor->post($payUrl, $form->with(['payment_method' => $method, ...$data]));
    }
}
