<?php

declare(strict_types=1);

namespace AurpayBench;

interface Measure
{
    /** As it is called on the command line. */
    public function name(): string;

    /** As it is called in the table. */
    public function title(): string;

    public function run(Session $session): Outcome;
}
