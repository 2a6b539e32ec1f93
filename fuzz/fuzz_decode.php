<?php

/*
 * The decoding of answers and callbacks, from bytes to PHP values, against json_decode() and a reference for numbers.
 * The extension runs in a PHP of its own, with ASAN and UBSAN.
 *
 * It takes those flags of libFuzzer that ./dev fuzz uses, and prints the same lines. FUZZ_PHP and FUZZ_EXTENSION are that
 * PHP and the extension.
 *
 * An input: the JSON text.
 */

declare(strict_types=1);

use AurpayFuzz\Failure;
use AurpayFuzz\Features;
use AurpayFuzz\Judge;
use AurpayFuzz\Mutator;
use AurpayFuzz\Process;

spl_autoload_register(static function (string $class): void {
    require __DIR__ . '/decode/' . basename(str_replace('\\', '/', $class)) . '.php';
});

/** A longer text has nothing that a short one does not have. */
const LONGEST = 4096;

/**
 * Flags begin with a hyphen; the rest are files or folders.
 *
 * @param list<string> $arguments
 * @return array{array<string, string>, list<string>}
 */
function read_arguments(array $arguments): array
{
    $flags = [];
    $paths = [];
    foreach ($arguments as $argument) {
        if (preg_match('/^-([a-z_]+)=(.*)$/D', $argument, $match) === 1) {
            $flags[$match[1]] = $match[2];
        } else {
            $paths[] = $argument;
        }
    }

    return [$flags, $paths];
}

/** @return list<string> */
function files_in(string $folder): array
{
    return array_values(array_filter(glob($folder . '/*') ?: [], is_file(...)));
}

/**
 * The words of a dictionary in libFuzzer's form.
 *
 * @return list<string>
 */
function read_words(?string $file): array
{
    preg_match_all('/^"(.*)"$/m', $file === null ? '' : (string) file_get_contents($file), $matches);

    return array_map(stripcslashes(...), $matches[1]);
}

final class Fuzzer
{
    private int $executions = 0;

    /** @var array<string, true> */
    private array $features = [];

    /** @var list<string> */
    private array $corpus = [];

    public function __construct(
        private readonly Process $process,
        private readonly Judge $judge,
        private readonly string $prefix,
    ) {}

    /** Runs a text. Returns whether it has features that no other one had. */
    public function run(string $json): bool
    {
        try {
            $features = Features::of($json, $this->judge->judge($json));
        } catch (Failure $failure) {
            $file = $this->prefix . 'crash-' . sha1($json);
            file_put_contents($file, $json);
            echo "==ERROR: {$failure->getMessage()}\n", 'the text: ', var_export($json, true), "\n";
            echo "Test unit written to {$file}\n";
            exit(77);
        }
        $this->executions++;
        $known = count($this->features);
        $this->features += array_fill_keys($features, true);

        return count($this->features) > $known;
    }

    /** @param list<string> $files */
    public function replay(array $files): void
    {
        foreach ($files as $file) {
            echo "Running: {$file}\n";
            $this->run((string) file_get_contents($file));
            echo "Executed {$file}\n";
        }
    }

    /**
     * Looks for new texts.
     *
     * @param non-empty-list<string> $folders the first gets what is found
     * @param list<string> $words
     */
    public function explore(array $folders, array $words, int $seconds): void
    {
        $end = time() + $seconds;
        foreach (array_merge(...array_map(files_in(...), $folders)) as $file) {
            $json = (string) file_get_contents($file);
            $this->run($json);
            $this->corpus[] = $json;
        }
        $mutator = new Mutator(new Random\Randomizer(new Random\Engine\Xoshiro256StarStar()), $words);
        $this->corpus[] = '[]';
        while (time() < $end) {
            $json = $mutator->make($this->corpus, LONGEST);
            if ($this->run($json)) {
                $this->corpus[] = $json;
                file_put_contents($folders[0] . '/' . sha1($json), $json);
            }
        }
        $kilobytes = intdiv(array_sum(array_map(strlen(...), $this->corpus)), 1024);
        printf("#%d\tDONE   cov: %d ft: %2\$d corp: %d/%dKb\n", $this->executions, count($this->features), count($this->corpus), $kilobytes);
        echo "stat::number_of_executed_units: {$this->executions}\n";
        echo "stat::decoded_by_the_extension: {$this->process->decoded()}\n";
    }

    /**
     * Copies to the first folder what has features that nothing in it has, the shortest first.
     *
     * @param non-empty-list<string> $folders
     */
    public function merge(array $folders): void
    {
        $target = array_shift($folders);
        foreach (files_in($target) as $file) {
            $this->run((string) file_get_contents($file));
        }
        $files = array_merge([], ...array_map(files_in(...), $folders));
        usort($files, static fn (string $a, string $b): int => [filesize($a), $a] <=> [filesize($b), $b]);
        foreach ($files as $file) {
            $json = (string) file_get_contents($file);
            if ($this->run($json)) {
                file_put_contents($target . '/' . sha1($json), $json);
            }
        }
    }
}

/** @var list<string> $argv */
[$flags, $paths] = read_arguments(array_slice($argv, 1));
$php = getenv('FUZZ_PHP');
$extension = getenv('FUZZ_EXTENSION');
if ($php === false || $extension === false || $paths === []) {
    fwrite(STDERR, "run it with ./dev fuzz decode\n");
    exit(2);
}
if (isset($flags['minimize_crash'])) {
    fwrite(STDERR, "decode cannot make an input smaller by itself: remove parts of the text by hand, and repeat it\n");
    exit(2);
}
$log = tempnam(sys_get_temp_dir(), 'aurpay-');
if ($log === false) {
    throw new RuntimeException('there is no temporary file');
}
register_shutdown_function(static fn (): bool => @unlink($log));
$process = new Process([$php, '-n', '-d', "extension={$extension}"], $log, (int) ($flags['timeout'] ?? 30));
$fuzzer = new Fuzzer($process, new Judge($process), $flags['artifact_prefix'] ?? '');
if (is_file($paths[0])) {
    $fuzzer->replay($paths);
} elseif (isset($flags['set_cover_merge'])) {
    $fuzzer->merge($paths);
} else {
    $fuzzer->explore($paths, read_words($flags['dict'] ?? null), (int) ($flags['max_total_time'] ?? 60));
}
try {
    $process->stop();
} catch (Failure $failure) {
    echo "==ERROR: {$failure->getMessage()}\n";
    exit(77);
}
