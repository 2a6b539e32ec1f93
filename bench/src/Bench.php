<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Check\Check;
use AurpayBench\Report\Report;
use AurpayBench\Server\Fpm;

/** The command line. */
final readonly class Bench
{
    /**
     * @param list<string> $arguments
     * @return bool whether all measures ran; a missed target is a result, not a failure
     */
    public function run(array $arguments): bool
    {
        switch ($arguments[0] ?? '') {
            case '--list':
                foreach (Measures::all() as $name => $measure) {
                    printf("%-18s %s\n", $name, $measure->title());
                }

                return true;
            case '--check':
                return (new Check(Tools::found()))->run();
            case '--update-baseline':
                (new Check(Tools::found()))->update();

                return true;
        }
        $names = array_values(array_diff($arguments, ['--quick']));

        return $this->measure($names, in_array('--quick', $arguments, true));
    }

    /** @param list<string> $names */
    private function measure(array $names, bool $isQuick): bool
    {
        $measures = Measures::all();
        foreach ($names as $name) {
            if (!isset($measures[$name])) {
                throw new Failure("there is no measure '{$name}': see ./dev bench --list");
            }
        }
        $isWhole = $names === [];
        $chosen = $isWhole ? $measures : array_intersect_key($measures, array_flip($names));
        $tools = Tools::found();
        $php = Php::withAll($tools);
        // All php-fpms of the run have the same OPcache, so one of them shows whether it is on.
        (new Fpm($tools, $php, 1))->worker();
        $session = new Session($tools, $php, $isQuick);
        $toReadme = str_repeat('../', substr_count($tools->results, '/') + 1) . 'README.md';
        $report = new Report($chosen, Machine::described($tools, $php), $toReadme);
        foreach ($chosen as $measure) {
            $session->begin($measure);
            try {
                $report->add($measure, $measure->run($session));
            } catch (\Throwable $failure) {
                // Whatever it is, the other measures are still of use. Keep it out of the report: it may have paths of
                // this machine.
                $what = $failure instanceof Failure ? $failure->getMessage() : (string) $failure;
                fwrite(STDERR, "bench: {$measure->name()}: {$what}\n");
            }
        }
        // Results of a whole run are committed together. Partial, quick or incomplete results are only for a look.
        $isForRepository = $isWhole && !$isQuick && $report->isComplete();
        $folder = ($isForRepository ? 'bench' : 'build/bench') . "/{$tools->results}";
        $report->write("{$tools->root}/{$folder}");
        echo $isWhole ? $report->summary() : $report->markdown(), "\nwritten to {$folder}\n";

        return $report->isComplete();
    }
}
