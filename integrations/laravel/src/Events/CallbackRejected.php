<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\ReceivedCallback;

/** A callback was refused. The gateway repeats it. */
final class CallbackRejected
{
    public function __construct(public readonly ReceivedCallback $callback) {}
}
