<?php

/*
 * Checks how the C files of src/ are laid out. Every function that other files may call
 *   - is declared in one header, which has the same name as the file that defines the function;
 *   - in the core and the providers, begins with the name of that file: aurpay_pool_open is in pool.c;
 *   - is called from above only: the core calls neither providers nor the binding, the providers do not call the
 *     binding, and no two files call each other, not even through other files.
 *
 * usage: php scripts/lint/layers.php
 *
 * Each check is first tested on a sample with mistakes.
 */

declare(strict_types=1);

/* These patterns skip the methods of classes, which the generated arginfo declares. */
const DEFINITION = '~^(?!static|extern|ZEND_|PHP_|typedef|#|\s)[\w ]+[ *]+(\w+)\((?:[^;{}]*?)\)\s*\{~m';
const DECLARATION = '~^(?!static|typedef|#|\s)[\w ]+?[ *]+((?:php_)?aurpay_\w+)\((?:[^;{}]*?)\)[^;{}]*;~m';

/** A C source without comments and strings. */
function code_of(string $source): string
{
    return preg_replace('~//[^\n]*+|/\*[^*]*+\*++(?:[^/*][^*]*+\*++)*+/|"(?:\\\\.|[^"\\\\\n]++)*+"~', ' ', $source)
        ?? throw new RuntimeException(preg_last_error_msg());
}

/** @return list<string> */
function names_in(string $pattern, string $code): array
{
    preg_match_all($pattern, $code, $matches);

    return $matches[1];
}

function without_extension(string $file): string
{
    return (string) preg_replace('~\.[ch]$~', '', $file);
}

/**
 * @param array<string, string> $codes by the name of the file
 * @return array<string, string> the file that defines each function
 */
function definitions(array $codes): array
{
    $defined = [];
    foreach ($codes as $file => $code) {
        foreach (str_ends_with($file, '.c') ? names_in(DEFINITION, $code) : [] as $name) {
            $defined[$name] = $file;
        }
    }

    return $defined;
}

/**
 * @param array<string, string> $codes
 * @return list<string> what is wrong
 */
function misplaced_declarations(array $codes): array
{
    $wrong = [];
    $defined = definitions($codes);
    $declared = [];
    foreach ($codes as $file => $code) {
        foreach (str_ends_with($file, '.h') ? names_in(DECLARATION, $code) : [] as $name) {
            $declared[$name] = $file;
            $place = $defined[$name] ?? null;
            if ($place === null || without_extension($place) !== without_extension($file)) {
                $wrong[] = "{$file} declares {$name}, which " . ($place ?? 'no file') . ' defines';
            }
        }
    }
    foreach (array_diff_key($defined, $declared) as $name => $file) {
        $wrong[] = "{$file} defines {$name}, which is neither static nor in a header";
    }

    return $wrong;
}

/**
 * @param array<string, string> $codes
 * @return list<string> what is wrong
 */
function foreign_prefixes(array $codes): array
{
    $wrong = [];
    foreach (definitions($codes) as $name => $file) {
        $prefix = 'aurpay_' . basename($file, '.c');
        if (!str_starts_with($file, 'src/php/') && $name !== $prefix && !str_starts_with($name, $prefix . '_')) {
            $wrong[] = "{$file} defines {$name}, which does not begin with {$prefix}_";
        }
    }

    return $wrong;
}

/**
 * @param array<string, string> $codes
 * @return array<string, array<string, string>> for each file the files that it calls, with one called function of each
 */
function calls(array $codes): array
{
    $defined = definitions($codes);
    $calls = [];
    foreach ($codes as $file => $code) {
        $calls[$file] = [];
        foreach (names_in('~\b(\w+)\b~', (string) preg_replace('~\bstruct \w+~', ' ', $code)) as $name) {
            $callee = $defined[$name] ?? $file;
            if ($callee !== $file) {
                $calls[$file][$callee] = $name;
            }
        }
    }

    return array_filter($calls, static fn (string $file): bool => str_ends_with($file, '.c'), ARRAY_FILTER_USE_KEY);
}

/**
 * @param array<string, string> $codes
 * @return list<string> what is wrong
 */
function cycles(array $codes): array
{
    $calls = calls($codes);
    do {
        // A file that calls none of the remaining files is not part of a cycle.
        $count = count($calls);
        $calls = array_filter($calls, static fn (array $callees): bool => array_intersect_key($callees, $calls) !== []);
    } while (count($calls) < $count);
    $wrong = [];
    foreach ($calls as $file => $callees) {
        foreach (array_intersect_key($callees, $calls) as $callee => $name) {
            $wrong[] = "{$file} calls {$name} of {$callee}, which is part of a cycle or leads to one";
        }
    }

    return $wrong;
}

/**
 * @param array<string, string> $codes
 * @return list<string> what is wrong
 */
function calls_upwards(array $codes): array
{
    $layers = ['core' => 0, 'providers' => 1, 'php' => 2];
    $wrong = [];
    foreach (calls($codes) as $file => $callees) {
        foreach ($callees as $callee => $name) {
            if ($layers[basename(dirname($callee))] > $layers[basename(dirname($file))]) {
                $wrong[] = "{$file} calls {$name} of {$callee}, which is above it";
            }
        }
    }

    return $wrong;
}

/** @return array<string, string> */
function sources(): array
{
    $codes = [];
    foreach (glob('src/*/*.[ch]') ?: [] as $file) {
        if (!str_ends_with($file, '_arginfo.h')) {
            $codes[$file] = code_of((string) file_get_contents($file));
        }
    }

    return $codes;
}

$sample = array_map(code_of(...), [
    'src/core/a.h' => "/* void aurpay_a_no(void); */\nMUST int aurpay_a_one(void);\nint aurpay_b_two(int a,\n int b);",
    'src/core/a.c' => "int aurpay_a_one(void)\n{\n    return aurpay_b_two(1, 2);\n}\nstatic int three(void)\n{\n}\n",
    'src/core/b.c' => "int aurpay_b_two(int a,\n int b)\n{\n return aurpay_a_one();\n}\nvoid aurpay_c_four(void)\n{\n}\n",
    'src/core/d.c' => "struct aurpay_a_one *aurpay_d_five(void)\n{\n  aurpay_e_seven();\n}\n",
    'src/providers/e.h' => "void aurpay_e_seven(void);\n",
    'src/providers/e.c' => "void aurpay_e_seven(void)\n{\n}\n",
    'src/core/d.h' => "struct aurpay_a_one *aurpay_d_five(void);\nvoid aurpay_d_six(void);\n",
]);
$checks = [[misplaced_declarations(...), 3], [foreign_prefixes(...), 1], [cycles(...), 2], [calls_upwards(...), 1]];
$status = 0;
foreach ($checks as [$check, $due]) {
    if (count($check($sample)) !== $due) {
        throw new LogicException('a check does not find the mistakes in its sample: ' . implode('; ', $check($sample)));
    }
    foreach ($check(sources()) as $problem) {
        echo "{$problem}\n";
        $status = 1;
    }
}
exit(count(definitions(sources())) > 100 ? $status : 1);
