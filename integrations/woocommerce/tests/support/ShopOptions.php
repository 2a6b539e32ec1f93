<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** What kind of shop. The defaults are those of a new shop. */
final readonly class ShopOptions
{
    /**
     * @param bool $pretty    permalinks of the form /checkout/; else /?page_id=7
     * @param bool $multisite a network of sites, whose main site is the shop; its second site is at /second/
     * @param bool $redis     a persistent object cache
     * @param bool $extension whether PHP has the extension
     * @param bool $block     the checkout of blocks; else the classic one
     * @param bool $plugin    whether the plugin is installed and active, if there is one
     */
    public function __construct(
        public Storage $storage = Storage::Hpos,
        public bool $pretty = true,
        public bool $multisite = false,
        public bool $redis = false,
        public bool $extension = true,
        public bool $block = true,
        public bool $plugin = true,
    ) {}

    /** The same text for equal options. */
    public function key(): string
    {
        return serialize(get_object_vars($this));
    }

    /** The permalinks in WordPress' own form. */
    public function permalinks(): string
    {
        return $this->pretty ? '/%postname%/' : '';
    }

    /**
     * SQL that makes a shop of the template such a shop.
     *
     * @param string $home the shop's address
     */
    public function sql(string $home, bool $hasWooCommerce): string
    {
        $options = ['home' => $home, 'siteurl' => $home, 'permalink_structure' => $this->permalinks()];
        $sql = '';
        if ($hasWooCommerce) {
            $options['woocommerce_custom_orders_table_enabled'] = self::yesNo($this->storage !== Storage::Posts);
            $options['woocommerce_custom_orders_table_data_sync_enabled'] =
                self::yesNo($this->storage === Storage::Synchronized);
            $sql = $this->block ? '' : self::classicPages();
        }
        foreach ($options as $name => $value) {
            $sql .= "INSERT INTO wp_options (option_name, option_value, autoload) VALUES ('$name', '$value', 'on')"
                . " ON DUPLICATE KEY UPDATE option_value = '$value';\n";
        }

        return $sql . "DELETE FROM wp_options WHERE option_name = 'rewrite_rules';\n";
    }

    private static function classicPages(): string
    {
        $sql = '';
        foreach (['cart', 'checkout'] as $page) {
            $sql .= "UPDATE wp_posts SET post_content = '<!-- wp:shortcode -->[woocommerce_$page]<!-- /wp:shortcode -->'"
                . " WHERE ID = (SELECT option_value FROM wp_options WHERE option_name = 'woocommerce_{$page}_page_id');\n";
        }

        return $sql;
    }

    private static function yesNo(bool $value): string
    {
        return $value ? 'yes' : 'no';
    }
}
