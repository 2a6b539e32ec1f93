<?php

declare(strict_types=1);

// Values may be text, as env() gives it. What is null is left out. `php artisan config:cache` works.
return [

    // From the dashboard. A token with its secret signs every request; the key is sent with it instead if there is none.
    'api_token' => env('AURPAY_API_TOKEN'),
    'api_secret' => env('AURPAY_API_SECRET'),
    'api_key' => env('AURPAY_API_KEY'),

    // Callbacks are verified with these, or with the API key if there are none, which proves less.
    'callback_token' => env('AURPAY_CALLBACK_TOKEN'),
    'callback_secret' => env('AURPAY_CALLBACK_SECRET'),

    // While they are rotated, callbacks that are signed with the previous pair are accepted, too.
    'previous_callback_token' => env('AURPAY_PREVIOUS_CALLBACK_TOKEN'),
    'previous_callback_secret' => env('AURPAY_PREVIOUS_CALLBACK_SECRET'),

    // The options of Aurpay\Client. Others than these can be added; an unknown one is refused.
    'options' => [
        'base_uri' => env('AURPAY_BASE_URI'),
        'timeout' => env('AURPAY_TIMEOUT', 20),
        'connect_timeout' => env('AURPAY_CONNECT_TIMEOUT'),
        'ca_file' => env('AURPAY_CA_FILE'),
        'pinned_public_key' => env('AURPAY_PINNED_PUBLIC_KEY'),
        'proxy' => env('AURPAY_PROXY'),
    ],

    // The channel of config/logging.php for calls and callbacks; null for the default one.
    'log_channel' => env('AURPAY_LOG_CHANNEL'),

    'callback' => [
        // How Aurpay reaches the shop: scheme and host, without a path. Never taken from a request.
        'url' => env('AURPAY_CALLBACK_URL', env('APP_URL')),
        'path' => 'aurpay/callback',
        // False if the application declares Route::aurpayCallback() itself.
        'route' => true,
        // Days for which callbacks are kept.
        'keep_days' => 30,
    ],

    // Minutes for which an underpaid payment waits for the rest.
    'partial_window' => env('AURPAY_PARTIAL_WINDOW', 60),

    // Minutes for which an expired payment waits for late coins before PaymentExpired is told.
    'late_window' => env('AURPAY_LATE_WINDOW', 60),

    // Where refunds are sent from; null for the defaults of config/queue.php.
    'queue' => [
        'connection' => env('AURPAY_QUEUE_CONNECTION'),
        'name' => env('AURPAY_QUEUE'),
        // Seconds: more than the client's timeout, less than the queue's retry_after.
        'timeout' => env('AURPAY_QUEUE_TIMEOUT', 60),
    ],

    // Whether the scheduler runs aurpay:reconcile every minute and aurpay:prune every day.
    'schedule' => true,

];
