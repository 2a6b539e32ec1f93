<?php

declare(strict_types=1);

namespace AurpayBench;

interface Measure
{
    /** The name on the command line. */
    public function name(): string;

    /** The title in the table. */
    public function title(): string;

    public function run(Session $session): Outcome;
}
