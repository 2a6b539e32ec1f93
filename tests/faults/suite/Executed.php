<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** Whether the server executes a call before the fault. */
enum Executed
{
    case Yes;
    case No;
    /** Now and then: the client cannot know. */
    case Either;
    /** When the request reaches it at all, which is left open. */
    case IfItArrives;
}
