<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

require_once __DIR__ . '/Guzzle.php';

/** Guzzle with connections that outlive the web request. It needs PHP 8.5. */
final class PersistentGuzzle extends Guzzle
{
    protected function options(): array
    {
        // Throws if the connections cannot be kept.
        return ['transport_sharing' => 'persistent_require'] + parent::options();
    }
}
