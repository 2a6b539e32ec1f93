<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Shop;
use AurpayTest\PhpUnit\CallbackSignature;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;

/** With APP_DEBUG, every line of the log, and traces that have whole arguments. */
#[TestDox('A running shop in which everything fails writes no secret')]
final class SecretTest extends TestCase
{
    private Shop $shop;

    /** Of the last callback. */
    private string $signature = '';

    protected function setUp(): void
    {
        $this->shop = new Shop(new Gateway(), ['APP_ENV' => 'local', 'APP_DEBUG' => 'true', 'LOG_LEVEL' => 'debug']);
    }

    #[TestDox('into its log when a listener throws during a callback')]
    public function testListener(): void
    {
        $bought = $this->shop->buy();
        touch("{$this->shop->folder}/storage/break-PaymentConfirmed");
        $this->shop->gateway->play($bought['gateway_id'], 'pay');
        [$status, $body] = $this->callAsGateway($bought['payment']);

        self::assertSame([200, 'OK'], [$status, $body], 'the payment is settled, and the event is told again');
        self::assertStringContainsString('A listener of PaymentConfirmed is broken', $this->shop->log());
        $this->assertNoSecret($this->shop->log(), $bought['payment']);
    }

    #[TestDox('onto the debug page of a callback, and into its log')]
    public function testCallback(): void
    {
        $bought = $this->shop->buy();
        touch("{$this->shop->folder}/storage/break-RequestHandled");
        [$status, $body] = $this->callAsGateway($bought['payment']);

        self::assertSame(500, $status);
        self::assertStringContainsString('A listener of RequestHandled is broken', $body);
        self::assertStringContainsStringIgnoringCase('application/json', $body, 'the page shows the headers');
        // Who calls knows the address.
        $this->assertNoSecret($body);
        $this->assertNoSecret($this->shop->log());
    }

    #[TestDox('onto the debug page of a controller that has a client, and into its log')]
    public function testController(): void
    {
        $this->shop->gateway->fault(['path' => '/api/', 'status' => 502, 'count' => 0]);
        foreach (['/broken' => 'The page is broken', '/unanswered' => 'HTTP status 502'] as $page => $message) {
            [$status, $body] = $this->shop->request($page);

            self::assertSame(500, $status);
            foreach ([html_entity_decode($body), $this->shop->log()] as $text) {
                self::assertStringContainsString($message, $text);
                self::assertStringContainsString('BrokenPages', $text);
                $this->assertNoSecret($text);
            }
        }
    }

    #[TestDox('into failed_jobs and its log when jobs fail')]
    public function testJobs(): void
    {
        $bought = $this->shop->buy();
        $this->shop->gateway->fault(['path' => '/api/', 'status' => 502, 'count' => 0]);
        $this->shop->php('dispatch(new Aurpay\Laravel\Tests\Support\AskGateway("unused")); return true;');
        $this->shop->worker('--stop-when-empty', '--tries=1')->wait();
        // The job of a refund fails only with its database.
        $this->shop->php('Illuminate\Support\Facades\Bus::dispatch(new Aurpay\Laravel\Jobs\SendRefund($id, 60)); return true;', ['id' => $bought['payment']]);
        $this->shop->php('Illuminate\Support\Facades\Schema::rename("aurpay_payments", "away"); return true;');
        $this->shop->worker('--stop-when-empty')->wait();
        $this->shop->php('Illuminate\Support\Facades\Schema::rename("away", "aurpay_payments"); return true;');

        $failed = (string) json_encode($this->shop->php('return Illuminate\Support\Facades\DB::table("failed_jobs")->get();'), JSON_UNESCAPED_SLASHES);
        foreach ([$failed, $this->shop->log()] as $text) {
            self::assertStringContainsString('HTTP status 502', $text);
            self::assertStringContainsString('SendRefund', $text);
            $this->assertNoSecret($text, $bought['payment']);
        }
    }

    #[TestDox('into a dump of the client, its services, its exceptions and what verifies callbacks')]
    public function testDump(): void
    {
        $bought = $this->shop->buy();
        $this->shop->gateway->fault(['path' => '/api/', 'status' => 502, 'count' => 0]);

        $dumps = $this->shop->php(<<<'PHP'
            $client = app(Aurpay\Client::class);
            try {
                $client->orders()->fiatCurrencies();
            } catch (Aurpay\AurpayException $failure) {
            }
            $payment = Payment::query()->findOrFail($id);
            $things = [
                $client, $client->orders(), $client->wallet(), $failure, app(Aurpay\Laravel\Aurpay::class),
                app(Aurpay\Laravel\Clients::class)->callbacks(), new Aurpay\Laravel\Jobs\SendRefund($id, 60),
                $payment->toArray(), $payment->toJson(),
            ];
            $dumper = new Symfony\Component\VarDumper\Dumper\CliDumper();
            $cloner = new Symfony\Component\VarDumper\Cloner\VarCloner();
            $dumps = '';
            foreach ($things as $thing) {
                $dumps .= $dumper->dump($cloner->cloneVar($thing), true);
            }

            return $dumps . print_r([$client, $client->orders(), app(Aurpay\Laravel\Clients::class)->callbacks()], true);
            PHP, ['id' => $bought['payment']]);

        self::assertIsString($dumps);
        foreach (['Aurpay\Client', 'Aurpay\Order', 'HTTP status 502', 'Aurpay\Callback', 'SendRefund', $bought['gateway_id']] as $seen) {
            self::assertStringContainsString($seen, $dumps);
        }
        $this->assertNoSecret($dumps, $bought['payment']);
    }

    /**
     * A callback about a payment, as the gateway sends it.
     *
     * @return array{int, string} status and body
     */
    private function callAsGateway(int $payment): array
    {
        $row = $this->shop->payment($payment);
        $url = $row['callback_url'];
        self::assertIsString($url);
        $merchant = $this->shop->gateway->merchant;
        $date = CallbackSignature::date(time());
        $this->signature = CallbackSignature::of($date, $url, $merchant->get('callback_secret'));
        $handle = curl_init($url);
        curl_setopt_array($handle, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_POSTFIELDS => (string) json_encode(['order_id' => $row['gateway_id']]),
            CURLOPT_HTTPHEADER => [
                'Content-Type: application/json',
                'Callback-Token: ' . $merchant->get('callback_token'),
                "Date: $date",
                "Signature: $this->signature",
            ],
        ]);

        $body = (string) curl_exec($handle);

        return [curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $body];
    }

    /** @param int|null $payment whose own secrets must not be there, either */
    private function assertNoSecret(string $text, ?int $payment = null): void
    {
        $secrets = $this->shop->gateway->credentials();
        $this->signature === '' || $secrets['signature'] = $this->signature;
        $row = $payment === null ? [] : $this->shop->payment($payment);
        foreach (['token', 'pay_url', 'callback_url'] as $column) {
            is_string($row[$column] ?? null) && $secrets[$column] = $row[$column];
        }
        foreach ($secrets as $name => $secret) {
            // As it is, and as JSON and HTML have it.
            foreach ([$secret, trim((string) json_encode($secret), '"'), htmlspecialchars($secret)] as $form) {
                self::assertFalse(strpos($text, $form), "$name, in: " . substr($text, max(0, (int) strpos($text, $form) - 300), 400));
            }
        }
    }
}
