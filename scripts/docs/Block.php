<?php

declare(strict_types=1);

namespace AurpayDocs;

/** A block of code of a page, with the marks above it: HTML comments that say how it is checked. */
final class Block
{
    private const MARK = '~^<!-- (?:(the same as|not run:|printed) ?(.*)|an (endpoint)) -->$~';

    /** @param array<string, string> $marks */
    private function __construct(
        public readonly string $page,
        public readonly int $line,
        public readonly string $language,
        public readonly string $text,
        public readonly array $marks,
    ) {}

    public function __toString(): string
    {
        return "{$this->page}, line {$this->line}";
    }

    /** The name of a file for it. */
    public function name(): string
    {
        return strtr(substr($this->page, 0, -3), '/', '-') . "-{$this->line}";
    }

    /** The block as a whole PHP script. Its lines keep their numbers. */
    public function script(): string
    {
        return str_starts_with($this->text, '<?php') ? $this->text : "<?php {$this->text}";
    }

    /** @return list<self> the blocks of a page, in their order */
    public static function of(string $page): array
    {
        $blocks = [];
        $marks = [];
        $open = null;
        $text = '';
        foreach (file($page, FILE_IGNORE_NEW_LINES) ?: [] as $index => $line) {
            if ($open === null && preg_match('~^```([a-z]*)$~', $line, $match) === 1) {
                $open = [$index + 1, $match[1]];
                $text = '';
            } elseif ($open !== null && $line === '```') {
                $blocks[] = new self($page, $open[0], $open[1], $text, $marks);
                $marks = [];
                $open = null;
            } elseif ($open !== null) {
                $text .= "{$line}\n";
            } elseif (preg_match(self::MARK, $line, $match) === 1) {
                $marks[$match[1] !== '' ? rtrim($match[1], ':') : $match[3]] = $match[2];
            } elseif ($line !== '') {
                $marks = [];
            }
        }

        return $open === null ? $blocks : throw new \RuntimeException("{$page}: the block in line {$open[0]} is not closed");
    }
}
