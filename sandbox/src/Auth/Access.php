<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

/**
 * What an endpoint asks of its caller.
 */
enum Access
{
    /** Nothing: login. */
    case Open;
    /** The access token that login gave: plugin/key. */
    case Bearer;
    /** An API key, or a signature. */
    case Key;
    /** "Only the key of the lightning network can pass the verification"; or a signature. */
    case Lightning;
}
