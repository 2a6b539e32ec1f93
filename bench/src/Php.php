<?php

declare(strict_types=1);

namespace AurpayBench;

/** How the bench starts PHP: without php.ini, and with the same extensions for every contender. */
final readonly class Php
{
    /** Extensions that a shop's PHP has anyway, and that the peers use. */
    private const USUAL = ['curl', 'mbstring', 'ctype'];

    /** @param list<string> $extensions names, or paths of files */
    private function __construct(private string $program, private array $extensions) {}

    public static function withAll(Tools $tools): self
    {
        return self::with($tools, [...self::USUAL, $tools->extension]);
    }

    /** @param list<string> $extensions */
    public static function with(Tools $tools, array $extensions): self
    {
        // Built-in extensions must not be loaded again.
        $builtIn = explode("\n", strtolower(Command::output([$tools->php, '-n', '-m'])));

        return new self($tools->php, array_values(array_diff($extensions, $builtIn)));
    }

    /** @return list<string> */
    public function extensionArguments(): array
    {
        // Requests of Debian 12's WordPress is older than PHP 8.1.
        $arguments = ['-n', '-d', 'error_reporting=' . (E_ALL & ~E_DEPRECATED)];
        foreach ($this->extensions as $extension) {
            array_push($arguments, '-d', "extension={$extension}");
        }

        return $arguments;
    }

    /**
     * A command that runs a script of bench/programs.
     *
     * @return list<string>
     */
    public function program(string $name, string|int ...$arguments): array
    {
        return $this->script(dirname(__DIR__) . "/programs/{$name}", ...$arguments);
    }

    /** @return list<string> */
    public function script(string $file, string|int ...$arguments): array
    {
        $words = array_map(strval(...), array_values($arguments));

        return [$this->program, ...$this->extensionArguments(), $file, ...$words];
    }

    /**
     * A command that runs some code.
     *
     * @return list<string>
     */
    public function code(string $code): array
    {
        return [$this->program, ...$this->extensionArguments(), '-r', $code];
    }
}
