<?php

/*
 * Checks C files for what no compiler checks. Reads the names of the files from standard input, one per line.
 *
 * usage: php scripts/lint/lines.php line-length      no line is longer than clang-format's ColumnLimit (clang-format
 *                                                    itself does not break comments and strings)
 *        php scripts/lint/lines.php comment-names    comments name only what exists
 *
 * These are names: an identifier with one of our prefixes (aurpay_buffer_init), a function or method (poll()), a file
 * (setup.c). aurpay_hmac_* stands for any name that begins so. A name exists if it occurs outside of comments in our C
 * files, or in the tests, the stubs or a header that the C files include, or if PHP defines it. Give names of other
 * programs an owner, and they are not checked: Laravel's env().
 *
 * Each check is first tested on a sample with mistakes.
 */

declare(strict_types=1);

const COLUMNS = 110;
const COMMENT = '//[^\n]*+|/\*[^*]*+\*++(?:[^/*][^*]*+\*++)*+/';
const TEXT = '"(?:\\\\.|[^"\\\\\n]++)*+"|\'(?:\\\\.|[^\'\\\\\n]++)*+\'';
const OWN_PREFIX = '(?:PHP_AURPAY|AURPAY|php_aurpay|aurpay|enayapay|azpays)_';
const OWN_FOLDERS = ['src', 'tests', 'bench', 'fuzz', 'stubs'];

/** @return iterable<int, string> what is wrong, by line */
function long_lines(string $source): iterable
{
    foreach (explode("\n", $source) as $index => $line) {
        $columns = preg_match_all('~.~u', $line);
        if ($columns === false || $columns > COLUMNS) {
            yield $index + 1 => $columns === false ? 'is no UTF-8' : "has {$columns} columns";
        }
    }
}

/** A C source without its comments. */
function code_of(string $source): string
{
    return preg_replace_callback(
        '~' . COMMENT . '|' . TEXT . '~',
        static fn (array $match): string => $match[0][0] === '/' ? ' ' : $match[0],
        $source,
    ) ?? throw new RuntimeException(preg_last_error_msg());
}

/** @return array<int, string> the comments, by where they begin */
function comments_of(string $source): array
{
    if (preg_match_all('~' . COMMENT . '|' . TEXT . '~', $source, $matches, PREG_OFFSET_CAPTURE) === false) {
        throw new RuntimeException(preg_last_error_msg());
    }
    $found = [];
    foreach ($matches[0] as [$text, $offset]) {
        if ($text[0] === '/') {
            $found[$offset] = $text;
        }
    }

    return $found;
}

/**
 * @param array<string, true> $known identifiers and names of files
 * @return iterable<int, string> what is wrong, by line
 */
function unknown_names(string $source, array $known): iterable
{
    $pattern = '~\b' . OWN_PREFIX . '\w*(?<prefix>(?<=_)|[*…])?'
        . '|(?<owner>\b[A-Za-z]\w*\'s )?(?<![\w.])(?<function>[A-Za-z_]\w*)\(\)'
        . '|(?<![\w./<])(?<file>(?:[\w-]+/)*[\w-]+\.(?:c|h|phpt|inc))\b~u';
    foreach (comments_of($source) as $begin => $comment) {
        preg_match_all($pattern, $comment, $matches, PREG_SET_ORDER | PREG_OFFSET_CAPTURE | PREG_UNMATCHED_AS_NULL);
        foreach ($matches as $match) {
            [$name, $offset] = $match[0];
            if (!is_string($name) || ($match['owner'][0] ?? null) !== null) {
                continue;
            }
            $exists = isset($match['prefix'][0])
                ? preg_grep('~^' . rtrim($name, '*…') . '~', array_keys($known)) !== []
                : isset($known[$match['function'][0] ?? $match['file'][0] ?? $name]);
            if (!$exists) {
                yield 1 + substr_count($source, "\n", 0, $begin + $offset) => "names {$name}, which does not exist";
            }
        }
    }
}

/** @return array<string, true> */
function known_names(): array
{
    $known = [];
    foreach (['aurpay.c', 'php_aurpay.h', ...own_files(), ...included_headers()] as $file) {
        $text = (string) file_get_contents($file);
        preg_match_all('~[A-Za-z_]\w*~', preg_match('~\.[ch]$~', $file) === 1 ? code_of($text) : $text, $matches);
        $known += array_fill_keys($matches[0], true);
        $known += [basename($file) => true, $file => true];
    }
    $known += array_fill_keys(get_defined_functions()['internal'], true);
    foreach (get_declared_classes() as $class) {
        $known += array_fill_keys(get_class_methods($class), true);
    }

    return $known;
}

/** @return list<string> */
function own_files(): array
{
    $files = [];
    foreach (OWN_FOLDERS as $folder) {
        $tree = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS));
        foreach ($tree as $file) {
            if ($file instanceof SplFileInfo && preg_match('~\.(c|h|inc|php|phpt|py)$~', $file->getFilename()) === 1) {
                $files[] = $file->getPathname();
            }
        }
    }

    return $files;
}

/** @return list<string> those outside of the checkout, as the compiler finds them */
function included_headers(): array
{
    $config = getenv('PHP_CONFIG') ?: 'php-config';
    $flags = output_of("pkg-config --cflags libcurl libcrypto cmocka jansson && {$config} --includes");
    $sources = array_filter(
        ['aurpay.c', ...own_files()],
        static fn (string $file): bool => str_ends_with($file, '.c'),
    );
    $command = (getenv('CC') ?: 'cc') . ' -M -MG -w -D_GNU_SOURCE -I. -Isrc ' . strtr($flags, "\n", ' ');
    preg_match_all('~(?<=\s)/\S+\.h\b~', output_of($command . ' ' . implode(' ', $sources)), $matches);

    return array_values(array_unique($matches[0])) ?: throw new RuntimeException('the compiler names no header');
}

function output_of(string $command): string
{
    exec($command, $lines, $status);

    return $status === 0 ? implode("\n", $lines) : throw new RuntimeException("this failed: {$command}");
}

/**
 * Checks that a check finds the mistakes in a sample, and nothing else.
 *
 * @param callable(string): iterable<int, string> $check
 * @param list<int> $due the lines
 */
function test_itself(callable $check, string $sample, array $due): void
{
    $found = [];
    foreach ($check($sample) as $line => $_) {
        $found[] = $line;
    }
    if ($found !== $due) {
        throw new LogicException('the check finds mistakes in these lines of its sample: ' . implode(', ', $found));
    }
}

switch ($argv[1] ?? '') {
    case 'line-length':
        $check = long_lines(...);
        $line = str_repeat('ä', COLUMNS);
        test_itself($check, "{$line}\n{$line}a\n/* {$line} */\n{$line}", [2, 3]);
        break;
    case 'comment-names':
        $sample = <<<'C'
            int aurpay_a_real(void); /* aurpay_a_real, aurpay_a_, aurpay_a_re*. */
            /* aurpay_a_wrong
             * PHP_AURPAY_WRONG */
            char *text = "/* aurpay_no_comment, wrong() */"; // php_aurpay_wrong
            /* known(), Known::known(), $x->known(), Laravel's wrong(), wrong(1). */
            /* wrong()
             * Known::wrong() aurpay_wrong_* */
            /* known.c, src/known.c, <wrong.h>, wrong.com. wrong.h */
            C;
        test_itself(
            static fn (string $source): iterable => unknown_names(
                $source,
                ['aurpay_a_real' => true, 'known' => true, 'known.c' => true, 'src/known.c' => true],
            ),
            $sample,
            [2, 3, 4, 6, 7, 7, 8],
        );
        $known = known_names();
        $check = static fn (string $source): iterable => unknown_names($source, $known);
        break;
    default:
        fwrite(STDERR, "usage: php scripts/lint/lines.php line-length|comment-names\n");
        exit(2);
}

$checked = 0;
$status = 0;
while (($file = fgets(STDIN)) !== false) {
    $file = rtrim($file, "\n");
    $checked++;
    foreach ($check((string) file_get_contents($file)) as $line => $problem) {
        echo "{$file}:{$line}: {$problem}\n";
        $status = 1;
    }
}
exit($checked > 0 ? $status : 1);
