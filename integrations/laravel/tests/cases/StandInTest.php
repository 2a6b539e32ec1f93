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
