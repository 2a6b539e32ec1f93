<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * All elements of a list, over all its pages: Order::each(), Transaction::each(). One page is in memory at a time. The
 * next page is requested only when its first element is needed. Every iteration starts from the beginning.
 *
 * The list may change while it is read. If an element is added between two pages, the last element of the previous page
 * may come again. If an element disappears, another one may be skipped. An upper limit of the creation time (`et`)
 * keeps new elements out. If a page cannot be fetched, the elements before it stay usable.
 *
 * The iteration ends at an empty page, at the last page that the answer names, and when the server sends the previous
 * page again because there are no more. If the first answer names no page, the iteration ends after it. It never ends
 * silently in the middle: it throws a ResponseException if the answer is for a page that was not requested, if the
 * answer repeats the previous page although it names more pages, if the answer names no page although earlier ones did,
 * or if its data is not a list.
 *
 * @strict-properties
 * @not-serializable
 * @template-covariant T of array<string, mixed>
 * @implements \IteratorAggregate<int, T>
 */
final class Pages implements \IteratorAggregate
{
    private function __construct() {}

    /** @return \Iterator<int, T> its keys count over all pages; without an element, current() and key() are null */
    public function getIterator(): \Iterator {}
}
