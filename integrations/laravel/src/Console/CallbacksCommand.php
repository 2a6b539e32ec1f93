<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Console;

use Aurpay\Laravel\Config;
use Aurpay\Laravel\Models\ReceivedCallback;
use Illuminate\Console\Command;
use Illuminate\Support\Carbon;

final class CallbacksCommand extends Command
{
    protected $signature = 'aurpay:callbacks
        {--limit=20 : How many, the newest first}
        {--refused : Only those that were refused}';

    protected $description = 'Lists the callbacks that came, and what became of them';

    public function handle(Config $config): int
    {
        $callbacks = ReceivedCallback::query()->latest('id')
            ->when($this->option('refused'), static fn ($query) => $query->where('http_status', '<>', 200))
            ->limit(max(1, (int) $this->option('limit')))->get();
        if ($callbacks->isEmpty()) {
            $this->components->info($this->option('refused')
                ? 'No callback was refused.'
                : "No callback has come. Aurpay sends them to {$config->callbackBase()}/{$config->callbackPath()}/…");

            return self::SUCCESS;
        }
        $this->table(['ID', 'Time (UTC)', 'Payment', 'Aurpay id', 'Answer', 'Reason'], $callbacks->map(
            static fn (ReceivedCallback $callback): array => [
                $callback->id,
                Carbon::createFromTimestampUTC($callback->created_at)->toDateTimeString(),
                $callback->payment_id,
                $callback->gateway_id,
                $callback->http_status,
                $callback->reason,
            ],
        )->all());

        return self::SUCCESS;
    }
}
