<?php

declare(strict_types=1);

namespace AurpayExample;

/** What a confirmed payment was to the shop when it was saved. */
enum Recorded
{
    /** The first one: it has paid the order. */
    case Paid;
    /** It was saved before. */
    case Known;
    /** The order was paid already, or is not to be paid any more. */
    case Second;
    /** It has paid another order. */
    case Foreign;
}
