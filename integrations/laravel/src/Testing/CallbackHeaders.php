<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\CallbackReason;

/** A callback's headers for the stand-in of Aurpay\Callback: names in any case or as in $_SERVER. */
final class CallbackHeaders
{
    /** @var array<string, list<string>> */
    private array $values = [];

    /** @param array<array-key, mixed> $headers */
    public function __construct(#[\SensitiveParameter] array $headers)
    {
        foreach ($headers as $name => $values) {
            $key = strtolower(strtr((string) preg_replace('/^HTTP_/', '', (string) $name), '_', '-'));
            foreach ((array) $values as $value) {
                is_string($value) && $this->values[$key][] = $value;
            }
        }
    }

    /** @throws \Aurpay\CallbackException if it is missing or repeated */
    public function one(string $name): string
    {
        $values = $this->values[strtolower($name)] ?? [];
        if ($values === [] || $values[0] === '') {
            throw Thrown::callback(CallbackReason::MissingHeader);
        }

        return count($values) === 1 ? $values[0] : throw Thrown::callback(CallbackReason::RepeatedHeader);
    }
}
