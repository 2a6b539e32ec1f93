<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The machine: which commands are right on it. */
final class Host
{
    private const INSTALL = ['debian' => 'apt-get install', 'rhel' => 'dnf install', 'alpine' => 'apk add --upgrade'];

    /** Packages whose names differ: by their name on Debian. */
    private const PACKAGES = [
        // RHEL has libcurl-minimal, which libcurl replaces.
        'libcurl4' => ['rhel' => '--allowerasing libcurl', 'alpine' => 'libcurl'],
        'libcurl4-openssl-dev' => ['rhel' => 'libcurl-devel', 'alpine' => 'curl-dev'],
    ];

    private static ?self $current = null;

    private function __construct(private readonly string $family) {}

    public static function current(): self
    {
        return self::$current ??= self::of(is_readable('/etc/os-release') ? (string) file_get_contents('/etc/os-release') : '');
    }

    /** @param string $osRelease the text of /etc/os-release */
    public static function of(string $osRelease): self
    {
        preg_match_all('/^(?:ID|ID_LIKE)="?([^"\n]*)/m', $osRelease, $matches);
        $ids = explode(' ', implode(' ', $matches[1]));

        return new self(match (true) {
            array_intersect(['rhel', 'fedora', 'centos'], $ids) !== [] => 'rhel',
            in_array('alpine', $ids, true) => 'alpine',
            default => 'debian',
        });
    }

    /**
     * Fills a command of the catalogue: {install PACKAGE}, {reload-fpm}, {enable}, {mend-ca-file}, {set-clock} and the given
     * values, which may replace those. The value php is the version of another PHP than this one.
     *
     * @param array<string, string> $values
     */
    public function command(string $template, array $values): string
    {
        $install = fn (string $package): string => self::INSTALL[$this->family] . ' ' . (self::PACKAGES[$package][$this->family] ?? $package);
        $filled = (string) preg_replace_callback('/\{install ([\w-]+)\}/', static fn (array $match): string => $install($match[1]), $template);
        $version = $values['php'] ?? PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        $values += [
            'reload-fpm' => $this->reload($version),
            'enable' => $this->enable($version),
            'mend-ca-file' => $install('ca-certificates') . ' && ' . ($this->family === 'rhel' ? 'update-ca-trust' : 'update-ca-certificates'),
            'set-clock' => match ($this->family) {
                'debian' => $install('systemd-timesyncd') . ' && timedatectl set-ntp true',
                'rhel' => $install('chrony') . ' && systemctl enable --now chronyd',
                default => 'setup-ntp busybox',
            },
        ];

        return str_replace(
            array_map(static fn (string $name): string => "{{$name}}", array_keys($values)),
            array_values($values),
            $filled,
        );
    }

    private function reload(string $version): string
    {
        return match (true) {
            self::isOfDocker() => 'kill -USR2 1    # in the container of php-fpm',
            preg_match('~^/etc/opt/remi/(php\d+)/~', PHP_CONFIG_FILE_SCAN_DIR, $match) === 1 => "systemctl reload {$match[1]}-php-fpm",
            $this->family === 'debian' => "systemctl reload php{$version}-fpm",
            $this->family === 'rhel' => 'systemctl reload php-fpm',
            default => 'rc-service php-fpm' . str_replace('.', '', $version) . ' reload',
        };
    }

    private function enable(string $version): string
    {
        return match (true) {
            self::isOfDocker() => 'docker-php-ext-enable aurpay',
            $this->family === 'debian' => "echo 'extension=aurpay' >/etc/php/{$version}/mods-available/aurpay.ini && phpenmod -v {$version} aurpay",
            default => "echo 'extension=aurpay' >" . (PHP_CONFIG_FILE_SCAN_DIR ?: PHP_CONFIG_FILE_PATH) . '/aurpay.ini',
        };
    }

    /** Whether this is the PHP of Docker's images: they are Debian or Alpine, and do not use its packages. */
    private static function isOfDocker(): bool
    {
        return PHP_CONFIG_FILE_SCAN_DIR === '/usr/local/etc/php/conf.d';
    }
}
