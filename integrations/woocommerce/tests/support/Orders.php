<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Reads and makes orders and products by WooCommerce's own functions. */
final readonly class Orders
{
    public function __construct(private ShopPhp $php) {}

    /** @phpstan-impure */
    public function get(int $id): Order
    {
        $row = $this->php->run(
            <<<'PHP'
                $order = wc_get_order($id);
                if (!$order) {
                    return null;
                }
                $meta = [];
                foreach ($order->get_meta_data() as $datum) {
                    $meta[$datum->key] = $datum->value;
                }
                $notes = wc_get_order_notes(['order_id' => $id, 'orderby' => 'date_created', 'order' => 'ASC']);
                usort($notes, static fn (object $one, object $other): int => $one->id <=> $other->id);
                return [
                    'id' => $order->get_id(),
                    'status' => $order->get_status(),
                    'total' => $order->get_total(),
                    'currency' => $order->get_currency(),
                    'method' => $order->get_payment_method(),
                    'key' => $order->get_order_key(),
                    'transaction' => $order->get_transaction_id(),
                    'paid' => (string) $order->get_date_paid(),
                    'payUrl' => $order->get_checkout_payment_url(),
                    'notes' => array_map(static fn (object $note): string => wp_strip_all_tags($note->content), $notes),
                    'meta' => $meta,
                    'refunds' => array_map(static fn (object $refund): string => $refund->get_amount(), $order->get_refunds()),
                ];
                PHP,
            ['id' => $id],
        );
        if (!is_array($row)) {
            throw new \RuntimeException("There is no order $id");
        }

        // @phpstan-ignore argument.type (what the code above returns)
        return new Order(...$row);
    }

    /** @phpstan-impure */
    public function status(int $id): string
    {
        return $this->get($id)->status;
    }

    /**
     * Makes an order as an administrator does, for the order-pay page, and returns its id.
     *
     * @param array<string, string> $properties of the order: currency, payment_method, status
     */
    public function create(int $product, array $properties = []): int
    {
        $id = $this->php->run(
            <<<'PHP'
                $order = wc_create_order();
                $order->add_product(wc_get_product($product));
                $order->set_address(['first_name' => 'Ada', 'last_name' => 'Customer', 'email' => $mail, 'country' => 'DE']);
                $order->calculate_totals();
                foreach ($properties as $name => $value) {
                    $order->{"set_$name"}($value);
                }
                return $order->save();
                PHP,
            ['product' => $product, 'properties' => $properties, 'mail' => Customer::MAIL],
        );

        return is_int($id) ? $id : throw new \RuntimeException('WooCommerce made no order');
    }

    /** Makes a product that needs no shipping, and returns its id. */
    public function product(string $name, string $price, int $stock = 100): int
    {
        $id = $this->php->run(
            <<<'PHP'
                $product = new WC_Product_Simple();
                $product->set_name($name);
                $product->set_regular_price($price);
                $product->set_virtual(true);
                $product->set_manage_stock(true);
                $product->set_stock_quantity($stock);
                return $product->save();
                PHP,
            ['name' => $name, 'price' => $price, 'stock' => $stock],
        );

        return is_int($id) ? $id : throw new \RuntimeException('WooCommerce made no product');
    }

    /** @phpstan-impure */
    public function stock(int $product): int
    {
        $stock = $this->php->run('return (int) wc_get_product($product)->get_stock_quantity();', ['product' => $product]);

        return is_int($stock) ? $stock : throw new \RuntimeException("There is no stock of product $product");
    }

    /** The id of one of the three products that every shop has: Hoodie, Cap, Last piece. */
    public function productNamed(string $name): int
    {
        $id = $this->php->run(
            <<<'PHP'
                foreach (wc_get_products(['limit' => -1]) as $product) {
                    if ($product->get_name() === $name) {
                        return $product->get_id();
                    }
                }
                return null;
                PHP,
            ['name' => $name],
        );

        return is_int($id) ? $id : throw new \RuntimeException("There is no product $name");
    }
}
