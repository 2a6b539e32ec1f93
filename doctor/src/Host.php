<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The machine: which commands are right on it. */
final class Host
{
    private const INSTALL = ['debian' => 'apt-get install', 'rhel' => 'dnf install', 'alpine' => 'apk add'];

    /** Packages whose names differ: by their name on Debian. */
    private const PACKAGES = [
        'libcurl4' => ['rhel' => 'libcurl', 'alpine' => 'libcurl'],
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
     * Fills a command of the catalogue: {install PACKAGE}, {reload-fpm}, {enable} and the given values.
     *
     * @param array<string, string> $values
     */
    public function command(string $template, array $values): string
    {
        $filled = (string) preg_replace_callback(
            '/\{install ([\w-]+)\}/',
            fn (array $match): string => self::INSTALL[$this->family] . ' ' . (self::PACKAGES[$match[1]][$this->family] ?? $match[1]),
            $template,
        );
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        $values += [
            'reload-fpm' => match ($this->family) {
                'debian' => "systemctl reload php{$version}-fpm",
                'rhel' => 'systemctl reload php-fpm',
                default => 'rc-service php-fpm' . PHP_MAJOR_VERSION . PHP_MINOR_VERSION . ' reload',
            },
            'enable' => $this->family === 'debian'
                ? "echo 'extension=aurpay' >/etc/php/{$version}/mods-available/aurpay.ini && phpenmod aurpay"
                : "echo 'extension=aurpay' >" . (PHP_CONFIG_FILE_SCAN_DIR ?: PHP_CONFIG_FILE_PATH) . '/aurpay.ini',
        ];

        return str_replace(
            array_map(static fn (string $name): string => "{{$name}}", array_keys($values)),
            array_values($values),
            $filled,
        );
    }
}
