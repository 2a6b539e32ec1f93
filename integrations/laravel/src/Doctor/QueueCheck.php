<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\Config;
use Illuminate\Contracts\Config\Repository;
use Illuminate\Contracts\Foundation\Application;

/** Whether the queue of refunds works in the background, and whether its times fit each other. */
final class QueueCheck implements Check
{
    /** They run a job in the process that dispatches it. */
    private const IN_PROCESS = ['sync', 'deferred', 'background'];

    /** Seconds, of Aurpay\Client. */
    private const DEFAULT_TIMEOUT = 30;

    public function __construct(
        private readonly Config $config,
        private readonly Repository $laravel,
        private readonly Application $app,
    ) {}

    public function subject(): string
    {
        return 'Queue';
    }

    public function findings(): array
    {
        $default = $this->laravel->get('queue.default');
        $name = $this->config->text('queue.connection') ?? (is_string($default) ? $default : 'null');
        $connection = $this->laravel->get("queue.connections.$name");
        $driver = is_array($connection) ? $connection['driver'] ?? null : null;
        if (!is_array($connection) || !is_string($driver) || $driver === 'null') {
            return [Finding::failed("The queue connection $name sends no jobs.", 'Set AURPAY_QUEUE_CONNECTION or QUEUE_CONNECTION to one of config/queue.php.')];
        }

        return [
            in_array($driver, self::IN_PROCESS, true) && $this->app->environment('production')
                ? Finding::warning("The queue connection $name has no workers: a refund is sent in the web request that asks for it.", 'Set AURPAY_QUEUE_CONNECTION to a connection with workers, such as database or redis.')
                : Finding::ok("Refunds are sent through the queue connection $name."),
            ...$this->judgeTimes($connection['retry_after'] ?? null, $driver),
        ];
    }

    /** @return list<Finding> */
    private function judgeTimes(mixed $retryAfter, string $driver): array
    {
        $job = $this->config->jobTimeout();
        $configured = $this->config->options()['timeout'] ?? self::DEFAULT_TIMEOUT;
        $call = is_numeric($configured) ? (float) $configured : (float) self::DEFAULT_TIMEOUT;
        $findings = [];
        if ($job <= $call) {
            $findings[] = Finding::failed(
                "The job of a refund is ended after $job seconds, before its call is ($call seconds): its outcome would be lost.",
                'Set AURPAY_QUEUE_TIMEOUT higher than AURPAY_TIMEOUT.',
            );
        }
        if (is_numeric($retryAfter) && $retryAfter <= $job) {
            $findings[] = Finding::failed(
                "The queue gives a job to another worker after $retryAfter seconds, although it may run for $job.",
                "Set retry_after of the connection higher than AURPAY_QUEUE_TIMEOUT.",
            );
        }
        if ($findings === [] && $driver === 'sqs') {
            $findings[] = Finding::warning('The visibility timeout of an SQS queue is not known here.', "See at AWS that it is more than $job seconds.");
        }

        return $findings === [] ? [Finding::ok("A call may take $call seconds, and its job $job.")] : $findings;
    }
}
