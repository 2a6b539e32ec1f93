<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** What a client reports to its caller about a call, in any words. */
enum Report: string
{
    case Success = 'success';
    /** It was refused, or there was no connection: the caller may conclude that nothing was executed. */
    case NotExecuted = 'not executed';
    /** It failed, and the caller can only guess whether it was executed. */
    case Failed = 'failed';
    /** It may have been executed. */
    case Unknown = 'unknown';
}
