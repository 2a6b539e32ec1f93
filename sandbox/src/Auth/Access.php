<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

/**
 * The authentication that an endpoint requires.
 */
enum Access
{
    /** None: login. */
    case Open;
    /** The access token from login: plugin/key. */
    case Bearer;
    /** An API key, or a signature. */
    case Key;
    /** The Lightning key ("Only the key of the lightning network can pass the verification"), or a signature. */
    case Lightning;
}
