<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('Deleting the plugin')]
final class UninstallTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function sites(): iterable
    {
        yield 'one site' => [new ShopOptions()];
        yield 'a network' => [new ShopOptions(multisite: true)];
    }

    #[DataProvider('sites')]
    #[TestDox('removes options and jobs on $_dataName, and keeps the orders and the payments')]
    public function testUninstall(ShopOptions $options): void
    {
        $aurpay = $this->aurpay($options);
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));
        $aurpay->shop->php(<<<'PHP'
            set_transient('aurpay_native_flash_1', 'x', 60);
            update_option('aurpay_native_attention', ['1-1' => ['order' => 1, 'verdict' => 'hold:late', 'at' => 1]]);
            update_option('aurpay-native-of-others', 'stays');
            if (is_multisite()) {
                switch_to_blog(2);
                update_option('aurpay_native_site', 'second.example');
                update_option('woocommerce_aurpay_native_settings', ['live_api_key' => 'secret']);
                restore_current_blog();
            }
            PHP);
        self::assertNotSame([], $this->left($aurpay->shop->php(...)));

        // In a process that has not loaded the plugin, as WordPress does it.
        $aurpay->shop->php('require_once ABSPATH . "wp-admin/includes/plugin.php"; deactivate_plugins("aurpay-native-gateway/aurpay-native-gateway.php");');
        $aurpay->shop->php('require_once ABSPATH . "wp-admin/includes/plugin.php"; uninstall_plugin("aurpay-native-gateway/aurpay-native-gateway.php");');

        self::assertSame([], $this->left($aurpay->shop->php(...)));
        self::assertSame('stays', $aurpay->shop->php('return get_option("aurpay-native-of-others");'));
        self::assertCount(1, $aurpay->rows($order));
        self::assertSame('aurpay_native', $aurpay->shop->orders()->get($order)->method);

        $aurpay->shop->activatePlugin();
        self::assertCount(1, $aurpay->rows($order), 'a new installation finds them');
    }

    /**
     * @param callable(string): mixed $php
     */
    private function left(callable $php): mixed
    {
        return $php(<<<'PHP'
            global $wpdb;
            $left = [];
            foreach (is_multisite() ? [1, 2] : [1] as $site) {
                is_multisite() && switch_to_blog($site);
                $left = [...$left, ...$wpdb->get_col("SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%aurpay\_native%'")];
                if ($wpdb->get_var("SHOW TABLES LIKE '{$wpdb->prefix}actionscheduler_actions'")) {
                    $left = [...$left, ...$wpdb->get_col("SELECT hook FROM {$wpdb->prefix}actionscheduler_actions WHERE hook LIKE 'aurpay%'")];
                }
                is_multisite() && restore_current_blog();
            }
            return $left;
            PHP);
    }
}
