<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** The shop's administrator in wp-admin. */
final readonly class Admin
{
    private function __construct(public HttpClient $visitor) {}

    public static function login(HttpClient $visitor, string $password): self
    {
        $form = Form::of($visitor->get('/wp-login.php'), '//form[@id="loginform"]');
        $answer = $visitor->post('/wp-login.php', $form->with(['log' => 'admin', 'pwd' => $password]));
        if ($answer->status !== 302) {
            throw new \RuntimeException('The administrator cannot log in: ' . $answer->readable());
        }

        return new self($visitor);
    }

    /** A page by its address below wp-admin: page('admin.php?page=wc-status'). */
    public function page(string $address): Response
    {
        return $this->visitor->follow($this->visitor->get("/wp-admin/$address"));
    }

    /** The screen of an order, whatever keeps the orders. */
    public function order(int $order): Response
    {
        $page = $this->page("admin.php?page=wc-orders&action=edit&id=$order");
        if ($page->status === 200 && str_contains($page->body, 'woocommerce-order-data')) {
            return $page;
        }

        return $this->page("post.php?post=$order&action=edit");
    }

    /**
     * Refunds an order as the button of its screen does. The answer is JSON: success, data.
     *
     * @param bool $byGateway as the button with the gateway's name; else only in the shop's books
     */
    public function refund(int $order, string $amount, bool $byGateway = true, string $reason = ''): Response
    {
        return $this->visitor->post('/wp-admin/admin-ajax.php', $this->refundFields($order, $amount, $byGateway, $reason));
    }

    /**
     * Clicks that button several times at once.
     *
     * @return list<Response>
     */
    public function refundAtOnce(int $clicks, int $order, string $amount): array
    {
        $fields = $this->refundFields($order, $amount, true, '');

        return $this->visitor->postAtOnce($clicks, '/wp-admin/admin-ajax.php', $fields);
    }

    /** A settings page of WooCommerce: settings('tab=checkout&section=aurpay_native'). */
    public function settings(string $query): Response
    {
        return $this->page("admin.php?page=wc-settings&$query");
    }

    /**
     * Saves a settings page with some other values, and returns the page that follows.
     *
     * @param array<string, string|null> $changes null for a box that is not checked
     */
    public function saveSettings(string $query, array $changes): Response
    {
        $form = Form::of($this->settings($query), '//form[@id="mainform"]');
        $answer = $this->visitor->post("/wp-admin/admin.php?page=wc-settings&$query", $form->with([...$changes, 'save' => 'Save']));

        return $this->visitor->follow($answer);
    }

    /**
     * @return array<string, string>
     */
    private function refundFields(int $order, string $amount, bool $byGateway, string $reason): array
    {
        $page = $this->order($order);
        if (preg_match('/"order_item_nonce":"([^"]+)"/', $page->body, $match) !== 1) {
            throw new \RuntimeException("The screen of order $order has no nonce: " . substr($page->readable(), 0, 1500));
        }

        return [
            'action' => 'woocommerce_refund_line_items',
            'order_id' => (string) $order,
            'refund_amount' => $amount,
            'refunded_amount' => '0',
            'refund_reason' => $reason,
            'line_item_qtys' => '{}',
            'line_item_totals' => '{}',
            'line_item_tax_totals' => '{}',
            'api_refund' => $byGateway ? 'true' : 'false',
            'restock_refunded_items' => 'true',
            'security' => $match[1],
        ];
    }
}
