<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

/**
 * Finds the route of a request. A pattern's {name} stands for one segment.
 *
 * @template THandler
 */
final class Router
{
    /** @var list<array{string, string, THandler}> */
    private array $routes = [];

    /**
     * @param THandler $handler
     */
    public function add(string $method, string $pattern, mixed $handler): void
    {
        $regex = preg_replace('/\\\\{([a-z_]+)\\\\}/', '(?<$1>[^/]+)', preg_quote($pattern, '~'));
        $this->routes[] = [$method, '~^' . $regex . '$~D', $handler];
    }

    /**
     * @return array{THandler, array<string, string>}|int the handler and the path's arguments, or 404 or 405
     */
    public function match(string $method, string $path): array|int
    {
        $failure = 404;
        foreach ($this->routes as [$routeMethod, $regex, $handler]) {
            if (preg_match($regex, $path, $match) !== 1) {
                continue;
            }
            if ($routeMethod === $method) {
                return [$handler, array_filter($match, is_string(...), ARRAY_FILTER_USE_KEY)];
            }
            $failure = 405;
        }

        return $failure;
    }
}
