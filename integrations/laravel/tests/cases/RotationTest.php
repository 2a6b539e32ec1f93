<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Shop;
use AurpayTest\PhpUnit\CallbackSignature;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;

/** With php-fpm and a cached configuration, as docs/laravel.md says it. */
#[TestDox('A shop whose callback secret is rotated')]
final class RotationTest extends TestCase
{
    private const AT_ONCE = 4;
    private const OLD = ['old-token', 'old-secret'];
    private const NEW = ['new-token', 'new-secret'];
    private const FOREIGN = ['old-token', 'another-secret'];

    private Shop $shop;

    /** @var list<array{string, string}> callback URL and id of payments */
    private array $payments = [];

    protected function setUp(): void
    {
        $this->shop = new Shop(new Gateway());
        for ($bought = []; count($bought) < self::AT_ONCE;) {
            $bought[] = $this->shop->buy();
        }
        foreach ($bought as ['payment' => $id, 'gateway_id' => $gatewayId]) {
            $url = $this->shop->payment($id)['callback_url'];
            self::assertIsString($url);
            $this->payments[] = [$url, $gatewayId];
        }
        $this->deploy(['AURPAY_CALLBACK_TOKEN' => self::OLD[0], 'AURPAY_CALLBACK_SECRET' => self::OLD[1]], []);
        $this->awaitPair(self::OLD, true);
    }

    #[TestDox('refuses no callback on the way, whatever runs while the configuration is cached again')]
    public function testUnderLoad(): void
    {
        self::assertSame([403], array_values(array_unique($this->deliver([self::NEW, self::FOREIGN]))), 'what is signed otherwise is refused');

        // The new pair is set, the old one kept, and callbacks that are signed with the old one keep coming.
        $statuses = $this->deploy([
            'AURPAY_CALLBACK_TOKEN' => self::NEW[0],
            'AURPAY_CALLBACK_SECRET' => self::NEW[1],
            'AURPAY_PREVIOUS_CALLBACK_TOKEN' => self::OLD[0],
            'AURPAY_PREVIOUS_CALLBACK_SECRET' => self::OLD[1],
        ], [self::OLD]);
        $this->assertNoneRefused($statuses);

        // The gateway changes over, and repeats older callbacks.
        $this->awaitPair(self::NEW, true);
        $this->assertNoneRefused($this->deploy([], [self::OLD, self::NEW]));

        // A day later, the old pair goes.
        $statuses = $this->deploy([
            'AURPAY_PREVIOUS_CALLBACK_TOKEN' => null,
            'AURPAY_PREVIOUS_CALLBACK_SECRET' => null,
        ], [self::NEW]);
        $this->assertNoneRefused($statuses);
        $this->awaitPair(self::OLD, false);
        self::assertSame([403], array_values(array_unique($this->deliver([self::OLD, self::FOREIGN]))));
    }

    /**
     * Changes .env and caches the configuration again, while callbacks come.
     *
     * @param array<string, string|null>  $changes
     * @param list<array{string, string}> $pairs token and secret that the callbacks are signed with
     *
     * @return list<int> the answers to them
     */
    private function deploy(array $changes, array $pairs): array
    {
        $this->shop->changeEnvironment($changes);
        $deployment = $this->shop->startArtisan('config:cache');
        $statuses = [];
        $pairs === [] && $deployment->wait();
        while ($deployment->isRunning()) {
            $statuses = [...$statuses, ...$this->deliver($pairs)];
        }
        self::assertSame(0, $deployment->getExitCode(), $deployment->getOutput());

        return [...$statuses, ...$this->deliver($pairs)];
    }

    /**
     * php-fpm looks only every few seconds whether the cached configuration has changed.
     *
     * @param array{string, string} $pair
     */
    private function awaitPair(array $pair, bool $isAccepted): void
    {
        Shop::await(function () use ($pair, $isAccepted): bool {
            $statuses = array_unique($this->deliver([$pair]));

            return $isAccepted ? $statuses === [200] : $statuses === [403];
        }, 'the new configuration');
    }

    /** @param list<int> $statuses 503 and 500 are not refusals: the gateway repeats the callback */
    private function assertNoneRefused(array $statuses): void
    {
        $counts = array_count_values($statuses);

        self::assertGreaterThan(self::AT_ONCE, $counts[200] ?? 0, 'there was load');
        self::assertSame([], array_diff(array_keys($counts), [200, 500, 503]), 'HTTP status => number: ' . json_encode($counts));
    }

    /**
     * Sends a callback for each payment and pair, all at once.
     *
     * @param list<array{string, string}> $pairs
     *
     * @return list<int> the answers
     */
    private function deliver(array $pairs): array
    {
        $multi = curl_multi_init();
        $date = CallbackSignature::date(time());
        $handles = [];
        foreach ($pairs as [$token, $secret]) {
            foreach ($this->payments as [$url, $gatewayId]) {
                $handles[] = $handle = curl_init($url);
                curl_setopt_array($handle, [
                    CURLOPT_RETURNTRANSFER => true,
                    CURLOPT_POSTFIELDS => (string) json_encode(['order_id' => $gatewayId]),
                    CURLOPT_HTTPHEADER => [
                        'Content-Type: application/json',
                        "Callback-Token: $token",
                        "Date: $date",
                        'Signature: ' . CallbackSignature::of($date, $url, $secret),
                    ],
                ]);
                curl_multi_add_handle($multi, $handle);
            }
        }
        do {
            curl_multi_exec($multi, $running);
            $running > 0 && curl_multi_select($multi, 0.1);
        } while ($running > 0);

        return array_map(static fn (\CurlHandle $handle): int => curl_getinfo($handle, CURLINFO_RESPONSE_CODE), $handles);
    }
}
