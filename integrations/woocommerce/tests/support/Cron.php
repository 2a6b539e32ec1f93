<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A shop's jobs: WooCommerce's Action Scheduler, which runs here only when a test says so. */
final readonly class Cron
{
    private const RUN = <<<'PHP'
        // Like the loopback request and WP-Cron, but at once.
        return ActionScheduler::runner()->run('Tests');
        PHP;

    public function __construct(private ShopPhp $php) {}

    /** Runs the jobs that are due, in a process of its own, and returns how many ran. */
    public function run(): int
    {
        $count = $this->php->run(self::RUN, [], '/wp-cron.php?doing_wp_cron');

        return is_int($count) ? $count : throw new \UnexpectedValueException('Action Scheduler did not say how many jobs ran');
    }

    /** Starts the jobs that are due, without waiting for their end. The process can be killed. */
    public function start(): ShopPhpCall
    {
        return $this->php->start(self::RUN, [], '/wp-cron.php?doing_wp_cron');
    }

    /** Makes the pending jobs of a hook due now, and returns how many there are. */
    public function makeDue(string $hook): int
    {
        $count = $this->php->run(
            <<<'PHP'
                global $wpdb;
                return (int) $wpdb->query($wpdb->prepare(
                    "UPDATE {$wpdb->prefix}actionscheduler_actions SET scheduled_date_gmt = %s, scheduled_date_local = %s"
                    . " WHERE hook = %s AND status = 'pending'",
                    gmdate('Y-m-d H:i:s', time() - 60),
                    gmdate('Y-m-d H:i:s', time() - 60),
                    $hook,
                ));
                PHP,
            ['hook' => $hook],
        );

        return is_int($count) ? $count : 0;
    }

    /** Makes the pending jobs of a hook due and runs what is due. */
    public function runHook(string $hook): int
    {
        if ($this->makeDue($hook) === 0) {
            throw new \RuntimeException("There is no pending job of $hook");
        }

        return $this->run();
    }

    /** How many jobs of a hook have a status: pending, in-progress, complete, failed, canceled. */
    public function count(string $hook, string $status = 'pending'): int
    {
        $count = $this->php->run(
            <<<'PHP'
                global $wpdb;
                return (int) $wpdb->get_var($wpdb->prepare(
                    "SELECT COUNT(*) FROM {$wpdb->prefix}actionscheduler_actions WHERE hook = %s AND status = %s",
                    $hook,
                    $status,
                ));
                PHP,
            ['hook' => $hook, 'status' => $status],
        );

        return is_int($count) ? $count : 0;
    }
}
