<?php

// The order that the hand-written pages send: Contender::PAY_URL, without the code of the contenders.

declare(strict_types=1);

return [
    'price' => 19.99,
    'currency' => 'USD',
    'id' => '1042',
    'url' => 'https://shop.example/order/1042',
    'succeed_url' => 'https://shop.example/order/1042/thanks',
    'timeout_url' => 'https://shop.example/order/1042/pay',
    'callback_url' => 'https://shop.example/aurpay?order=1042',
    'enable_post_callback' => true,
];
