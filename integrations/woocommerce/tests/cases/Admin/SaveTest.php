<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('Saving the settings')]
final class SaveTest extends PluginTestCase
{
    private const PAGE = 'tab=checkout&section=aurpay_native';
    private const FIELD = 'woocommerce_aurpay_native_test_api_secret';

    #[TestDox('with a wrong secret tells that Aurpay does not accept it; an empty field keeps the old one; no page has a secret')]
    public function testSecret(): void
    {
        $aurpay = $this->aurpay();
        $admin = $aurpay->shop->admin();
        $secret = $aurpay->gateway->merchant->get('api_secret');

        $kept = $admin->saveSettings(self::PAGE, [self::FIELD => '']);
        $wrong = $admin->saveSettings(self::PAGE, [self::FIELD => 'a-wrong-secret']);
        $right = $admin->saveSettings(self::PAGE, [self::FIELD => $secret]);

        self::assertStringNotContainsString('does not accept these settings', $kept->body);
        self::assertStringContainsString('Aurpay does not accept these settings', $wrong->readable());
        self::assertStringNotContainsString('does not accept these settings', $right->body);
        foreach ([$kept, $wrong, $right, $admin->page('admin.php?page=wc-status')] as $page) {
            foreach (['api_secret', 'api_token', 'callback_token', 'callback_secret'] as $name) {
                self::assertStringNotContainsString($aurpay->gateway->merchant->get($name), $page->body, $name);
            }
            self::assertStringNotContainsString('a-wrong-secret', $page->body);
        }
    }
}
