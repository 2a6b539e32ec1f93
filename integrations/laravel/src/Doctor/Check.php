<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

/** Checks one thing of the installation. It changes nothing. */
interface Check
{
    /** What is checked: "Queue". */
    public function subject(): string;

    /**
     * What it has found. Whatever it throws is a finding, too.
     *
     * @return list<Finding>
     */
    public function findings(): array;
}
