<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** Searches what a process has written for every secret in every form. grep does the searching. */
final class Search
{
    /** @var array<array-key, array{string, string}> text => secret and form */
    private array $patterns = [];

    /** @var array<string, list<string>> the whole forms of each secret */
    private array $whole = [];

    private readonly string $file;

    /** @param array<string, string> $markers */
    public function __construct(array $markers, string $folder)
    {
        foreach ($markers as $secret => $marker) {
            foreach (Forms::patterns($marker) as $text => $form) {
                $this->patterns += [$text => [$secret, $form]];
            }
            $this->whole[$secret] = array_values(Forms::whole($marker));
        }
        $this->file = tempnam($folder, 'patterns-') ?: throw new \RuntimeException('cannot make a file');
        file_put_contents($this->file, implode("\n", [Output::NAME, ...array_keys($this->patterns)]) . "\n");
    }

    /** The command that passes on only the names of what was done and the lines with a secret. */
    public function command(string ...$files): string
    {
        $arguments = array_map(escapeshellarg(...), [$this->file, ...$files]);

        return 'LC_ALL=C grep -a -h -F -f ' . implode(' ', $arguments);
    }

    /**
     * The secrets in the lines that the command has passed on.
     *
     * @param iterable<string> $lines
     * @param string $where the process and the file
     * @return iterable<Finding>
     */
    public function read(iterable $lines, string $where): iterable
    {
        $name = '';
        foreach ($lines as $line) {
            if (str_starts_with($line, Output::NAME)) {
                $name = rtrim(substr($line, strlen(Output::NAME)));
                continue;
            }
            foreach ($this->secretsIn($line) as $secret => [$form, $text]) {
                if (!str_contains($name, Output::IN_PIECES) || $this->isWhole($secret, $line)) {
                    yield new Finding($where, $name, $secret, $form, self::around($line, $text));
                }
            }
        }
    }

    /** @return list<Finding> the secrets in a file */
    public function file(string $file, string $where): array
    {
        exec($this->command($file), $lines);

        return iterator_to_array($this->read($lines, $where), false);
    }

    /** @return array<string, array{string, string}> form and text by secret, one form for each */
    private function secretsIn(string $line): array
    {
        $found = [];
        foreach ($this->patterns as $text => [$secret, $form]) {
            if (!isset($found[$secret]) && str_contains($line, (string) $text)) {
                $found[$secret] = [$form, (string) $text];
            }
        }

        return $found;
    }

    private function isWhole(string $secret, string $line): bool
    {
        foreach ($this->whole[$secret] as $text) {
            if (str_contains($line, $text)) {
                return true;
            }
        }

        return false;
    }

    private static function around(string $line, string $text): string
    {
        $at = (int) strpos($line, $text);

        return substr($line, max(0, $at - 60), 120 + strlen($text));
    }
}
