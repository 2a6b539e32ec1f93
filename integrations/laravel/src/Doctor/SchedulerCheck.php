<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\LastRun;
use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Contracts\Foundation\Application;
use Illuminate\Support\Carbon;

/** Whether reconciliation is scheduled, and has run lately. Without it a lost callback is a lost payment. */
final class SchedulerCheck implements Check
{
    /** It runs each minute. A run can take as long as the next ones are held back. */
    private const LATE_SECONDS = 600;

    private const ADVICE = 'Let cron run php artisan schedule:run each minute, or let schedule:work run.';

    public function __construct(private readonly Application $app, private readonly LastRun $lastRun) {}

    public function subject(): string
    {
        return 'Scheduler';
    }

    public function findings(): array
    {
        // A web request does not know the schedule.
        return $this->app->runningInConsole() ? [$this->judgeSchedule(), $this->judgeLastRun()] : [$this->judgeLastRun()];
    }

    private function judgeSchedule(): Finding
    {
        foreach ($this->app->make(Schedule::class)->events() as $event) {
            if (str_contains((string) $event->command, 'aurpay:reconcile')) {
                return Finding::ok('aurpay:reconcile is scheduled.');
            }
        }

        return Finding::failed(
            'aurpay:reconcile is not scheduled: payments whose callback is lost are never found.',
            'Set aurpay.schedule to true, or schedule the command each minute.',
        );
    }

    private function judgeLastRun(): Finding
    {
        $last = $this->lastRun->time();
        $age = Carbon::now()->getTimestamp() - $last;

        return match (true) {
            $last === 0 => Finding::warning('The cache knows of no run of aurpay:reconcile.', self::ADVICE),
            $age > self::LATE_SECONDS => Finding::failed(sprintf('aurpay:reconcile last ran %d minutes ago.', intdiv($age, 60)), self::ADVICE),
            default => Finding::ok("aurpay:reconcile last ran $age seconds ago."),
        };
    }
}
