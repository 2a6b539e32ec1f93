<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** For people: a line for each finding, and below it what to do. */
final class TextReport implements Report
{
    private const COLOURS = ['ok' => 32, 'skipped' => 90, 'warning' => 33, 'failed' => 31];

    public function __construct(private readonly bool $problemsOnly, private readonly bool $hasColours) {}

    public function add(Check $check, Finding $finding): void
    {
        if ($this->problemsOnly && !$finding->status->isProblem()) {
            return;
        }
        $code = $finding->code === null ? '' : " [{$finding->code}]";
        echo $this->coloured($finding->status), " {$check->name()}: {$finding->message}{$code}\n";
        foreach ($finding->commands as $command) {
            echo "      {$command}\n";
        }
        if ($finding->link() !== null) {
            echo "      see {$finding->link()}\n";
        }
    }

    public function end(array $counts): void
    {
        echo "{$counts['ok']} ok, {$counts['warning']} warnings, {$counts['failed']} failures, {$counts['skipped']} skipped\n";
    }

    private function coloured(Status $status): string
    {
        return $this->hasColours ? "\e[" . self::COLOURS[$status->value] . "m{$status->symbol()}\e[0m" : $status->symbol();
    }
}
