<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Debian in a folder, with PHP, WordPress, MariaDB, nginx and Redis. Its network is that of the machine. */
final readonly class Chroot
{
    public function __construct(public string $folder) {}

    /** The same path, as this process sees it. */
    public function outside(string $path): string
    {
        return $this->folder . $path;
    }

    /**
     * Runs a command and waits for its end.
     *
     * @param list<string>          $command
     * @param array<string, string> $environment
     */
    public function run(array $command, array $environment = [], string $input = ''): Result
    {
        return $this->start($command, $environment, $input)->wait();
    }

    /**
     * Starts a command that ends by itself.
     *
     * @param list<string>          $command
     * @param array<string, string> $environment
     */
    public function start(array $command, array $environment = [], string $input = ''): Process
    {
        return Process::start(
            ['bash', __DIR__ . '/in-chroot.sh', 'run', $this->folder, ...self::assignments($environment), ...$command],
            $input,
        );
    }

    /**
     * Starts a server. It ends with the returned object, or with this process.
     *
     * @param list<string> $command
     * @param string|null  $inMemory a folder that only this server sees, in memory
     */
    public function serve(array $command, ?string $inMemory = null): Process
    {
        return Process::start(['bash', __DIR__ . '/in-chroot.sh', 'serve', $this->folder, $inMemory ?? '-', ...$command]);
    }

    /**
     * @param list<string> $command
     *
     * @return list<string> the command that runs it as the user of the web server
     */
    public static function asWebServer(array $command): array
    {
        return ['setpriv', '--reuid=www-data', '--regid=www-data', '--clear-groups', ...$command];
    }

    /**
     * @param array<string, string> $environment
     *
     * @return list<string>
     */
    private static function assignments(array $environment): array
    {
        return array_map(
            static fn (string $name, string $value): string => "$name=$value",
            array_keys($environment),
            array_values($environment),
        );
    }
}
