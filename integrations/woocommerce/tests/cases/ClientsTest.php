<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\CallbackSender;
use Aurpay\WooCommerce\Tests\Support\Response;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\ShopTestCase;
use AurpayTest\PhpUnit\CallbackSignature;
use PHPUnit\Framework\Attributes\TestDox;

/** The administrator, the gateway and its callbacks, and what PHP complains about. */
#[TestDox('The tests')]
final class ClientsTest extends ShopTestCase
{
    #[TestDox('log in as the administrator and see an order with its notes')]
    public function testOrderScreen(): void
    {
        $shop = $this->shop(self::kind());
        $id = $shop->orders()->create($shop->orders()->productNamed('Cap'), ['status' => 'on-hold']);
        $shop->php('wc_get_order($id)->add_order_note("A note of the test"); return true;', ['id' => $id]);

        self::assertStringContainsString('A note of the test', $shop->admin()->order($id)->readable());
        self::assertStringContainsString('A note of the test', implode("\n", $shop->orders()->get($id)->notes));
    }

    #[TestDox('refund an order as the button of its screen does')]
    public function testRefund(): void
    {
        $shop = $this->shop(self::kind());
        $id = $shop->orders()->create($shop->orders()->productNamed('Cap'), ['status' => 'processing']);

        $answer = $shop->admin()->refund($id, '10.00', byGateway: false, reason: 'Test');

        self::assertTrue($answer->value('success'), (string) $answer);
        self::assertSame(['refunded', ['10.00']], [$shop->orders()->status($id), $shop->orders()->get($id)->refunds]);
    }

    #[TestDox('save settings as the administrator, and leave the others as they are')]
    public function testSettings(): void
    {
        $shop = $this->shop(self::kind());
        $admin = $shop->admin();

        $page = $admin->saveSettings('tab=general', ['woocommerce_store_city' => 'Kiel']);

        self::assertStringContainsString('Your settings have been saved', $page->readable());
        self::assertSame(['Kiel', 'USD'], $shop->php(
            "return [get_option('woocommerce_store_city'), get_option('woocommerce_currency')];",
        ));
    }

    #[TestDox('sign callbacks as the vendor documents it')]
    public function testSignature(): void
    {
        $file = dirname(__DIR__, 4) . '/sandbox/tests/callback-signatures.json';
        $known = json_decode((string) file_get_contents($file), true, 16, JSON_THROW_ON_ERROR);
        self::assertIsArray($known);
        self::assertIsArray($known['cases']);
        foreach ($known['cases'] as $case) {
            self::assertIsArray($case);
            self::assertIsString($case['date']);
            self::assertIsString($case['callback_url']);
            self::assertIsString($case['secret']);
            self::assertSame($case['signature'], CallbackSignature::of($case['date'], $case['callback_url'], $case['secret']));
        }
    }

    #[TestDox('send callbacks at once, which the extension in the shop verifies or refuses')]
    public function testCallbacks(): void
    {
        $shop = $this->shop(self::kind());
        $merchant = $this->gateway()->merchant;
        $this->acceptCallbacks($shop->file('wp-content/mu-plugins/callbacks.php'), [
            'token' => $merchant->get('callback_token'),
            'secret' => $merchant->get('callback_secret'),
        ]);
        $url = $shop->url('/wc-api/aurpay_test/?order=1&key=a%20b');
        $callbacks = new CallbackSender($shop, $merchant, $url);

        $answers = $callbacks->sendAtOnce(20, '{"status": "PENDING"}');

        self::assertSame(array_fill(0, 20, 200), array_map(static fn (Response $answer): int => $answer->status, $answers));
        self::assertSame(200, $callbacks->send()->status);
        self::assertSame(403, $callbacks->send(headers: ['Signature' => base64_encode(random_bytes(32))])->status);
        self::assertSame(403, $callbacks->send(headers: ['Signature' => null])->status);
        self::assertSame(403, $callbacks->send(target: str_replace('order=1', 'order=2', $url))->status);
    }

    #[TestDox('have a gateway of their own, which the shop reaches with TLS and which calls the shop')]
    public function testGateway(): void
    {
        $shop = $this->shop(self::kind());
        $gateway = $this->gateway();
        $url = $shop->url('/?aurpay-test-callback&order=7');
        $id = $shop->php(
            <<<'PHP'
                $client = new Aurpay\Client($key, ['base_uri' => $base, 'ca_file' => $ca]);
                return $client->orders()->createPayInfo([
                    'chain' => 'BTC', 'currency' => 'BTC', 'vs_currency' => 'USD', 'vs_price' => '25.00',
                    'callback_url' => $url,
                ])['order_id'];
                PHP,
            [
                'key' => $gateway->merchant->get('api_key'), 'base' => $gateway->merchant->baseUri,
                'ca' => $gateway->caFile(), 'url' => $url,
            ],
        );
        self::assertIsString($id);
        self::assertSame([$id], $gateway->paymentsOf(7));
        self::assertSame($url, $gateway->callbackUrl($id));
        self::assertSame(['POST /api/order/pay-info'], $gateway->calls());

        $shop->loseCallbacks();
        $gateway->play($id, 'pay');
        $gateway->merchant->awaitStatus($id, 'SUCCESS');
        $shop->loseCallbacks(false);
        $gateway->awaitCallback($id);
    }

    #[TestDox('see what PHP complains about in the plugin, and what WordPress complains about because of it')]
    public function testProblems(): void
    {
        $shop = $this->site(self::kind());
        $file = $shop->file('wp-content/plugins/aurpay-native-gateway/aurpay-native-gateway.php');
        mkdir(dirname($file));
        file_put_contents($file, "<?php /* Plugin Name: Test */\nadd_action('init', static function (): void {\n"
            . "    \$_GET['warn'] ?? false ? trigger_error('of the plugin', E_USER_DEPRECATED) : null;\n"
            . "    \$_GET['wrong'] ?? false ? wp_enqueue_script('x') : null;\n});\n"
            . "\$_GET['early'] ?? false ? wp_enqueue_script('x') : null;\n");
        $shop->activatePlugin();
        $shop->php('trigger_error("of another plugin", E_USER_WARNING); return true;');
        self::assertSame([], $shop->problems()->of());

        $shop->visitor()->get('/?warn=1');
        self::assertCount(1, $shop->problems()->of());
        $shop->visitor()->get('/?early=1');
        self::assertCount(2, $shop->problems()->of());
        self::assertStringContainsString('was called', implode("\n", $shop->problems()->of()));

        $shop->php('deactivate_plugins("aurpay-native-gateway/aurpay-native-gateway.php"); return true;');
        $shop->problems()->clear();
    }

    private static function kind(): ShopOptions
    {
        return new ShopOptions(plugin: false);
    }

    /**
     * Makes the shop verify callbacks with the extension.
     *
     * @param array{token: string, secret: string} $credentials
     */
    private function acceptCallbacks(string $file, array $credentials): void
    {
        $code = <<<'PHP'
            <?php
            add_action('woocommerce_api_aurpay_test', static function (): void {
                $callback = new Aurpay\Callback(CREDENTIALS);
                try {
                    $callback->verify(home_url() . $_SERVER['REQUEST_URI'], getallheaders(), file_get_contents('php://input'));
                    status_header(200);
                } catch (Aurpay\AurpayException $exception) {
                    status_header(403);
                    echo $exception->getMessage();
                }
                exit;
            });
            PHP;
        $arguments = implode(', ', array_map(static fn (string $value): string => var_export($value, true), $credentials));
        file_put_contents($file, str_replace('CREDENTIALS', $arguments, $code));
    }
}
