<?php

/*
 * Joins doctor/src into the one file doctor/aurpay-doctor, and writes the problems of its catalogue to docs/errors.md.
 *
 * usage: php doctor/build.php --update    writes both
 *        php doctor/build.php --check     exits with 1 if one of them is not what it would write
 */

declare(strict_types=1);

namespace Aurpay\Doctor;

const SCRIPT = 'doctor/aurpay-doctor';
const PAGE = 'docs/errors.md';

chdir(dirname(__DIR__));
require 'doctor/src/Status.php';
require 'doctor/src/Host.php';
require 'doctor/src/Catalogue.php';

/** @return list<string> what others depend on comes first */
function sources(): array
{
    $paths = [...(glob('doctor/src/*.php') ?: []), ...(glob('doctor/src/checks/*.php') ?: [])];
    usort($paths, static fn (string $a, string $b): int => [is_depended_on($b), $a] <=> [is_depended_on($a), $b]);

    return $paths;
}

function is_depended_on(string $path): bool
{
    return preg_match('/^(interface|enum) /m', contents($path)) === 1;
}

function contents(string $path): string
{
    $text = file_get_contents($path);

    return $text === false ? throw new \RuntimeException("{$path} cannot be read") : $text;
}

function version(): string
{
    return preg_match('/#define AURPAY_VERSION "([^"]+)"/', contents('src/core/common.h'), $match) === 1
        ? $match[1]
        : throw new \RuntimeException('src/core/common.h has no AURPAY_VERSION');
}

function script(): string
{
    $imports = [];
    $classes = '';
    foreach (sources() as $path) {
        $code = contents($path);
        preg_match_all('/^use [^;]+;$/m', $code, $uses);
        $imports = [...$imports, ...$uses[0]];
        $classes .= "\n" . trim((string) preg_replace(['/^<\?php$/m', '/^declare\(.*$/m', '/^namespace .*$/m', '/^use [^;]+;$/m'], '', $code, 1)) . "\n";
        $classes = (string) preg_replace('/^use [^;]+;\n/m', '', $classes);
    }
    $imports = array_unique($imports);
    sort($imports);

    return contents('doctor/launcher.php') . "declare(strict_types=1);\n\nnamespace Aurpay\\Doctor;\n\n"
        . implode("\n", $imports) . "\n\nconst VERSION = '" . version() . "';\n" . $classes;
}

function page(): string
{
    $text = '';
    $host = Host::of('ID=debian');
    foreach (Catalogue::PROBLEMS as $code => [$status, $cause, $commands]) {
        $lines = array_map(static fn (string $command): string => $host->command($command, ['reload-fpm' => 'systemctl reload php-fpm', 'enable' => 'phpenmod aurpay']), $commands);
        $text .= "| <a id=\"doctor-{$code}\"></a>`{$code}` | {$status->symbol()} | {$cause} | "
            . implode('<br>', array_map(static fn (string $line): string => '`' . str_replace('|', '\|', $line) . '`', $lines)) . " |\n";
    }
    $page = contents(PAGE);
    $begin = "| Code | | Cause | What to do |\n|---|---|---|---|\n";
    $end = '<!-- end of the problems of aurpay-doctor -->';
    if (!str_contains($page, $begin) || !str_contains($page, $end)) {
        throw new \RuntimeException(PAGE . ' has no table of problems');
    }

    return strstr($page, $begin, true) . $begin . $text . "\n" . strstr($page, $end);
}

$files = [SCRIPT => script(), PAGE => page()];
if (($argv[1] ?? '') === '--update') {
    foreach ($files as $path => $text) {
        file_put_contents($path, $text);
    }
    chmod(SCRIPT, 0o755);
    exit(0);
}
$old = array_keys(array_filter($files, static fn (string $text, string $path): bool => !is_file($path) || contents($path) !== $text, ARRAY_FILTER_USE_BOTH));
if ($old !== []) {
    echo implode(' and ', $old), " differ from doctor/src; run ./dev doctor --update\n";
    exit(1);
}
