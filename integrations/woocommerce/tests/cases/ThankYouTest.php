<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Response;
use Aurpay\WooCommerce\Tests\Support\Shop;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The page after the checkout')]
final class ThankYouTest extends PluginTestCase
{
    private const BOX = 'id="aurpay-native-payment"';

    /** Both say so of a failed order, whatever it was to be paid with. */
    private const DECLINED = 'originating bank/merchant has declined';

    #[DataProvider('themes')]
    #[TestDox('says once what to pay where, before the table of the order, with $_dataName')]
    public function testWaiting(ShopOptions $options): void
    {
        [$aurpay, $order, $payment] = $this->waiting($options);
        $page = $this->page($aurpay->shop, $order);
        $known = $aurpay->rows($order)[0];

        self::assertSame(1, substr_count($page->body, self::BOX));
        self::assertStringContainsString('Your order is waiting for your payment.', $page->readable());
        self::assertStringNotContainsString('order has been received', $page->readable());
        self::assertStringContainsString((string) $known['amount'] . ' USDT', $page->readable());
        self::assertStringContainsString('Ethereum (ERC20)', $page->readable());
        self::assertStringContainsString('Send exactly this amount on this network.', $page->readable());
        self::assertStringContainsString((string) $known['address'], $page->readable());
        self::assertStringContainsString(htmlspecialchars((string) $known['pay_url']), $page->body);
        self::assertLessThan(
            self::place($page, '/<table [^>]*(order-confirmation-totals|order_details)/'),
            self::place($page, '/' . self::BOX . '/'),
        );
        self::assertSame('PENDING', $aurpay->gateway->payment($payment)['status']);
    }

    #[TestDox('shows no address for Lightning: Aurpay gives one that no wallet can pay, and the invoice is on the payment page')]
    public function testLightning(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5), 'BLN/BTC-LN');
        $known = $aurpay->rows($order)[0];
        $page = $this->page($aurpay->shop, $order);

        self::assertNotSame('', (string) $known['address']);
        self::assertStringNotContainsString((string) $known['address'], $page->body);
        self::assertStringContainsString((string) $known['amount'] . ' BTC', $page->readable());
        self::assertStringContainsString('Lightning', $page->readable());
        self::assertStringContainsString(htmlspecialchars((string) $known['pay_url']), $page->body);
    }

    #[TestDox('tells nothing of a payment to a visitor without the key of the order')]
    public function testStranger(): void
    {
        [$aurpay, $order] = $this->waiting(new ShopOptions());
        $known = $aurpay->rows($order)[0];
        foreach (['', '?key=wc_order_wrong'] as $query) {
            $page = $aurpay->shop->visitor()->get("/checkout/order-received/$order/$query");
            self::assertStringNotContainsString(self::BOX, $page->body, $query);
            self::assertStringNotContainsString((string) $known['address'], $page->body, $query);
        }
    }

    #[DataProvider('themes')]
    #[TestDox('tells the true state of the order, with $_dataName')]
    public function testStates(ShopOptions $options): void
    {
        [$aurpay, $order, $payment] = $this->waiting($options);
        $address = (string) $aurpay->rows($order)[0]['address'];
        $says = function (string $sentence) use ($aurpay, $order, $address): Response {
            $page = $this->page($aurpay->shop, $order);
            self::assertStringContainsString($sentence, $page->readable());
            self::assertStringNotContainsString($address, $page->body, $sentence);

            return $page;
        };
        $aurpay->gateway->play($payment, 'underpay');
        $aurpay->reconcileOrder($order);
        self::assertStringContainsString('Open the payment page', $says('how much is missing')->readable());

        $this->set($aurpay->shop, $order, 'on-hold');
        $says('We are checking your payment.');
        $this->set($aurpay->shop, $order, 'cancelled');
        $says('This order can no longer be paid.');
        $this->set($aurpay->shop, $order, 'pending');
        $aurpay->pay($payment);
        $says('Your payment has arrived.');
        $this->set($aurpay->shop, $order, 'refunded');
        $says('Your payment was refunded.');
    }

    #[TestDox('of a failed order offers to pay again, and tells of no bank')]
    public function testFailed(): void
    {
        [$aurpay, $order, $payment] = $this->waiting(new ShopOptions());
        $aurpay->gateway->play($payment, 'expire');
        $aurpay->age($order, 7200);
        $aurpay->reconcile();
        self::assertSame('failed', $aurpay->shop->orders()->status($order));

        $page = $this->page($aurpay->shop, $order);

        self::assertStringContainsString('This order is not paid. You can start a new payment. If you have already sent coins, please contact us first.', $page->readable());
        self::assertStringContainsString('Start a new payment', $page->readable());
        self::assertStringNotContainsString(self::DECLINED, $page->readable());
    }

    #[TestDox('of an order whose total was changed asks for no amount that is no longer right')]
    public function testChangedTotal(): void
    {
        [$aurpay, $order] = $this->waiting(new ShopOptions());
        $address = (string) $aurpay->rows($order)[0]['address'];
        $aurpay->shop->php('$order = wc_get_order($order); $order->set_total("30.00"); $order->save();', ['order' => $order]);

        $page = $this->page($aurpay->shop, $order);

        self::assertStringNotContainsString($address, $page->body);
        self::assertStringContainsString('This order is not paid. You can start a new payment.', $page->readable());
    }

    #[TestDox('leaves the orders of other payment methods as they are')]
    public function testOtherMethod(): void
    {
        $aurpay = $this->aurpay(new ShopOptions());
        $order = $aurpay->shop->orders()->create($aurpay->shop->orders()->productNamed('Cap'), ['payment_method' => 'cheque']);

        $page = $this->page($aurpay->shop, $order);

        self::assertStringContainsString('order has been received', $page->readable());
        self::assertStringNotContainsString('aurpay-native-payment', $page->body);
    }

    #[TestDox('is told the state only with the key of its order')]
    public function testStateEndpoint(): void
    {
        [$aurpay, $order] = $this->waiting(new ShopOptions());
        $key = $aurpay->shop->orders()->get($order)->key;
        $other = $aurpay->shop->orders()->create($aurpay->shop->orders()->productNamed('Cap'));
        $ask = static fn (string $query): Response => $aurpay->shop->visitor()->get("/?wc-ajax=aurpay_native_state$query");

        $answer = $ask("&order=$order&key=$key");
        self::assertSame([200, ['state' => 'waiting', 'sentence' => 'Your order is waiting for your payment.']], [$answer->status, $answer->json()]);
        self::assertStringContainsString('no-store', $answer->header('Cache-Control'));
        foreach (['', "&order=$order", "&order=$order&key=", "&order=$other&key=$key", "&order[]=$order&key=$key", "&order=$order&key[]=$key"] as $wrong) {
            $refusal = $ask($wrong);
            self::assertSame([403, ['state' => null]], [$refusal->status, $refusal->json()], $wrong);
        }
    }

    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function themes(): iterable
    {
        yield 'a block theme' => [new ShopOptions()];
        yield 'a classic theme' => [new ShopOptions(block: false)];
    }

    /**
     * @return array{PluginShop, int, string} the shop, the order and its payment
     */
    private function waiting(ShopOptions $options): array
    {
        $aurpay = $this->aurpay($options);
        $options->block || self::useClassicTheme($aurpay->shop);
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));

        return [$aurpay, $order, $aurpay->payment($order)];
    }

    /** WordPress of today comes with block themes only. */
    private static function useClassicTheme(Shop $shop): void
    {
        $folder = $shop->file('wp-content/more-themes/classic');
        if (!is_dir($folder)) {
            mkdir($folder, recursive: true);
            file_put_contents(
                $shop->file('wp-content/mu-plugins/themes.php'),
                '<?php register_theme_directory(WP_CONTENT_DIR . "/more-themes");',
            );
            file_put_contents("$folder/style.css", "/*\nTheme Name: Classic\n*/\n");
            file_put_contents("$folder/index.php", '<!DOCTYPE html><html><head><?php wp_head(); ?></head><body>'
                . '<?php while (have_posts()) { the_post(); the_content(); } wp_footer(); ?></body></html>');
            $shop->php('switch_theme("classic");');
        }
    }

    /** The page as the customer's own browser sees it. */
    private function page(Shop $shop, int $order): Response
    {
        $url = $shop->php('return wc_get_order($order)->get_checkout_order_received_url();', ['order' => $order]);
        self::assertIsString($url);
        $page = $shop->visitor()->get($url);
        self::assertSame(200, $page->status, $url);

        return $page;
    }

    private function set(Shop $shop, int $order, string $status): void
    {
        $shop->php('wc_get_order($order)->update_status($status);', ['order' => $order, 'status' => $status]);
    }

    private static function place(Response $page, string $pattern): int
    {
        return preg_match($pattern, $page->body, $match, PREG_OFFSET_CAPTURE) === 1
            ? $match[0][1]
            : self::fail("The page has no $pattern");
    }
}
