<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * A shop's account, with all its credentials for requests and callbacks.
 */
final readonly class Merchant
{
    /** The columns a control request may set. */
    public const CREDENTIALS = [
        'username', 'password', 'api_key', 'lightning_api_key', 'api_token', 'api_secret',
        'callback_token', 'callback_secret',
    ];

    /** Those that are in headers, of requests or of callbacks. */
    public const IN_HEADERS = ['api_key', 'lightning_api_key', 'api_token', 'callback_token'];

    public function __construct(
        public string $userId,
        public string $username,
        public string $password,
        public string $apiKey,
        public string $lightningApiKey,
        public string $apiToken,
        public string $apiSecret,
        public string $callbackToken,
        public string $callbackSecret,
        public string $sessionSecret,
        public bool $kybVerified,
    ) {}

    public static function fromRow(Row $row): self
    {
        return new self(
            $row->text('user_id'),
            $row->text('username'),
            $row->text('password'),
            $row->text('api_key'),
            $row->text('lightning_api_key'),
            $row->text('api_token'),
            $row->text('api_secret'),
            $row->text('callback_token'),
            $row->text('callback_secret'),
            $row->text('session_secret'),
            $row->bool('kyb_verified'),
        );
    }

    /**
     * @return array<string, string>
     */
    public function credentials(): array
    {
        return [
            'api_key' => $this->apiKey,
            'lightning_api_key' => $this->lightningApiKey,
            'api_token' => $this->apiToken,
            'api_secret' => $this->apiSecret,
            'callback_token' => $this->callbackToken,
            'callback_secret' => $this->callbackSecret,
            'username' => $this->username,
            'password' => $this->password,
        ];
    }
}
