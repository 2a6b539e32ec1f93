<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

final readonly class Settings
{
    public function __construct(private Database $database) {}

    public function get(string $name): ?string
    {
        return $this->database->one('SELECT value FROM settings WHERE name = :name', ['name' => $name])?->text('value');
    }

    public function remove(string $name): void
    {
        $this->database->run('DELETE FROM settings WHERE name = :name', ['name' => $name]);
    }

    public function set(string $name, string $value): void
    {
        $this->database->run(
            'INSERT INTO settings (name, value) VALUES (:name, :value)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value',
            ['name' => $name, 'value' => $value],
        );
    }
}
