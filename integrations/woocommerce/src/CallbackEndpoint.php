<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;

/**
 * Takes the gateway's callbacks. Nothing in a callback is believed: one that is signed for a payment's URL makes the
 * shop ask the gateway. Everything but 200 is repeated by the gateway.
 *
 * 200 the payment is settled · 400 not a callback · 403 not signed for this payment · 409 the payment that is named
 * belongs to another order · 503 the gateway did not answer, or the order is busy
 */
final class CallbackEndpoint {

	/** The headers that prove who sends. They are secrets: debug pages print headers. */
	private const SECRET_HEADERS = array( 'HTTP_API_KEY', 'HTTP_CALLBACK_TOKEN', 'HTTP_SIGNATURE' );

	private const LARGEST_BODY = 65536;

	public function __construct(
		private PaymentStore $store,
		private ClientFactory $clients,
		private Settlement $settlement,
		private CallbackHistory $history,
		private CallbackProbe $probe,
		private Site $site,
		private Log $log,
	) {}

	/**
	 * Answers a callback.
	 *
	 * @param array<mixed> $query  The query's parameters, without WordPress' slashes.
	 * @param array<mixed> $server $_SERVER, without WordPress' slashes.
	 * @param string       $body   The body as it came.
	 * @return int The HTTP status.
	 */
	public function answer( array $query, #[\SensitiveParameter] array $server, string $body ): int {
		try {
			$token = $query[ CallbackUrl::PAYMENT ] ?? null;
			if ( ! is_string( $token ) || 1 !== preg_match( '/^[0-9a-f]{32}$/D', $token ) || strlen( $body ) > self::LARGEST_BODY ) {
				return $this->refuse( 400, 'not a callback of this shop' );
			}
			$payments = $this->store->by_token( $token );
			if ( array() === $payments ) {
				$test = $this->probe->waiting( $token );

				return null === $test
					? $this->refuse( 403, 'no payment has this token' )
					: $this->answer_test( $test['url'], $test['mode'], $server, $body );
			}

			return $this->take( $payments, $server, $body );
		} catch ( LockBusy | LockLost | OrderChanged $busy ) {
			$this->log->info( "A callback comes again later: {$busy->getMessage()}" );

			return 503;
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'A callback could not be handled', $failure );

			return 503;
		}
	}

	/**
	 * Answers the shop's own test as a callback would be answered. No order and no payment belongs to it, and it is no
	 * part of the history.
	 *
	 * @param array<mixed> $server Of the request.
	 */
	private function answer_test( string $url, string $mode, #[\SensitiveParameter] array $server, string $body ): int {
		try {
			$this->clients->callback( $mode )->verify( $url, $server, $body );
		} catch ( CallbackException $refusal ) {
			$this->probe->answered( $refusal->reason->value );

			return 403;
		}
		$this->probe->answered( CallbackProbe::VERIFIED );

		return 200;
	}

	/** Takes the secrets out of the request, so that no page for debugging prints them. */
	public static function forget_secrets(): void {
		foreach ( self::SECRET_HEADERS as $name ) {
			unset( $_SERVER[ $name ] );
		}
	}

	/**
	 * @param non-empty-list<Payment> $payments Those of the token.
	 * @param array<mixed>            $server   Of the request.
	 */
	private function take( array $payments, #[\SensitiveParameter] array $server, string $body ): int {
		$payment = $payments[0];
		try {
			$data = $this->verify( $payment, $server, $body );
		} catch ( CallbackException $forged ) {
			return $this->refuse( CallbackReason::Body === $forged->reason ? 400 : 403, $forged->reason->value, $payment );
		}
		if ( $this->site->is_copy() ) {
			return $this->refuse( 503, 'this site is a copy', $payment );
		}
		if ( 'POST' !== ( $server['REQUEST_METHOD'] ?? '' ) ) {
			return $this->ask_all( $payments );
		}
		$gateway_id = $data['order_id'] ?? null;
		if ( ! is_string( $gateway_id ) || 1 !== preg_match( '/^[A-Za-z0-9_-]{1,64}$/D', $gateway_id ) ) {
			return $this->refuse( 400, 'the body names no payment', $payment );
		}

		return $this->ask( $this->with_id( $payments, $gateway_id ), $gateway_id );
	}

	/**
	 * The body of a callback that is signed for the payment's URL. An old date may be that of the first attempt of a
	 * callback that is repeated: it makes the shop ask, and nothing more.
	 *
	 * @param array<mixed> $server Of the request.
	 * @return array<string, mixed>
	 * @throws CallbackException When it must not be believed.
	 */
	private function verify( Payment $payment, #[\SensitiveParameter] array $server, string $body ): array {
		try {
			return $this->clients->callback( $payment->mode )->verify( $payment->callback_url, $server, $body );
		} catch ( CallbackException $refusal ) {
			if ( CallbackReason::Stale === $refusal->reason && null !== $refusal->body ) {
				$this->log->info( "A callback with an old date makes the shop ask about payment {$payment->id}" );

				return $refusal->body;
			}
			throw $refusal;
		}
	}

	/** @param non-empty-list<Payment> $payments Those of the token. */
	private function ask_all( array $payments ): int {
		$statuses = array();
		foreach ( $payments as $payment ) {
			if ( '' !== $payment->gateway_id ) {
				$statuses[] = $this->ask( $payment, $payment->gateway_id );
			}
		}

		return array() === $statuses ? $this->refuse( 400, 'no body names the payment', $payments[0] ) : max( $statuses );
	}

	private function ask( Payment $payment, string $gateway_id ): int {
		$owner = $this->store->by_gateway_id( $payment->mode, $gateway_id );
		if ( ( null !== $owner && $owner->token !== $payment->token ) || ( null === $owner && ! $this->may_have_more( $payment ) ) ) {
			return $this->refuse( 409, "payment {$gateway_id} belongs to another order", $payment );
		}
		try {
			$settled = $this->settlement->ask( $payment, $gateway_id, Payment::FOUND_BY_CALLBACK );
		} catch ( AurpayException $failure ) {
			$this->log->failure( "A callback for payment {$gateway_id} cannot be confirmed now", $failure );

			// Not for its subclasses: wrong credentials and too many calls say nothing of the payment.
			return null === $owner && ApiException::class === $failure::class
				? $this->refuse( 409, "the gateway does not know payment {$gateway_id}", $payment )
				: 503;
		}
		if ( null === $settled ) {
			return $this->refuse( 409, "payment {$gateway_id} belongs to another order", $payment );
		}
		$this->history->verified();

		return 200;
	}

	/** Whether the gateway can have an id for this payment that the shop does not know. */
	private function may_have_more( Payment $payment ): bool {
		return Payment::KIND_HOSTED === $payment->kind || '' === $payment->gateway_id;
	}

	/** @param non-empty-list<Payment> $payments Those of the token. */
	private function with_id( array $payments, string $gateway_id ): Payment {
		foreach ( $payments as $payment ) {
			if ( $payment->gateway_id === $gateway_id ) {
				return $payment;
			}
		}

		return $payments[0];
	}

	private function refuse( int $status, string $why, ?Payment $payment = null ): int {
		$this->log->warning( 'A callback was refused: ' . $why . ( null === $payment ? '' : " (order {$payment->order_id})" ), array( 'status' => $status ) );
		$this->history->refused( $why );

		return $status;
	}
}
