<?php

declare(strict_types=1);

namespace AurpayTest;

/** A CONNECT proxy; its baseUri is the value for the option "proxy". */
final class Proxy extends LoggingServer
{
    public static function start(string ...$options): static
    {
        return new static(Child::python('proxy.py', ...$options));
    }
}
