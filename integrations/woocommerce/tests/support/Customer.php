<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Who buys in the tests. */
final class Customer
{
    public const MAIL = 'customer@shop.example';

    /**
     * @return array<string, string> as the Store API names them
     */
    public static function address(): array
    {
        return [
            'first_name' => 'Ada',
            'last_name' => 'Customer',
            'company' => '',
            'address_1' => 'Street 2',
            'address_2' => '',
            'city' => 'Hamburg',
            'state' => '',
            'postcode' => '20095',
            'country' => 'DE',
            'email' => self::MAIL,
            'phone' => '0401234567',
        ];
    }
}
