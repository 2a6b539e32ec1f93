<?php

declare(strict_types=1);

namespace AurpayDocs;

/** Compares texts that the pages show with what was printed. In a page, "…" stands for any text of a line. */
final class Quotes
{
    /** @return string what differs, or nothing */
    public static function difference(string $shown, string $printed): string
    {
        return preg_match('~^' . self::pattern(trim($shown)) . '$~Du', trim($printed)) === 1
            ? ''
            : "the page shows:\n{$shown}\nit prints:\n{$printed}";
    }

    /**
     * The words of a block that are in none of the messages. A page breaks long messages into lines.
     *
     * @param list<string> $messages
     */
    public static function unknown(string $shown, array $messages): string
    {
        $rest = self::oneLine($shown);
        foreach ($messages as $message) {
            $rest = str_replace(self::oneLine($message), '', $rest);
        }

        return trim($rest);
    }

    private static function oneLine(string $text): string
    {
        return trim((string) preg_replace('~\s+~', ' ', $text));
    }

    private static function pattern(string $shown): string
    {
        return implode('[^\n]*', array_map(static fn (string $part): string => preg_quote($part, '~'), explode('…', $shown)));
    }
}
