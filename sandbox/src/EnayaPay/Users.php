<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Store\Database;

final readonly class Users
{
    /** The number of the first user. It is fixed, so that the user's token stays valid after a reset. */
    public const FIRST = 100_000;

    public function __construct(private Database $database) {}

    /** The first user, who exists and is verified from the start. */
    public function open(string $phone, string $password): void
    {
        $this->insert(self::FIRST, $phone, 'doctor', $password);
        $this->verify(self::FIRST);
    }

    /** Null if the phone number is registered already. */
    public function register(string $phone, string $name, string $password): ?User
    {
        return $this->database->transaction(function () use ($phone, $name, $password): ?User {
            if ($this->byPhone($phone) !== null) {
                return null;
            }
            $last = $this->database->one('SELECT max(number) AS n FROM enayapay_users')?->intOrNull('n');
            $this->insert(max(self::FIRST, $last ?? 0) + random_int(1, 999), $phone, $name, $password);

            return $this->byPhone($phone);
        });
    }

    public function byPhone(string $phone): ?User
    {
        $row = $this->database->one('SELECT * FROM enayapay_users WHERE phone = :phone', ['phone' => $phone]);

        return $row === null ? null : User::fromRow($row);
    }

    public function byNumber(int $number): ?User
    {
        $row = $this->database->one('SELECT * FROM enayapay_users WHERE number = :number', ['number' => $number]);

        return $row === null ? null : User::fromRow($row);
    }

    /**
     * @return list<User>
     */
    public function all(): array
    {
        return array_map(User::fromRow(...), $this->database->all('SELECT * FROM enayapay_users ORDER BY number'));
    }

    /** The one-time password cannot be used again. */
    public function verify(int $number): void
    {
        $this->database->run(
            "UPDATE enayapay_users SET verified = 1, otp = '' WHERE number = :number",
            ['number' => $number],
        );
    }

    public function setPassword(int $number, string $password): void
    {
        $this->database->run(
            'UPDATE enayapay_users SET password = :password WHERE number = :number',
            ['number' => $number, 'password' => $password],
        );
    }

    public function remove(string $phone): bool
    {
        return $this->database->run('DELETE FROM enayapay_users WHERE phone = :phone', ['phone' => $phone]) > 0;
    }

    private function insert(int $number, string $phone, string $name, string $password): void
    {
        $this->database->insert('enayapay_users', [
            'number' => $number,
            'phone' => $phone,
            'name' => $name,
            'password' => $password,
            'otp' => sprintf('%06d', random_int(0, 999_999)),
        ]);
    }
}
