<?php

declare(strict_types=1);

namespace AurpayBench\Server;

/** What nginx logs. Where it logs requests, it reads their bodies, which takes time: there, no call with a body is timed. */
enum Log
{
    case Nothing;
    /** The first request of each connection. */
    case Connections;
    /** Every request, with its body. */
    case Requests;
}
