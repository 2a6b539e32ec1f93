<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A MariaDB server without a network, whose data is in memory. */
final class Database
{
    public const USER = 'wordpress';

    private ?Process $server;
    private readonly string $socket;

    /**
     * @param string $folder a new folder in the chroot
     */
    public function __construct(private readonly Chroot $chroot, private readonly string $folder)
    {
        $this->socket = "$folder/mysqld.sock";
        $chroot->run(['install', '-d', '-o', 'mysql', $folder, "$folder/data"])->requireSuccess('install');
        $this->server = $chroot->serve(['sh', '-c', $this->script()], "$folder/data");
        $this->awaitStart($this->server);
    }

    /** The value of DB_HOST. */
    public function host(): string
    {
        return "localhost:{$this->socket}";
    }

    /** Runs SQL as the server's administrator: in a database, or in none. */
    public function execute(string $sql, ?string $database = null): string
    {
        return $this->chroot->run($this->client($database), $sql)->requireSuccess('SQL');
    }

    public function create(string $name): void
    {
        $this->execute("CREATE DATABASE $name CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
    }

    public function drop(string $name): void
    {
        $this->execute("DROP DATABASE $name");
    }

    /** Creates a database from a file of SQL in the chroot. */
    public function import(string $name, string $file): void
    {
        $this->create($name);
        $client = implode(' ', array_map(escapeshellarg(...), $this->client($name)));
        $this->chroot->run(['sh', '-c', "$client <" . escapeshellarg($file)])->requireSuccess('The import');
    }

    /** Writes a database to a file of SQL in the chroot. */
    public function export(string $name, string $file): void
    {
        $this->chroot->run([
            'mariadb-dump', "--socket={$this->socket}", '--skip-lock-tables', "--result-file=$file", $name,
        ])->requireSuccess('mariadb-dump');
    }

    public function stop(): void
    {
        $this->server?->kill();
        $this->server = null;
    }

    /**
     * @return list<string>
     */
    private function client(?string $database): array
    {
        return ['mariadb', "--socket={$this->socket}", '--batch', '--raw', ...($database === null ? [] : [$database])];
    }

    /** Makes an empty database server, and becomes it. */
    private function script(): string
    {
        $data = "{$this->folder}/data";

        // What is in memory needs no flush. The logs are as small as the server allows, as they are written at each start.
        return <<<SH
            chown mysql $data
            mariadb-install-db --no-defaults --user=mysql --datadir=$data --auth-root-authentication-method=socket \\
                --skip-test-db --innodb-log-file-size=4M >{$this->folder}/install.log 2>&1 || exit
            exec mariadbd --no-defaults --user=mysql --datadir=$data --socket={$this->socket} --skip-networking \\
                --pid-file=$data/pid --skip-name-resolve --max-connections=200 --innodb-log-file-size=16M \\
                --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=256M
            SH;
    }

    private function awaitStart(Process $server): void
    {
        $grant = sprintf(
            "CREATE USER '%1\$s'@'localhost' IDENTIFIED BY '%1\$s'; GRANT ALL ON *.* TO '%1\$s'@'localhost'",
            self::USER,
        );
        $deadline = microtime(true) + 120;
        while ($this->chroot->run($this->client(null), 'SELECT 1')->status !== 0) {
            if (!$server->isRunning() || microtime(true) > $deadline) {
                throw new \RuntimeException('MariaDB did not start: ' . $server->said()
                    . @file_get_contents($this->chroot->outside("{$this->folder}/install.log")));
            }
            usleep(50_000);
        }
        $this->execute($grant);
    }
}
