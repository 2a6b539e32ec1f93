<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** How far a refund has come. */
enum RefundState: string
{
    case None = '';
    /** The shop has asked for it. Nothing was sent. */
    case Requested = 'requested';
    /** Committed before it is sent. From here on it is never sent again, only asked about. */
    case Sending = 'sending';
    /** The answer was lost: the coins may be gone. Reconciliation finds out. */
    case Unknown = 'unknown';
    case Made = 'made';
    /** Certainly not made. It can be requested again. */
    case Refused = 'refused';

    /** Whether it may have been executed, and nobody knows. */
    public function isInDoubt(): bool
    {
        return $this === self::Sending || $this === self::Unknown;
    }
}
