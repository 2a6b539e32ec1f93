<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** Whether the server executes a call before the fault. */
enum Executed
{
    case Yes;
    case No;
    /** Sometimes, at random: the client cannot know. */
    case Either;
    /** If the request reaches the server, which depends on timing. */
    case IfItArrives;
}
