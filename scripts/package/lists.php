<?php

/*
 * Updates and checks the lists that must match the tree: the files in package.xml and the sources in config.w32.
 *
 * usage: php scripts/package/lists.php --update    updates both from the tree and config.m4
 *        php scripts/package/lists.php --sources   exits with 1 if a list differs from the tree
 *        php scripts/package/lists.php --version   exits with 1 if a version differs from the one in src/core/common.h
 *        php scripts/package/lists.php --files [FILE]
 *                                                  prints the files of package.xml, or of another one
 *        php scripts/package/lists.php --links FOLDER
 *                                                  exits with 1 if a document in an unpacked release has a dead link
 */

declare(strict_types=1);

/**
 * The files of a release: folder, pattern of the file's name, role in package.xml. The files that its documents link to
 * are added, as there is no address yet that the links could name instead.
 */
const RELEASED = [
    ['.', '~^(CHANGELOG\.md|CONTRIBUTING\.md|LICENSE|README\.md|SECURITY\.md)$~', 'doc'],
    ['.', '~^(aurpay\.c|composer\.json|config\.m4|config\.w32|php_aurpay\.h)$~', 'src'],
    ['doctor', '~^aurpay-doctor$~', 'script'],
    ['docs', '~^[^.].*\.(md|svg|png)$~', 'doc'],
    ['examples', '~^[^.].*\.(php|md)$~', 'doc'],
    ['src', '~^[^.].*\.[ch]$~', 'src'],
    ['stubs', '~^([^.].*\.stub\.php|composer\.json|extension\.neon)$~', 'doc'],
];

/** A larger file than this must not come into the package because of a link. */
const LARGEST_LINKED_FILE = 100_000;

/** @return array<string, string> the role of each released file, by path */
function released_files(): array
{
    $files = [];
    foreach (RELEASED as [$folder, $pattern, $role]) {
        foreach (files_of($folder) as $path) {
            if (preg_match($pattern, basename($path)) === 1) {
                $files[$path] = $role;
            }
        }
    }
    add_linked_files($files);
    ksort($files, SORT_STRING);

    return $files;
}

/**
 * Adds what the documents link to, and what these link to in turn.
 *
 * @param array<string, string> $files
 */
function add_linked_files(array &$files): void
{
    $documents = preg_grep('~\.md$~', array_keys($files)) ?: [];
    while (($document = array_shift($documents)) !== null) {
        foreach (links_of($document) as $path) {
            if (!is_file($path) || isset($files[$path])) {
                continue;
            }
            if (filesize($path) > LARGEST_LINKED_FILE) {
                fail("$document links to $path, which is too large for the package");
            }
            $files[$path] = 'doc';
            if (str_ends_with($path, '.md')) {
                $documents[] = $path;
            }
        }
    }
}

/** @return list<string> the paths that the relative links of a document lead to, from the folder that we are in */
function links_of(string $document): array
{
    $text = preg_replace('~^(`{3,}).*?^\1~ms', '', contents($document));
    preg_match_all('~\]\(([^)\s#:]+)(?:#[^)]*)?\)|\b(?:src|href)="([^"#:]+)(?:#[^"]*)?"~', (string) $text, $matches);
    $links = array_filter([...$matches[1], ...$matches[2]], static fn (string $link) => $link !== '');

    return array_values(array_unique(array_map(
        static fn (string $link) => without_dots(dirname($document) . '/' . $link),
        $links,
    )));
}

/** Resolves "." and ".." in a relative path. What leads out of the folder keeps its "..". */
function without_dots(string $path): string
{
    $parts = [];
    foreach (explode('/', $path) as $part) {
        if ($part === '..' && $parts !== [] && end($parts) !== '..') {
            array_pop($parts);
        } elseif ($part !== '.' && $part !== '') {
            $parts[] = $part;
        }
    }

    return implode('/', $parts);
}

function check_links(string $folder): void
{
    chdir($folder) || fail("there is no folder $folder");
    $documents = preg_grep('~\.md$~', files_of_folder('.')) ?: [];
    $count = 0;
    foreach (array_map(without_dots(...), $documents) as $document) {
        foreach (links_of($document) as $path) {
            $count++;
            // What is outside of the folder may exist on this machine.
            if (!file_exists($path) || str_starts_with($path, '..')) {
                problem("$document links to $path, which is not in the package");
            }
        }
    }
    $count > 0 || fail("the documents in $folder have no links");
    echo "$count links\n";
}

/** @return list<string> */
function files_of(string $folder): array
{
    if ($folder === '.') {
        return array_values(array_filter(scandir('.') ?: [], is_file(...)));
    }

    return is_dir($folder) ? files_of_folder($folder) : [];
}

/** @return list<string> all files in a folder and its folders */
function files_of_folder(string $folder): array
{
    $paths = [];
    $tree = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS));
    foreach ($tree as $file) {
        $paths[] = $file->getPathname();
    }

    return $paths;
}

/** @return list<string> the C files of the tree, sorted */
function sources_of_tree(): array
{
    return sorted(preg_grep('~\.c$~', array_keys(released_files(), 'src', true)) ?: []);
}

/** @return list<string> in the order of config.m4 */
function sources_of_m4(): array
{
    preg_match('~AURPAY_SOURCES="([^"]+)"~', contents('config.m4'), $match)
        || fail('config.m4 names no AURPAY_SOURCES');

    return preg_split('~[\s\\\\]+~', $match[1], 0, PREG_SPLIT_NO_EMPTY) ?: [];
}

/** @return list<string> */
function sources_of_w32(): array
{
    preg_match_all('~"([^"]+\.c)"~', contents('config.w32'), $matches);

    return str_replace('\\\\', '/', $matches[1]);
}

/** @return list<string> */
function files_of_package(string $file = 'package.xml'): array
{
    $paths = [];
    $collect = static function (SimpleXMLElement $folder, string $prefix) use (&$collect, &$paths): void {
        foreach ($folder->dir as $child) {
            $collect($child, $prefix . ((string) $child['name'] === '/' ? '' : $child['name'] . '/'));
        }
        foreach ($folder->file as $file) {
            $paths[] = $prefix . $file['name'];
        }
    };
    $collect(package($file)->contents, '');

    return $paths;
}

function package(string $file = 'package.xml'): SimpleXMLElement
{
    return simplexml_load_string(contents($file)) ?: fail("{$file} is not XML");
}

/** The <dir> elements of package.xml. */
function package_contents(): string
{
    $tree = [];
    foreach (released_files() as $path => $role) {
        $place = &$tree;
        foreach (explode('/', $path) as $part) {
            $place = &$place[$part];
        }
        $place = $role;
        unset($place);
    }
    $lines = static function (array $folder, string $indent) use (&$lines): string {
        $text = '';
        // Files before folders.
        foreach ([true, false] as $wantsFiles) {
            foreach ($folder as $name => $entry) {
                if ($wantsFiles && is_string($entry)) {
                    $text .= "$indent<file name=\"$name\" role=\"$entry\"/>\n";
                } elseif (!$wantsFiles && is_array($entry)) {
                    $text .= "$indent<dir name=\"$name\">\n" . $lines($entry, "$indent  ") . "$indent</dir>\n";
                }
            }
        }

        return $text;
    };

    return "<contents>\n    <dir name=\"/\">\n" . $lines($tree, '      ') . "    </dir>\n  </contents>";
}

function update(): void
{
    $version = version();
    $package = contents('package.xml');
    $package = replace('~<contents>.*</contents>~s', package_contents(), $package);
    $package = replace('~(?<=<version>\n    <release>)[^<]*~', $version, $package);
    write('package.xml', $package);

    $sources = array_map(
        static fn (string $path) => '            "' . str_replace('/', '\\\\', $path) . '"',
        sources_of_m4(),
    );
    $list = "aurpay_sources = [\n" . implode(",\n", $sources) . "\n        ];";
    write('config.w32', replace('~aurpay_sources = \[.*?\];~s', $list, contents('config.w32')));
}

function check_sources(): void
{
    $tree = sources_of_tree();
    differ('the C sources of the tree', $tree, 'config.m4', sorted(sources_of_m4()));
    differ('config.m4', sources_of_m4(), 'config.w32', sources_of_w32());
    differ('the released files of the tree', array_keys(released_files()), 'package.xml', sorted(files_of_package()));
    foreach (sources_of_m4() as $source) {
        $folder = dirname($source);
        if ($folder !== '.' && !str_contains(contents('config.m4'), "PHP_ADD_BUILD_DIR([\$ext_builddir/$folder])")) {
            problem("config.m4 has no PHP_ADD_BUILD_DIR for $folder");
        }
    }
}

function check_version(): void
{
    $version = version();
    $package = package();
    if ((string) $package->version->release !== $version) {
        problem("package.xml has version {$package->version->release}, but src/core/common.h has $version");
    }
    $composer = json_decode(contents('composer.json'), true, 16, JSON_THROW_ON_ERROR);
    if (isset($composer['version'])) {
        problem('composer.json must not have a version: the git tag is the version');
    }
    $minimum = (string) $package->dependencies->required->php->min;
    if (!str_starts_with($composer['require']['php'], '>=' . preg_replace('~\.0$~', '', $minimum))) {
        problem("package.xml requires PHP $minimum, but composer.json {$composer['require']['php']}");
    }
    if (preg_match('~^## \[(Unreleased|' . preg_quote($version, '~') . ')\]~m', contents('CHANGELOG.md')) !== 1) {
        problem("CHANGELOG.md has neither $version nor Unreleased");
    }
}

function version(): string
{
    preg_match('~^#define AURPAY_VERSION "([0-9A-Za-z.]+)"$~m', contents('src/core/common.h'), $match)
        || fail('src/core/common.h has no AURPAY_VERSION');

    return $match[1];
}

/**
 * @param list<string> $first
 * @param list<string> $second
 */
function differ(string $firstName, array $first, string $secondName, array $second): void
{
    foreach (array_diff($first, $second) as $path) {
        problem("$path is in $firstName but not in $secondName");
    }
    foreach (array_diff($second, $first) as $path) {
        problem("$path is in $secondName but not in $firstName");
    }
    if ($first !== $second && sorted($first) === sorted($second)) {
        problem("the order of $firstName and $secondName differs");
    }
    if (count($second) !== count(array_unique($second))) {
        problem("$secondName names a file twice");
    }
}

/**
 * @param array<string> $paths
 * @return list<string>
 */
function sorted(array $paths): array
{
    sort($paths, SORT_STRING);

    return $paths;
}

function contents(string $path): string
{
    return is_file($path) ? (string) file_get_contents($path) : fail("there is no $path");
}

function write(string $path, string $text): void
{
    if ($text !== contents($path)) {
        file_put_contents($path, $text);
        echo "wrote $path\n";
    }
}

function replace(string $pattern, string $by, string $text): string
{
    $count = 0;
    $text = (string) preg_replace_callback($pattern, static fn () => $by, $text, -1, $count);

    return $count === 1 ? $text : fail("$count places match $pattern");
}

function problem(string $text): void
{
    global $problems;
    $problems++;
    fwrite(STDERR, "$text\n");
}

function fail(string $text): never
{
    fwrite(STDERR, "$text\n");
    exit(1);
}

$problems = 0;
chdir(dirname(__DIR__, 2));
match ($argv[1] ?? '') {
    '--update' => update(),
    '--sources' => check_sources(),
    '--version' => check_version(),
    '--files' => print(implode("\n", files_of_package($argv[2] ?? 'package.xml')) . "\n"),
    '--links' => check_links($argv[2] ?? ''),
    default => fail('see the comment at the top of scripts/package/lists.php'),
};
exit($problems > 0 ? 1 : 0);
