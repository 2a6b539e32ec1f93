<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Illuminate\Contracts\Console\Kernel;
use Illuminate\Foundation\Application;

/** The application of the run, in this process. */
trait MakesApplication
{
    public function createApplication(): Application
    {
        $app = require getenv('AURPAY_LARAVEL_APP') . '/bootstrap/app.php';
        assert($app instanceof Application);
        $app->make(Kernel::class)->bootstrap();

        return $app;
    }
}
