<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Where WooCommerce keeps orders. */
enum Storage: string
{
    case Hpos = 'HPOS';
    /** HPOS, and every order copied to the posts table as well. */
    case Synchronized = 'HPOS with sync';
    case Posts = 'CPT';
}
