<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;

/**
 * Finds the servers that --tls needs.
 */
final readonly class Programs
{
    /**
     * @param list<string> $directories where to look
     */
    public function __construct(private array $directories) {}

    public static function installed(): self
    {
        $directories = explode(PATH_SEPARATOR, (string) getenv('PATH'));
        // Servers are in folders that are not in an ordinary user's PATH.
        array_push($directories, '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin', PHP_BINDIR . '/../sbin');

        return new self($directories);
    }

    public function nginx(): string
    {
        return $this->find(['nginx'])
            ?? throw new StartFailure('--tls needs nginx. On Debian and Ubuntu: apt install nginx-light');
    }

    public function phpFpm(): string
    {
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;

        return $this->find(["php-fpm$version", 'php-fpm'])
            ?? throw new StartFailure("--tls needs php-fpm. On Debian and Ubuntu: apt install php$version-fpm");
    }

    /** A dynamic module of nginx, if it is installed and can be loaded. */
    public function nginxModule(string $name): ?string
    {
        exec(escapeshellarg($this->nginx()) . ' -V 2>&1', $told);
        if (preg_match('/--modules-path=(\S+)/', implode(' ', $told), $match) !== 1) {
            return null;
        }
        $file = "$match[1]/$name.so";

        return is_file($file) ? $file : null;
    }

    /**
     * @param list<string> $names
     */
    private function find(array $names): ?string
    {
        foreach ($names as $name) {
            foreach ($this->directories as $directory) {
                if ($directory !== '' && is_executable("$directory/$name")) {
                    return "$directory/$name";
                }
            }
        }

        return null;
    }
}
