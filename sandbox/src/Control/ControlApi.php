<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Http\Router;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Services;

/**
 * /_sandbox: endpoints for tests and for the cashier page, which the real
 * service does not have. They take and return JSON and are not in the request
 * log. On this machine, they need no authentication; see Gatekeeper.
 */
final readonly class ControlApi
{
    /** @var Router<\Closure(Request, array<string, string>): mixed> */
    private Router $router;
    private Gatekeeper $gatekeeper;
    private Waiting $waiting;

    public function __construct(Services $services)
    {
        $this->waiting = new Waiting($services->config);
        $this->gatekeeper = new Gatekeeper($services->config);
        $this->router = self::routes($services);
    }

    public function handle(Request $request): Response
    {
        $result = $this->call($request);

        return match (true) {
            $result instanceof Wait => self::answering(fn (): Response => $this->waiting->answer($request, $result)),
            $result instanceof EventStream => $this->waiting->stream($request, $result),
            default => $result,
        };
    }

    /** The answer, or what the request waits for. */
    public function call(Request $request): Response|Wait|EventStream
    {
        if ($this->gatekeeper->isForeign($request)) {
            return Response::json(['error' => 'Requests from web pages of other origins are refused'], 403);
        }
        if (!$this->gatekeeper->isDeveloper($request) && !$this->gatekeeper->isCustomer($request)) {
            return Response::json(['error' => Gatekeeper::REFUSAL], 403);
        }
        $match = $this->router->match($request->method, $request->path);
        if (is_int($match)) {
            return Response::json(['error' => $match === 404 ? 'Not found' : 'Method not allowed'], $match);
        }
        [$handler, $arguments] = $match;

        return self::answering(function () use ($handler, $request, $arguments): Response|Wait|EventStream {
            $result = $handler($request, $arguments);

            return $result instanceof Wait || $result instanceof EventStream || $result instanceof Response
                ? $result
                : Response::json($this->gatekeeper->show($request, $result));
        });
    }

    /**
     * The result, or the answer to an error.
     *
     * @template T of Response|Wait|EventStream
     *
     * @param \Closure(): T $work
     *
     * @return T|Response
     */
    public static function answering(\Closure $work): Response|Wait|EventStream
    {
        try {
            return $work();
        } catch (InvalidInput $failure) {
            return Response::json(['error' => $failure->getMessage()], 400);
        } catch (Missing $failure) {
            return Response::json(['error' => $failure->getMessage()], 404);
        } catch (Conflict $failure) {
            return Response::json(['error' => $failure->getMessage()], 409);
        }
    }

    /**
     * @return Router<\Closure(Request, array<string, string>): mixed>
     */
    private static function routes(Services $services): Router
    {
        $orders = new OrderControl($services);
        $cashier = new CashierControl($services, $orders);
        $plain = new PlainControl($services, $orders);
        $wire = new WireControl($services);
        $state = new StateControl($services);
        $merchants = new MerchantControl($services);
        $azpays = new AzPaysControl($services);
        $enayapay = new EnayaPayControl($services);

        /** @var Router<\Closure(Request, array<string, string>): mixed> $router */
        $router = new Router();
        $router->add('GET', '/_sandbox', $state->index(...));
        $router->add('GET', '/_sandbox/', $state->index(...));
        $router->add('POST', '/_sandbox/pay', $orders->pay(...));
        $router->add('GET', '/_sandbox/cashier', $cashier->content(...));
        $router->add('GET', '/_sandbox/plain', $plain->show(...));
        $router->add('POST', '/_sandbox/plain', $plain->act(...));
        $router->add('GET', '/_sandbox/events', $cashier->events(...));
        $router->add('GET', '/_sandbox/orders', $orders->list(...));
        $router->add('POST', '/_sandbox/orders', $orders->seed(...));
        $router->add('GET', '/_sandbox/orders/{id}', $orders->show(...));
        $router->add('GET', '/_sandbox/checkouts', $orders->checkouts(...));
        $router->add('GET', '/_sandbox/callbacks', $wire->callbacks(...));
        $router->add('POST', '/_sandbox/callbacks', $wire->changeCallbacks(...));
        $router->add('GET', '/_sandbox/callbacks/{id}', $wire->callback(...));
        $router->add('POST', '/_sandbox/callbacks/{id}/resend', $wire->resend(...));
        $router->add('GET', '/_sandbox/faults', $wire->faults(...));
        $router->add('POST', '/_sandbox/faults', $wire->addFault(...));
        $router->add('DELETE', '/_sandbox/faults', $wire->clearFaults(...));
        $router->add('GET', '/_sandbox/requests', $wire->requests(...));
        $router->add('GET', '/_sandbox/requests/{id}', $wire->request(...));
        $router->add('DELETE', '/_sandbox/requests', $wire->clearRequests(...));
        $router->add('GET', '/_sandbox/warnings', $wire->warnings(...));
        $router->add('DELETE', '/_sandbox/warnings', $wire->clearWarnings(...));
        $router->add('GET', '/_sandbox/settings', $state->settings(...));
        $router->add('POST', '/_sandbox/settings', $state->settings(...));
        $router->add('POST', '/_sandbox/reset', $state->reset(...));
        $router->add('POST', '/_sandbox/clock', $state->clock(...));
        $router->add('GET', '/_sandbox/merchant', $state->shopSettings(...));
        $router->add('POST', '/_sandbox/merchant', $state->merchant(...));
        $router->add('GET', '/_sandbox/merchants', $merchants->list(...));
        $router->add('POST', '/_sandbox/merchants', $merchants->create(...));
        $router->add('GET', '/_sandbox/merchants/{name}', $merchants->show(...));
        $router->add('DELETE', '/_sandbox/merchants/{name}', $merchants->remove(...));
        $router->add('GET', '/_sandbox/azpays', $azpays->index(...));
        $router->add('POST', '/_sandbox/azpays', $azpays->change(...));
        $router->add('POST', '/_sandbox/azpays/transactions', $azpays->seed(...));
        $router->add('GET', '/_sandbox/enayapay', $enayapay->index(...));
        $router->add('GET', '/_sandbox/enayapay/users/{phone}', $enayapay->user(...));
        $router->add('DELETE', '/_sandbox/enayapay/users/{phone}', $enayapay->removeUser(...));
        $router->add('POST', '/_sandbox/enayapay/cards', $enayapay->putCard(...));

        return $router;
    }
}
