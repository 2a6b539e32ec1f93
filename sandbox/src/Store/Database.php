<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * A thin, typed layer over PDO and SQLite.
 *
 * The HTTP workers and the supervisor share the file. With WAL, they can read
 * while one of them writes. The busy timeout makes writers wait for each other.
 */
final class Database
{
    private readonly \PDO $pdo;
    private readonly int|false $inode;

    private bool $isInTransaction = false;

    /** @param string $wakeFile is touched after each change, if it is not '' */
    public function __construct(private readonly string $file, private readonly string $wakeFile = '')
    {
        $this->pdo = new \PDO('sqlite:' . $file, null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        $this->pdo->exec('PRAGMA busy_timeout = 10000');
        // A sandbox may lose its last orders if the machine crashes.
        $this->pdo->exec('PRAGMA synchronous = OFF');
        $this->inode = @fileinode($file);
    }

    /** Whether the file still has its name: a merchant's world can be removed, and another one made with its name. */
    public function isInPlace(): bool
    {
        clearstatcache(true, $this->file);

        return $this->inode !== false && @fileinode($this->file) === $this->inode;
    }

    /** Creates missing tables, and the columns that a --data folder of an older sandbox lacks. */
    public function install(): void
    {
        $this->pdo->exec('PRAGMA journal_mode = WAL');
        $model = new self(':memory:');
        $model->pdo->exec(Schema::SQL);
        $present = $this->columns();
        foreach ($model->columns() as $table => $columns) {
            foreach (isset($present[$table]) ? array_diff_key($columns, $present[$table]) : [] as $definition) {
                $this->pdo->exec("ALTER TABLE $table ADD COLUMN $definition");
            }
        }
        $this->pdo->exec(Schema::SQL);
    }

    /**
     * @param array<string, int|string|null> $parameters
     *
     * @return list<Row>
     */
    public function all(string $sql, array $parameters = []): array
    {
        $rows = [];
        foreach ($this->execute($sql, $parameters)->fetchAll(\PDO::FETCH_ASSOC) as $row) {
            $rows[] = new Row(is_array($row) ? $row : []);
        }

        return $rows;
    }

    /**
     * @param array<string, int|string|null> $parameters
     */
    public function one(string $sql, array $parameters = []): ?Row
    {
        return $this->all($sql, $parameters)[0] ?? null;
    }

    /**
     * @param array<string, int|string|null> $parameters
     */
    public function count(string $sql, array $parameters = []): int
    {
        return $this->one("SELECT ($sql) AS n", $parameters)?->int('n') ?? 0;
    }

    /**
     * @param array<string, int|string|null> $parameters
     *
     * @return int the number of rows it changed
     */
    public function run(string $sql, array $parameters = []): int
    {
        $changed = $this->execute($sql, $parameters)->rowCount();
        $this->wake();

        return $changed;
    }

    /**
     * @param array<string, int|string|null> $columns
     *
     * @return int the new row's id
     */
    public function insert(string $table, array $columns): int
    {
        $names = array_keys($columns);
        $this->execute(
            sprintf('INSERT INTO %s (%s) VALUES (:%s)', $table, implode(', ', $names), implode(', :', $names)),
            $columns,
        );
        $id = (int) $this->pdo->lastInsertId();
        $this->wake();

        return $id;
    }

    /**
     * Runs $work with the write lock, so that the data it has read cannot
     * change before it writes. A refund, for example, can be made only once.
     *
     * @template T
     *
     * @param \Closure(): T $work
     *
     * @return T
     */
    public function transaction(\Closure $work): mixed
    {
        $this->pdo->exec('BEGIN IMMEDIATE');
        $this->isInTransaction = true;
        try {
            $result = $work();
        } catch (\Throwable $failure) {
            $this->isInTransaction = false;
            $this->pdo->exec('ROLLBACK');

            throw $failure;
        }
        $this->isInTransaction = false;
        $this->pdo->exec('COMMIT');
        $this->wake();

        return $result;
    }

    /** Tells the supervisor of a change, once it can be read. */
    private function wake(): void
    {
        if ($this->wakeFile !== '' && !$this->isInTransaction) {
            @touch($this->wakeFile);
        }
    }

    /**
     * @return array<string, array<string, string>> table => column => its definition
     */
    private function columns(): array
    {
        $tables = [];
        $rows = $this->all(
            "SELECT m.name AS table_name, c.name, c.type, c.[notnull] AS required, c.dflt_value
             FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
        );
        foreach ($rows as $row) {
            $default = $row->textOrNull('dflt_value');
            $tables[$row->text('table_name')][$row->text('name')] = $row->text('name') . ' ' . $row->text('type')
                . ($row->bool('required') ? ' NOT NULL' : '')
                . ($default === null ? '' : " DEFAULT $default");
        }

        return $tables;
    }

    /**
     * @param array<string, int|string|null> $parameters
     */
    private function execute(string $sql, array $parameters): \PDOStatement
    {
        $statement = $this->pdo->prepare($sql);
        foreach ($parameters as $name => $value) {
            $type = match (true) {
                is_int($value) => \PDO::PARAM_INT,
                $value === null => \PDO::PARAM_NULL,
                default => \PDO::PARAM_STR,
            };
            $statement->bindValue(':' . $name, $value, $type);
        }
        $statement->execute();

        return $statement;
    }
}
