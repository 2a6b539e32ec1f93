<?php

declare(strict_types=1);

namespace AurpayBench;

/** The contenders, and their labels in tables and charts. */
final readonly class Labels
{
    private const ALWAYS = [
        'Aurpay' => 'aurpay',
        'ExtCurl' => 'ext-curl by hand',
        'Guzzle' => 'Guzzle',
        'Symfony' => 'Symfony HttpClient',
    ];

    /** Debian 12's, which is older than PHP 8.1. Debian 12 has it with PHP 8.2, but nobody would with PHP 8.5. */
    private const OLD = ['WordPress' => 'WordPress Requests'];

    /** They need a PHP whose ext-curl has persistent shares. */
    private const PERSISTENT = [
        'PersistentExtCurl' => 'ext-curl, persistent share',
        'PersistentGuzzle' => 'Guzzle, persistent share',
        'PersistentSymfony' => 'Symfony, persistent share',
    ];

    /**
     * The contenders that this PHP can be compared with.
     *
     * @return array<string, string>
     */
    public static function of(Php $php): array
    {
        return self::ALWAYS + ($php->hasPersistentShares() ? [] : self::OLD);
    }

    /**
     * The contenders whose connections outlive the web request, and that need help from ext-curl for that.
     *
     * @return array<string, string>
     */
    public static function persistent(Php $php): array
    {
        return $php->hasPersistentShares() ? self::PERSISTENT : [];
    }
}
