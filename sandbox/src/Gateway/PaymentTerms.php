<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\Json\Reader;
use Aurpay\Sandbox\Json\Writer;

/**
 * The parameters of pay-url, pay-info and bln/order.
 *
 * The fields are spelled as in the documents' bodies: succeed_url, although
 * the prose once has "succend_url".
 */
final readonly class PaymentTerms
{
    public function __construct(
        public string $price,
        public string $currency,
        public string $shopOrderId = '',
        public string $shopOrderUrl = '',
        public string $succeedUrl = '',
        public string $timeoutUrl = '',
        public string $callbackUrl = '',
        public string $timeoutCallback = '',
        public bool $fixedPrice = false,
        public bool $postCallback = false,
        public string $remark = '',
        public string $platform = 'AURPAY',
    ) {}

    /** @param string $price a decimal that was checked already */
    public static function fromInput(Input $input, string $price, string $currency, string $platform = 'AURPAY'): self
    {
        return new self(
            $price,
            $currency,
            $input->textOrNumber('id'),
            $input->text('url'),
            $input->url('succeed_url'),
            $input->url('timeout_url'),
            $input->url('callback_url'),
            $input->url('timeout_callback'),
            $input->flag('fixed_encrypt_price'),
            $input->flag('enable_post_callback'),
            $input->text('remark'),
            $platform,
        );
    }

    public static function fromJson(string $json): self
    {
        $input = Input::fromDecoded(Reader::decode($json));

        return self::fromInput($input, $input->text('price'), $input->text('currency'), $input->text('platform'));
    }

    public function toJson(): string
    {
        return Writer::encode(['price' => $this->price, 'currency' => $this->currency] + $this->details());
    }

    /**
     * Everything but price and currency, under the API's names.
     *
     * @return array<string, string|bool>
     */
    public function details(): array
    {
        return [
            'id' => $this->shopOrderId,
            'url' => $this->shopOrderUrl,
            'succeed_url' => $this->succeedUrl,
            'timeout_url' => $this->timeoutUrl,
            'callback_url' => $this->callbackUrl,
            'timeout_callback' => $this->timeoutCallback,
            'fixed_encrypt_price' => $this->fixedPrice,
            'enable_post_callback' => $this->postCallback,
            'remark' => $this->remark,
            'platform' => $this->platform,
        ];
    }
}
