<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The secrets of the settings')]
final class SecretsTest extends PluginTestCase
{
    #[TestDox('are not told by WooCommerce\'s REST API, and a change through it keeps them')]
    public function testRest(): void
    {
        $aurpay = $this->aurpay();
        $answers = $aurpay->shop->php(<<<'PHP'
            wp_set_current_user(1);
            foreach (['/wc/v2/payment_gateways/aurpay_native', '/wc/v3/payment_gateways/aurpay_native', '/wc/v3/payment_gateways'] as $route) {
                $answers[$route] = wp_json_encode(rest_get_server()->response_to_data(rest_do_request(new WP_REST_Request('GET', $route)), false));
            }
            $change = new WP_REST_Request('PUT', '/wc/v3/payment_gateways/aurpay_native');
            $change->set_param('title', 'Coins');
            $change->set_param('settings', ['late_window' => '30']);
            $answers['PUT'] = wp_json_encode(rest_do_request($change)->get_data());
            return $answers;
            PHP);

        self::assertIsArray($answers);
        foreach ($answers as $route => $answer) {
            self::assertIsString($answer);
            self::assertStringContainsString('late_window', $answer, (string) $route);
            foreach (['api_token', 'api_secret', 'callback_token', 'callback_secret'] as $name) {
                self::assertStringNotContainsString($aurpay->gateway->merchant->get($name), $answer, "$route $name");
            }
        }
        $kept = $aurpay->shop->php('return get_option("woocommerce_aurpay_native_settings");');
        self::assertIsArray($kept);
        self::assertSame(['Coins', '30', $aurpay->gateway->merchant->get('api_secret')], [$kept['title'], $kept['late_window'], $kept['test_api_secret']]);
    }

    #[TestDox('are not in the object that other plugins get, and switching the method off and on keeps them')]
    public function testObject(): void
    {
        $aurpay = $this->aurpay();

        $seen = $aurpay->shop->php(<<<'PHP'
            $method = WC()->payment_gateways()->payment_gateways()['aurpay_native'];
            $method->update_option('enabled', 'no');
            $method->update_option('enabled', 'yes');
            return [print_r($method->settings, true), get_option('woocommerce_aurpay_native_settings')['test_api_secret'] ?? ''];
            PHP);

        self::assertIsArray($seen);
        self::assertIsString($seen[0]);
        self::assertStringNotContainsString($aurpay->gateway->merchant->get('api_secret'), $seen[0]);
        self::assertSame($aurpay->gateway->merchant->get('api_secret'), $seen[1]);
    }
}
