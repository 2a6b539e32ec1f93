<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Console;

use Aurpay\Laravel\Doctor\Doctor;
use Aurpay\Laravel\Doctor\Finding;
use Aurpay\Laravel\Doctor\Level;
use Illuminate\Console\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

final class DoctorCommand extends Command
{
    private const COLOURS = ['ok' => 'green', 'warning' => 'yellow', 'failed' => 'red'];

    protected $signature = 'aurpay:doctor
        {--json : Prints the results as JSON, for monitoring}
        {--offline : Leaves out the calls to Aurpay and to the shop\'s own address}';

    protected $description = 'Checks the installation, and says what to do. It fails if anything fails';

    public function handle(Doctor $doctor): int
    {
        $found = $doctor->examine((bool) $this->option('offline'));
        $this->option('json') ? $this->printJson($found) : $this->printLines($found);

        return self::hasFailed($found) ? self::FAILURE : self::SUCCESS;
    }

    /** @param array<string, list<Finding>> $found */
    private function printLines(array $found): void
    {
        foreach ($found as $subject => $findings) {
            foreach ($findings as $finding) {
                $level = $finding->level->value;
                $this->line(sprintf(
                    '<fg=%s>%s</> %s: %s',
                    self::COLOURS[$level],
                    str_pad($level, 8),
                    $subject,
                    OutputFormatter::escape($finding->message),
                ));
                $finding->advice === '' || $this->line('         ' . OutputFormatter::escape($finding->advice));
            }
        }
    }

    /** @param array<string, list<Finding>> $found */
    private function printJson(array $found): void
    {
        $list = [];
        foreach ($found as $subject => $findings) {
            foreach ($findings as $finding) {
                $list[] = [
                    'check' => $subject,
                    'level' => $finding->level->value,
                    'message' => $finding->message,
                    'advice' => $finding->advice,
                ];
            }
        }
        $this->output->writeln((string) json_encode(
            ['ok' => !self::hasFailed($found), 'findings' => $list],
            JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE,
        ), OutputInterface::OUTPUT_RAW);
    }

    /** @param array<string, list<Finding>> $found */
    private static function hasFailed(array $found): bool
    {
        foreach ($found as $findings) {
            foreach ($findings as $finding) {
                if ($finding->level === Level::Failed) {
                    return true;
                }
            }
        }

        return false;
    }
}
