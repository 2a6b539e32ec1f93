<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\AurpayServiceProvider;
use Aurpay\Laravel\Config;
use Illuminate\Http\Request;
use Illuminate\Routing\Route;
use Illuminate\Routing\Router;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;

/** Whether the shop's routes lead callbacks to the package, and past what would refuse them. */
final class CallbackRouteCheck implements Check
{
    private const CACHED = 'If the routes are cached, run php artisan route:cache.';

    public function __construct(private readonly Config $config, private readonly Router $router) {}

    public function subject(): string
    {
        return 'Callback route';
    }

    public function findings(): array
    {
        $url = $this->config->callbackBase() . '/' . $this->config->callbackPath() . '/' . str_repeat('0', 40);
        foreach (['POST', 'GET'] as $method) {
            $route = $this->routeOf($url, $method);
            if ($route === null) {
                return [Finding::failed(
                    "No route takes $method /{$this->config->callbackPath()}/{token}.",
                    'Set aurpay.callback.route to true, or call Route::aurpayCallback() outside of groups with a prefix or a domain. ' . self::CACHED,
                )];
            }
            if ($route->getName() !== AurpayServiceProvider::ROUTE) {
                return [Finding::failed(
                    "Another route takes $method /{$this->config->callbackPath()}/{token}: {$route->uri()}.",
                    'Declare that route after Route::aurpayCallback(), or let it leave out the path of callbacks. ' . self::CACHED,
                )];
            }
        }

        return [$this->judgeMiddleware($route)];
    }

    private function judgeMiddleware(Route $route): Finding
    {
        $middleware = array_filter($this->router->gatherRouteMiddleware($route), is_string(...));
        $web = array_filter($this->router->resolveMiddleware(['web']), is_string(...));
        $shared = array_intersect($middleware, $web);
        $names = static fn (array $list): string => implode(', ', array_map(class_basename(...), array_filter($list, is_string(...))));

        return match (true) {
            $shared !== [] => Finding::failed(
                "The route has middleware of the group web ({$names($shared)}), which refuses Aurpay's calls.",
                'Call Route::aurpayCallback() as it is, outside of the group web. ' . self::CACHED,
            ),
            $middleware !== [] => Finding::warning(
                "The route has middleware ({$names($middleware)}).",
                "It must let Aurpay's calls through: they have no session, no user and no CSRF token.",
            ),
            default => Finding::ok("GET and POST /{$route->uri()} lead to the package, outside of the group web."),
        };
    }

    private function routeOf(string $url, string $method): ?Route
    {
        try {
            return $this->router->getRoutes()->match(Request::create($url, $method));
        } catch (HttpExceptionInterface) {
            return null;
        }
    }
}
