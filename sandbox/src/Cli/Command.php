<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\Process\Supervisor;

final class Command
{
    private const EXTENSIONS = ['curl', 'hash', 'json', 'openssl', 'pcntl', 'pdo_sqlite', 'posix', 'zlib'];

    /**
     * @param list<string> $arguments
     *
     * @return int the exit code
     */
    public static function run(array $arguments): int
    {
        try {
            $options = Options::parse($arguments);
            if ($options->help) {
                echo Options::HELP;

                return 0;
            }
            self::requireExtensions();
            $options->requireShopCa();

            return (new Supervisor($options))->run();
        } catch (StartFailure $failure) {
            fwrite(STDERR, 'sandbox: ' . $failure->getMessage() . "\n");

            return 1;
        }
    }

    private static function requireExtensions(): void
    {
        $missing = array_filter(self::EXTENSIONS, static fn (string $name): bool => !extension_loaded($name));
        if ($missing !== []) {
            throw new StartFailure(sprintf(
                'PHP lacks %s. On Debian and Ubuntu: apt install php-cli php-curl php-sqlite3',
                implode(', ', $missing),
            ));
        }
    }
}
