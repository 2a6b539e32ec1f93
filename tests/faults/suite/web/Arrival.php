<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

/** When the bytes that nobody has requested reach the client. */
enum Arrival: string
{
    /** While the connection is idle: they are there when the next call begins. */
    case Before = 'before';

    /** At a random time around the start of the next call, so also during it. */
    case Around = 'around';
}
