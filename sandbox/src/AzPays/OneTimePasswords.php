<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Row;

/**
 * The one-time passwords that would be sent to users. A new password replaces
 * the user's last one.
 */
final readonly class OneTimePasswords
{
    public function __construct(private Database $database, private Clock $clock) {}

    public function send(string $identity): void
    {
        $this->database->run(
            'INSERT INTO azpays_passwords (identity, otp, sent, at) VALUES (:identity, :otp, 1, :at)
             ON CONFLICT (identity) DO UPDATE SET otp = excluded.otp, sent = sent + 1, at = excluded.at',
            [
                'identity' => $identity,
                'otp' => sprintf('%06d', random_int(0, 999_999)),
                'at' => $this->clock->stamp(),
            ],
        );
    }

    /** Returns whether this password was the last one sent. If so, it cannot be used again. */
    public function use(string $identity, string $otp): bool
    {
        return $otp !== '' && $this->database->run(
            "UPDATE azpays_passwords SET otp = '' WHERE identity = :identity AND otp = :otp",
            ['identity' => $identity, 'otp' => $otp],
        ) > 0;
    }

    /**
     * @return list<array<string, mixed>>
     */
    public function describe(): array
    {
        return array_map(static fn (Row $row): array => [
            'id' => $row->text('identity'),
            'otp' => $row->text('otp'),
            'sent' => $row->int('sent'),
            'at' => $row->text('at'),
        ], $this->database->all('SELECT * FROM azpays_passwords ORDER BY at, identity'));
    }
}
