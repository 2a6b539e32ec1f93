<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** One question about this host. */
interface Check
{
    /** The stable name that a user can give on the command line, and that reports carry. */
    public function name(): string;

    /** What is asked, in a few words. */
    public function about(): string;

    /** Whether it can only be answered with the extension loaded. */
    public function needsExtension(): bool;

    /** @return iterable<Finding> at least one */
    public function findings(): iterable;
}
