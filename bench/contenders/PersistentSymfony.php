<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

require_once __DIR__ . '/Symfony.php';

/** Symfony HttpClient with connections that outlive the web request. It needs PHP 8.5. */
final class PersistentSymfony extends Symfony
{
    protected function options(): array
    {
        return ['extra' => ['use_persistent_connections' => true]] + parent::options();
    }
}
