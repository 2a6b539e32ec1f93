<?php

declare(strict_types=1);

namespace SampleShop;

use Aurpay\ApiException;
use Aurpay\AuthenticationException;
use Aurpay\Client;
use Aurpay\OutcomeUnknownException;
use Aurpay\RateLimitException;
use Aurpay\TransportException;

/** What a shop's payment method does when the customer presses "pay". */
final class Checkout
{
    public function __construct(private readonly Client $aurpay, private readonly string $shopUrl) {}

    /** @param numeric-string $total */
    public function start(int $number, string $total, string $currency): string
    {
        $orders = $this->aurpay->orders();
        try {
            $page = $orders->createPayUrl([
                'price' => $total,
                'currency' => $currency,
                'id' => $number,
                'url' => "{$this->shopUrl}/orders/{$number}",
                'succeed_url' => "{$this->shopUrl}/thanks",
                'timeout_url' => "{$this->shopUrl}/cart",
                'callback_url' => "{$this->shopUrl}/aurpay?order={$number}",
                'timeout_callback' => "{$this->shopUrl}/aurpay?order={$number}&timeout=1",
                'fixed_encrypt_price' => false,
                'enable_post_callback' => true,
            ]);
        } catch (AuthenticationException $exception) {
            throw new \LogicException("The clock is off by {$exception->clockDifference} s", 0, $exception);
        } catch (RateLimitException $exception) {
            return "/cart?retry={$exception->retryAfter}";
        } catch (ApiException $exception) {
            return "/cart?refused={$exception->getCode()}&trace={$exception->traceId}&status={$exception->httpStatus}";
        } catch (OutcomeUnknownException | TransportException) {
            return '/cart?again=1';
        } catch (\ValueError | \TypeError $error) {
            throw new \LogicException('The shop sent invalid parameters', 0, $error);
        }

        return $page['pay_url'];
    }

    /** @return array{id: string, address: string, pay: string, contract: string} */
    public function inCoin(string $chain, string $coin, float|int|string $price): array
    {
        $info = $this->aurpay->orders()->createPayInfo([
            'chain' => $chain,
            'currency' => $coin,
            'vs_currency' => 'USD',
            'vs_price' => $price,
        ]);

        return [
            'id' => $info['order_id'],
            'address' => $info['address'],
            'pay' => "{$info['amount']} {$coin} for {$info['vs_price']} {$info['vs_currency']}",
            'contract' => $info['contract_addr'] ?? 'none',
        ];
    }

    /** @return list<string> */
    public function coins(): array
    {
        $coins = [];
        foreach ($this->aurpay->orders()->cryptoCurrencies() as $coin) {
            if ($coin['status']) {
                $coins[] = "{$coin['currency']} on {$coin['chain']}";
            }
        }

        return $coins;
    }

    /** @return array<string, string> */
    public function currencies(): array
    {
        return array_column($this->aurpay->orders()->fiatCurrencies(), 'name', 'currency');
    }
}
