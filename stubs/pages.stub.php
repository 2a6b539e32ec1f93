<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * All elements of a list, over all its pages: Order::each(), Transaction::each(). One page is in memory at a time, and
 * the next one is asked for only when its first element is wanted. Every iteration starts afresh.
 *
 * A list moves while it is read: when an order arrives between two pages, the last one of the page before may come
 * again; when one is gone, another may be skipped. An upper bound of the creation time (`et`) keeps new ones out. An
 * exception while a page is fetched leaves what came before it usable.
 *
 * A walk ends at an empty page, at the last page that the answer names, at the page before again (a server that goes no
 * further), and after the first page where the answer names none. It never ends silently in the middle: another page
 * than the one asked for, the page before again although the answer names more pages, or data that is no list is a
 * ResponseException. Where there is no element, an iterator's current() and key() are null.
 *
 * @strict-properties
 * @not-serializable
 * @template-covariant T of array<string, mixed>
 * @implements \IteratorAggregate<int, T>
 */
final class Pages implements \IteratorAggregate
{
    private function __construct() {}

    /** @return \Iterator<int, T> counts its keys over all pages; current() and key() are null without an element */
    public function getIterator(): \Iterator {}
}
