<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Shop;
use AurpayTest\PhpUnit\CallbackSignature;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;

/** With php-fpm, nginx and a database file. */
#[TestDox('A running shop')]
final class RunningShopTest extends TestCase
{
    #[TestDox('takes the callbacks of the sandbox itself, by POST, although CSRF protection is on')]
    public function testCallback(): void
    {
        $shop = new Shop(new Gateway());
        $bought = $shop->buy();
        self::assertSame(419, $shop->request('/form', ['x' => '1'])[0], 'CSRF protection is on');

        $shop->gateway->play($bought['gateway_id'], 'pay');
        $shop->gateway->merchant->awaitCallback($bought['gateway_id'], 'delivered', 60);

        self::assertSame(['paid', 1], self::order($shop, $bought['order']));
    }

    #[TestDox('with config, routes, events and views cached sells as before')]
    public function testOptimized(): void
    {
        $shop = new Shop(new Gateway());
        $shop->artisan('optimize');
        $bought = $shop->buy();
        $shop->gateway->play($bought['gateway_id'], 'pay');
        $shop->gateway->merchant->awaitCallback($bought['gateway_id'], 'delivered', 60);

        self::assertSame(['paid', 1], self::order($shop, $bought['order']));
    }

    #[TestDox('is installed by aurpay:install, and a second time changes nothing')]
    public function testInstall(): void
    {
        $shop = new Shop(new Gateway());
        $files = static fn (): array => array_map(basename(...), [
            ...(glob("{$shop->folder}/config/aurpay.php") ?: []),
            ...(glob("{$shop->folder}/database/migrations/*aurpay*") ?: []),
        ]);
        self::assertSame([], $files());

        $said = $shop->artisan('aurpay:install');
        $installed = $files();
        file_put_contents("{$shop->folder}/config/aurpay.php", "<?php return ['changed' => true];");
        $shop->artisan('aurpay:install');

        self::assertStringContainsString('AURPAY_API_TOKEN', $said);
        self::assertCount(2, $installed);
        self::assertSame($installed, $files());
        self::assertStringEqualsFile("{$shop->folder}/config/aurpay.php", "<?php return ['changed' => true];");
    }

    #[TestDox('takes callbacks while it is down for maintenance')]
    public function testMaintenance(): void
    {
        $shop = new Shop(new Gateway());
        $bought = $shop->buy();
        $shop->artisan('down');
        self::assertSame(503, $shop->request('/buy')[0]);

        $shop->gateway->play($bought['gateway_id'], 'pay');
        $shop->gateway->merchant->awaitCallback($bought['gateway_id'], 'delivered', 60);

        self::assertSame(['paid', 1], self::order($shop, $bought['order']));
    }

    #[TestDox('that gets six identical callbacks at once is paid once')]
    public function testAtOnce(): void
    {
        $shop = new Shop(new Gateway());
        for ($round = 0; $round < 3; ++$round) {
            $bought = $shop->buy();
            // The sandbox's own callback is one more.
            $shop->gateway->play($bought['gateway_id'], 'pay');
            $statuses = self::deliverAtOnce($shop, $bought, 6);

            self::assertContains(200, $statuses);
            self::assertSame([], array_diff($statuses, [200, 503]));
            $shop->gateway->merchant->awaitCallback($bought['gateway_id'], 'delivered', 60);
            self::assertSame(['paid', 1], self::order($shop, $bought['order']));
        }
    }

    #[TestDox('reconciles lost callbacks by its scheduler\'s command')]
    public function testReconcile(): void
    {
        $shop = new Shop(new Gateway(), ['AURPAY_CALLBACK_URL' => 'https://lost.invalid']);
        $bought = $shop->buy();
        $shop->gateway->play($bought['gateway_id'], 'pay');
        $shop->php('Payment::query()->update(["next_ask_at" => 1]); return true;');

        self::assertStringContainsString('Asked about 1 payments.', $shop->artisan('aurpay:reconcile'));
        self::assertSame(['paid', 1], self::order($shop, $bought['order']));
    }

    #[TestDox('writes no credential and no token of a payment into its log')]
    public function testLog(): void
    {
        $shop = new Shop(new Gateway(), ['LOG_LEVEL' => 'debug']);
        $bought = $shop->buy();
        $shop->gateway->fault(['path' => '/api/v2/order/', 'status' => 502, 'count' => 0]);
        self::deliverAtOnce($shop, $bought, 1);
        $shop->gateway->clearFaults();
        $shop->request('/aurpay/callback/' . str_repeat('a', 40), ['x' => '1']);

        $log = $shop->log();
        self::assertStringContainsString('was created', $log);
        self::assertStringContainsString('cannot be confirmed now', $log);
        $payment = $shop->payment($bought['payment']);
        foreach ([...array_values($shop->gateway->credentials()), $payment['token'], $payment['pay_url']] as $secret) {
            self::assertIsString($secret);
            self::assertStringNotContainsString($secret, $log);
        }
    }

    #[TestDox('whose worker makes 500 calls in 500 jobs opens one connection, and its memory does not grow')]
    public function testManyJobs(): void
    {
        $shop = new Shop(new Gateway(tls: true));
        $shop->php('for ($job = 0; $job < 500; ++$job) { dispatch(new Aurpay\Laravel\Tests\Support\AskGateway($file)); } return true;', ['file' => "{$shop->folder}/jobs"]);

        $shop->worker('--stop-when-empty', '--sleep=0')->wait();

        $lines = explode("\n", trim((string) file_get_contents("{$shop->folder}/jobs")));
        $seen = array_map(static fn (string $line): mixed => json_decode($line, true), $lines);
        self::assertCount(500, $seen);
        self::assertIsArray($seen[99]);
        self::assertIsArray($seen[499]);
        self::assertSame(1, $seen[499]['connections']);
        self::assertIsInt($seen[99]['bytes']);
        self::assertIsInt($seen[499]['bytes']);
        self::assertLessThan(100_000, $seen[499]['bytes'] - $seen[99]['bytes']);
    }

    /** @return array{mixed, mixed} status, and how often it was paid */
    private static function order(Shop $shop, int $id): array
    {
        $order = $shop->php('$order = Order::query()->findOrFail($id); return [$order->status, $order->times_paid];', ['id' => $id]);

        return is_array($order) ? [$order[0], $order[1]] : [null, null];
    }

    /**
     * @param array{order: int, payment: int, gateway_id: string} $bought
     *
     * @return list<int> the statuses
     */
    private static function deliverAtOnce(Shop $shop, array $bought, int $copies): array
    {
        $url = $shop->payment($bought['payment'])['callback_url'];
        self::assertIsString($url);
        $merchant = $shop->gateway->merchant;
        $date = CallbackSignature::date(time());
        $multi = curl_multi_init();
        $handles = [];
        for ($copy = 0; $copy < $copies; ++$copy) {
            $handles[] = $handle = curl_init($url);
            curl_setopt_array($handle, [
                CURLOPT_RETURNTRANSFER => true,
                CURLOPT_POSTFIELDS => (string) json_encode(['order_id' => $bought['gateway_id']]),
                CURLOPT_HTTPHEADER => [
                    'Content-Type: application/json',
                    'Callback-Token: ' . $merchant->get('callback_token'),
                    "Date: $date",
                    'Signature: ' . CallbackSignature::of($date, $url, $merchant->get('callback_secret')),
                ],
            ]);
            curl_multi_add_handle($multi, $handle);
        }
        do {
            curl_multi_exec($multi, $running);
            curl_multi_select($multi, 0.1);
        } while ($running > 0);

        return array_map(static fn (\CurlHandle $handle): int => curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $handles);
    }
}
