<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Symfony\Component\Process\Process;

/** The PostgreSQL server of the run, on a socket of its own. It ends with the run. */
final class Postgres
{
    private static ?self $server = null;

    public readonly string $folder;

    private ?Process $process = null;

    private function __construct()
    {
        $this->folder = sys_get_temp_dir() . '/aurpay-postgres-' . bin2hex(random_bytes(6));
        mkdir($this->folder);
        // It refuses to run as root.
        posix_geteuid() === 0 && chown($this->folder, 'postgres');
        $this->command('initdb', '-D', "{$this->folder}/data", '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--no-sync')->mustRun();
        $this->start();
    }

    public function __destruct()
    {
        $this->stop();
        (new Process(['rm', '-rf', '--one-file-system', $this->folder]))->run();
    }

    /** Whether the run is for PostgreSQL. */
    public static function isWanted(): bool
    {
        return getenv('AURPAY_LARAVEL_DATABASE') === 'pgsql';
    }

    public static function server(): self
    {
        return self::$server ??= new self();
    }

    public function start(): void
    {
        $this->process = $this->command(
            'postgres',
            '-D',
            "{$this->folder}/data",
            '-k',
            $this->folder,
            '-c',
            'listen_addresses=',
            '-c',
            'fsync=off',
        );
        $this->process->start();
        Shop::await(fn (): bool => $this->command('pg_isready', '-q', '-h', $this->folder)->run() === 0, 'PostgreSQL');
    }

    /** Ends it as an administrator does who cannot wait: sessions are cut off. */
    public function stop(): void
    {
        if ($this->process?->isRunning() === true) {
            $this->process->signal(SIGINT);
            $this->process->wait();
        }
        $this->process = null;
    }

    /** @return string the name of a new database */
    public function database(): string
    {
        $name = 'shop_' . bin2hex(random_bytes(6));
        $this->command('createdb', '-h', $this->folder, '-U', 'shop', $name)->mustRun();

        return $name;
    }

    private function command(string $program, string ...$arguments): Process
    {
        $found = (array) glob("/usr/lib/postgresql/*/bin/$program");
        $path = is_string($found[0] ?? null) ? $found[0] : throw new \RuntimeException("There is no $program");
        $user = posix_geteuid() === 0 ? ['--reuid=postgres', '--regid=postgres', '--init-groups'] : [];

        return new Process(['setpriv', '--pdeathsig', 'INT', ...$user, $path, ...$arguments], $this->folder, timeout: null);
    }
}
