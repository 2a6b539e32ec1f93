<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Aurpay\AurpayException;
use Aurpay\PaymentException;
use Aurpay\PaymentReason;

/**
 * The calls of the gateway, in the shop's terms. Every method can throw AurpayException, and \ValueError or \TypeError
 * where a setting or an amount is not allowed.
 */
final class Gateway {

	public function __construct( private ClientFactory $clients, private Clock $clock ) {}

	/**
	 * Asks for a payment in a coin. It is sent once.
	 *
	 * @param array{succeed_url: string, timeout_url: string} $urls Where the customer goes afterwards.
	 * @return array{gateway_id: string, status: string, amount: string, address: string, pay_url: string}
	 */
	public function create_with_coin( Payment $payment, array $urls ): array {
		list( $chain, $currency ) = explode( '/', $payment->coin, 2 ) + array( 1 => '' );
		$answer                   = $this->clients->client( $payment->mode )->orders()->createPayInfo(
			array(
				'chain'                => $chain,
				'currency'             => $currency,
				'vs_price'             => $payment->price,
				'vs_currency'          => $payment->currency,
				'callback_url'         => $payment->callback_url,
				'timeout_callback'     => $payment->callback_url,
				'enable_post_callback' => true,
			) + $urls
		);

		return array(
			'gateway_id' => $answer['order_id'],
			'status'     => $answer['status'],
			'amount'     => $answer['amount'],
			'address'    => $answer['address'],
			'pay_url'    => $answer['pay_url'],
		);
	}

	/**
	 * Asks for a page on which the customer chooses the coin.
	 *
	 * @param array{succeed_url: string, timeout_url: string, id: string, url: string} $urls Where the customer goes
	 *     afterwards, and the shop's own order.
	 * @return array{pay_url: string}
	 */
	public function create_hosted( Payment $payment, array $urls ): array {
		$answer = $this->clients->client( $payment->mode )->orders()->createPayUrl(
			array(
				'price'                => $payment->price,
				'currency'             => $payment->currency,
				'callback_url'         => $payment->callback_url,
				'timeout_callback'     => $payment->callback_url,
				'enable_post_callback' => true,
			) + $urls
		);

		// Alone: fields of the future must not get into the table of payments.
		return array( 'pay_url' => $answer['pay_url'] );
	}

	/**
	 * What the gateway says of a payment, compared with what the order costs now.
	 *
	 * @throws PaymentException When the payment differs in a way that this plugin does not know.
	 */
	public function ask( string $mode, string $gateway_id, string $price, string $currency ): Answer {
		$asked_at = $this->clock->now();
		try {
			$detail = $this->clients->client( $mode )->orders()->confirm( $gateway_id, $price, $currency );

			return Answer::from_detail( $gateway_id, $detail, Answer::MATCH, $price, $asked_at );
		} catch ( \ValueError ) {
			// An order that costs nothing any more: no payment can match it.
			$detail = $this->clients->client( $mode )->orders()->detail( $gateway_id );

			return Answer::from_detail( $gateway_id, $detail, Answer::OTHER_PRICE, $price, $asked_at );
		} catch ( PaymentException $different ) {
			$match = match ( $different->reason ) {
				PaymentReason::Status   => Answer::NOT_PAID,
				PaymentReason::Currency => Answer::OTHER_CURRENCY,
				PaymentReason::Price    => Answer::OTHER_PRICE,
				default                 => throw $different,
			};

			return Answer::from_detail( $gateway_id, $different->detail, $match, $price, $asked_at );
		}
	}

	/**
	 * The statuses of many payments, with few connections.
	 *
	 * @param list<string> $gateway_ids Ids of one mode.
	 * @return array<array-key, Answer|AurpayException> Gateway id => the answer, or why there is none. Nothing was
	 *     compared.
	 */
	public function ask_many( string $mode, array $gateway_ids ): array {
		$asked_at = $this->clock->now();
		$answers  = array();
		foreach ( $this->clients->client( $mode )->orders()->details( $gateway_ids ) as $gateway_id => $detail ) {
			$answers[ $gateway_id ] = is_array( $detail )
				? Answer::from_detail( (string) $gateway_id, $detail, Answer::NOT_PAID, '', $asked_at )
				: $detail;
		}

		return $answers;
	}

	/** Refunds a whole payment. It is sent once. */
	public function refund( Payment $payment ): void {
		$this->clients->client( $payment->mode )->orders()->refund( $payment->gateway_id );
	}

	/** @return list<array{chain: string, currency: string, status: bool}> */
	public function coins( string $mode ): array {
		return $this->clients->client( $mode )->orders()->cryptoCurrencies();
	}

	/** @return list<string> The currencies that a price can have. */
	public function currencies( string $mode ): array {
		return array_column( $this->clients->client( $mode )->orders()->fiatCurrencies(), 'currency' );
	}

	/** Makes a call that changes nothing with each of the credentials that are used, to try them. */
	public function try_credentials( string $mode ): void {
		foreach ( $this->clients->clients_to_try( $mode ) as $client ) {
			$client->orders()->list( array( 'size' => 1 ) );
		}
	}
}
