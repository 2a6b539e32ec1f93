<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\Store\Filter;

/**
 * The query parameters of the two lists, and the pages of their answers.
 */
final class Listing
{
    /**
     * @param array<string, string>       $columns query parameter => column
     * @param array<string, list<string>> $allowed query parameter => its allowed values, if the documents list them
     */
    public static function filter(
        Request $request,
        string $userId,
        array $columns,
        array $allowed,
        string $timeColumn,
        bool $sortable = false,
    ): Filter {
        $query = $request->query();
        $equal = ['user_id' => $userId];
        foreach ($columns as $parameter => $column) {
            $value = $query->text($parameter);
            if ($value === '') {
                continue;
            }
            self::requireOneOf($parameter, $value, $allowed[$parameter] ?? [$value]);
            $equal[$column] = $value;
        }
        $sort = $sortable ? $query->text('sort', 'desc') : 'desc';
        self::requireOneOf('sort', $sort, ['desc', 'asc']);

        return new Filter(
            $equal,
            $timeColumn,
            self::time($query, 'st'),
            self::time($query, 'et'),
            self::within($query, 'page', 1, PHP_INT_MAX >> 8),
            self::within($query, 'size', 10, 100),
            $sort === 'asc',
        );
    }

    /**
     * @param list<array<string, mixed>> $entries
     *
     * @return array<string, mixed>
     */
    public static function page(Filter $filter, array $entries, int $total): array
    {
        return [
            'page' => $filter->page,
            'size' => $filter->size,
            'total' => $total,
            'max_page' => intdiv($total + $filter->size - 1, $filter->size),
            'data' => $entries,
        ];
    }

    /**
     * @param list<string> $allowed
     */
    private static function requireOneOf(string $parameter, string $value, array $allowed): void
    {
        if (!in_array($value, $allowed, true)) {
            throw ApiError::badRequest("$parameter must be one of " . implode(', ', $allowed));
        }
    }

    /** "Query page count, Range: >0", "Query page size, Range: 1~100". */
    private static function within(Input $query, string $parameter, int $default, int $highest): int
    {
        $value = $query->has($parameter) ? $query->integer($parameter, 0) : $default;
        if ($value < 1 || $value > $highest) {
            throw ApiError::badRequest("$parameter is out of range");
        }

        return $value;
    }

    /** st and et: "2024-10-10T00:00:00", without a zone. */
    private static function time(Input $query, string $parameter): ?string
    {
        $value = $query->text($parameter);
        if ($value === '') {
            return null;
        }
        // A byte of zero would be an exception.
        $time = str_contains($value, "\0")
            ? false
            : \DateTimeImmutable::createFromFormat('!Y-m-d\TH:i:s', $value, new \DateTimeZone('UTC'));
        if ($time === false || $time->format('Y-m-d\TH:i:s') !== $value) {
            throw ApiError::badRequest("$parameter must look like 2024-10-10T00:00:00");
        }

        return $value;
    }
}
