<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Console;

use Aurpay\Laravel\Callbacks;
use Aurpay\Laravel\Models\ReceivedCallback;
use Illuminate\Console\Command;

final class ReplayCommand extends Command
{
    protected $signature = 'aurpay:replay {id : As aurpay:callbacks lists it}';

    protected $description = 'Asks Aurpay again about the payment of a callback, as if it came now';

    public function handle(Callbacks $callbacks): int
    {
        // Artisan::call() can give a number.
        $id = (string) $this->argument('id');
        $callback = ctype_digit($id) ? ReceivedCallback::query()->find($id) : null;
        if ($callback === null) {
            $this->components->error('There is no such callback. aurpay:callbacks lists them.');

            return self::FAILURE;
        }
        $status = $callbacks->replay($callback);
        $status === 200
            ? $this->components->info('The payment is settled.')
            : $this->components->error("It would be answered with $status. The log has the reason.");

        return $status === 200 ? self::SUCCESS : self::FAILURE;
    }
}
