<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\AurpayException;
use Illuminate\Database\QueryException;
use Illuminate\Log\LogManager;

/**
 * The log of calls and callbacks. It never throws: a full disk must not make a refund that was made look like a failure.
 * The extension takes it as its logger.
 */
final class Log
{
    public function __construct(private readonly LogManager $logs, private readonly Config $config) {}

    /** @param array<mixed> $context */
    public function log(mixed $level, string|\Stringable $message, array $context = []): void
    {
        try {
            $this->logs->channel($this->config->text('log_channel'))->log($level, $message, $context);
        } catch (\Throwable) {
            // There is nowhere left to say so.
        }
    }

    /** @param array<string, mixed> $context */
    public function info(string $message, array $context = []): void
    {
        $this->log('info', $message, $context);
    }

    /** @param array<string, mixed> $context */
    public function warning(string $message, array $context = []): void
    {
        $this->log('warning', $message, $context);
    }

    /**
     * The exception itself is not handed on: handlers print its trace, with the objects in it.
     *
     * @param array<string, mixed> $context
     */
    public function failure(string $message, \Throwable $failure, array $context = []): void
    {
        $trace = $failure instanceof AurpayException ? ['trace_id' => $failure->traceId ?? null] : [];
        // The message of a failed query has all its values, secrets among them.
        $reason = $failure instanceof QueryException ? StoreFailure::reason($failure) : $failure->getMessage();
        $this->log('error', "$message: $reason", $context + $trace + ['exception' => $failure::class]);
    }
}
