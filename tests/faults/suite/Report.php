<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** What a client tells its caller of a call, whatever its words. */
enum Report: string
{
    case Success = 'success';
    /** It was refused, or there was no connection: the caller may take it that nothing was executed. */
    case NotExecuted = 'not executed';
    /** It failed: whether it was executed is left to be guessed. */
    case Failed = 'failed';
    /** It may have been executed. */
    case Unknown = 'unknown';
}
