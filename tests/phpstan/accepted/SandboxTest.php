<?php

declare(strict_types=1);

use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\OutcomeUnknownException;
use PHPUnit\Framework\TestCase;

final class SandboxTest extends TestCase
{
    /** @var array<string, string|int|null> the line of --json */
    private static array $sandbox;

    /** @var array<int, resource> the sandbox runs while the first is open */
    private static array $pipes = [];

    /** @var resource */
    private static $process;

    public static function setUpBeforeClass(): void
    {
        $command = [PHP_BINARY, (string) getenv('AURPAY_SANDBOX'), '--json', '--exit-on-stdin-close'];
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], self::$pipes);
        self::assertIsResource($process);
        self::$process = $process;
        /** @var array<string, string|int|null> $line */
        $line = json_decode((string) fgets(self::$pipes[1]), true, 4, JSON_THROW_ON_ERROR);
        self::$sandbox = $line;
    }

    public static function tearDownAfterClass(): void
    {
        array_map('fclose', self::$pipes);
        proc_close(self::$process);
    }

    public function testAPaidOrderIsConfirmed(): void
    {
        $orders = $this->client()->orders();
        $order = $orders->createPayInfo(['chain' => 'BTC', 'currency' => 'BTC', 'vs_currency' => 'USD', 'vs_price' => '19.99']);
        self::control('/pay', ['order_id' => $order['order_id'], 'action' => 'pay']);

        self::assertSame('SUCCESS', $orders->confirm($order['order_id'], '19.99', 'USD')['status']);
    }

    public function testARefundWhoseAnswerIsLostIsFoundOut(): void
    {
        $orders = $this->client()->orders();
        $order = $orders->createPayInfo(['chain' => 'BTC', 'currency' => 'BTC', 'vs_currency' => 'USD', 'vs_price' => 20]);
        self::control('/pay', ['order_id' => $order['order_id'], 'action' => 'pay']);
        self::control('/faults', ['path' => '/api/v2/order/refund/', 'status' => 502, 'execute' => true]);

        try {
            $orders->refund($order['order_id']);
            self::fail('The answer was not lost');
        } catch (OutcomeUnknownException) {
            self::assertSame('REFUNDED', $orders->detail($order['order_id'])['status']);
        }
    }

    private function client(): Client
    {
        $options = ['base_uri' => (string) self::$sandbox['base_uri']];
        if (self::$sandbox['ca_file'] !== null) {
            $options['ca_file'] = (string) self::$sandbox['ca_file'];
        }
        $credentials = Credentials::signature((string) self::$sandbox['api_token'], (string) self::$sandbox['api_secret']);

        return new Client($credentials, $options);
    }

    /** @param array<string, string|int|bool> $body */
    private static function control(string $path, array $body): void
    {
        $answer = file_get_contents(self::$sandbox['control_uri'] . $path, false, stream_context_create(['http' => [
            'method' => 'POST',
            'header' => 'Content-Type: application/json',
            'content' => json_encode($body, JSON_THROW_ON_ERROR),
        ]]));
        self::assertNotFalse($answer);
    }
}
