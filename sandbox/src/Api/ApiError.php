<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

/**
 * An answer with "result": false.
 *
 * The documents show 401 (missing key), 404 (login), 40004 and 40005, all with
 * HTTP 200. Code 400 for a malformed request and 404 for an unknown order are
 * the sandbox's invention.
 */
final class ApiError extends \RuntimeException
{
    /**
     * @param array<string, string>|null $data if given, the envelope carries it instead of the trace id
     */
    public function __construct(
        public readonly int $envelopeCode,
        string $message,
        public readonly ?array $data = null,
        public readonly int $httpStatus = 200,
    ) {
        parent::__construct($message);
    }

    public static function badRequest(string $message): self
    {
        return new self(400, $message);
    }

    public static function notFound(string $message): self
    {
        return new self(404, $message);
    }

    /** Like the example "Code: 401": an empty data object and no trace id. */
    public static function unauthorized(string $message): self
    {
        return new self(401, $message, []);
    }

    public static function insufficientBalance(): self
    {
        return new self(40005, 'Insufficient account balance');
    }

    public static function kybRequired(): self
    {
        return new self(
            40004,
            'The account needs to pass the KYB verification before the currency can be withdrawn.',
        );
    }
}
