<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Shop;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;
use Symfony\Component\Process\Process;

/** With php-fpm, nginx and a database. */
#[TestDox('aurpay:doctor in a running shop')]
final class RunningDoctorTest extends TestCase
{
    #[TestDox('finds everything in order, with config and routes cached, also in maintenance mode, but not behind another page for maintenance')]
    public function testReachable(): void
    {
        $shop = new Shop(new Gateway(), ['APP_ENV' => 'local']);
        $shop->artisan('optimize');
        $shop->artisan('aurpay:reconcile');

        $lines = trim($shop->artisan('aurpay:doctor'));
        self::assertDoesNotMatchRegularExpression('/^(warning|failed|  )/m', $lines);
        self::assertStringContainsString('Callbacks reach the shop: The package answers', $lines);
        $shop->artisan('down', '--render=errors::503');
        self::assertSame(503, $shop->request('/buy')[0]);
        $shop->artisan('aurpay:doctor');
        file_put_contents("{$shop->folder}/public/index.php", '<?php http_response_code(503); echo "Be right back";');
        Shop::await(static fn (): bool => $shop->request('/')[1] === 'Be right back', 'the page, which PHP reads after its old one');
        $ill = $shop->tryArtisan('aurpay:doctor');

        self::assertSame(1, $ill->getExitCode());
        self::assertMatchesRegularExpression('/^failed   Callbacks reach the shop: A maintenance page answers/m', $ill->getOutput());
    }

    #[TestDox('finds jobs of refunds that have failed, and no others')]
    public function testFailedJobs(): void
    {
        $shop = new Shop(new Gateway());
        $shop->php('dispatch(new Aurpay\Laravel\Tests\Support\AskGateway("/no/such/folder/file")); return true;');
        $shop->worker('--stop-when-empty', '--tries=1')->wait();
        self::assertStringContainsString('No job of a refund has failed', $shop->tryArtisan('aurpay:doctor', '--offline')->getOutput());

        $shop->php('Illuminate\Support\Facades\Bus::dispatch(new Aurpay\Laravel\Jobs\SendRefund(1, 60)); return true;');
        $shop->php('Illuminate\Support\Facades\Schema::rename("aurpay_payments", "away"); return true;');
        $shop->worker('--stop-when-empty')->wait();

        self::assertMatchesRegularExpression(
            '/^warning  Failed jobs: 1 jobs of refunds have failed/m',
            $shop->tryArtisan('aurpay:doctor', '--offline')->getOutput(),
        );
    }

    #[TestDox('tells that PHP on the command line has not loaded the extension, and nothing else')]
    public function testNoExtension(): void
    {
        $shop = new Shop(new Gateway());
        $doctor = new Process([PHP_BINARY, 'artisan', 'aurpay:doctor'], $shop->folder, timeout: 120);
        $doctor->run();

        self::assertSame(1, $doctor->getExitCode());
        self::assertMatchesRegularExpression('/\Afailed   Extension: The extension aurpay is not loaded .*\n         Install it.*\n\z/', $doctor->getOutput());
    }
}
