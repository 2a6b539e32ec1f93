<?php

declare(strict_types=1);

namespace Database\Seeders;

use App\Models\User;
use Illuminate\Database\Seeder;
use Illuminate\Support\Env;
use Illuminate\Support\Facades\Hash;

final class DatabaseSeeder extends Seeder
{
    /** The merchant, who refunds. */
    public function run(): void
    {
        $password = Env::get('SHOP_ADMIN_PASSWORD');
        if (!is_string($password) || $password === '') {
            throw new \RuntimeException('Set SHOP_ADMIN_PASSWORD to the password of the merchant, with no configuration cached.');
        }
        User::query()->updateOrCreate(
            ['email' => 'merchant@shop.example'],
            ['name' => 'Merchant', 'password' => Hash::make($password)],
        );
    }
}
