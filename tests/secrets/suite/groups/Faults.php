<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use Aurpay\TransportReason;

/** Every method that makes a call, and every fault of the wire that the option handler can play. */
final class Faults
{
    /** @var array<string, mixed> */
    private array $fault = [];

    public function run(): void
    {
        foreach (Methods::calls() as $method) {
            $handler = fn (#[\SensitiveParameter] mixed ...$request): array => $this->fault;
            foreach (['api key', 'api secret'] as $kind) {
                $values = new Values(['handler' => $handler, 'logger' => new Logger(), 'retries' => 1], $kind);
                foreach (TransportReason::cases() as $reason) {
                    foreach ([false, true] as $sent) {
                        $this->fault = ['fault' => $reason, 'sent' => $sent];
                        $name = Methods::name($method) . " with {$kind}, {$reason->name}" . ($sent ? ', sent' : '');
                        Output::begin($name);
                        $arguments = $values->arguments($method);
                        $call = static fn (): mixed => Methods::call($method, $values, $arguments);
                        // A fault that cannot happen after sending is a ValueError.
                        if (Output::attempt($call, !$sent) === null) {
                            throw new \LogicException("{$name}: nothing was thrown");
                        }
                    }
                }
            }
        }
    }
}
