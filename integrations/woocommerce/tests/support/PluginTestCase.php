<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A test of a shop that is paid through the plugin. */
abstract class PluginTestCase extends ShopTestCase
{
    /** A WordPress with the plugin. It needs no WooCommerce. */
    protected function plugin(ShopOptions $options = new ShopOptions()): Shop
    {
        self::needPlugin();

        return $this->site($options);
    }

    /**
     * @param array<string, mixed> $settings of the plugin, in place of the usual ones
     */
    protected function aurpay(ShopOptions $options = new ShopOptions(), array $settings = []): PluginShop
    {
        self::needPlugin();

        return PluginShop::setUp($this->shop($options), $this->gateway(), $settings);
    }
}
