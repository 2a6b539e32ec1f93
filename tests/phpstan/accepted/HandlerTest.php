<?php

declare(strict_types=1);

use Aurpay\ApiException;
use Aurpay\Client;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;
use Aurpay\TransportReason;
use PHPUnit\Framework\TestCase;

final class HandlerTest extends TestCase
{
    /** @var list<array{method: string, target: string, body: string}> what the shop sent */
    private array $sent = [];

    public function testThePayPageIsMadeWithTheShopsPrice(): void
    {
        $aurpay = $this->answering(200, '{"code":0,"result":true,"data":{"pay_url":"https://pay.example/1"}}');

        $page = $aurpay->orders()->createPayUrl(['price' => '19.90', 'currency' => 'USD', 'id' => 1042]);

        self::assertSame(['pay_url' => 'https://pay.example/1'], $page);
        self::assertSame([[
            'method' => 'POST',
            'target' => '/api/order/pay-url',
            // Exactly these bytes: the price has the digits that the shop gave, and is a JSON number.
            'body' => '{"price":19.90,"currency":"USD","id":"1042"}',
        ]], $this->sent);
    }

    public function testARefusalHasTheServicesCode(): void
    {
        $aurpay = $this->answering(200, '{"code":40001,"result":false,"message":"no such order","trace_id":"t-1"}');

        try {
            $aurpay->orders()->refund('20240613093614690315');
            self::fail('The refund was not refused');
        } catch (ApiException $exception) {
            self::assertSame(40001, $exception->getCode());
            self::assertSame('t-1', $exception->traceId);
        }
        self::assertCount(1, $this->sent);
    }

    public function testARefundThatMayHaveBeenMadeIsNotCalledFailed(): void
    {
        // A proxy's page instead of the API's answer settles nothing.
        $aurpay = $this->answering(502, '<html>Bad Gateway</html>');

        $this->expectException(OutcomeUnknownException::class);
        $aurpay->orders()->refund('20240613093614690315');
    }

    public function testARefundWhoseAnswerIsLostIsNotCalledFailed(): void
    {
        $aurpay = new Client('test-key', ['handler' => static fn (): array => ['fault' => TransportReason::Timeout, 'sent' => true]]);

        try {
            $aurpay->orders()->refund('20240613093614690315');
            self::fail('The answer was not lost');
        } catch (OutcomeUnknownException $exception) {
            self::assertInstanceOf(TransportException::class, $exception->getPrevious());
            self::assertSame(TransportReason::Timeout, $exception->getPrevious()->reason);
        }
    }

    public function testARefundThatDidNotLeaveMayBeTriedAgain(): void
    {
        $aurpay = new Client('test-key', ['handler' => static fn (): array => ['fault' => TransportReason::Connection]]);

        $this->expectException(TransportException::class);
        $aurpay->orders()->refund('20240613093614690315');
    }

    private function answering(int $status, string $body): Client
    {
        return new Client('test-key', ['handler' => function (
            string $method,
            string $target,
            #[\SensitiveParameter] array $headers,
            string $sent,
        ) use ($status, $body): array {
            $this->sent[] = ['method' => $method, 'target' => $target, 'body' => $sent];

            return ['status' => $status, 'headers' => ['Content-Type' => 'application/json'], 'body' => $body];
        }]);
    }
}
