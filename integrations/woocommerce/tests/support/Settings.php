<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** What ./dev woocommerce has prepared. */
final readonly class Settings
{
    /**
     * @param string      $extension   the extension's file in the chroot
     * @param string|null $woocommerce WooCommerce's folder; null if there is none
     * @param string|null $plugin      the plugin's zip; null if there is none
     * @param string      $output      the folder for what stays after a run
     */
    public function __construct(
        public Chroot $chroot,
        public string $extension,
        public ?string $woocommerce,
        public ?string $plugin,
        public string $output,
    ) {}

    public static function fromEnvironment(): self
    {
        return new self(
            new Chroot(self::variable('AURPAY_SHOP_CHROOT') ?? throw self::missing()),
            self::variable('AURPAY_SHOP_EXTENSION') ?? throw self::missing(),
            self::variable('AURPAY_WOOCOMMERCE'),
            self::variable('AURPAY_SHOP_PLUGIN'),
            self::variable('AURPAY_SHOP_OUTPUT') ?? throw self::missing(),
        );
    }

    private static function variable(string $name): ?string
    {
        $value = getenv($name);

        return $value === false || $value === '' ? null : $value;
    }

    private static function missing(): \RuntimeException
    {
        return new \RuntimeException('Run these tests with ./dev woocommerce, which prepares what they need');
    }
}
