<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

/**
 * A documented refusal: its status, and the content that the documents show, if any.
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

    /** A refusal by the service provider, which has its own codes. */
    public static function provider(int $code, string $message): self
    {
        return new self(406, ['response_code' => $code, 'response_message' => $message]);
    }
}
