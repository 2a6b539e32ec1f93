<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
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

        self::assertStringNotContainsString('does not accept the credentials', $kept->body);
        self::assertStringContainsString('Aurpay does not accept the credentials', $wrong->readable());
        self::assertStringNotContainsString('does not accept the credentials', $right->body);
        foreach ([$kept, $wrong, $right, $admin->page('admin.php?page=wc-status')] as $page) {
            foreach (['api_secret', 'api_token', 'callback_token', 'callback_secret'] as $name) {
                self::assertStringNotContainsString($aurpay->gateway->merchant->get($name), $page->body, $name);
            }
            self::assertStringNotContainsString('a-wrong-secret', $page->body);
        }
    }

    #[TestDox('of the test mode without the address of the sandbox says so, and sends nothing: the credentials are not for the live service')]
    public function testNoAddress(): void
    {
        $aurpay = $this->aurpay();

        $page = $aurpay->shop->admin()->saveSettings(self::PAGE, ['woocommerce_aurpay_native_test_base_uri' => '']);

        self::assertStringContainsString('The address of the sandbox is missing', $page->readable());
        self::assertStringNotContainsString('dashboard.aurpay.net', $page->readable());
        self::assertStringNotContainsString('customers can choose Aurpay, and', $page->readable());
        self::assertSame([false, 'the test mode has no address of a sandbox'], $aurpay->shop->php(<<<'PHP'
            $services = Aurpay\WooCommerce\Plugin::services();
            try {
                $services->clients()->client('test');
                return 'a client';
            } catch (ValueError $refusal) {
                return [$services->availability()->is_available(), $refusal->getMessage()];
            }
            PHP));
    }

    /** @param array<string, string|null> $changes */
    #[DataProvider('mistakes')]
    #[TestDox('tells $_dataName in the words of the page')]
    public function testMistake(array $changes, string $told): void
    {
        $aurpay = $this->aurpay();

        $page = $aurpay->shop->admin()->saveSettings(self::PAGE, $changes)->readable();

        self::assertStringContainsString($told, $page);
        self::assertStringNotContainsString('Argument #', $page);
        self::assertStringNotContainsString('check the option', $page);
        self::assertSame(1, substr_count($page, $told), 'it is told once');
    }

    /**
     * @return iterable<string, array{array<string, string|null>, string}>
     */
    public static function mistakes(): iterable
    {
        $test = 'woocommerce_aurpay_native_test_';
        yield 'a sandbox that is not there' => [["{$test}base_uri" => 'https://127.0.0.1:9'], 'Aurpay could not be reached: GET /api/v2/order/ failed'];
        yield 'a CA file that is not there' => [["{$test}ca_file" => '/nothing.pem'], 'A setting cannot be used: "CA file of the sandbox" must be the path of a readable PEM file'];
        yield 'an address without TLS' => [["{$test}base_uri" => 'http://shop.example'], 'A setting cannot be used: "Address of the sandbox" must be an absolute https URL'];
        yield 'a token without its secret' => [["{$test}callback_secret_remove" => '1', "{$test}api_key" => 'a-key'], 'Only one of callback token and callback secret is entered: neither is used.'];
        yield 'missing credentials' => [["{$test}api_token_remove" => '1'], 'The credentials of the test mode are missing: enter the API key, or API token and API secret.'];
        yield 'that it is not enabled' => [['woocommerce_aurpay_native_enabled' => null], 'Aurpay is not enabled: customers cannot choose it.'];
    }

    #[TestDox('with a wrong API key tells so, also if it is only there to verify callbacks')]
    public function testKeyForCallbacks(): void
    {
        $aurpay = $this->aurpay();
        $test = 'woocommerce_aurpay_native_test_';

        $page = $aurpay->shop->admin()->saveSettings(self::PAGE, [
            "{$test}api_key" => 'a-wrong-key',
            "{$test}callback_token_remove" => '1',
            "{$test}callback_secret_remove" => '1',
        ]);

        self::assertStringContainsString('Aurpay does not accept the credentials', $page->readable());
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
