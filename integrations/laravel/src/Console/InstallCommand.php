<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Console;

use Illuminate\Console\Command;
use Illuminate\Filesystem\Filesystem;

final class InstallCommand extends Command
{
    protected $signature = 'aurpay:install';

    protected $description = 'Copies the configuration and the migrations, and says what to do next. It can be repeated';

    public function handle(Filesystem $files): int
    {
        $files->exists(config_path('aurpay.php'))
            ? $this->components->info('config/aurpay.php is there already.')
            : $this->call('vendor:publish', ['--tag' => 'aurpay-config']);
        // vendor:publish would give them another date, and a second copy would fail.
        $files->glob(database_path('migrations/*_create_aurpay_tables.php')) !== []
            ? $this->components->info('The migrations are there already.')
            : $this->call('vendor:publish', ['--tag' => 'aurpay-migrations']);
        $this->components->info('Next:');
        $this->components->bulletList([
            'Set AURPAY_API_TOKEN, AURPAY_API_SECRET, AURPAY_CALLBACK_TOKEN and AURPAY_CALLBACK_SECRET in .env.',
            'Set APP_URL, or AURPAY_CALLBACK_URL, to the address at which Aurpay reaches the shop.',
            'Run php artisan migrate.',
            'Let your order implement Aurpay\Laravel\Contracts\Payable, and listen to Aurpay\Laravel\Events\PaymentConfirmed.',
            'Let the scheduler and a queue worker run.',
            'Run php artisan aurpay:doctor.',
        ]);

        return self::SUCCESS;
    }
}
