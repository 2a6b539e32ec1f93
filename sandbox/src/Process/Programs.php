<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;

final class Programs
{
    public static function nginx(): string
    {
        return self::find(['nginx'])
            ?? throw new StartFailure('--tls needs nginx. On Debian and Ubuntu: apt install nginx-light');
    }

    public static function phpFpm(): string
    {
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;

        return self::find(["php-fpm$version", 'php-fpm'])
            ?? throw new StartFailure("--tls needs php-fpm. On Debian and Ubuntu: apt install php$version-fpm");
    }

    /**
     * @param list<string> $names
     */
    private static function find(array $names): ?string
    {
        $directories = explode(PATH_SEPARATOR, (string) getenv('PATH'));
        // Servers live where an ordinary user's PATH does not lead.
        array_push($directories, '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin', PHP_BINDIR . '/../sbin');
        foreach ($names as $name) {
            foreach ($directories as $directory) {
                if ($directory !== '' && is_executable("$directory/$name")) {
                    return "$directory/$name";
                }
            }
        }

        return null;
    }
}
