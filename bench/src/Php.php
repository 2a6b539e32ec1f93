<?php

declare(strict_types=1);

namespace AurpayBench;

/** How the bench starts PHP: without php.ini, and with the same extensions for every contender. */
final readonly class Php
{
    /** Extensions that a shop's PHP has anyway, and that the peers use. */
    private const USUAL = ['curl', 'mbstring', 'ctype'];

    /**
     * @param list<string> $extensions names, or paths of files
     * @param bool $hasOpcache whether OPcache is built in
     * @param array<string, string> $settings of php.ini
     */
    private function __construct(
        private string $program,
        private array $extensions,
        private bool $hasOpcache,
        private array $settings = [],
    ) {}

    public static function withAll(Tools $tools): self
    {
        return self::with($tools, [...self::USUAL, $tools->extension, $tools->bare]);
    }

    /** @param list<string> $extensions */
    public static function with(Tools $tools, array $extensions): self
    {
        // Built-in extensions must not be loaded again.
        $builtIn = explode("\n", strtolower(Command::output([$tools->php, '-n', '-m'])));

        return new self(
            $tools->php,
            array_values(array_diff($extensions, $builtIn)),
            in_array('zend opcache', $builtIn, true),
        );
    }

    public function withSetting(string $name, string $value): self
    {
        return new self($this->program, $this->extensions, $this->hasOpcache, [$name => $value] + $this->settings);
    }

    /** Whether ext-curl can keep its connections for later web requests, as since PHP 8.5. */
    public function hasPersistentShares(): bool
    {
        return Command::output($this->code('echo (int) function_exists("curl_share_init_persistent");')) === '1';
    }

    /** @return list<string> */
    public function extensionArguments(): array
    {
        // Requests of Debian 12's WordPress is older than PHP 8.1.
        $arguments = ['-n', '-d', 'error_reporting=' . (E_ALL & ~E_DEPRECATED)];
        foreach ($this->extensions as $extension) {
            array_push($arguments, '-d', "extension={$extension}");
        }
        foreach ($this->settings as $name => $value) {
            array_push($arguments, '-d', "{$name}={$value}");
        }

        return $arguments;
    }

    /**
     * The arguments for php-fpm, which has OPcache as in production. Without display_errors, a page that fails is
     * answered with 500.
     *
     * @param string $errorLog the file for messages of PHP
     * @return list<string>
     */
    public function fpmArguments(string $errorLog): array
    {
        $opcache = $this->hasOpcache ? [] : ['-d', 'zend_extension=opcache'];
        $errors = ['-d', 'display_errors=0', '-d', 'log_errors=1', '-d', "error_log={$errorLog}"];

        return [...$this->extensionArguments(), '-d', 'opcache.validate_timestamps=0', ...$opcache, ...$errors];
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
