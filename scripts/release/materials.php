<?php

/*
 * Prints the bill of materials of a package, in the format CycloneDX 1.5: its files, and the libraries that it is linked
 * with. The libraries are those of the system where it is built, so they have ranges in place of versions.
 *
 * usage: php scripts/release/materials.php PACKAGE.tgz VERSION
 */

declare(strict_types=1);

const LIBRARIES = ['libcurl' => ['>=7.74.0', 'curl'], 'openssl' => ['>=1.1.1', 'Apache-2.0'], 'php' => ['>=8.2', 'PHP-3.01']];

[, $package, $version] = $argv;

/** @return array<string, mixed> */
function library(string $name, string $range, string $license): array
{
    return [
        'type' => 'library',
        'bom-ref' => $name,
        'name' => $name,
        'scope' => 'required',
        'licenses' => [['license' => ['id' => $license]]],
        'properties' => [['name' => 'aurpay:linked', 'value' => 'dynamically'], ['name' => 'aurpay:versions', 'value' => $range]],
    ];
}

$libraries = [];
foreach (LIBRARIES as $name => [$range, $license]) {
    $libraries[] = library($name, $range, $license);
}
$files = [];
foreach (new RecursiveIteratorIterator(new PharData($package)) as $path => $file) {
    assert($file instanceof SplFileInfo);
    $files[] = [
        'type' => 'file',
        'name' => preg_replace('~^phar://.*?\.tgz/~', '', (string) $path),
        'hashes' => [['alg' => 'SHA-256', 'content' => hash_file('sha256', (string) $path)]],
    ];
}
usort($files, static fn (array $one, array $other): int => $one['name'] <=> $other['name']);

echo json_encode([
    'bomFormat' => 'CycloneDX',
    'specVersion' => '1.5',
    'version' => 1,
    'metadata' => [
        'component' => [
            'type' => 'library',
            'bom-ref' => 'aurpay',
            'name' => 'aurpay',
            'version' => $version,
            'purl' => "pkg:composer/aurpay/aurpay@{$version}",
            'licenses' => [['license' => ['id' => 'MIT']]],
            'hashes' => [['alg' => 'SHA-256', 'content' => hash_file('sha256', $package)]],
        ],
    ],
    'components' => [...$libraries, ...$files],
    'dependencies' => [['ref' => 'aurpay', 'dependsOn' => array_keys(LIBRARIES)]],
], JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
