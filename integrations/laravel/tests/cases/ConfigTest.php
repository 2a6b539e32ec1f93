<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Client;
use Aurpay\Laravel\AurpayServiceProvider;
use Aurpay\Laravel\Config;
use Aurpay\Laravel\ConfigurationException;
use Aurpay\Laravel\Tests\Support\TestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The configuration')]
final class ConfigTest extends TestCase
{
    #[TestDox('makes one client, when it is first needed, of the texts and nulls that env() gives')]
    public function testClient(): void
    {
        config(['aurpay.options.timeout' => '15', 'aurpay.options.proxy' => null]);

        self::assertSame($this->app->make(Client::class), $this->app->make(Client::class));
        self::assertNotSame([], $this->app->make(Client::class)->orders()->fiatCurrencies());
    }

    #[TestDox('has no value that config:cache cannot keep')]
    public function testCacheable(): void
    {
        $config = require dirname(__DIR__, 2) . '/config/aurpay.php';
        self::assertIsArray($config);
        array_walk_recursive($config, static function (mixed $value, string $key): void {
            self::assertTrue($value === null || is_scalar($value), $key);
        });
    }

    /**
     * @return iterable<string, array{array<string, mixed>, string}>
     */
    public static function mistakes(): iterable
    {
        yield 'nothing set' => [['api_token' => null, 'api_secret' => null], 'Set AURPAY_API_TOKEN and AURPAY_API_SECRET, or AURPAY_API_KEY'];
        yield 'a token without a secret' => [['api_secret' => null], 'AURPAY_API_TOKEN is set, but AURPAY_API_SECRET is not'];
        yield 'a secret without a token' => [['api_token' => null], 'AURPAY_API_SECRET is set, but AURPAY_API_TOKEN is not'];
        yield 'a blank secret' => [['api_secret' => " \n"], 'AURPAY_API_SECRET is blank'];
        yield 'an empty key' => [['api_key' => ''], 'AURPAY_API_KEY is blank'];
    }

    /** @param array<string, mixed> $values */
    #[DataProvider('mistakes')]
    #[TestDox('with $_dataName is refused by the name of the variable')]
    public function testMistake(array $values, string $message): void
    {
        foreach ($values as $name => $value) {
            config(["aurpay.$name" => $value]);
        }
        $this->expectException(ConfigurationException::class);
        $this->expectExceptionMessage($message);

        $this->app->make(Client::class);
    }

    #[TestDox('with a blank credential keeps the shop from starting, on the web')]
    public function testBlankAtBoot(): void
    {
        config(['aurpay.callback_secret' => '']);
        (new \ReflectionProperty($this->app, 'isRunningInConsole'))->setValue($this->app, false);
        $this->expectException(ConfigurationException::class);
        $this->expectExceptionMessage('AURPAY_CALLBACK_SECRET is blank');

        (new AurpayServiceProvider($this->app))->boot($this->app->make(Config::class));
    }

    #[TestDox('with a callback address that has a path, no https, or none, is refused before anything is sent')]
    public function testCallbackUrl(): void
    {
        $plain = ['http://shop.example', 'http://localhost.example', 'http://127.0.0.1.example', 'http://localhost@shop.example'];
        foreach ([null, '', 'shop.example', 'https://shop.example/shop', 'https://shop.example?x', 'https://user:hidden@shop.example', ...$plain] as $url) {
            config(['aurpay.callback.url' => $url]);
            try {
                $this->waiting();
                self::fail((string) $url);
            } catch (ConfigurationException $mistake) {
                self::assertStringContainsString('AURPAY_CALLBACK_URL', $mistake->getMessage());
                self::assertStringNotContainsString('hidden', $mistake->getMessage());
            }
        }
        self::assertSame([], $this->gateway->calls('POST'));
    }

    #[TestDox('takes plain http for callbacks to this machine, as the extension does')]
    public function testPlainHttp(): void
    {
        foreach (['http://localhost', 'http://127.0.0.1:8000', 'http://127.1.2.3/', 'http://[::1]:8000'] as $url) {
            config(['aurpay.callback.url' => $url]);

            self::assertStringStartsWith(rtrim($url, '/') . '/aurpay/callback/', $this->waiting()->callback_url);
        }
    }
}
