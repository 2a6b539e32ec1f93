<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;
use Aurpay\Sandbox\Http\Router;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Provider;
use Aurpay\Sandbox\Services;

/**
 * The AzPays API: a one-time password, purses and transactions.
 */
final readonly class Api
{
    /** E-mail address, mobile or phone number, or crypto address. */
    private const IDENTITY = '/^(?:[^@\s]+@[^@\s]+|\+[0-9]{6,15}|[A-Za-z0-9]{12,100})$/D';

    /** @var Router<array{bool, \Closure(Request, array<string, string>): array<string, mixed>}> */
    private Router $router;
    private bool $published;

    public function __construct(private Services $services)
    {
        $this->published = Answers::chosen($services->settings, $services->config) === Answers::Published;
        /** @var Router<array{bool, \Closure(Request, array<string, string>): array<string, mixed>}> $router */
        $router = new Router();
        $prefix = Provider::AzPays->value;
        $router->add('POST', "$prefix/oauth/sign", [false, $this->sign(...)]);
        $router->add('POST', "$prefix/oauth/verify", [false, $this->verify(...)]);
        $router->add('GET', "$prefix/purses", [true, $this->purses(...)]);
        $router->add('GET', "$prefix/purses/{id}", [true, $this->purse(...)]);
        $router->add('GET', "$prefix/transactions", [true, $this->transactions(...)]);
        $router->add('GET', "$prefix/transactions/{id}", [true, $this->transaction(...)]);
        $this->router = $router;
    }

    public function handle(Request $request): Response
    {
        $match = $this->router->match($request->method, $request->path);
        try {
            if (is_int($match)) {
                throw new Refusal($match, $match === 404 ? 'Not Found' : 'Method Not Allowed');
            }
            [[$needsToken, $endpoint], $arguments] = $match;
            if ($needsToken) {
                $this->authenticate($request);
            }

            return Response::json($endpoint($request, $arguments));
        } catch (InvalidInput $failure) {
            return $this->failure(new Refusal(400, $failure->getMessage()));
        } catch (Refusal $failure) {
            return $this->failure($failure);
        }
    }

    private function failure(Refusal $refusal): Response
    {
        if ($this->published) {
            return PublishedServer::failure($refusal);
        }

        return Response::json(['succeed' => false, 'message' => $refusal->getMessage()], $refusal->httpStatus);
    }

    private function authenticate(Request $request): void
    {
        $expected = 'Bearer ' . $this->services->accounts->get('azpays_token');
        if (!hash_equals($expected, $request->header('Authorization'))) {
            throw new Refusal(401, 'Unauthenticated');
        }
    }

    /**
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    private function sign(Request $request, array $arguments): array
    {
        $identity = $request->json()->requiredText('id');
        if (preg_match(self::IDENTITY, $identity) !== 1) {
            throw new Refusal(400, 'id must be an e-mail address, a phone number or a crypto address');
        }
        $this->services->azpaysPasswords->send($identity);

        return ['succeed' => true, 'message' => 'A one-time password was sent'];
    }

    /**
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    private function verify(Request $request, array $arguments): array
    {
        $input = $request->json();
        $identity = $input->requiredText('id');
        if (!$this->services->azpaysPasswords->use($identity, $input->requiredText('code'))) {
            throw new Refusal(401, 'The code is wrong or was used before');
        }

        return $this->envelope([
            'access_token' => $this->services->accounts->get('azpays_token'),
            'token_type' => 'Bearer',
            'first_name' => 'Customer',
            'middle_name' => '',
            'last_name' => 'Sandbox',
            'email' => str_contains($identity, '@') ? $identity : '',
            'mobile' => str_starts_with($identity, '+') ? $identity : '',
            'phone_number' => '',
            'country' => 'GB',
            'language' => 'en',
            'timezone' => 'Europe/London',
            'last_connection' => $this->services->clock->stamp(),
            'private' => false,
            'avatar' => 'https://azpays.example/avatar.png',
            'status' => 10010,
        ]);
    }

    /**
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    private function purses(Request $request, array $arguments): array
    {
        return $this->published
            ? PublishedServer::envelope(array_map(PublishedServer::purse(...), Purses::list()))
            : $this->envelope(Purses::list());
    }

    /**
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    private function purse(Request $request, array $arguments): array
    {
        $purse = Purses::read($arguments['id'] ?? '');

        return $this->published
            ? PublishedServer::envelope(PublishedServer::purse($purse))
            : $this->envelope($purse);
    }

    /**
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    private function transactions(Request $request, array $arguments): array
    {
        if ($this->published) {
            return PublishedServer::envelope($this->services->azpaysTransactions->published());
        }
        $page = $request->query()->integer('page', 1);
        if ($page < 1) {
            throw new Refusal(400, 'page must be 1 or more');
        }

        return $this->envelope($this->services->azpaysTransactions->page($page), ['current_page' => $page]);
    }

    /**
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    private function transaction(Request $request, array $arguments): array
    {
        $transactions = $this->services->azpaysTransactions;
        $id = $arguments['id'] ?? '';

        return $this->published
            ? PublishedServer::envelope($transactions->readPublished($id))
            : $this->envelope($transactions->read($id));
    }

    /**
     * @param array<array-key, mixed> $result
     * @param array<string, mixed>    $meta
     *
     * @return array<string, mixed>
     */
    private function envelope(array $result, array $meta = []): array
    {
        return Spelling::chosen($this->services->settings)->envelope($result, $meta);
    }
}
