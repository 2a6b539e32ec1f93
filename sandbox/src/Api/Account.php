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

    /**
     * GET /api/plugin/key/verify. No document has it. Public shop plugins send key, name (of the shop's software) and
     * url, some also the merchant's id, none of them a header with the key. They look only at data, true or false.
     */
    public function verifyKey(Call $call): bool
    {
        $query = $call->request->query();
        $key = $query->requiredText('key');
        foreach ($this->merchants->all() as $merchant) {
            if (hash_equals($merchant->apiKey, $key)) {
                return in_array($query->text('id'), ['', $merchant->userId], true);
            }
        }

        return false;
    }
}
