<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

use AurpayTest\FastCgi;

/**
 * One web request to a shop, and afterwards what the shop told.
 *
 * @phpstan-type Told array{
 *     process: int, descriptors: int, connections: int, kilobytes: int, requests: int, opened: int,
 *     calls: list<array{method: string, id: string, outcome: string, reason: string, message: string}>,
 *     remarks: list<string>
 * }
 */
final class Visit
{
    /** @var list<Event> all that happened meanwhile */
    public array $events = [];

    /** The worker. */
    public int $process = 0;

    /** Descriptors other than those of connections to the gateway. */
    public int $descriptors = 0;

    /** Descriptors of connections to the gateway. */
    public int $connections = 0;

    /** Memory of its own that the worker uses. */
    public int $kilobytes = 0;

    /** Requests of the worker so far, and the connections that it opened for them. */
    public int $requests = 0;
    public int $opened = 0;

    /** @var list<Call> */
    public array $calls = [];

    /** @var list<string> what the gateway said of the connections of this visit: an address and a certificate */
    public array $remarks = [];

    public readonly float $began;

    /** @param int $protocol 1 or 2, of HTTP */
    public function __construct(
        public readonly int $number,
        public readonly Shop $shop,
        public readonly int $protocol,
        public readonly FastCgi $request,
    ) {
        $this->began = microtime(true);
    }

    /**
     * Waits for the end.
     *
     * @throws \RuntimeException when the shop did not answer
     */
    public function finish(): void
    {
        $response = $this->request->response();
        $told = $response->status === 200 ? json_decode($response->body, true) : null;
        if (!is_array($told)) {
            throw new \RuntimeException("the shop answered {$response->status} {$response->body}");
        }
        /** @var Told $told */
        $this->process = $told['process'];
        $this->descriptors = $told['descriptors'];
        $this->connections = $told['connections'];
        $this->kilobytes = $told['kilobytes'];
        $this->requests = $told['requests'];
        $this->opened = $told['opened'];
        $this->remarks = $told['remarks'];
        foreach ($told['calls'] as $call) {
            $this->calls[] = new Call($call['method'], $call['id'], $call['outcome'], $call['reason'], $call['message']);
        }
    }

    public function name(): string
    {
        return "visit {$this->number} of {$this->shop->name}";
    }

    public function isClean(): bool
    {
        foreach ($this->calls as $call) {
            if (!$call->isSuccess()) {
                return false;
            }
        }

        return $this->calls !== [];
    }

    /** Whether its orders came on connections to this address or with this certificate alone. */
    public function isServedOnlyBy(string $part): bool
    {
        foreach ($this->remarks as $remark) {
            if (!str_contains($remark, $part)) {
                return false;
            }
        }

        return $this->remarks !== [];
    }

    /** Whether every call that needs the gateway ended like this. */
    public function allEnded(string $kind): bool
    {
        foreach ($this->calls as $call) {
            if ($call->method !== 'verify' && $call->kind() !== $kind) {
                return false;
            }
        }

        return $this->calls !== [];
    }
}
