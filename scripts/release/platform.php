<?php

/*
 * Prints the part of a file's name by which PIE finds the binary for this PHP, such as php8.3-x86_64-linux-glibc-zts.
 *
 * usage: php scripts/release/platform.php LIBC
 *
 * LIBC is glibc or musl.
 */

declare(strict_types=1);

[, $libc] = $argv;
$architecture = match (strtolower(php_uname('m'))) {
    'x86_64', 'amd64', 'x64' => PHP_INT_SIZE === 8 ? 'x86_64' : 'x86',
    'arm64', 'aarch64' => 'arm64',
    default => 'x86',
};
printf(
    'php%d.%d-%s-%s-%s%s%s',
    PHP_MAJOR_VERSION,
    PHP_MINOR_VERSION,
    $architecture,
    strtolower(PHP_OS_FAMILY),
    $libc,
    PHP_DEBUG ? '-debug' : '',
    PHP_ZTS ? '-zts' : '',
);
