<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

use PHPUnit\Framework\TestCase;

/**
 * A test of running shops. Tests of a class share shops of the same options. A test fails if PHP has complained about the
 * plugin in one of its shops.
 */
abstract class ShopTestCase extends TestCase
{
    /** @var array<string, Shop> by the options */
    private static array $shops = [];
    /** @var array<string, Shop> those that the current test uses */
    private array $used = [];
    private ?Gateway $gateway = null;

    public static function tearDownAfterClass(): void
    {
        foreach (self::$shops as $shop) {
            $shop->close();
        }
        self::$shops = [];
    }

    protected function tearDown(): void
    {
        $problems = [];
        foreach ($this->used as $shop) {
            $shop->interrupter()->cancel();
            $shop->loseCallbacks(false);
            $problems = [...$problems, ...$shop->problems()->of()];
        }
        $this->used = [];
        $this->gateway?->merchant->remove();
        $this->gateway = null;
        self::assertSame([], $problems, 'PHP has complained');
    }

    /** A shop with WooCommerce. Without WooCommerce's folder, the test is skipped. */
    protected function shop(ShopOptions $options = new ShopOptions()): Shop
    {
        if (Run::current()->settings->woocommerce === null) {
            self::markTestSkipped('There is no folder of WooCommerce');
        }

        return $this->site($options);
    }

    /** A WordPress, with WooCommerce if there is a folder of it. */
    protected function site(ShopOptions $options = new ShopOptions()): Shop
    {
        $key = $options->key();
        self::$shops[$key] ??= Shop::open(Run::current(), $options);
        if (!isset($this->used[$key])) {
            $this->used[$key] = self::$shops[$key];
            self::$shops[$key]->mails()->clear();
            self::$shops[$key]->problems()->clear();
        }

        return self::$shops[$key];
    }

    /** The gateway of this test: a merchant of its own. */
    protected function gateway(): Gateway
    {
        $sandbox = Run::current()->sandbox();

        return $this->gateway ??= new Gateway($sandbox->merchant(), $sandbox);
    }

    /** Skips the test if the plugin's zip is not there. */
    protected static function needPlugin(): void
    {
        if (Run::current()->settings->plugin === null) {
            self::markTestSkipped('There is no plugin to install');
        }
    }
}
