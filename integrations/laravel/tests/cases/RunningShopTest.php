<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Tests\Support\Backend;
use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Postgres;
use Aurpay\Laravel\Tests\Support\Shop;
use Aurpay\Sandbox\Server;
use AurpayTest\PhpUnit\CallbackSignature;
use PHPUnit\Framework\Attributes\DataProviderExternal;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;
use Symfony\Component\Process\Process;

/** With php-fpm, nginx and a database file. */
#[TestDox('A running shop')]
final class RunningShopTest extends TestCase
{
    #[TestDox('takes the callbacks of the sandbox itself, by POST, and a signed GET, although CSRF protection is on')]
    public function testCallback(): void
    {
        $shop = new Shop(new Gateway());
        $bought = $shop->buy();
        self::assertSame(419, $shop->request('/form', ['x' => '1'])[0], 'CSRF protection is on');

        $shop->gateway->play($bought['gateway_id'], 'pay');
        $shop->gateway->merchant->awaitCallback($bought['gateway_id'], 'delivered', 60);

        self::assertSame(['paid', 1], self::order($shop, $bought['order']));
        $get = [self::signed($shop, $bought['callback_url']), self::click($bought['callback_url'])];
        self::assertSame([200, 403], array_column(self::atOnce($get), 'status'));
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

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('that gets six identical callbacks at once is paid once, and its workers ship once (queue and cache in $_dataName)')]
    public function testAtOnce(Backend $backend): void
    {
        // With https, the sandbox answers several calls at the same time.
        $shop = new Shop(new Gateway(tls: true), [], $backend);
        $orders = [];
        for ($round = 0; $round < 3; ++$round) {
            $bought = $shop->buy();
            $orders[] = $bought['order'];
            // All of them wait for the same answer. The sandbox's own callback is one more.
            $shop->gateway->fault(['path' => '/api/v2/order/', 'delay_ms' => 500, 'count' => 0]);
            $shop->gateway->play($bought['gateway_id'], 'pay');
            $statuses = self::deliverAtOnce($shop, $bought, 6);

            $shop->gateway->clearFaults();
            self::assertContains(200, $statuses);
            self::assertSame([], array_diff($statuses, [200, 503]));
            $shop->gateway->merchant->awaitCallback($bought['gateway_id'], 'delivered', 60);
            self::assertSame(['paid', 1], self::order($shop, $bought['order']));
        }
        // A queue in SQLite is for one worker: Laravel lets a job fail if the database is locked.
        $count = $backend === Backend::Database && !Postgres::isWanted() ? 1 : 2;
        $workers = array_map(static fn (): Process => $shop->worker('--queue=shipping', '--stop-when-empty'), range(1, $count));
        array_walk($workers, static fn (Process $worker): int => $worker->wait());
        self::assertEqualsCanonicalizing($orders, $shop->php('return array_map(intval(...), file(Aurpay\Laravel\Tests\Support\ShipOrder::file()));'));
    }

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('whose customer clicks twice makes one payment (cache in $_dataName)')]
    public function testDoubleClick(Backend $backend): void
    {
        $shop = new Shop(new Gateway(), [], $backend);
        $order = $shop->php('return Order::query()->create(["price" => "25.00", "currency" => "USD", "status" => "open"])->id;');
        self::assertIsInt($order);
        // So that the second click comes while the first one waits.
        $shop->gateway->fault(['method' => 'POST', 'path' => '/api/order/pay-info', 'delay_ms' => 1000]);

        $answers = self::atOnce([self::click("$shop->url/pay/$order"), self::click("$shop->url/pay/$order")]);

        self::assertSame([200, 200], array_column($answers, 'status'));
        self::assertSame($answers[0]['body'], $answers[1]['body']);
        self::assertCount(1, $shop->gateway->calls('POST', '/api/order/pay-info'));
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

    #[TestDox('whose worker runs while the gateway is started again makes its next call, on a new connection')]
    public function testGatewayRestart(): void
    {
        $folder = sys_get_temp_dir() . '/aurpay-sandbox-' . bin2hex(random_bytes(6));
        try {
            $server = Server::start(['tls' => true, 'data' => $folder]);
            $gateway = new Gateway(server: $server);
            $shop = new Shop($gateway);
            $ask = static fn () => $shop->php('dispatch(new Aurpay\Laravel\Tests\Support\AskGateway($file)); return true;', ['file' => "{$shop->folder}/jobs"]);
            $connections = static fn (): array => array_map(
                static fn (string $line): mixed => ((array) json_decode($line, true))['connections'] ?? null,
                array_filter(explode("\n", (string) @file_get_contents("{$shop->folder}/jobs"))),
            );
            $ask();
            $ask();
            $worker = $shop->worker('--tries=1');
            Shop::await(static fn (): bool => count($connections()) === 2, 'two jobs on one connection');
            self::assertSame([1, 1], $connections());

            $server->stop();
            $server = Server::start(['tls' => true, 'data' => $folder, 'port' => (int) parse_url($gateway->merchant->baseUri, PHP_URL_PORT)]);
            $ask();
            Shop::await(static fn (): bool => self::queue($shop)[0] === 0, 'the third job');

            self::assertSame([0, 0], self::queue($shop));
            self::assertSame([1, 1, 2], $connections());
            self::assertTrue($worker->isRunning(), 'the same worker');
        } finally {
            (new Process(['rm', '-rf', '--one-file-system', $folder]))->run();
        }
    }

    #[TestDox('does not put a job into its queue that carries a client')]
    public function testClientInJob(): void
    {
        $shop = new Shop(new Gateway());

        $refusal = $shop->php(<<<'PHP'
            try {
                Illuminate\Support\Facades\Bus::dispatch(new Aurpay\Laravel\Tests\Support\CarriesClient(app(Aurpay\Client::class)));

                return 'dispatched';
            } catch (Exception $refusal) {
                return $refusal->getMessage();
            }
            PHP);

        self::assertIsString($refusal);
        self::assertStringEndsWith("Serialization of 'Aurpay\\Client' is not allowed", $refusal);
        self::assertSame([0, 0], self::queue($shop));
    }

    /** @return array{mixed, mixed} how many jobs wait, and how many have failed */
    private static function queue(Shop $shop): array
    {
        $counts = $shop->php('return [Illuminate\Support\Facades\DB::table("jobs")->count(), Illuminate\Support\Facades\DB::table("failed_jobs")->count()];');

        return is_array($counts) ? [$counts[0], $counts[1]] : [null, null];
    }

    /** @return array{mixed, mixed} status, and how often it was paid */
    private static function order(Shop $shop, int $id): array
    {
        $order = $shop->php('$order = Order::query()->findOrFail($id); return [$order->status, $order->times_paid];', ['id' => $id]);

        return is_array($order) ? [$order[0], $order[1]] : [null, null];
    }

    /**
     * @param array{order: int, payment: int, gateway_id: string, callback_url: string} $bought
     *
     * @return list<int> the statuses
     */
    private static function deliverAtOnce(Shop $shop, array $bought, int $copies): array
    {
        $handles = [];
        for ($copy = 0; $copy < $copies; ++$copy) {
            $handles[] = $handle = self::signed($shop, $bought['callback_url']);
            curl_setopt($handle, CURLOPT_POSTFIELDS, (string) json_encode(['order_id' => $bought['gateway_id']]));
        }

        return array_column(self::atOnce($handles), 'status');
    }

    /** A callback, without a body: a GET. */
    private static function signed(Shop $shop, string $url): \CurlHandle
    {
        $merchant = $shop->gateway->merchant;
        $date = CallbackSignature::date(time());
        $handle = self::click($url);
        curl_setopt($handle, CURLOPT_HTTPHEADER, [
            'Content-Type: application/json',
            'Callback-Token: ' . $merchant->get('callback_token'),
            "Date: $date",
            'Signature: ' . CallbackSignature::of($date, $url, $merchant->get('callback_secret')),
        ]);

        return $handle;
    }

    /** A GET that waits to be sent. */
    private static function click(string $url): \CurlHandle
    {
        $handle = curl_init($url);
        curl_setopt($handle, CURLOPT_RETURNTRANSFER, true);

        return $handle;
    }

    /**
     * @param list<\CurlHandle> $handles
     *
     * @return list<array{status: int, body: string}>
     */
    private static function atOnce(array $handles): array
    {
        $multi = curl_multi_init();
        array_walk($handles, static fn (\CurlHandle $handle): int => curl_multi_add_handle($multi, $handle));
        do {
            curl_multi_exec($multi, $running);
            curl_multi_select($multi, 0.1);
        } while ($running > 0);

        return array_map(static fn (\CurlHandle $handle): array => [
            'status' => curl_getinfo($handle, CURLINFO_RESPONSE_CODE),
            'body' => (string) curl_multi_getcontent($handle),
        ], $handles);
    }
}
