<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Advice;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Modes;

/**
 * Collects the warnings about one request while it is executed.
 */
final class RequestAdvice
{
    /** @var list<Warning> */
    private array $warnings = [];
    private bool $isMuted = false;

    public function __construct(private readonly Modes $modes) {}

    /** A request with a fault is none that the shop could have made better. */
    public function mute(): void
    {
        $this->isMuted = true;
    }

    public function isMuted(): bool
    {
        return $this->isMuted;
    }

    public function add(Warning $warning): void
    {
        if (!$this->isMuted) {
            $this->warnings[] = $warning;
        }
    }

    /**
     * Warns about fields and filters that the documents do not have. In strict
     * mode, refuses the request.
     */
    public function aboutParameters(Request $request): void
    {
        if ($this->isMuted) {
            return;
        }
        $unknown = Parameters::unknown($request);
        array_map($this->add(...), $unknown);
        if ($unknown !== [] && $this->modes->isStrict()) {
            throw ApiError::badRequest($unknown[0]->message);
        }
    }

    /**
     * @return list<Warning>
     */
    public function warnings(): array
    {
        return $this->warnings;
    }
}
