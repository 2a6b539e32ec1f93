<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\Button;
use Aurpay\WooCommerce\Tests\Support\Mail;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Shop;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('An order that needs attention')]
final class AttentionTest extends PluginTestCase
{
    private const NOTICE = 'id="aurpay-native-attention"';

    #[TestDox('is shown with a link until the merchant has seen it, and told by one e-mail')]
    public function testSeen(): void
    {
        [$aurpay, $order] = $this->underpaid();
        $admin = $aurpay->shop->admin();
        $dashboard = $admin->page('index.php');

        self::assertStringContainsString(self::NOTICE, $dashboard->body);
        self::assertStringContainsString("Order $order: underpaid.", $dashboard->readable());
        self::assertStringContainsString(self::NOTICE, $admin->page('admin.php?page=wc-orders')->body);
        self::assertStringNotContainsString(self::NOTICE, $admin->page('themes.php')->body, 'not on pages of others');
        $mails = self::mailsAbout($aurpay->shop);
        self::assertCount(1, $mails);
        self::assertStringContainsString('time for the rest is over', $mails[0]->message);
        self::assertStringContainsString("id=$order", html_entity_decode($mails[0]->message));

        $after = Button::of($dashboard, 'Seen')->press($admin);

        self::assertStringContainsString('taken off the list', $after->body);
        self::assertStringNotContainsString(self::NOTICE, $after->body);
        self::assertStringNotContainsString(self::NOTICE, $admin->page('index.php')->body);
    }

    #[TestDox('is off the list when its status changes')]
    public function testChanged(): void
    {
        [$aurpay, $order] = $this->underpaid();
        self::assertStringContainsString(self::NOTICE, $aurpay->shop->admin()->page('index.php')->body);

        $aurpay->shop->php('wc_get_order($order)->update_status("cancelled");', ['order' => $order]);

        self::assertStringNotContainsString(self::NOTICE, $aurpay->shop->admin()->page('index.php')->body);
    }

    #[TestDox('is told once for each verdict, also when a process was killed and settles it again')]
    public function testTwice(): void
    {
        [$aurpay, $order] = $this->underpaid();
        $again = <<<'PHP'
            $payment = Aurpay\WooCommerce\Plugin::services()->store()->of_order($order)[0];
            do_action('aurpay_native_needs_attention', wc_get_order($order), $payment, Aurpay\WooCommerce\Verdict::from($verdict));
            PHP;

        $aurpay->shop->php($again, ['order' => $order, 'verdict' => 'hold:partial']);
        self::assertCount(1, self::mailsAbout($aurpay->shop));
        $aurpay->shop->php($again, ['order' => $order, 'verdict' => 'hold:late']);
        self::assertCount(2, self::mailsAbout($aurpay->shop));
    }

    #[TestDox('is told of each of two payments that came too much')]
    public function testTwoPayments(): void
    {
        [$aurpay, $order] = $this->underpaid();
        $before = count(self::mailsAbout($aurpay->shop));
        $told = <<<'PHP'
            $store = Aurpay\WooCommerce\Plugin::services()->store();
            foreach (['a', 'b', 'a'] as $id) {
                $payment = $store->by_gateway_id('test', $id . $order)
                    ?? $store->open($store->intend($order, new Aurpay\WooCommerce\Terms('coin', 'test', '1', 'USD', 'BTC/BTC'), ''), ['gateway_id' => $id . $order], 0);
                do_action('aurpay_native_needs_attention', wc_get_order($order), $payment, Aurpay\WooCommerce\Verdict::HoldSecond);
            }
            PHP;

        $aurpay->shop->php($told, ['order' => $order]);

        self::assertCount($before + 2, self::mailsAbout($aurpay->shop));
    }

    #[TestDox('is told and settled once, although a hook of another plugin throws')]
    public function testHookThrows(): void
    {
        $aurpay = $this->aurpay();
        $file = $aurpay->shop->file('wp-content/mu-plugins/hook.php');
        file_put_contents($file, '<?php add_action("aurpay_native_needs_attention", static fn () => throw new Error("of another plugin"), 1);');
        try {
            [, $order] = $this->underpaid();
            $aurpay->reconcileOrder($order);
        } finally {
            unlink($file);
        }

        $held = $aurpay->shop->orders()->get($order);
        self::assertSame('on-hold', $held->status);
        self::assertCount(1, array_filter($held->notes, static fn (string $note): bool => str_contains($note, 'is underpaid')));
        self::assertSame('hold:partial', $aurpay->rows($order)[0]['verdict']);
        self::assertCount(1, array_filter(
            self::mailsAbout($aurpay->shop),
            static fn (Mail $mail): bool => str_contains(html_entity_decode($mail->message), "id=$order\""),
        ));
        self::assertStringContainsString("Order $order: underpaid.", $aurpay->shop->admin()->page('index.php')->readable());
    }

    #[TestDox('is never lost by a mail that cannot be sent, and the list has at most 50')]
    public function testFailureAndBound(): void
    {
        [$aurpay, $order] = $this->underpaid();

        $state = $aurpay->shop->php(
            <<<'PHP'
                add_filter('pre_wp_mail', static fn () => throw new RuntimeException('no mail'), 1);
                $payment = Aurpay\WooCommerce\Plugin::services()->store()->of_order($order)[0];
                do_action('aurpay_native_needs_attention', wc_get_order($order), $payment, Aurpay\WooCommerce\Verdict::HoldLate);
                $entries = new Aurpay\WooCommerce\Admin\AttentionList(Aurpay\WooCommerce\Plugin::services()->lock(), new Aurpay\WooCommerce\Clock());
                $verdicts = array_column($entries->all(), 'verdict', 'order');
                for ($id = 1; $id <= 60; ++$id) {
                    $entries->add(1000 + $id, 1, 'hold:late');
                }
                return [$verdicts[$order] ?? null, count($entries->all()), array_key_first($entries->all())];
                PHP,
            ['order' => $order],
        );

        self::assertSame(['hold:late', 50, '1060-1'], $state);
    }

    /** @return array{PluginShop, int} an order that has gone on hold */
    private function underpaid(): array
    {
        $aurpay = $this->aurpay();
        $aurpay->shop->php('delete_option("aurpay_native_attention");');
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));
        $aurpay->gateway->play($aurpay->payment($order), 'underpay');
        $aurpay->age($order, 3600);
        $aurpay->reconcile();
        self::assertSame('on-hold', $aurpay->shop->orders()->status($order));

        return [$aurpay, $order];
    }

    /** @return list<Mail> */
    private static function mailsAbout(Shop $shop): array
    {
        return array_values(array_filter(
            $shop->mails()->all(Shop::ADMIN_MAIL),
            static fn (Mail $mail): bool => str_contains($mail->subject, 'the crypto payment needs your attention'),
        ));
    }
}
