<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;

/**
 * The query of a list: q (words to search for), page, size and sort.
 */
final readonly class Page
{
    public const NAMES = ['q', 'page', 'size', 'sort'];

    private const LARGEST = 1000;

    private function __construct(
        public string $words,
        public int $number,
        public int $size,
        public bool $newest,
    ) {}

    /** Null if the query asks for no part of the list. */
    public static function from(Input $query, string $sort = 'asc', int $size = 50): ?self
    {
        if (array_intersect($query->names(), self::NAMES) === []) {
            return null;
        }
        $sort = $query->text('sort', $sort);
        if (!in_array($sort, ['asc', 'desc'], true)) {
            throw new InvalidInput('sort must be asc or desc');
        }

        return new self(
            $query->text('q'),
            self::within($query, 'page', 1, PHP_INT_MAX >> 12),
            self::within($query, 'size', $size, self::LARGEST),
            $sort === 'desc',
        );
    }

    private static function within(Input $query, string $name, int $default, int $highest): int
    {
        $value = $query->integer($name, $default);

        return $value >= 1 && $value <= $highest ? $value : throw new InvalidInput("$name must be 1 to $highest");
    }
}
