<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

use Aurpay\Callback;

/** Values that a parameter, or a key of one, may accept. A new kind of value needs a line here. */
final class Candidates
{
    private const URL = 'https://shop.example/x';

    /** Of a fresh pair; a test needs no ext/openssl to have it. */
    private const PUBLIC_KEY = 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCwziMMEJQqSdtX25tbza72U6ZIBO5I1QekESxh4lWCi0gAUpbfk2NKbLPLG41uG4q1JL0nYSRHtIgeSTjfw34Kto4JQejNTVFxNmrmjopOhClQHmmFzDPKqkTFfSXFqiCw9CboP5HrKkU3uv9dJFOWKf0er3/n0FdIclAnYB8jBQIDAQAB';

    private const TEXTS = ['1', '/x', 'GET', self::URL, '2024-10-10T00:00:00', '2024-10-10T00:00:00Z', 'HMAC-SHA256', self::PUBLIC_KEY];

    /** @return list<mixed> */
    public static function ofParameter(\ReflectionParameter $parameter): array
    {
        $class = $parameter->getDeclaringClass()?->getName() ?? '';
        $candidates = self::ofCallback($class, $parameter->getName());
        foreach (Api::typesOf($parameter->getType()) as $type) {
            array_push($candidates, ...self::ofType($type, Objects::wireOf($class)));
        }

        return $candidates;
    }

    /**
     * Only what fits together is believed.
     *
     * @return list<mixed>
     */
    private static function ofCallback(string $class, string $parameter): array
    {
        return match ([$class, $parameter]) {
            [Callback::class, 'headers'] => [(new Callback('1', '1'))->sign(self::URL)],
            [Callback::class, 'body'] => ['{"order_id":"1"}'],
            default => [],
        };
    }

    /** @return list<mixed> */
    private static function ofType(string $type, Wire $wire): array
    {
        return match ($type) {
            'string' => self::TEXTS,
            'int' => [1, 300],
            'float' => [1.5],
            'bool' => [true],
            'null' => [null],
            // A client's options, or the API's parameters.
            'array' => [Objects::options($wire), []],
            'iterable', 'Traversable' => [new \ArrayIterator(['1', '2'])],
            'mixed' => self::ofKey(),
            default => Objects::all($type),
        };
    }

    /** @return list<mixed> for a key of a parameter */
    public static function ofKey(): array
    {
        return [...self::TEXTS, 1, true, 1.5, []];
    }
}
