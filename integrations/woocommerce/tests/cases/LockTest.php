<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The lock')]
final class LockTest extends PluginTestCase
{
    /** Counts up under the lock: read, wait, write. Two at once would lose some. */
    private const COUNT = <<<'PHP'
        global $wpdb;
        $lock = new Aurpay\WooCommerce\Lock($wpdb);
        for ($turn = 0; $turn < $turns; $turn++) {
            $lock->hold('test', $seconds, 60.0, static function () use ($wpdb): void {
                $value = (int) $wpdb->get_var("SELECT option_value FROM {$wpdb->options} WHERE option_name = 'test_counter'");
                usleep(random_int(0, 3000));
                $wpdb->query($wpdb->prepare("UPDATE {$wpdb->options} SET option_value = %d WHERE option_name = 'test_counter'", $value + 1));
            });
        }
        PHP;

    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function variants(): iterable
    {
        yield 'the database alone' => [new ShopOptions()];
        yield 'a persistent object cache' => [new ShopOptions(redis: true)];
    }

    #[DataProvider('variants')]
    #[TestDox('lets one process in at a time, with $_dataName')]
    public function testExclusive(ShopOptions $options): void
    {
        $site = $this->plugin($options);
        $site->php('update_option("test_counter", "0", false);');
        $calls = array_map(static fn () => $site->startPhp(self::COUNT, ['turns' => 25, 'seconds' => 60]), range(1, 4));
        foreach ($calls as $call) {
            $call->process->wait()->requireSuccess('PHP in the shop');
        }

        self::assertSame('100', $site->php('global $wpdb; return $wpdb->get_var("SELECT option_value FROM {$wpdb->options} WHERE option_name = \'test_counter\'");'));
        self::assertSame('0', $site->php('global $wpdb; return $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE \'aurpay%lock%\'");'));
    }

    /**
     * @return iterable<string, array{int, bool}> which query of the lock, and whether it was executed
     */
    public static function steps(): iterable
    {
        yield 'before it takes the lock' => [1, false];
        yield 'after it has taken the lock' => [1, true];
        yield 'before it looks whether it has the lock' => [2, false];
        yield 'before it gives the lock back' => [3, false];
        yield 'after it has given the lock back' => [3, true];
    }

    #[DataProvider('steps')]
    #[TestDox('is free again, at the latest when its time is over, if its holder is killed $_dataName')]
    public function testKilledHolder(int $query, bool $after): void
    {
        $site = $this->plugin();
        $hold = <<<'PHP'
            global $wpdb;
            $held = (new Aurpay\WooCommerce\Lock($wpdb))->hold('test', $seconds, 30.0, static fn (): string => 'held');
            // Before it, PHP is killed that was to be killed after the last query of the lock.
            $wpdb->query('SELECT 1');
            return $held;
            PHP;
        $site->interrupter()->killAtQuery($query, 'aurpay_native_lock_test', $after);

        $site->startPhp($hold, ['seconds' => 2])->process->wait();

        self::assertTrue($site->interrupter()->hasStruck());
        $site->interrupter()->cancel();
        self::assertSame('held', $site->php($hold, ['seconds' => 2]));
    }

    #[TestDox('that has expired is told to its holder before the next step, and is not given back by him')]
    public function testExpired(): void
    {
        $site = $this->plugin();

        $told = $site->php(
            <<<'PHP'
                global $wpdb;
                $lock = new Aurpay\WooCommerce\Lock($wpdb);
                $told = [];
                try {
                    $lock->hold('test', 1, 0.0, static function ($held) use ($lock, &$told): void {
                        $held->check();
                        sleep(2);
                        $told[] = $lock->hold('test', 60, 0.0, static function () use ($held, &$told): string {
                            try {
                                $held->check();
                            } catch (Aurpay\WooCommerce\LockLost) {
                                $told[] = 'lost';
                            }

                            return 'taken over';
                        });
                        $held->check();
                    });
                } catch (Aurpay\WooCommerce\LockLost) {
                    $told[] = 'lost';
                }

                return $told;
                PHP,
        );

        self::assertSame(['lost', 'taken over', 'lost'], $told);
    }

    #[TestDox('that another process holds is told after the patience, and stays his')]
    public function testBusy(): void
    {
        $site = $this->plugin();

        $told = $site->php(
            <<<'PHP'
                global $wpdb;
                $lock = new Aurpay\WooCommerce\Lock($wpdb);
                return $lock->hold('test', 60, 0.0, static function ($held) use ($lock): string {
                    try {
                        return $lock->hold('test', 60, 0.2, static fn (): string => 'both');
                    } catch (Aurpay\WooCommerce\LockBusy) {
                        $held->check();
                        return 'busy';
                    }
                });
                PHP,
        );

        self::assertSame('busy', $told);
    }
}
