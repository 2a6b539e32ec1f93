<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Debian in a folder, with PHP, WordPress, MariaDB, nginx and Redis. Its network is that of the machine. */
final readonly class Chroot
{
    /**
     * @param array<string, string> $binds which folders and files its commands see at another place too: new => old, in this
     *                                     order
     */
    public function __construct(public string $folder, private array $binds = []) {}

    /**
     * The same chroot with other binds.
     *
     * @param array<string, string> $binds
     */
    public function withBinds(array $binds): self
    {
        return new self($this->folder, $binds);
    }

    /** A path as this process sees it, without binds. */
    public function outside(string $path): string
    {
        return $this->folder . $path;
    }

    /**
     * Runs a command and waits for its end.
     *
     * @param list<string> $command
     */
    public function run(array $command, string $input = ''): Result
    {
        return $this->start($command, $input)->wait();
    }

    /**
     * Starts a command that ends by itself.
     *
     * @param list<string> $command
     */
    public function start(array $command, string $input = ''): Process
    {
        return Process::start([...$this->prefix(), $this->folder, ...$command], $input);
    }

    /**
     * Starts a server. It ends with the returned object, or with this process.
     *
     * @param list<string> $command
     * @param string|null  $inMemory a folder that only this server sees, in memory
     */
    public function serve(array $command, ?string $inMemory = null): Process
    {
        $tmpfs = $inMemory === null ? [] : ['--tmpfs', $inMemory];

        return Process::start([...$this->prefix(), '--server', ...$tmpfs, $this->folder, ...$command]);
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
     * @return list<string>
     */
    private function prefix(): array
    {
        $prefix = ['bash', __DIR__ . '/in-chroot.sh'];
        foreach ($this->binds as $new => $old) {
            array_push($prefix, '--bind', $old, $new);
        }

        return $prefix;
    }
}
