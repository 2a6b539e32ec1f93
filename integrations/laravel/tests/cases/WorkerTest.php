<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Tests\Support\Backend;
use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Postgres;
use Aurpay\Laravel\Tests\Support\Redis;
use Aurpay\Laravel\Tests\Support\Shop;
use PHPUnit\Framework\Attributes\DataProviderExternal;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;
use Symfony\Component\Process\Process;

/** With real workers, of a queue in the database if a title says nothing else. */
#[TestDox('A refund in a worker')]
final class WorkerTest extends TestCase
{
    private const DELAY_MS = 3000;

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('is sent once and made (queue in $_dataName)')]
    public function testMade(Backend $backend): void
    {
        [$shop, $payment] = $this->requested($backend);

        $worker = $shop->worker('--stop-when-empty');
        $worker->wait();

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
        self::assertSame([0, 0], $this->queue($shop));
    }

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('that gets SIGTERM while it waits for the answer ends its job: sent once and made (queue in $_dataName)')]
    public function testTerm(Backend $backend): void
    {
        [$shop, $payment] = $this->requested($backend);
        $worker = $this->workerThatWaits($shop);

        $worker->signal(SIGTERM);
        $worker->wait();

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('that is killed while it waits for the answer is never sent again; reconciliation finds out that it was made (queue in $_dataName)')]
    public function testKill(Backend $backend): void
    {
        [$shop, $payment] = $this->requested($backend);
        $worker = $this->workerThatWaits($shop);

        $worker->signal(SIGKILL);
        self::assertSame('sending', $this->state($shop, $payment)[0]);
        $this->letQueueRetry($shop);

        self::assertSame(['sending', 1, 'REFUNDED'], $this->state($shop, $payment));
        $this->reconcile($shop);
        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[TestDox('that is killed, and was not executed, is told as refused after 15 minutes; it was sent once')]
    public function testKillNotExecuted(): void
    {
        [$shop, $payment] = $this->requested();
        $worker = $this->workerThatWaits($shop, ['status' => 502, 'execute' => false]);

        $worker->signal(SIGKILL);
        $this->letQueueRetry($shop);
        $this->reconcile($shop);
        self::assertSame(['sending', 1, 'SUCCESS'], $this->state($shop, $payment));
        $shop->php('Payment::query()->update(["refund_at" => time() - 901]); return true;');
        $this->reconcile($shop);

        self::assertSame(['refused', 1, 'SUCCESS'], $this->state($shop, $payment));
    }

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('whose job runs into its timeout is never sent again; reconciliation finds out that it was made (queue in $_dataName)')]
    public function testTimeout(Backend $backend): void
    {
        [$shop, $payment] = $this->requested($backend, ['AURPAY_QUEUE_TIMEOUT' => '1']);
        $worker = $this->workerThatWaits($shop);

        // Laravel ends the worker with SIGKILL.
        Shop::await(static fn (): bool => !$worker->isRunning(), 'the timeout of the job');
        self::assertSame(SIGKILL, $worker->getTermSignal());
        $this->letQueueRetry($shop);

        self::assertSame(['sending', 1, 'REFUNDED'], $this->state($shop, $payment));
        $this->reconcile($shop);
        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('that the queue gives to a second worker, too, while the first one waits is sent once and made (queue in $_dataName)')]
    public function testTakeover(Backend $backend): void
    {
        [$shop, $payment] = $this->requested($backend);
        $worker = $this->workerThatWaits($shop);
        // However long the second one takes, the first one has no answer.
        $worker->signal(SIGSTOP);
        Shop::await(function () use ($shop): bool {
            $shop->worker('--stop-when-empty')->wait();

            return $this->queue($shop) === [0, 1];
        }, 'the second worker');
        self::assertSame(['sending', 1], array_slice($this->state($shop, $payment), 0, 2));

        $worker->signal(SIGCONT);
        $worker->wait();

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[TestDox('that is requested while Redis is down is kept, and sent by another job, once')]
    public function testRedisDown(): void
    {
        [$shop, $payment] = $this->paid(Backend::Redis);
        Redis::server()->stop();
        try {
            $shop->php('Aurpay\Laravel\Facades\Aurpay::refund(Payment::query()->findOrFail($id)); return true;', ['id' => $payment]);
        } finally {
            Redis::server()->start();
        }
        self::assertSame(['requested', 0, 'SUCCESS'], $this->state($shop, $payment));
        self::assertStringContainsString("The job of the refund of payment $payment failed", $shop->log());
        self::assertSame([0, 0], $this->queue($shop));
        $shop->php('Payment::query()->update(["refund_at" => time() - 601]); return true;');
        $this->reconcile($shop);
        self::assertSame([1, 0], $this->queue($shop));

        $shop->worker('--stop-when-empty')->wait();

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[TestDox('whose database restarts while it waits for the answer was sent once, and ends as made')]
    public function testDatabaseRestart(): void
    {
        if (!Postgres::isWanted()) {
            self::markTestSkipped('A database file cannot be restarted');
        }
        [$shop, $payment] = $this->requested();
        $worker = $this->workerThatWaits($shop);
        Postgres::server()->stop();
        Postgres::server()->start();

        $worker->wait();
        $this->letQueueRetry($shop);
        $this->reconcile($shop);

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[TestDox('whose database is down when the answer comes was sent once; reconciliation finds out that it was made')]
    public function testDatabaseDown(): void
    {
        if (!Postgres::isWanted()) {
            self::markTestSkipped('A database file cannot be stopped');
        }
        [$shop, $payment] = $this->requested();
        $worker = $this->workerThatWaits($shop);
        Postgres::server()->stop();
        Shop::await(static fn (): bool => !$worker->isRunning(), 'the end of the worker');
        Postgres::server()->start();

        $this->letQueueRetry($shop);
        self::assertSame(['sending', 1, 'REFUNDED'], $this->state($shop, $payment));
        $this->reconcile($shop);

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('of a queue that was emptied is sent by another job, once (queue in $_dataName)')]
    public function testLostJob(Backend $backend): void
    {
        [$shop, $payment] = $this->requested($backend);
        $shop->artisan('queue:clear', '--force');
        $this->reconcile($shop);
        self::assertSame([0, 0], $this->queue($shop), 'not at once');
        $shop->php('Payment::query()->update(["refund_at" => time() - 601]); return true;');
        $this->reconcile($shop);
        $this->reconcile($shop);
        self::assertSame([1, 0], $this->queue($shop));

        $shop->worker('--stop-when-empty')->wait();

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[DataProviderExternal(Backend::class, 'each')]
    #[TestDox('with two workers and a job that is there twice is sent once (queue in $_dataName)')]
    public function testTwoWorkers(Backend $backend): void
    {
        [$shop, $payment] = $this->requested($backend);
        $shop->php('Illuminate\Support\Facades\Bus::dispatch(new Aurpay\Laravel\Jobs\SendRefund($id, 60)); return true;', ['id' => $payment]);
        self::assertSame([2, 0], $this->queue($shop));

        $workers = [$shop->worker('--stop-when-empty'), $shop->worker('--stop-when-empty')];
        array_walk($workers, static fn (Process $worker): int => $worker->wait());

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    #[TestDox('is made, although the log cannot be written')]
    public function testLog(): void
    {
        [$shop, $payment] = $this->requested();
        $log = "{$shop->folder}/storage/logs/laravel.log";
        @unlink($log);
        mkdir($log);

        $shop->worker('--stop-when-empty')->wait();

        self::assertSame(['made', 1, 'REFUNDED'], $this->state($shop, $payment));
    }

    /**
     * A shop with a paid order whose refund is in the queue.
     *
     * @param array<string, string> $environment
     *
     * @return array{Shop, int} the shop and the payment
     */
    private function requested(Backend $backend = Backend::Database, array $environment = []): array
    {
        [$shop, $payment] = $this->paid($backend, $environment);
        $shop->php('Aurpay\Laravel\Facades\Aurpay::refund(Payment::query()->findOrFail($id)); return true;', ['id' => $payment]);
        self::assertSame(['requested', 0, 'SUCCESS'], $this->state($shop, $payment));

        return [$shop, $payment];
    }

    /**
     * A shop with a paid order.
     *
     * @param array<string, string> $environment
     *
     * @return array{Shop, int} the shop and the payment
     */
    private function paid(Backend $backend, array $environment = []): array
    {
        $shop = new Shop(new Gateway(), $environment + ['DB_QUEUE_RETRY_AFTER' => '1', 'REDIS_QUEUE_RETRY_AFTER' => '1'], $backend);
        $bought = $shop->buy();
        $shop->gateway->play($bought['gateway_id'], 'pay');
        $shop->gateway->merchant->awaitCallback($bought['gateway_id'], 'delivered', 60);

        return [$shop, $bought['payment']];
    }

    /**
     * A worker whose refund has reached the gateway, which takes its time to answer.
     *
     * @param array<string, mixed> $fault
     */
    private function workerThatWaits(Shop $shop, array $fault = []): Process
    {
        $shop->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'delay_ms' => self::DELAY_MS] + $fault);
        $worker = $shop->worker('--max-jobs=1');
        Shop::await(fn (): bool => $this->posts($shop) === 1, 'the refund at the gateway');

        return $worker;
    }

    /** Lets the queue give the job to a worker again, as it does after retry_after. */
    private function letQueueRetry(Shop $shop): void
    {
        $shop->gateway->clearFaults();
        Shop::await(function () use ($shop): bool {
            $shop->worker('--stop-when-empty')->wait();

            return $this->queue($shop)[0] === 0;
        }, 'the end of the job');
        // The answer that was held up.
        usleep(1000 * self::DELAY_MS);
    }

    private function reconcile(Shop $shop): void
    {
        $shop->php('Payment::query()->where("next_ask_at", ">", 0)->update(["next_ask_at" => 1]); return true;');
        $shop->artisan('aurpay:reconcile');
    }

    /** @return array{mixed, int, string} the refund in the shop, how often it was sent, and the status at the gateway */
    private function state(Shop $shop, int $payment): array
    {
        $row = $shop->payment($payment);

        return [$row['refund'], $this->posts($shop), $shop->gateway->status(is_string($row['gateway_id']) ? $row['gateway_id'] : '')];
    }

    private function posts(Shop $shop): int
    {
        return count($shop->gateway->calls('POST', '/refund/'));
    }

    /** @return array{mixed, mixed} how many jobs wait, and how many have failed */
    private function queue(Shop $shop): array
    {
        $counts = $shop->php('return [Illuminate\Support\Facades\Queue::size(), Illuminate\Support\Facades\DB::table("failed_jobs")->count()];');

        return is_array($counts) ? [$counts[0], $counts[1]] : [null, null];
    }
}
