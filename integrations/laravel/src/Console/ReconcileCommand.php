<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Console;

use Aurpay\Laravel\Aurpay;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Reconciler;
use Illuminate\Console\Command;

final class ReconcileCommand extends Command
{
    protected $signature = 'aurpay:reconcile
        {--payment=* : Only these payments, by their id in the shop or at Aurpay, whether they are due or not}
        {--seconds=45 : After so many seconds it takes no further batch}';

    protected $description = 'Asks Aurpay about payments whose callback may be lost, and finishes what was interrupted';

    public function handle(Reconciler $reconciler, Aurpay $aurpay): int
    {
        /** @var list<string> $ids */
        $ids = $this->option('payment');
        if ($ids !== []) {
            return $this->askAbout($aurpay, $ids);
        }
        ['asked' => $asked, 'told' => $told] = $reconciler->run(max(1, (int) $this->option('seconds')));
        $this->components->info("Asked about $asked payments. Aurpay has told of $told.");

        return $asked === $told ? self::SUCCESS : self::FAILURE;
    }

    /** @param list<string> $ids */
    private function askAbout(Aurpay $aurpay, array $ids): int
    {
        $status = self::SUCCESS;
        foreach ($ids as $id) {
            $payment = Payment::query()->where('gateway_id', $id)->first()
                ?? (ctype_digit($id) ? Payment::query()->find($id) : null);
            $isTold = $payment !== null && $aurpay->reconcile($payment);
            $line = match (true) {
                $payment === null => 'there is no such payment',
                $isTold => "{$payment->refresh()->status}, {$payment->verdict->value}",
                $payment->gateway_id === null => 'Aurpay has not named it yet',
                default => 'Aurpay does not tell of it; the log has the reason',
            };
            $status = $isTold ? $status : self::FAILURE;
            $this->components->twoColumnDetail($id, $line);
        }

        return $status;
    }
}
