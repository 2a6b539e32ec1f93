<?php

declare(strict_types=1);

namespace Aurpay;

/** @implements \IteratorAggregate<int, array<string, mixed>> */
final class Pages implements \IteratorAggregate
{
    /** @var \Closure(): \Iterator<int, array<string, mixed>> */
    private \Closure $elements;

    private function __construct() {}

    public function getIterator(): \Iterator
    {
        return ($this->elements)();
    }
}
