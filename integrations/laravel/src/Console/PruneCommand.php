<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Console;

use Aurpay\Laravel\Config;
use Aurpay\Laravel\Models\PaymentEvent;
use Aurpay\Laravel\Models\ReceivedCallback;
use Illuminate\Console\Command;
use Illuminate\Support\Carbon;

final class PruneCommand extends Command
{
    protected $signature = 'aurpay:prune';

    protected $description = 'Deletes callbacks and told events that are older than aurpay.callback.keep_days';

    public function handle(Config $config): int
    {
        $before = Carbon::now()->getTimestamp() - 86400 * $config->keepCallbacksDays();
        /** @var int $callbacks */
        $callbacks = ReceivedCallback::query()->where('created_at', '<', $before)->delete();
        /** @var int $events */
        $events = PaymentEvent::query()->where('told_at', '>', 0)->where('created_at', '<', $before)->delete();
        $this->components->info("Deleted $callbacks callbacks and $events events.");

        return self::SUCCESS;
    }
}
