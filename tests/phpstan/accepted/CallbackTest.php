<?php

declare(strict_types=1);

use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;
use PHPUnit\Framework\TestCase;

final class CallbackTest extends TestCase
{
    private const URL = 'https://shop.example/aurpay?order=1042';

    public function testACallbackThroughTheSuperglobal(): void
    {
        $callback = new Callback('test-token', 'test-secret');
        // As the web server sets it: HTTP_CALLBACK_TOKEN and so on.
        $_SERVER = $callback->sign(self::URL, server: true) + $_SERVER;

        $body = $callback->verify(self::URL, $_SERVER, '{"order_id":"20240613093614690315"}');

        self::assertSame('20240613093614690315', $body['order_id']);
    }

    public function testACallbackForAnotherOrderIsRefused(): void
    {
        $callback = new Callback('test-token', 'test-secret');
        $headers = $callback->sign(self::URL);

        try {
            $callback->verify('https://shop.example/aurpay?order=1043', $headers);
            self::fail('It was believed');
        } catch (CallbackException $exception) {
            self::assertSame(CallbackReason::Signature, $exception->reason);
        }
    }

    public function testAnOldCallbackIsRefused(): void
    {
        $callback = new Callback('test-token', 'test-secret');

        try {
            $callback->verify(self::URL, $callback->sign(self::URL, '2024-06-13T09:36:14.690Z'));
            self::fail('It was believed');
        } catch (CallbackException $exception) {
            self::assertSame(CallbackReason::Stale, $exception->reason);
        }
    }
}
