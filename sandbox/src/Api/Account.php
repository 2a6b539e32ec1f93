<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

use Aurpay\Sandbox\Auth\AccessToken;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Store\Merchants;

final readonly class Account
{
    public function __construct(private Merchants $merchants, private Clock $clock) {}

    /**
     * POST /api/user/login, a form.
     *
     * @return array<string, mixed>
     */
    public function login(Call $call): array
    {
        $form = $call->request->form();
        $username = $form->requiredText('username');
        $password = $form->requiredText('password');
        $merchant = $this->merchants->byUsername($username);
        if ($merchant === null || !hash_equals($merchant->password, $password)) {
            throw ApiError::notFound('Invalid password or username');
        }

        return [
            'access_token' => AccessToken::issue($merchant, $this->clock->now()),
            'expire' => AccessToken::LIFETIME,
        ];
    }

    /**
     * GET /api/plugin/key, with the access token.
     *
     * @return array<string, mixed>
     */
    public function key(Call $call): array
    {
        return ['api_key' => $call->merchant()->apiKey, 'user_id' => $call->userId()];
    }
}
