<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Store\Row;

final readonly class User
{
    public function __construct(
        public int $number,
        public string $phone,
        public string $name,
        public string $password,
        /** '' after its use. */
        public string $otp,
        public bool $verified,
    ) {}

    public static function fromRow(Row $row): self
    {
        return new self(
            $row->int('number'),
            $row->text('phone'),
            $row->text('name'),
            $row->text('password'),
            $row->text('otp'),
            $row->bool('verified'),
        );
    }

    /**
     * The answer to login and to a password reset.
     *
     * @return array<string, string>
     */
    public function summary(): array
    {
        return ['user_name' => $this->name, 'status' => $this->verified ? 'active' : 'inactive'];
    }
}
