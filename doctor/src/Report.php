<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Shows what is found while it is found, and counts it. */
interface Report
{
    public function add(Check $check, Finding $finding): void;

    /** @param array<value-of<Status>, int> $counts */
    public function end(array $counts): void;
}
