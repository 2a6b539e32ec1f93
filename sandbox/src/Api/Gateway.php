<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

use Aurpay\Sandbox\Advice\RequestAdvice;
use Aurpay\Sandbox\Auth\Access;
use Aurpay\Sandbox\Auth\Authenticator;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Http\Router;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Services;

/**
 * The Aurpay API: routes, authentication and envelopes.
 */
final readonly class Gateway
{
    /** What only the public shop plugins show. The description of the API does not have these paths. */
    public const UNDOCUMENTED = ['/api/order/plugin', '/api/plugin/key/verify'];

    /** @var Router<array{Access, \Closure(Call): mixed}> */
    private Router $router;
    private Authenticator $authenticator;
    private RequestAdvice $advice;

    public function __construct(Services $services)
    {
        $this->advice = $services->advice;
        $this->authenticator = new Authenticator($services->merchants, $services->clock);
        $this->router = self::routes($services);
    }

    public function handle(Request $request, string $traceId): Response
    {
        $match = $this->router->match($request->method, $request->path);
        try {
            if (is_int($match)) {
                $message = $match === 404 ? 'Not Found' : 'Method Not Allowed';

                throw new ApiError($match, $message, httpStatus: $match);
            }
            [[$access, $endpoint], $arguments] = $match;
            $merchant = $this->authenticator->authenticate($request, $access);
            $this->advice->aboutParameters($request);
            $data = $endpoint(new Call($request, $arguments, $merchant));
        } catch (InvalidInput $failure) {
            return self::failure(ApiError::badRequest($failure->getMessage()), $traceId);
        } catch (ApiError $failure) {
            return self::failure($failure, $traceId);
        }

        return Response::json(['code' => 0, 'message' => 'ok', 'data' => $data, 'result' => true], code: 0);
    }

    private static function failure(ApiError $error, string $traceId): Response
    {
        $envelope = $error->data === null
            ? [
                'result' => false,
                'code' => $error->envelopeCode,
                'message' => $error->getMessage(),
                'trace_id' => $traceId,
            ]
            : [
                'code' => $error->envelopeCode,
                'message' => $error->getMessage(),
                'data' => (object) $error->data,
                'result' => false,
            ];

        return Response::json($envelope, $error->httpStatus, $error->envelopeCode);
    }

    /**
     * @return Router<array{Access, \Closure(Call): mixed}>
     */
    private static function routes(Services $services): Router
    {
        $account = new Account($services->merchants, $services->clock);
        $payments = new Payments(
            $services->database,
            $services->checkouts,
            $services->factory,
            $services->view,
            $services->clock,
            $services->paymentAdvice,
            $services->magic,
        );
        $orders = new OrderQueries(
            $services->orders,
            $services->transactions,
            $services->refunds,
            $services->view,
            $services->polls,
            $services->advice,
        );
        $balances = new Balances($services->wallets, $services->withdrawals);

        /** @var Router<array{Access, \Closure(Call): mixed}> $router */
        $router = new Router();
        $router->add('POST', '/api/user/login', [Access::Open, $account->login(...)]);
        $router->add('GET', '/api/plugin/key', [Access::Bearer, $account->key(...)]);
        $router->add('GET', '/api/plugin/key/verify', [Access::Open, $account->verifyKey(...)]);

        $router->add('GET', '/api/order/pay/real-currency', [Access::Key, $payments->realCurrencies(...)]);
        $router->add('GET', '/api/order/pay/crypto-currency', [Access::Key, $payments->cryptoCurrencies(...)]);
        $router->add('POST', '/api/order/pay-url', [Access::Key, $payments->payUrl(...)]);
        $router->add('POST', '/api/order/pay-info', [Access::Key, $payments->payInfo(...)]);
        $router->add('POST', '/api/order/pay/token', [Access::Key, $payments->token(...)]);
        $router->add('POST', '/api/order/plugin', [Access::Key, $payments->pluginOrder(...)]);

        $router->add('GET', '/api/v2/order/', [Access::Key, $orders->list(...)]);
        $router->add('GET', '/api/v2/order/detail/{order_id}', [Access::Key, $orders->detail(...)]);
        $router->add('GET', '/api/v2/order/refund-info/{order_id}', [Access::Key, $orders->refundInfo(...)]);
        $router->add('POST', '/api/v2/order/refund/{order_id}', [Access::Key, $orders->refund(...)]);
        $router->add('GET', '/api/v2/tx', [Access::Key, $orders->transactions(...)]);

        $router->add('GET', '/api/withdraw/wallets', [Access::Key, $balances->wallets(...)]);
        $router->add('POST', '/api/withdraw', [Access::Key, $balances->withdraw(...)]);
        $router->add('GET', '/api/contract/balance', [Access::Key, $balances->selfCustody(...)]);

        $router->add('GET', '/api/bln/balance', [Access::Lightning, $balances->lightningBalance(...)]);
        $router->add('POST', '/api/bln/order', [Access::Lightning, $payments->lightningOrder(...)]);
        $router->add('POST', '/api/bln/withdraw', [Access::Lightning, $balances->lightningWithdraw(...)]);

        return $router;
    }
}
