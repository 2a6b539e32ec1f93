<?php

declare(strict_types=1);

namespace AurpayBench;

/** The pages of bench/www that make one call, by the contender's label. */
final readonly class Pages
{
    public const EMPTY = 'empty page';
    public const LIMIT = 'bare call in C';
    public const SIGNED_LIMIT = 'bare call in C, signed, with JSON';
    public const OURS = 'aurpay';
    public const SHARE = 'ext-curl, persistent share';
    public const NO_SHARE = 'ext-curl, a connection for each page';

    /** What is compared on every PHP. */
    public const SCRIPTS = [
        self::EMPTY => 'empty.php',
        self::LIMIT => 'bare.php',
        self::SIGNED_LIMIT => 'bare.php?signed',
        self::OURS => 'call.php',
    ];

    private const PERSISTENT = [
        self::SHARE => 'ext_curl.php?persistent',
        'Symfony, persistent share' => 'persistent_symfony.php',
        'Guzzle, persistent share' => 'persistent_guzzle.php',
    ];

    /**
     * The contenders as shops run them today.
     *
     * @return array<string, string>
     */
    public static function today(Php $php): array
    {
        $pages = [self::EMPTY => self::SCRIPTS[self::EMPTY]];
        foreach (Labels::of($php) as $contender => $label) {
            $pages[$label] = "page.php?contender={$contender}";
        }

        return $pages;
    }

    /**
     * The best that can be had: clients whose connections outlive the page, as far as this PHP has them, and the limits. All
     * are written by hand, without code of the bench. So is ext-curl without a share, for comparison.
     *
     * @return array<string, string>
     */
    public static function best(Php $php): array
    {
        $persistent = $php->hasPersistentShares() ? self::PERSISTENT : [];

        return self::SCRIPTS + $persistent + [self::NO_SHARE => 'ext_curl.php'];
    }
}
