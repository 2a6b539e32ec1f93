<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** The request of a call, captured from the extension so that every client sends the same one. */
final class Request
{
    /**
     * @param non-empty-string $method
     * @param non-empty-string $target
     * @param array<string, string> $headers
     */
    private function __construct(
        public readonly string $method,
        public readonly string $target,
        public readonly array $headers,
        public readonly string $body,
    ) {}

    public static function warmUp(): self
    {
        return new self('GET', '/warm-up', [], '');
    }

    public static function of(Plan $plan): self
    {
        $request = null;
        $handler = static function (
            string $method,
            string $target,
            #[\SensitiveParameter] array $headers,
            string $body,
        ) use (&$request): array {
            /**
             * @var non-empty-string $method
             * @var non-empty-string $target
             * @var array<string, string> $headers
             */
            $request = new self($method, $target, $headers, $body);

            return ['status' => 401, 'body' => '{}'];
        };
        try {
            $options = ['handler' => $handler, 'retries' => 0, 'base_uri' => 'https://shop.example'];
            ($plan->call->make)(new Clients($options, $plan->moreBytes()));
        } catch (\Aurpay\AuthenticationException) {
            // The handler has captured the request.
        }

        return $request ?? throw new \LogicException('no request was made');
    }

    /** @return array<string, string> */
    public function headersWith(string $userAgent): array
    {
        return ['User-Agent' => $userAgent] + array_filter(
            $this->headers,
            static fn (string $name): bool => strcasecmp($name, 'User-Agent') !== 0,
            ARRAY_FILTER_USE_KEY,
        );
    }
}
