--TEST--
The commands of aurpay-doctor are those of Debian, RHEL and Alpine, and for the PHP that has the problem
--FILE--
<?php

namespace Aurpay\Doctor;

require __DIR__ . '/../../doctor/src/Host.php';

foreach (['debian' => 'ID=ubuntu', 'rhel' => "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", 'alpine' => 'ID=alpine'] as $family => $release) {
    $host = Host::of($release);
    foreach (['{install libcurl4}', '{install libcurl4-openssl-dev}', '{mend-ca-file}', '{set-clock}'] as $command) {
        echo "{$family}: {$host->command($command, [])}\n";
    }
    echo "{$family}: {$host->command('{mend-ca-file}', ['mend-ca-file' => 'correct it'])}\n";
}
// Only where PHP is the system's does the command depend on its version.
$commands = Host::of('ID=debian')->command('{enable}; {reload-fpm}', ['php' => '9.7']);
echo preg_match('~^/etc/php/~', PHP_CONFIG_FILE_SCAN_DIR) !== 1 || substr_count($commands, '9.7') === 3 ? "another version\n" : $commands;
?>
--EXPECT--
debian: apt-get install libcurl4
debian: apt-get install libcurl4-openssl-dev
debian: apt-get install ca-certificates && update-ca-certificates
debian: apt-get install systemd-timesyncd && timedatectl set-ntp true
debian: correct it
rhel: dnf install --allowerasing libcurl
rhel: dnf install libcurl-devel
rhel: dnf install ca-certificates && update-ca-trust
rhel: dnf install chrony && systemctl enable --now chronyd
rhel: correct it
alpine: apk add --upgrade libcurl
alpine: apk add --upgrade curl-dev
alpine: apk add --upgrade ca-certificates && update-ca-certificates
alpine: setup-ntp busybox
alpine: correct it
another version
