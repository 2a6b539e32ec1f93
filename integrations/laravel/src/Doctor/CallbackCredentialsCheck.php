<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\Clients;
use Aurpay\Laravel\Config;
use Aurpay\Laravel\ConfigurationException;

/** Whether callbacks can be verified, and by what. */
final class CallbackCredentialsCheck implements Check
{
    public function __construct(private readonly Config $config, private readonly Clients $clients) {}

    public function subject(): string
    {
        return 'Callback credentials';
    }

    public function findings(): array
    {
        try {
            $this->clients->callbacks();
            $hasPair = $this->config->pair('callback_token', 'callback_secret') !== null;
            $hasPrevious = $this->config->pair('previous_callback_token', 'previous_callback_secret') !== null;
        } catch (ConfigurationException | \ValueError $mistake) {
            return [Finding::failed($mistake->getMessage(), 'Correct .env. If the configuration is cached, run php artisan config:cache.')];
        }

        return [match (true) {
            $hasPair && $hasPrevious => Finding::ok('Callbacks are verified with a token and its secret, or with the previous ones.'),
            $hasPair => Finding::ok('Callbacks are verified with a token and its secret.'),
            $hasPrevious => Finding::failed(
                'Only the previous callback token and secret are set: callbacks that are signed with the current ones are refused.',
                'Set AURPAY_CALLBACK_TOKEN and AURPAY_CALLBACK_SECRET.',
            ),
            default => Finding::warning(
                'Callbacks are verified with the API key alone, which proves less.',
                'Set AURPAY_CALLBACK_TOKEN and AURPAY_CALLBACK_SECRET.',
            ),
        }];
    }
}
