<?php

declare(strict_types=1);

use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\OutcomeUnknownException;
use Aurpay\Sandbox\RemoteMerchant;
use Aurpay\Sandbox\Server;
use PHPUnit\Framework\TestCase;

require_once getenv('AURPAY_SANDBOX') . '/autoload.php';

final class SandboxTest extends TestCase
{
    private static Server $sandbox;

    /** A merchant for each test: orders, clock and faults of other tests are not its own. */
    private RemoteMerchant $merchant;

    public static function setUpBeforeClass(): void
    {
        self::$sandbox = Server::start();
    }

    public static function tearDownAfterClass(): void
    {
        self::$sandbox->stop();
    }

    protected function setUp(): void
    {
        $this->merchant = self::$sandbox->merchant();
    }

    public function testAPaidOrderIsConfirmed(): void
    {
        $orders = $this->client()->orders();
        $order = $orders->createPayInfo(['chain' => 'BTC', 'currency' => 'BTC', 'vs_currency' => 'USD', 'vs_price' => '19.99']);
        $this->merchant->control('POST', '/pay', ['order_id' => $order['order_id'], 'action' => 'pay']);
        $this->merchant->awaitStatus($order['order_id'], 'SUCCESS');

        self::assertSame('SUCCESS', $orders->confirm($order['order_id'], '19.99', 'USD')['status']);
    }

    public function testARefundWhoseAnswerIsLostIsFoundOut(): void
    {
        $orders = $this->client()->orders();
        $order = $orders->createPayInfo(['chain' => 'BTC', 'currency' => 'BTC', 'vs_currency' => 'USD', 'vs_price' => 20]);
        $this->merchant->control('POST', '/pay', ['order_id' => $order['order_id'], 'action' => 'pay']);
        $this->merchant->control('POST', '/faults', ['path' => '/api/v2/order/refund/', 'status' => 502, 'execute' => true]);

        try {
            $orders->refund($order['order_id']);
            self::fail('The answer was not lost');
        } catch (OutcomeUnknownException) {
            self::assertSame('REFUNDED', $orders->detail($order['order_id'])['status']);
        }
    }

    private function client(): Client
    {
        $options = ['base_uri' => $this->merchant->baseUri];
        if ($this->merchant->caFile !== null) {
            $options['ca_file'] = $this->merchant->caFile;
        }
        $credentials = Credentials::signature($this->merchant->get('api_token'), $this->merchant->get('api_secret'));

        return new Client($credentials, $options);
    }
}
