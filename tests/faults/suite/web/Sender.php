<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

/** Makes a call that is not a read, once, and says what it has learnt. */
interface Sender
{
    public const SECONDS = 10;

    /** The answer names the target, and so the call that it belongs to. */
    public const PATH = '/api/any/';

    public const BODY = ['amount' => '10.50', 'currency' => 'USDT'];

    public function send(string $id): Told;
}
