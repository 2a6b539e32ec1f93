<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Illuminate\Database\QueryException;

/**
 * The database has refused a payment. Laravel's own exception has the query with all its values in its message: here,
 * the payment's secret token and the customer's payment page. This one has what the database says, and nothing else.
 */
final class StoreFailure extends \RuntimeException
{
    /**
     * Does something with the database.
     *
     * @template T
     *
     * @param \Closure(): T $query
     *
     * @return T
     *
     * @throws self when the database refuses
     */
    public static function instead(\Closure $query): mixed
    {
        try {
            return $query();
        } catch (QueryException $failure) {
            throw new self('The payment could not be stored: ' . self::reason($failure));
        }
    }

    /** What the database says, without the query. */
    public static function reason(QueryException $failure): string
    {
        return $failure->getPrevious()?->getMessage() ?? $failure::class;
    }
}
