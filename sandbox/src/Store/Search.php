<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * A search for words, in any order and any case of letters.
 */
final class Search
{
    private const MOST_WORDS = 8;

    /**
     * @param string $text an SQL expression of the text that is searched
     *
     * @return array{string, array<string, string>} a condition and its parameters
     */
    public static function clause(string $text, string $words): array
    {
        $found = preg_split('/\s+/', $words, -1, PREG_SPLIT_NO_EMPTY) ?: [];
        $clauses = ['1 = 1'];
        $parameters = [];
        foreach (array_slice($found, 0, self::MOST_WORDS) as $i => $word) {
            // instr() has no wildcards, which LIKE would take from the user's words.
            $clauses[] = "instr(lower($text), lower(:word$i)) > 0";
            $parameters["word$i"] = $word;
        }

        return [implode(' AND ', $clauses), $parameters];
    }
}
