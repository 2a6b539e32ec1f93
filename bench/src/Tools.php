<?php

declare(strict_types=1);

namespace AurpayBench;

/** The paths of the programs that scripts/bench.sh has found or built. */
final readonly class Tools
{
    public string $root;
    public string $folder;
    public string $php;
    public string $fpm;
    public string $nginx;
    public string $limit;
    public string $delay;
    public string $bare;

    /** The commit that is measured, and whether its files were changed. */
    public string $commit;

    /** Where results go: a folder below bench, and below build/bench for those that are not committed. */
    public string $results;

    /** @param string $extensionKeepingHandles a build that keeps easy handles with every libcurl */
    private function __construct(public string $extension, public string $extensionKeepingHandles)
    {
        $this->root = dirname(__DIR__, 2);
        $this->folder = "{$this->root}/build/bench";
        $this->php = self::variable('BENCH_PHP');
        $this->fpm = self::variable('BENCH_FPM');
        $this->nginx = self::variable('BENCH_NGINX');
        $this->limit = "{$this->folder}/limit";
        $this->delay = "{$this->folder}/delay";
        $this->bare = "{$this->folder}/bare.so";
        $this->commit = self::variable('BENCH_COMMIT');
        $this->results = getenv('BENCH_RESULTS') ?: 'results';
    }

    public static function found(): self
    {
        return new self(self::variable('BENCH_EXTENSION'), self::variable('BENCH_EXTENSION_KEEPING_HANDLES'));
    }

    public function withExtensions(string $extension, string $extensionKeepingHandles): self
    {
        return new self($extension, $extensionKeepingHandles);
    }

    private static function variable(string $name): string
    {
        $value = getenv($name);

        return is_string($value) && $value !== '' ? $value : throw new Failure("{$name} is not set: run ./dev bench");
    }
}
