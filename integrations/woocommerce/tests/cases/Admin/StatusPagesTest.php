<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\Admin;
use Aurpay\WooCommerce\Tests\Support\Button;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Response;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The state of the plugin')]
final class StatusPagesTest extends PluginTestCase
{
    private const SETTINGS = 'tab=checkout&section=aurpay_native';

    #[TestDox('is in the settings and in System Status, without a secret')]
    public function testFacts(): void
    {
        $aurpay = $this->aurpay();
        $shop = $aurpay->shop;
        $paid = $aurpay->buy($shop->orders()->productNamed('Cap'));
        $aurpay->pay($aurpay->payment($paid));
        $shop->loseCallbacks();
        $lost = $aurpay->buy($shop->orders()->productNamed('Cap'));
        $aurpay->gateway->play($aurpay->payment($lost), 'pay');
        $aurpay->reconcileOrder($lost);
        $shop->visitor()->send('POST', $shop->url('/?wc-api=aurpay_native&aurpay_payment=' . str_repeat('0', 32)), [], '{}');
        $admin = $shop->admin();

        foreach ([$admin->settings(self::SETTINGS), $admin->page('admin.php?page=wc-status')] as $page) {
            $text = $page->readable();
            self::assertMatchesRegularExpression('/PHP extension:?\s*\d+\.\d+\.\d+, libcurl \d+\.\d+\.\d+, OpenSSL \d/u', $text);
            self::assertMatchesRegularExpression('/Last verified callback:?\s*\w+ \d+, \d{4} \d\d:\d\d:\d\d/u', $text);
            self::assertMatchesRegularExpression('/Last refused callback:?\s*⚠?\s*\w+ \d+, \d{4} \d\d:\d\d:\d\d: no payment has this token/u', $text);
            self::assertMatchesRegularExpression('/Found by reconciliation:?\s*⚠?\s*1 of the last 2 paid payments/u', $text);
            self::assertMatchesRegularExpression('/Refunds in doubt:?\s*0/u', $text);
            self::assertMatchesRegularExpression('/This site:?\s*the shop/u', $text);
            self::assertMatchesRegularExpression('/Next reconciliation:?\s*(\w+ \d+, \d{4}|runs now)/u', $text);
            foreach (['api_token', 'api_secret', 'callback_token', 'callback_secret'] as $secret) {
                self::assertStringNotContainsString($aurpay->gateway->merchant->get($secret), $page->body, $secret);
            }
        }
    }

    #[TestDox('has a link to the settings in the list of plugins')]
    public function testLink(): void
    {
        $page = $this->aurpay()->shop->admin()->page('plugins.php');

        self::assertMatchesRegularExpression('~data-plugin="aurpay-native-gateway/[^>]*>.*?section=aurpay_native">Settings</a>~s', $page->body);
    }

    #[TestDox('on the settings page names what keeps customers from paying, and constants')]
    public function testObstacles(): void
    {
        $aurpay = $this->aurpay();
        $config = $aurpay->shop->file('wp-config.php');
        $before = (string) file_get_contents($config);
        file_put_contents($config, str_replace('<?php', "<?php define('AURPAY_NATIVE_LIVE_API_KEY', 'key-of-the-config-file');", $before));
        $aurpay->shop->php(<<<'PHP'
            update_option('woocommerce_currency', 'ZWL');
            update_option('woocommerce_aurpay_native_settings', ['test_api_token' => '', 'test_callback_token' => ''] + get_option('woocommerce_aurpay_native_settings'));
            PHP);
        try {
            $page = $aurpay->shop->admin()->settings(self::SETTINGS);
        } finally {
            file_put_contents($config, $before);
            $aurpay->shop->php('update_option("woocommerce_currency", "USD");');
        }

        self::assertStringContainsString('The credentials of the test mode are missing', $page->body);
        self::assertStringContainsString('Only one of API token and API secret is entered', $page->body);
        self::assertStringContainsString('Aurpay does not take prices in ZWL', $page->body);
        self::assertStringContainsString('not used for them: AURPAY_NATIVE_LIVE_API_KEY', $page->body);
        self::assertStringNotContainsString('key-of-the-config-file', $page->body);
        self::assertStringNotContainsString('customers can choose Aurpay, and', $page->body);
        $good = $this->aurpay()->shop->admin()->settings(self::SETTINGS);
        self::assertStringContainsString('Test mode is on: customers can choose Aurpay, and', $good->body);
        self::assertStringNotContainsString('is missing', $good->body);
    }

    #[TestDox('is good in Site Health, until the job is late or gone, callbacks are refused, the site is a copy, or test payments are taken')]
    public function testSiteHealth(): void
    {
        $aurpay = $this->aurpay();
        self::assertSame(['mode' => 'recommended', 'copy' => 'good', 'callbacks' => 'good', 'https' => 'good', 'jobs' => 'good'], $this->health($aurpay));

        $aurpay->shop->php(<<<'PHP'
            update_option('aurpay_native_site', 'old.example');
            delete_option('aurpay_native_callback_verified');
            update_option('aurpay_native_callback_refused', ['at' => time(), 'why' => 'signature']);
            update_option('woocommerce_force_ssl_checkout', 'no');
            PHP);
        $order = $aurpay->shop->orders()->create($aurpay->shop->orders()->productNamed('Cap'));
        $aurpay->shop->php(
            <<<'PHP'
                global $wpdb;
                $terms = new Aurpay\WooCommerce\Terms('coin', 'test', '1', 'USD', 'BTC/BTC');
                $payment = Aurpay\WooCommerce\Plugin::services()->store()->intend($order, $terms, 'https://shop.example/?t={token}');
                $wpdb->update("{$wpdb->prefix}aurpay_native_payments", ['found_by' => 'reconcile'], ['id' => $payment->id]);
                as_unschedule_all_actions('aurpay_native_reconcile');
                as_schedule_recurring_action(time() - 7200, 180, 'aurpay_native_reconcile', [], 'aurpay-native', true);
                PHP,
            ['order' => $order],
        );
        // A copy takes no payments.
        self::assertSame(['mode' => 'good', 'copy' => 'recommended', 'callbacks' => 'recommended', 'https' => 'good', 'jobs' => 'critical'], $this->health($aurpay));

        $aurpay->shop->php('Aurpay\WooCommerce\Plugin::services()->site()->confirm();');
        self::assertSame(['mode' => 'recommended', 'copy' => 'good', 'callbacks' => 'recommended', 'https' => 'good', 'jobs' => 'critical'], $this->health($aurpay));

        $aurpay->shop->php('as_unschedule_all_actions("aurpay_native_reconcile");');
        self::assertSame('critical', $this->health($aurpay)['jobs']);

        $aurpay->shop->php("update_option('woocommerce_aurpay_native_settings', ['enabled' => 'no'] + get_option('woocommerce_aurpay_native_settings'));");
        self::assertSame('good', $this->health($aurpay)['mode']);
    }

    #[TestDox('without the extension is critical in Site Health, and no page fails')]
    public function testWithoutExtension(): void
    {
        $shop = $this->shop(new ShopOptions(extension: false));
        self::needPlugin();
        /** @var array{string, string} $result */
        $result = $shop->php(<<<'PHP'
            $tests = apply_filters('site_status_tests', ['direct' => [], 'async' => []]);
            $result = ($tests['direct']['aurpay_native_requirements']['test'])();
            return [$result['status'], $result['description']];
            PHP);

        self::assertSame('critical', $result[0]);
        self::assertStringContainsString('The PHP extension aurpay is not installed', $result[1]);
        self::assertStringContainsString('Aurpay Native Gateway does nothing yet', $shop->admin()->page('plugins.php')->body);
    }

    #[TestDox('can be brought up to date by the tool "reconcile now"')]
    public function testTool(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($aurpay->payment($order), 'pay');
        $aurpay->age($order, 0);
        $admin = $aurpay->shop->admin();

        $after = $this->runTool($admin, $admin->page('admin.php?page=wc-status&tab=tools'), 'aurpay_native_reconcile');

        self::assertStringContainsString('Aurpay has told of 1 payments. 0 are still to be asked about.', $after->readable());
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('of a copy is told on every page, with one button that makes it the shop')]
    public function testCopy(): void
    {
        $aurpay = $this->aurpay();
        $aurpay->shop->php('update_option("aurpay_native_site", "old.example");');
        $admin = $aurpay->shop->admin();
        $page = $admin->page('index.php');
        self::assertStringContainsString('this site is a copy of the shop', $page->body);
        self::assertSame(1, preg_match('~id="aurpay-native-copy".*?</div>~s', $page->body, $notice));
        self::assertSame(1, substr_count($notice[0] ?? '', '<button'));

        $after = Button::of($page, 'This is the shop now')->press($admin);

        self::assertStringContainsString('This site is the shop now.', $after->body);
        self::assertStringNotContainsString('id="aurpay-native-copy"', $after->body);
        self::assertSame(false, $aurpay->shop->php('return Aurpay\WooCommerce\Plugin::services()->site()->is_copy();'));
    }

    private function runTool(Admin $admin, Response $page, string $tool): Response
    {
        self::assertSame(1, preg_match("~name=\"action\" value=\"$tool\".*?name=\"_wpnonce\" value=\"([^\"]+)\"~s", $page->body, $match)
            ?: preg_match("~action={$tool}&(?:amp;)?_wpnonce=([0-9a-f]+)~", $page->body, $match), 'there is no such tool');

        return $admin->page("admin.php?page=wc-status&tab=tools&action=$tool&_wpnonce=" . ($match[1] ?? ''));
    }

    /** @return array<string, string> */
    private function health(PluginShop $aurpay): array
    {
        $statuses = $aurpay->shop->php(<<<'PHP'
            $statuses = [];
            foreach (apply_filters('site_status_tests', ['direct' => [], 'async' => []])['direct'] as $name => $test) {
                if (str_starts_with($name, 'aurpay_native_')) {
                    $statuses[substr($name, 14)] = ($test['test'])()['status'];
                }
            }
            return $statuses;
            PHP);

        /** @var array<string, string> $statuses */
        return $statuses;
    }
}
