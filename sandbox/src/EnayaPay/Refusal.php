<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

/**
 * A documented status that is no success, with the documents' content or none.
 */
final class Refusal extends \RuntimeException
{
    /**
     * @param array<string, mixed>|null $content
     */
    public function __construct(public readonly int $httpStatus, public readonly ?array $content = null)
    {
        parent::__construct("HTTP status $httpStatus");
    }

    public static function details(int $httpStatus, string $details): self
    {
        return new self($httpStatus, ['details' => $details]);
    }

    public static function keyNotValid(): self
    {
        return new self(401);
    }

    public static function notRegistered(): self
    {
        return self::details(404, 'user not registered');
    }

    /** Of the service provider, which has codes of its own. */
    public static function provider(int $code, string $message): self
    {
        return new self(406, ['response_code' => $code, 'response_message' => $message]);
    }
}
