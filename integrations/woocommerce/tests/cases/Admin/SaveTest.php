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

    #[TestDox('and all else keeps secrets out of stack traces: each argument that carries one is marked')]
    public function testMarked(): void
    {
        $found = $this->aurpay()->shop->php(
            <<<'PHP'
                WC()->mailer();
                $folder = WP_PLUGIN_DIR . '/aurpay-native-gateway/src/';
                $found = ['marked' => [], 'not marked' => []];
                foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
                    $class = 'Aurpay\\WooCommerce\\' . strtr(substr($file->getPathname(), strlen($folder), -4), '/', '\\');
                    foreach ((new ReflectionClass($class))->getMethods() as $method) {
                        foreach ($method->class === $class ? $method->getParameters() : [] as $parameter) {
                            $is_marked = $parameter->getAttributes(SensitiveParameter::class) !== [];
                            if ($is_marked || preg_match('/secret|typed|server|password|api_key/', $parameter->name) === 1) {
                                $found[$is_marked ? 'marked' : 'not marked'][] = "{$method->class}::{$method->name}(\${$parameter->name})";
                            }
                        }
                    }
                }
                return $found;
                PHP,
        );

        self::assertIsArray($found);
        self::assertSame([], $found['not marked']);
        self::assertIsArray($found['marked']);
        self::assertContains('Aurpay\WooCommerce\PaymentMethod::validate_aurpay_secret_field($value)', $found['marked']);
        self::assertContains('Aurpay\WooCommerce\Admin\Moving::take($key)', $found['marked']);
        self::assertContains('Aurpay\WooCommerce\CallbackEndpoint::answer($server)', $found['marked']);
    }
}
