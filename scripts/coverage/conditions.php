<?php

/*
 * Which lines of a C source have a condition that the source itself spells out.
 */

declare(strict_types=1);

const COMMENT_OR_TEXT = '~//[^\n]*+|/\*[^*]*+\*++(?:[^/*][^*]*+\*++)*+/'
    . '|"(?:\\\\.|[^"\\\\\n]++)*+"|\'(?:\\\\.|[^\'\\\\\n]++)*+\'~';
/** With the lines that a backslash joins to it. */
const DIRECTIVE = '~^[ \t]*+#(?:[^\n\\\\]|\\\\[^\n]|\\\\\n)*+~m';
const CONDITION = '~\b(?:if|while|for|switch)\b|\?|&&|\|\|~';

/** A C source with blanks for its comments, texts and directives. Every character keeps its offset. */
function bare_code(string $source): string
{
    $blank = static fn (array $match): string => (string) preg_replace('~[^\n]~', ' ', $match[0]);
    $code = preg_replace_callback(COMMENT_OR_TEXT, $blank, $source);

    return preg_replace_callback(DIRECTIVE, $blank, (string) $code)
        ?? throw new RuntimeException(preg_last_error_msg());
}

/**
 * The statements of a source, by where they begin. A statement ends at a brace, or at a semicolon outside of
 * parentheses: so the head of a loop is one statement, and so is a condition that has several lines.
 *
 * @return iterable<int, string>
 */
function statements(string $code): iterable
{
    $begin = 0;
    $depth = 0;
    foreach (str_split($code) as $offset => $character) {
        $depth += ['(' => 1, ')' => -1][$character] ?? 0;
        if ($character === '{' || $character === '}' || ($character === ';' && $depth === 0)) {
            $statement = substr($code, $begin, $offset - $begin);
            yield $begin + strspn($statement, " \t\n") => trim($statement);
            $begin = $offset + 1;
        }
    }
}

/**
 * The lines of all statements with a condition, as keys.
 *
 * gcov counts the branches of a macro on the line that uses it. So a line without a condition has branches that belong
 * to PHP or to a library: Z_PARAM_STR() has 14, RETURN_THROWS() 2.
 *
 * @return array<int, true>
 */
function lines_with_conditions(string $source): array
{
    $code = bare_code($source);
    $lines = [];
    foreach (statements($code) as $offset => $statement) {
        if (preg_match(CONDITION, $statement) === 1) {
            $first = 1 + substr_count($code, "\n", 0, $offset);
            $lines += array_fill_keys(range($first, $first + substr_count($statement, "\n")), true);
        }
    }

    return $lines;
}
