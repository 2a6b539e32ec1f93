<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Store\Merchant;

/**
 * An authenticated call of an endpoint.
 */
final readonly class Call
{
    /**
     * @param array<string, string> $arguments of the path
     */
    public function __construct(
        public Request $request,
        private array $arguments,
        private ?Merchant $merchant,
    ) {}

    public function argument(string $name): string
    {
        return $this->arguments[$name] ?? throw new \OutOfBoundsException($name);
    }

    public function merchant(): Merchant
    {
        return $this->merchant ?? throw new \LogicException('An endpoint without authentication has no merchant');
    }

    public function userId(): string
    {
        return $this->merchant()->userId;
    }
}
