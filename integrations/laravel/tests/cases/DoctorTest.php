<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Console\DoctorCommand;
use Aurpay\Laravel\Doctor\Doctor;
use Aurpay\Laravel\Doctor\ExtensionCheck;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Models\PaymentEvent;
use Aurpay\Laravel\Tests\Support\TestCase;
use Illuminate\Cache\Repository;
use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Contracts\Cache\Repository as CacheContract;
use Illuminate\Contracts\Cache\Store;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Http\Client\Factory;
use Illuminate\Http\Client\Request;
use Illuminate\Routing\RouteCollection;
use Illuminate\Support\Facades\Artisan;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\Facades\Schema;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('aurpay:doctor')]
final class DoctorTest extends TestCase
{
    private const SUBJECTS = [
        'Extension', 'API credentials and options', 'Callback credentials', 'Callback address', 'Gateway', 'Tables',
        'Callback route', 'Callbacks reach the shop', 'Queue', 'Cache', 'Scheduler', 'Failed jobs', 'Payments',
    ];

    /** The exit status of the last run. */
    private int $status = -1;

    protected function setUp(): void
    {
        parent::setUp();
        config(['queue.failed.driver' => 'null']);
        Http::preventStrayRequests();
        Http::fake(['https://shop.example/*' => Http::response('Not accepted', 403)]);
    }

    #[TestDox('finds nothing wrong with a shop that works, and calls its callback address once, with an address of no payment')]
    public function testHealthy(): void
    {
        $this->command('aurpay:reconcile')->run();
        $found = $this->examine();

        self::assertSame(self::SUBJECTS, array_keys($found));
        self::assertSame(['ok'], array_values(array_unique(array_column(array_merge(...array_values($found)), 0))));
        self::assertSame(0, $this->status);
        self::assertCount(1, Http::recorded());
        Http::assertSent(static fn (Request $request): bool => $request->method() === 'POST'
            && preg_match('~^https://shop\.example/aurpay/callback/[A-Za-z0-9]{40}$~D', $request->url()) === 1
            && $request->hasHeader('Signature', 'wrong'));
        self::assertCount(1, $this->gateway->calls('GET', '/'), 'one harmless call');
        self::assertSame([], $this->gateway->calls('POST'));
    }

    #[TestDox('with --offline calls nobody')]
    public function testOffline(): void
    {
        $found = $this->examine(offline: true);

        self::assertSame(array_values(array_diff(self::SUBJECTS, ['Gateway', 'Callbacks reach the shop'])), array_keys($found));
        self::assertCount(0, Http::recorded());
        self::assertSame([], $this->gateway->calls());
    }

    #[TestDox('prints a line for each point, and what to do')]
    public function testLines(): void
    {
        config(['aurpay.callback.url' => 'https://shop.example/<shop>']);

        self::assertSame(1, Artisan::call('aurpay:doctor', ['--offline' => true]));
        $lines = explode("\n", Artisan::output());

        self::assertContains('ok       Tables: All tables and columns are there.', $lines);
        self::assertContains('warning  Scheduler: The cache knows of no run of aurpay:reconcile.', $lines);
        self::assertContains('failed   Callback address: AURPAY_CALLBACK_URL, or else APP_URL, must be the scheme and host of the shop, such as https://shop.example.', $lines);
        self::assertContains('         Set AURPAY_CALLBACK_URL or APP_URL in .env.', $lines);
    }

    #[TestDox('tells that the extension is not loaded')]
    public function testExtension(): void
    {
        $finding = (new ExtensionCheck('no_such_extension'))->findings()[0];

        self::assertSame('failed', $finding->level->value);
        self::assertStringContainsString('no_such_extension is not loaded', $finding->message);
    }

    /** @return iterable<string, array{array<string, mixed>, string, string, string}> */
    public static function mistakes(): iterable
    {
        $client = 'API credentials and options';
        yield 'a blank secret' => [['aurpay.api_secret' => ''], $client, 'failed', 'AURPAY_API_SECRET is blank'];
        yield 'half a pair' => [['aurpay.api_token' => null], $client, 'failed', 'AURPAY_API_SECRET is set, but AURPAY_API_TOKEN is not'];
        yield 'no credentials' => [['aurpay.api_token' => null, 'aurpay.api_secret' => null], $client, 'failed', 'There are no credentials'];
        yield 'an unknown option' => [['aurpay.options.tiemout' => 5], $client, 'failed', 'unknown option "tiemout"'];
        yield 'a time that is no number' => [['aurpay.late_window' => 'an hour'], $client, 'failed', 'aurpay.late_window must be a whole number'];
        yield 'the sandbox in production' => [['app.env' => 'production'], $client, 'warning', '127.0.0.1, this machine, in production'];

        $callback = 'Callback credentials';
        yield 'half a callback pair' => [['aurpay.callback_secret' => null], $callback, 'failed', 'AURPAY_CALLBACK_TOKEN is set, but AURPAY_CALLBACK_SECRET is not'];
        yield 'a callback secret with a blank' => [['aurpay.callback_secret' => 'secret '], $callback, 'failed', 'must not begin or end with white space'];
        yield 'half a previous pair' => [['aurpay.previous_callback_token' => 'old'], $callback, 'failed', 'AURPAY_PREVIOUS_CALLBACK_SECRET is not'];
        yield 'the key alone' => [
            ['aurpay.callback_token' => null, 'aurpay.callback_secret' => null, 'aurpay.api_key' => 'key'],
            $callback, 'warning', 'proves less',
        ];
        yield 'no way to verify callbacks' => [['aurpay.callback_token' => null, 'aurpay.callback_secret' => null], $callback, 'failed', 'cannot be verified'];
        yield 'only the previous pair' => [
            [
                'aurpay.callback_token' => null, 'aurpay.callback_secret' => null,
                'aurpay.previous_callback_token' => 'old', 'aurpay.previous_callback_secret' => 'older',
            ],
            $callback, 'failed', 'Only the previous',
        ];

        $address = 'Callback address';
        yield 'a callback address with a path' => [['aurpay.callback.url' => 'https://shop.example/shop'], $address, 'failed', 'scheme and host'];
        yield 'http' => [['aurpay.callback.url' => 'http://shop.example'], $address, 'failed', 'must begin with https:'];
        yield 'http on this machine' => [['aurpay.callback.url' => 'http://localhost:8000'], $address, 'ok', 'http://localhost:8000/aurpay/callback'];
        foreach (['localhost', 'shop.localhost:8443', '127.0.1.1', '[::1]', '10.0.0.5', '192.168.1.2'] as $host) {
            yield "$host in production" => [['app.env' => 'production', 'aurpay.callback.url' => "https://$host"], $address, 'failed', 'cannot be reached from outside'];
        }
        yield 'a public address in production' => [['app.env' => 'production', 'aurpay.callback.url' => 'https://localhost.shop.example'], $address, 'ok', 'https://localhost.shop.example/'];

        yield 'no workers in production' => [['app.env' => 'production'], 'Queue', 'warning', 'sync has no workers'];
        yield 'an unknown queue' => [['aurpay.queue.connection' => 'nowhere'], 'Queue', 'failed', 'nowhere sends no jobs'];
        yield 'a job that ends before its call' => [['aurpay.queue.timeout' => '20'], 'Queue', 'failed', 'before its call is (20 seconds)'];
        yield 'the default timeout of a call' => [['aurpay.queue.timeout' => '30', 'aurpay.options.timeout' => null], 'Queue', 'failed', 'before its call is (30 seconds)'];
        yield 'a queue that retries too early' => [
            ['queue.default' => 'database', 'queue.connections.database.retry_after' => 60],
            'Queue', 'failed', 'after 60 seconds, although it may run for 60',
        ];
        yield 'a queue at AWS' => [['queue.default' => 'sqs'], 'Queue', 'warning', 'not known here'];
        yield 'a cache of one process in production' => [['app.env' => 'production'], 'Cache', 'warning', 'ArrayStore locks nothing'];
    }

    /** @param array<string, mixed> $values */
    #[DataProvider('mistakes')]
    #[TestDox('judges $_dataName')]
    public function testConfiguration(array $values, string $subject, string $level, string $message): void
    {
        config($values);
        $this->app->instance('env', config('app.env'));
        $found = $this->examine(offline: true);

        self::assertHas($level, $message, $found[$subject]);
        self::assertSame($level === 'failed' ? 1 : 0, $this->status);
    }

    #[TestDox('tells in Aurpay\'s words that it refuses the credentials')]
    public function testWrongSecret(): void
    {
        config(['aurpay.api_secret' => 'another']);

        $found = $this->examine();

        self::assertHas('failed', 'the clocks agree within', $found['Gateway']);
        self::assertHas('failed', 'Compare the API credentials', $found['Gateway']);
        self::assertSame(1, $this->status);
    }

    #[TestDox('tells by how much the clock is wrong')]
    public function testClock(): void
    {
        $this->gateway->merchant->control('POST', '/clock', ['offset_seconds' => 3600]);

        $found = $this->examine();

        self::assertMatchesRegularExpression('/\(NTP\): it is 3[56]\d\d seconds behind Aurpay\'s/', $found['Gateway'][0][1]);
    }

    #[TestDox('tells that Aurpay does not answer')]
    public function testGatewayDown(): void
    {
        $this->gateway->fault(['path' => '/api/', 'status' => 502, 'count' => 0]);

        self::assertHas('failed', '502', $this->examine()['Gateway']);
    }

    #[TestDox('tells which table or column is missing')]
    public function testTables(): void
    {
        Schema::drop('aurpay_callbacks');
        Schema::table('aurpay_payments', static function (Blueprint $table): void {
            $table->dropColumn('refund_reason');
        });

        $found = $this->examine(offline: true);

        self::assertHas('failed', 'Missing: aurpay_payments.refund_reason, the table aurpay_callbacks.', $found['Tables']);
    }

    #[TestDox('knows all columns of the migration')]
    public function testAllColumns(): void
    {
        foreach (['aurpay_payments' => 28, 'aurpay_events' => 6, 'aurpay_callbacks' => 6] as $table => $count) {
            $columns = Schema::getColumnListing($table);
            self::assertCount($count, $columns);
            foreach (array_diff($columns, ['id']) as $column) {
                Schema::rename($table, 'whole');
                Schema::create($table, static function (Blueprint $blueprint) use ($columns, $column): void {
                    array_map($blueprint->string(...), array_diff($columns, [$column]));
                });
                self::assertHas('failed', "Missing: $table.$column.", $this->examine(offline: true)['Tables']);
                Schema::drop($table);
                Schema::rename('whole', $table);
            }
        }
    }

    #[TestDox('goes on when the database does not answer, and tells what it says')]
    public function testDatabaseDown(): void
    {
        config(['database.connections.broken' => ['driver' => 'sqlite', 'database' => '/no/such/file'], 'database.default' => 'broken']);

        $found = $this->examine(offline: true);

        self::assertHas('failed', 'Database file at path [/no/such/file] does not exist', $found['Tables']);
        self::assertHas('failed', 'Database file at path [/no/such/file] does not exist', $found['Payments']);
        self::assertHas('ok', 'has locks', $found['Cache']);
    }

    /** @return iterable<string, array{\Closure(): mixed, string, string}> */
    public static function routes(): iterable
    {
        $own = 'aurpay/callback/{token}';
        $name = 'aurpay.callback';
        yield 'none' => [static fn () => null, 'failed', 'No route takes POST /aurpay/callback/{token}'];
        yield 'another path' => [static fn () => Route::prefix('shop')->group(static fn () => Route::aurpayCallback()), 'failed', 'No route takes POST'];
        yield 'another host' => [static fn () => Route::domain('other.example')->group(static fn () => Route::aurpayCallback()), 'failed', 'No route takes POST'];
        yield 'POST alone' => [static fn () => Route::post($own, static fn () => '')->name($name), 'failed', 'No route takes GET'];
        yield 'a page for everything in front' => [static fn () => [
            Route::any('{page}', static fn () => '')->where('page', '.*'), Route::aurpayCallback(),
        ], 'failed', 'Another route takes POST /aurpay/callback/{token}: {page}'];
        yield 'the group web' => [
            static fn () => Route::middleware('web')->match(['GET', 'POST'], $own, static fn () => '')->name($name),
            'failed', 'middleware of the group web',
        ];
        yield 'another middleware' => [static fn () => Route::middleware('auth')->group(static fn () => Route::aurpayCallback()), 'warning', 'has middleware (auth)'];
        yield 'a group web around the package\'s' => [static fn () => Route::middleware('web')->group(static fn () => Route::aurpayCallback()), 'ok', 'outside of the group web'];
    }

    /** @param \Closure(): mixed $declare */
    #[DataProvider('routes')]
    #[TestDox('judges routes with $_dataName')]
    public function testRoutes(\Closure $declare, string $level, string $message): void
    {
        Route::setRoutes(new RouteCollection());
        $declare();

        self::assertHas($level, $message, $this->examine(offline: true)['Callback route']);
    }

    /** @return iterable<string, array{int, string, array<string, string>, string, string}> */
    public static function answers(): iterable
    {
        yield 'the package as a refusal of no callback' => [400, 'Not accepted', [], 'ok', 'from this machine only'];
        yield 'the package without its database' => [503, 'Not accepted', [], 'failed', 'cannot look its payments up'];
        yield 'a redirect' => [302, '', ['Location' => 'https://www.shop.example/x?key=hidden'], 'failed', 'redirected to https://www.shop.example/x. '];
        yield 'a login page' => [200, '<form><input type="password" name="p"></form>', [], 'failed', 'A login page answers (HTTP 200)'];
        yield 'a password of the web server' => [401, 'Authorization Required', [], 'failed', 'A login page answers (HTTP 401)'];
        yield 'CSRF protection' => [419, '<h1>Page Expired</h1>', [], 'failed', 'CSRF protection'];
        yield 'another application' => [404, '<h1>Not Found</h1>', [], 'failed', 'route is not there (HTTP 404)'];
        yield 'a firewall' => [403, '<title>Just a moment...</title>', ['Server' => 'cloudflare'], 'failed', 'A firewall or a proxy refuses the call (Server: cloudflare)'];
        yield 'a firewall that asks for a browser' => [503, '', ['cf-mitigated' => 'challenge'], 'failed', 'A firewall or a proxy refuses the call.'];
        yield 'maintenance' => [503, '<h1>Be right back</h1>', [], 'failed', 'A maintenance page answers'];
        yield 'a web server without PHP\'s extension' => [500, '', [], 'failed', 'The web server or the shop fails (HTTP 500)'];
        yield 'a parked domain' => [200, 'Buy this domain', [], 'failed', 'Something else than the package answers (HTTP 200)'];
    }

    /** @param array<string, string> $headers */
    #[DataProvider('answers')]
    #[TestDox('recognises $_dataName at the callback address')]
    public function testAnswer(int $status, string $body, array $headers, string $level, string $message): void
    {
        Http::swap(new Factory());
        Http::fake(['*' => Http::response($body, $status, $headers)]);

        $found = $this->examine()['Callbacks reach the shop'];

        self::assertHas($level, $message, $found);
        self::assertStringNotContainsString('hidden', $found[0][1]);
    }

    #[TestDox('tells that the shop\'s own address does not answer')]
    public function testUnreachable(): void
    {
        Http::swap(new Factory());
        $server = stream_socket_server('tcp://127.0.0.1:0');
        self::assertIsResource($server);
        $address = (string) stream_socket_get_name($server, false);
        fclose($server);
        config(['aurpay.callback.url' => "http://$address"]);

        self::assertHas('failed', 'does not answer this machine', $this->examine()['Callbacks reach the shop']);
    }

    #[TestDox('judges a cache without locks')]
    public function testNoLocks(): void
    {
        $this->app->instance(CacheContract::class, new Repository(self::createStub(Store::class)));

        self::assertHas('warning', 'has no locks: a double click starts two payments', $this->examine(offline: true)['Cache']);
    }

    #[TestDox('tells that reconciliation is not scheduled')]
    public function testNotScheduled(): void
    {
        $this->app->instance(Schedule::class, new Schedule());

        self::assertHas('failed', 'aurpay:reconcile is not scheduled', $this->examine(offline: true)['Scheduler']);
    }

    #[TestDox('on a web page judges when reconciliation last ran, and not the schedule, which only the command line has')]
    public function testWebPage(): void
    {
        $this->app->instance(Schedule::class, new Schedule());
        (new \ReflectionProperty($this->app, 'isRunningInConsole'))->setValue($this->app, false);

        $findings = $this->app->make(Doctor::class)->examine(offline: true)['Scheduler'];

        self::assertSame(['The cache knows of no run of aurpay:reconcile.'], array_column($findings, 'message'));
    }

    #[TestDox('tells when reconciliation last ran')]
    public function testLastRun(): void
    {
        self::assertHas('warning', 'knows of no run', $this->examine(offline: true)['Scheduler']);
        $payment = $this->waiting();
        $this->command('aurpay:reconcile', ['--payment' => [(string) $payment->id]])->run();
        self::assertHas('warning', 'knows of no run', $this->examine(offline: true)['Scheduler']);

        $this->command('aurpay:reconcile')->run();
        $this->later(9);
        self::assertHas('ok', 'last ran 540 seconds ago', $this->examine(offline: true)['Scheduler']);
        $this->later(2);
        self::assertHas('failed', 'last ran 11 minutes ago', $this->examine(offline: true)['Scheduler']);
    }

    #[TestDox('finds refunds that are in doubt, wait, or were not made')]
    public function testRefunds(): void
    {
        $payment = $this->paid();
        $is = fn (string $refund, int $minutes): int => Payment::query()->whereKey($payment->id)
            ->update(['refund' => $refund, 'refund_at' => time() - 60 * $minutes]);
        $name = "$payment->id (Aurpay $payment->gateway_id)";

        foreach (['sending', 'unknown'] as $refund) {
            $is($refund, 59);
            self::assertHas('warning', "refunded is not known: $name.", $this->examine(offline: true)['Payments']);
            $is($refund, 61);
            self::assertHas('failed', "refunded is not known: $name.", $this->examine(offline: true)['Payments']);
        }
        $is('requested', 4);
        self::assertHas('ok', '', $this->examine(offline: true)['Payments']);
        $is('requested', 6);
        self::assertHas('failed', '1 refunds wait in the queue', $this->examine(offline: true)['Payments']);
        $is('refused', 7 * 1440 - 1);
        self::assertHas('warning', "were not made: $name.", $this->examine(offline: true)['Payments']);
        $is('refused', 7 * 1440 + 1);
        self::assertHas('ok', '', $this->examine(offline: true)['Payments']);
        $is('made', 1);
        self::assertHas('ok', '', $this->examine(offline: true)['Payments']);
    }

    #[TestDox('finds events that are untold')]
    public function testUntold(): void
    {
        $this->paid();
        PaymentEvent::query()->update(['told_at' => 0]);
        self::assertHas('ok', '', $this->examine(offline: true)['Payments']);

        $this->later(11);

        self::assertHas('failed', '1 events are untold', $this->examine(offline: true)['Payments']);
    }

    /**
     * Runs the command. Whatever it finds, it prints no secret.
     *
     * @return array<string, non-empty-list<array{string, string}>> subject => level and text
     */
    private function examine(bool $offline = false): array
    {
        $this->status = Artisan::call(DoctorCommand::class, ['--json' => true, '--offline' => $offline]);
        $output = Artisan::output();
        foreach ($this->gateway->credentials() as $secret) {
            self::assertStringNotContainsString($secret, $output);
        }
        $report = json_decode($output, true, 16, JSON_THROW_ON_ERROR);
        self::assertIsArray($report);
        self::assertSame($this->status === 0, $report['ok']);
        self::assertIsArray($report['findings']);
        $found = [];
        foreach ($report['findings'] as $finding) {
            self::assertIsArray($finding);
            ['check' => $check, 'level' => $level, 'message' => $message, 'advice' => $advice] = $finding;
            self::assertIsString($check);
            self::assertIsString($level);
            self::assertIsString($message);
            self::assertIsString($advice);
            self::assertSame($level === 'ok', $advice === '', 'what is not ok says what to do');
            $found[$check][] = [$level, "$message $advice"];
        }

        return $found;
    }

    /** @param list<array{string, string}> $findings */
    private static function assertHas(string $level, string $message, array $findings): void
    {
        $matching = array_filter($findings, static fn (array $finding): bool => $finding[0] === $level && str_contains($finding[1], $message));
        self::assertNotSame([], $matching, "No $level with '$message': " . json_encode($findings, JSON_UNESCAPED_SLASHES));
    }
}
