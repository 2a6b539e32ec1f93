<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Cases;

use PHPUnit\Framework\TestCase;
use Symfony\Component\Process\Process;

/** The stand-ins of Aurpay::fake() against the extension itself. What they do is in tests/fake, with both. */
final class StandInTest extends TestCase
{
    public function testTheStandInsAreAllClassesOfTheExtensionWithTheSameMethodsPropertiesAndConstants(): void
    {
        $extension = self::signatures('-d', 'extension=' . getenv('AURPAY_EXTENSION'));
        $standIns = self::signatures();
        self::assertArrayHasKey('Aurpay\Client', $extension);
        self::assertSame(array_keys($extension), array_keys($standIns));
        foreach ($extension as $class => $description) {
            self::assertEquals($description, $standIns[$class], $class);
        }
    }

    public function testWithoutAFakeAStandInSaysThatTheExtensionIsMissing(): void
    {
        $code = 'require getenv("AURPAY_LARAVEL_APP") . "/vendor/autoload.php"; Aurpay\Laravel\Testing\StandIns::declare(); '
            . 'try { new Aurpay\Client("key"); } catch (LogicException $e) { echo $e->getMessage(); }';
        $process = (new Process([PHP_BINARY, '-r', $code]))->mustRun();
        self::assertStringContainsString('The extension aurpay is not loaded', $process->getOutput());
    }

    public function testAnApplicationWithoutTheExtensionAndAFakeSaysInWhichPhpItIsMissing(): void
    {
        $code = '$app = require getenv("AURPAY_LARAVEL_APP") . "/bootstrap/app.php"; '
            . '$app->make(Illuminate\Contracts\Console\Kernel::class)->bootstrap(); '
            . 'foreach (["client", "callbacks"] as $method) { try { $app->make(Aurpay\Laravel\Clients::class)->$method(); } '
            . 'catch (Aurpay\Laravel\ConfigurationException $e) { echo $e->getMessage(), "\n"; } }';
        $process = (new Process([PHP_BINARY, '-r', 'require getenv("AURPAY_LARAVEL_APP") . "/vendor/autoload.php"; ' . $code]))->mustRun();
        $message = 'The extension aurpay is not loaded in this PHP (cli ' . PHP_VERSION . ', ';
        self::assertSame(2, substr_count($process->getOutput(), $message), $process->getOutput());
    }

    /** @return array<string, array<string, mixed>> */
    private static function signatures(string ...$options): array
    {
        $process = (new Process([PHP_BINARY, ...$options, dirname(__DIR__) . '/support/signatures.php']))->mustRun();
        $signatures = json_decode($process->getOutput(), true);
        self::assertIsArray($signatures);

        /** @var array<string, array<string, mixed>> $signatures */
        return $signatures;
    }
}
