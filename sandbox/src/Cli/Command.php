<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\Process\Supervisor;

final class Command
{
    private const EXTENSIONS = ['curl', 'hash', 'json', 'openssl', 'pcntl', 'pdo_sqlite', 'posix', 'zlib'];

    /** Functions that hosts forbid, and without which nothing works. */
    private const FUNCTIONS = [
        'chmod', 'curl_exec', 'curl_multi_exec', 'file_get_contents', 'pcntl_async_signals', 'pcntl_exec', 'pcntl_fork',
        'pcntl_signal', 'pcntl_signal_dispatch', 'pcntl_sigprocmask', 'pcntl_waitpid', 'posix_getpid', 'posix_kill',
        'posix_setsid', 'rename', 'stream_select', 'stream_socket_pair', 'stream_socket_server', 'touch', 'unlink',
        'usleep',
    ];

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
            self::requireFunctions($options->tls ? [...self::FUNCTIONS, 'exec'] : self::FUNCTIONS);
            $options->requireShopCa();

            return (new Supervisor($options))->run();
        } catch (StartFailure $failure) {
            fwrite(STDERR, 'sandbox: ' . $failure->getMessage() . "\n");

            return 1;
        }
    }

    /**
     * PHP's setting disable_functions may forbid them, as on shared hosts.
     *
     * @param list<string> $names
     */
    private static function requireFunctions(array $names): void
    {
        $missing = array_filter($names, static fn (string $name): bool => !function_exists($name));
        if ($missing !== []) {
            throw new StartFailure(sprintf(
                'PHP forbids %s. See disable_functions in %s',
                implode(', ', $missing),
                php_ini_loaded_file() ?: 'the settings of PHP',
            ));
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
