<?php

declare(strict_types=1);

// Checks of the demos that are tests: counts them, and prints the sum that ./dev reads.

namespace AurpayExample;

final class Checks
{
    private int $passed = 0;
    private int $failed = 0;

    public function same(string $what, mixed $expected, mixed $found): void
    {
        if ($expected === $found) {
            ++$this->passed;
            echo "ok    {$what}\n";
        } else {
            ++$this->failed;
            echo "FAIL  {$what}\n      expected ", json_encode($expected), "\n      found    ", json_encode($found), "\n";
        }
    }

    public function finish(): never
    {
        echo "{$this->passed} passed, {$this->failed} failed\n";
        exit($this->failed === 0 && $this->passed > 0 ? 0 : 1);
    }
}

/** A payment at the gateway that its customer has paid. The gateway is given no callback URL. */
function paidPayment(): string
{
    $payment = aurpay()->orders()->createPayInfo([
        'chain' => 'ETH', 'currency' => 'USDT-ERC20', 'vs_price' => '19.99', 'vs_currency' => 'USD',
    ]);
    Customer::pay($payment['pay_url'], chain: 'ETH', currency: 'USDT-ERC20');

    return $payment['order_id'];
}
