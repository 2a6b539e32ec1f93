<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Advice;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Gateway\Bill;
use Aurpay\Sandbox\Gateway\PaymentTerms;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\Store\Checkouts;

/**
 * Warnings about a request for a payment.
 */
final readonly class PaymentAdvice
{
    public function __construct(
        private RequestAdvice $advice,
        private Checkouts $checkouts,
        private Clock $clock,
    ) {}

    /** @param bool $canPost whether the documents have enable_post_callback for the endpoint */
    public function aboutCallbacks(Input $input, PaymentTerms $terms, bool $canPost): void
    {
        $urls = array_filter([
            'callback_url' => $terms->callbackUrl,
            'timeout_callback' => $terms->timeoutCallback,
        ], static fn (string $url): bool => $url !== '');
        foreach ($urls as $field => $url) {
            if (!self::namesOrder($url, $terms->shopOrderId)) {
                $this->advice->add(new Warning(
                    Warning::CALLBACK_WITHOUT_ORDER,
                    "$field does not name the shop's own order"
                        . ($terms->shopOrderId === '' ? '' : ' (the id)')
                        . '. Only the URL of a callback is signed, so nothing else that is signed tells which order it is',
                ));
            }
        }
        if ($urls !== [] && $canPost && !$input->has('enable_post_callback')) {
            $this->advice->add(new Warning(
                Warning::POST_CALLBACK_LEFT_OUT,
                'enable_post_callback is left out, so a callback is a GET without a body, which names no order_id',
            ));
        }
    }

    public function aboutRepetition(string $userId, PaymentTerms $terms): void
    {
        // Without the shop's id, equal terms can be those of two orders.
        if ($terms->shopOrderId === '') {
            return;
        }
        $since = $this->clock->stamp(Bill::LIFETIME_SECONDS);
        if ($this->checkouts->hasOpen($userId, $terms, $since)) {
            $this->advice->add(new Warning(
                Warning::SAME_PAYMENT,
                'The same payment URL was made before, and is open or paid: the customer could pay both. '
                    . 'Keep the first one with the order',
            ));
        }
    }

    /** Whether a path or query has the shop's id. Without an id, whether it has anything that could tell orders apart. */
    private static function namesOrder(string $url, string $id): bool
    {
        $start = strcspn($url, '/?#', (int) strpos($url, '://') + 3) + (int) strpos($url, '://') + 3;
        $rest = substr($url, $start);
        if ($id === '') {
            return str_contains($rest, '?') || preg_match('/[0-9]/', $rest) === 1;
        }
        if (ctype_digit($id)) {
            // The id 1 is not in order=10, but in order=0001: shops pad their numbers.
            return preg_match("/(?<![0-9])0*$id(?![0-9])/", rawurldecode($rest)) === 1;
        }

        return str_contains(rawurldecode($rest), $id) || str_contains(urldecode($rest), $id);
    }
}
