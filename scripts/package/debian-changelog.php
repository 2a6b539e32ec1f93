<?php

/*
 * Prints debian/changelog, with the version, the date and the maintainer of a package.xml. What has changed is in
 * CHANGELOG.md, which the Debian package installs as the upstream changelog.
 *
 * usage: php scripts/package/debian-changelog.php PACKAGE.xml
 */

declare(strict_types=1);

$package = simplexml_load_file($argv[1] ?? 'package.xml');
if ($package === false) {
    exit(1);
}
$release = (string) $package->version->release;
// Debian sorts 1.0.0~RC1 before 1.0.0.
$version = preg_replace('~(?=alpha|beta|RC)~', '~', $release);
$date = new DateTimeImmutable((string) $package->date, new DateTimeZone('UTC'));
printf(
    "php-aurpay (%s-1) unstable; urgency=medium\n\n  * aurpay %s.\n\n -- %s <%s>  %s\n",
    $version,
    $release,
    $package->lead->name,
    $package->lead->email,
    $date->format(DATE_RFC2822),
);
