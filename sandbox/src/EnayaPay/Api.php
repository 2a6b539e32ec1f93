<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Http\Router;
use Aurpay\Sandbox\Provider;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Accounts;

/**
 * The EnayaPay API: the HTTP status is the answer.
 */
final readonly class Api
{
    /** @var Router<\Closure(Request): Response> */
    private Router $router;
    private Accounts $accounts;

    public function __construct(Services $services)
    {
        $this->accounts = $services->accounts;
        $this->router = self::routes($services);
    }

    public function handle(Request $request): Response
    {
        $match = $this->router->match($request->method, $request->path);
        try {
            if (is_int($match)) {
                throw Refusal::details($match, $match === 404 ? 'Not found.' : 'Method not allowed.');
            }
            if (!hash_equals($this->accounts->get('enayapay_api_key'), $request->header('x-api-key'))) {
                throw Refusal::keyNotValid();
            }

            return $match[0]($request);
        } catch (Refusal $refusal) {
            return $refusal->content === null
                ? new Response($refusal->httpStatus, '')
                : Response::json($refusal->content, $refusal->httpStatus);
        }
    }

    /**
     * @return Router<\Closure(Request): Response>
     */
    private static function routes(Services $services): Router
    {
        $tokens = $services->enayapayTokens;
        $account = new Account($services->enayapayUsers, $tokens);
        $balance = new BalanceInquiry(
            $services->enayapayUsers,
            $tokens,
            $services->enayapayCards,
            $services->accounts,
        );

        /** @var Router<\Closure(Request): Response> $router */
        $router = new Router();
        $prefix = Provider::EnayaPay->value;
        $router->add('POST', "$prefix/register/", $account->register(...));
        $router->add('POST', "$prefix/verify/", $account->verify(...));
        $router->add('POST', "$prefix/login/", $account->login(...));
        // The documents spell it so.
        $router->add('POST', "$prefix/rest/password/", $account->resetPassword(...));
        $router->add('POST', "$prefix/change/password/", $account->changePassword(...));
        $router->add('POST', "$prefix/balance/inquiry/", $balance->inquire(...));

        return $router;
    }
}
