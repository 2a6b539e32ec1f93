<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\Admin;
use Aurpay\WooCommerce\Tests\Support\HttpClient;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('"Test callbacks"')]
final class CallbackSelfTest extends PluginTestCase
{
    private const OBSTACLE = 'wp-content/mu-plugins/zz-obstacle.php';

    /**
     * @return iterable<string, array{ShopOptions, array<string, mixed>}>
     */
    public static function goodShops(): iterable
    {
        yield 'callback token and secret' => [new ShopOptions(), []];
        yield 'plain permalinks' => [new ShopOptions(pretty: false), []];
        yield 'a persistent object cache' => [new ShopOptions(redis: true), []];
    }

    /** @param array<string, mixed> $settings */
    #[DataProvider('goodShops')]
    #[TestDox('arrives with $_dataName, and leaves orders, payments and history alone')]
    public function testGood(ShopOptions $options, array $settings): void
    {
        $aurpay = $this->aurpay($options, $settings);
        $before = $this->state($aurpay);

        self::assertSame([true, 'The test has arrived, and its signature is right.'], $this->press($aurpay));

        self::assertSame($before, $this->state($aurpay));
    }

    #[TestDox('arrives with the API key alone')]
    public function testKeyAlone(): void
    {
        $aurpay = $this->aurpay();
        $key = $aurpay->gateway->merchant->get('api_key');
        $aurpay = $this->aurpay(new ShopOptions(), [
            'test_api_key' => $key, 'test_api_token' => '', 'test_api_secret' => '', 'test_callback_token' => '', 'test_callback_secret' => '',
        ]);

        self::assertSame([true, 'The test has arrived, and its signature is right.'], $this->press($aurpay));
    }

    #[TestDox('is not sent without credentials')]
    public function testNoCredentials(): void
    {
        $aurpay = $this->aurpay();
        $aurpay->shop->php('update_option("woocommerce_aurpay_native_settings", ["mode" => "live"]);');

        [$good, $said] = $this->press($aurpay);

        self::assertFalse($good);
        self::assertStringContainsString('The test was not sent.', $said);
    }

    /**
     * @return iterable<string, array{string, string}>
     */
    public static function obstacles(): iterable
    {
        $callback = 'if (!str_contains($_SERVER["REQUEST_URI"], "aurpay_payment=")) { return; }';
        $page = 'header("Content-Type: text/html; charset=utf-8"); echo "<!DOCTYPE html><html><body>Access</body></html>"; exit;';
        yield 'a redirect' => ["$callback header('Location: https://www.shop.example/path?secret=1', true, 301); exit;", 'redirected to https://www.shop.example/path.'];
        yield 'a password' => ["$callback http_response_code(401); exit;", 'A login is asked for (status 401)'];
        yield 'a firewall' => ["$callback http_response_code(403); $page", 'A firewall, a security plugin or a login wall'];
        yield 'a page of something else' => ["$callback $page", 'Not the shop, but a page of something else has answered (status 200)'];
        yield 'maintenance' => ["$callback http_response_code(503); $page", 'in maintenance mode'];
        yield 'an unknown address' => ["$callback http_response_code(404); $page", 'does not exist (status 404)'];
        yield 'another status' => ["$callback http_response_code(418); exit;", 'The answer has status 418'];
        yield 'headers that are stripped' => ["$callback unset(\$_SERVER['HTTP_SIGNATURE']);", 'strips the headers'];
        yield 'a date that is replaced' => ["$callback \$_SERVER['HTTP_DATE'] = '2020-01-01T00:00:00Z';", 'something before the shop changes the request'];
        yield 'an answer that is changed' => ["$callback ob_start(static function (string \$out): string { header('HTTP/1.1 502 Bad Gateway', true, 502); return \$out; });", 'status 502 instead of 200'];
        yield 'an unknown certificate' => ['add_filter("http_request_args", static fn ($arguments) => ["sslcertificates" => ABSPATH . "wp-includes/certificates/ca-bundle.crt"] + $arguments, 20);', 'The TLS connection failed'];
        yield 'a name that is not found' => ['add_filter("woocommerce_api_request_url", static function (): string {
            // Other hosts are not called from this shop.
            add_filter("option_siteurl", static fn () => "https://shop.invalid", 99);
            return "https://shop.invalid/wc-api/aurpay_native/";
        });', 'The name of the shop was not found'];
        yield 'an address without TLS' => ['add_filter("woocommerce_api_request_url", static fn () => "http://shop.example/wc-api/aurpay_native/"); add_filter("pre_http_request", static function (): void { throw new LogicException("the key would be sent"); });', 'The test was not sent. The shop has no https address.'];
        yield 'nobody who listens' => ['add_filter("woocommerce_api_request_url", static fn () => "https://127.0.0.1:1/wc-api/aurpay_native/");', 'Nothing answers at the address of the shop'];
    }

    #[DataProvider('obstacles')]
    #[TestDox('names what stopped it: $_dataName')]
    public function testObstacle(string $php, string $sentence): void
    {
        $aurpay = $this->aurpay();
        $admin = $aurpay->shop->admin();
        $page = $admin->settings('tab=checkout&section=aurpay_native')->body;
        $file = $aurpay->shop->file(self::OBSTACLE);
        file_put_contents($file, "<?php (static function (): void { $php })();");
        try {
            [$good, $said] = $this->send($admin, $page);
        } finally {
            unlink($file);
        }

        self::assertFalse($good);
        self::assertStringContainsStringIgnoringCase($sentence, $said);
    }

    #[TestDox('is answered once, for a minute, only with its signature, and by nobody else\'s token')]
    public function testStrict(): void
    {
        $aurpay = $this->aurpay();
        $visitor = $aurpay->shop->visitor();

        [$url, $headers] = self::signedTest($aurpay);
        self::assertSame(200, self::post($visitor, $url, $headers));
        self::assertSame(403, self::post($visitor, $url, $headers), 'a second time');

        [$url, $headers] = self::signedTest($aurpay);
        self::assertSame(403, self::post($visitor, str_replace('order=0', 'order=1', $url), ['Signature' => 'x'] + $headers), 'another signature');
        self::assertSame(403, self::post($visitor, $url, $headers), 'after a wrong one');

        [$url, $headers] = self::signedTest($aurpay);
        self::assertSame(403, self::post($visitor, (string) preg_replace('/[0-9a-f]{32}$/', str_repeat('0', 32), $url), $headers), 'another token');
        $aurpay->shop->php('$kept = get_option("aurpay_native_probe"); update_option("aurpay_native_probe", ["until" => time()] + $kept);');
        self::assertSame(403, self::post($visitor, $url, $headers), 'too late');
    }

    #[TestDox('is for those who manage the shop')]
    public function testNotForOthers(): void
    {
        $aurpay = $this->aurpay();
        $admin = $aurpay->shop->admin();
        $fields = ['action' => 'aurpay_native_test_callbacks', '_ajax_nonce' => '0123456789'];

        self::assertSame(403, $admin->visitor->post('/wp-admin/admin-ajax.php', $fields)->status, 'without the nonce');
        self::assertSame(400, $aurpay->shop->visitor()->post('/wp-admin/admin-ajax.php', $fields)->status, 'a visitor');
    }

    /** @return array{bool, string} */
    private function press(PluginShop $aurpay): array
    {
        $admin = $aurpay->shop->admin();

        return $this->send($admin, $admin->settings('tab=checkout&section=aurpay_native')->body);
    }

    /** @return array{bool, string} */
    private function send(Admin $admin, string $page): array
    {
        self::assertSame(1, preg_match('/id="aurpay-native-test-callbacks"[^>]* data-nonce="([^"]+)"/', $page, $match), strip_tags($page));
        $answer = $admin->visitor->post('/wp-admin/admin-ajax.php', ['action' => 'aurpay_native_test_callbacks', '_ajax_nonce' => $match[1] ?? '']);
        self::assertSame(200, $answer->status, $answer->body);

        return [$answer->value('data', 'good') === true, $answer->text('data', 'sentence')];
    }

    /** @param array<string, string> $headers */
    private static function post(HttpClient $visitor, string $url, array $headers): int
    {
        return $visitor->send('POST', $url, $headers, '{}')->status;
    }

    /** @return array{string, array<string, string>} a test that waits, and its headers */
    private static function signedTest(PluginShop $aurpay): array
    {
        /** @var array{string, array<string, string>} $signed */
        $signed = $aurpay->shop->php(<<<'PHP'
            $services = Aurpay\WooCommerce\Plugin::services();
            $url = $services->callback_probe()->start('test');
            return [$url, $services->clients()->callback('test')->sign($url)];
            PHP);

        return $signed;
    }

    private function state(PluginShop $aurpay): mixed
    {
        return $aurpay->shop->php(<<<'PHP'
            global $wpdb;
            return [
                count(wc_get_orders(['limit' => -1])), $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->prefix}aurpay_native_payments"),
                get_option('aurpay_native_callback_verified'), get_option('aurpay_native_callback_refused'), get_option('aurpay_native_probe'),
            ];
            PHP);
    }
}
