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

    /** What is compared on every PHP. */
    public const SCRIPTS = [
        self::EMPTY => 'empty.php',
        self::LIMIT => 'bare.php',
        self::SIGNED_LIMIT => 'bare.php?signed',
        self::OURS => 'call.php',
    ];

    private const PERSISTENT = [
        self::SHARE => 'persistent_share.php',
        'Symfony, persistent share' => 'page.php?contender=PersistentSymfony',
        'Guzzle, persistent share' => 'page.php?contender=PersistentGuzzle',
    ];

    /**
     * The contenders as shops run them today.
     *
     * @return array<string, string>
     */
    public static function today(): array
    {
        $pages = [self::EMPTY => self::SCRIPTS[self::EMPTY]];
        foreach (Session::LABELS as $contender => $label) {
            $pages[$label] = "page.php?contender={$contender}";
        }

        return $pages;
    }

    /**
     * The best that can be had: clients whose connections outlive the page, as far as this PHP has them, and pages that no
     * client can be faster than.
     *
     * @return array<string, string>
     */
    public static function best(Php $php): array
    {
        return self::SCRIPTS + ($php->hasPersistentShares() ? self::PERSISTENT : []);
    }
}
