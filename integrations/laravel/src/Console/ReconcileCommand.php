<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Console;

use Aurpay\Laravel\Aurpay;
use Aurpay\Laravel\LastRun;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Reconciler;
use Illuminate\Console\Command;

final class ReconcileCommand extends Command
{
    protected $signature = 'aurpay:reconcile
        {--payment=* : Only these payments, by their id in the shop or at Aurpay, whether they are due or not}
        {--seconds=45 : Start no further batch of payments after so many seconds}';

    protected $description = 'Asks Aurpay about payments whose callback may be lost, and finishes what was interrupted';

    public function handle(Reconciler $reconciler, Aurpay $aurpay, LastRun $lastRun): int
    {
        /** @var list<int|string> $ids numbers from Artisan::call() */
        $ids = $this->option('payment');
        if ($ids !== []) {
            return $this->askAbout($aurpay, array_map(strval(...), $ids));
        }
        ['asked' => $asked, 'told' => $told] = $reconciler->run(max(1, (int) $this->option('seconds')));
        $lastRun->keep();
        if ($asked !== $told) {
            $this->components->error(sprintf('Asked about %d payments. %d could not be settled; the log has the reasons.', $asked, $asked - $told));

            return self::FAILURE;
        }
        $this->components->info("Asked about $asked payments." . ($asked === 0 ? ' None is due. --payment=ID asks about one now.' : ''));

        return self::SUCCESS;
    }

    /** @param list<string> $ids */
    private function askAbout(Aurpay $aurpay, array $ids): int
    {
        $settled = 0;
        foreach ($ids as $id) {
            $payment = Payment::query()->where('gateway_id', $id)->first()
                ?? (ctype_digit($id) ? Payment::query()->find($id) : null);
            $isSettled = $payment !== null && $aurpay->reconcile($payment);
            $settled += $isSettled ? 1 : 0;
            $this->components->twoColumnDetail($id, match (true) {
                $payment === null => 'there is no such payment',
                $isSettled => "{$payment->refresh()->status}, {$payment->verdict->value}",
                $payment->gateway_id === null => "Aurpay has told no id for it; it is \"{$payment->state->value}\"",
                default => 'it could not be settled; the log has the reason',
            });
        }

        return $settled === count($ids) ? self::SUCCESS : self::FAILURE;
    }
}
