<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\Failure;

/** A request that nginx has logged. */
final readonly class LoggedRequest
{
    public const FORMAT = '$connection $request_method $request_uri $server_protocol $status $http_body_md5';

    private function __construct(
        public string $connection,
        public string $method,
        public string $target,
        public string $protocol,
        public string $status,
        public string $bodyDigest,
    ) {}

    public static function fromLine(string $line): self
    {
        $words = explode(' ', $line);

        return count($words) === 6 ? new self(...$words) : throw new Failure("not a line of the log: {$line}");
    }

    /** @param list<self> $requests */
    public static function connections(array $requests): int
    {
        return count(array_unique(array_map(static fn (self $request): string => $request->connection, $requests)));
    }
}
