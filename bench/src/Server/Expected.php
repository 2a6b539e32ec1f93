<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\Failure;

/** The requests that a contender must have sent. What did not send them was not measured. */
final readonly class Expected
{
    /**
     * @param string $who the contender, for the message
     * @param list<string> $targets one for each request, in any order
     */
    private function __construct(
        private string $who,
        private string $method,
        private array $targets,
        private string $protocol,
        private string $body = '',
    ) {}

    public static function payUrls(string $who, int $count): self
    {
        $targets = array_fill(0, $count, '/api/order/pay-url');

        return new self($who, 'POST', $targets, 'HTTP/1.1', Orders::payUrlBody());
    }

    /**
     * @param list<string> $orderIds
     * @param 'HTTP/1.1'|'HTTP/2.0' $protocol
     */
    public static function details(string $who, array $orderIds, string $protocol): self
    {
        $targets = array_map(static fn (string $id): string => "/api/v2/order/detail/{$id}", $orderIds);

        return new self($who, 'GET', $targets, $protocol);
    }

    /** Pages of an each(). */
    public static function pages(string $who, int $count): self
    {
        $size = Orders::PAGE_SIZE;
        $targets = array_map(static fn (int $page): string => "/api/v2/order/?size={$size}&page={$page}", range(1, $count));

        return new self($who, 'GET', $targets, 'HTTP/1.1');
    }

    /** @param list<LoggedRequest> $requests */
    public function check(array $requests): void
    {
        $targets = array_map(static fn (LoggedRequest $request): string => $request->target, $requests);
        [$expected, $found] = [$this->targets, $targets];
        sort($expected);
        sort($found);
        if ($found !== $expected) {
            $others = implode(', ', array_slice(array_unique(array_diff($found, $expected)), 0, 3));
            $this->fail(sprintf('%d requests, not %d%s', count($found), count($expected), $others === '' ? '' : ": {$others}"));
        }
        foreach ($requests as $request) {
            [$method, $protocol, $status] = [$request->method, $request->protocol, $request->status];
            match (false) {
                [$method, $protocol] === [$this->method, $this->protocol] => $this->fail("{$method} with {$protocol}"),
                $status === '200' => $this->fail("a request that was answered with {$status}"),
                $request->hasBody($this->body) => $this->fail('another body'),
                $request->isSigned() => $this->fail('a wrong signature'),
                default => null,
            };
        }
    }

    private function fail(string $what): never
    {
        throw new Failure("{$this->who} sent {$what}");
    }
}
