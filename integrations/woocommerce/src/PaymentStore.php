<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The payments in the database. Each method is one statement, so a process that is killed leaves no half of one.
 * Nothing of it goes through WordPress' object cache.
 */
final class PaymentStore {

	public function __construct( private \wpdb $database, private Clock $clock ) {}

	/**
	 * Commits the intent to create a payment, before anything is sent.
	 *
	 * @param string $callback_url What the gateway will be given. "{token}" in it becomes the payment's token.
	 * @throws StoreFailure When the database refuses.
	 */
	public function intend( int $order_id, Terms $terms, string $callback_url ): Payment {
		$token = bin2hex( random_bytes( 16 ) );
		$this->insert(
			array(
				'token'        => $token,
				'order_id'     => $order_id,
				'kind'         => $terms->kind,
				'mode'         => $terms->mode,
				'state'        => Payment::STATE_CREATING,
				'price'        => $terms->price,
				'currency'     => $terms->currency,
				'coin'         => $terms->coin,
				'address'      => '',
				'pay_url'      => '',
				'callback_url' => str_replace( '{token}', $token, $callback_url ),
				'created_at'   => $this->clock->now(),
			)
		);

		return $this->get( (int) $this->database->insert_id );
	}

	/**
	 * Keeps what the gateway has answered.
	 *
	 * @param array<string, string> $answer gateway_id (absent for a hosted payment), status, amount, address, pay_url.
	 * @throws StoreFailure When another payment has this gateway id, or the database refuses.
	 */
	public function open( Payment $payment, array $answer, int $next_ask_at ): Payment {
		$this->update(
			$payment,
			array(
				'state'       => Payment::STATE_OPEN,
				'next_ask_at' => $next_ask_at,
			) + $answer
		);

		return $this->get( $payment->id );
	}

	/** @param string $state Payment::STATE_REFUSED or STATE_UNKNOWN. */
	public function give_up( Payment $payment, string $state ): void {
		$this->update( $payment, array( 'state' => $state ) );
	}

	/**
	 * Gives a payment the gateway's id that a callback has named. A hosted payment can have several: each further one
	 * gets a row of its own, so none is overwritten.
	 *
	 * @return Payment|null Null if another payment has this id.
	 */
	public function claim( Payment $payment, string $gateway_id ): ?Payment {
		$owner = $this->by_gateway_id( $payment->mode, $gateway_id );
		if ( null !== $owner ) {
			return $owner->token === $payment->token ? $owner : null;
		}
		$values = array(
			'gateway_id' => $gateway_id,
			'state'      => Payment::STATE_OPEN,
		);
		try {
			if ( '' === $payment->gateway_id ) {
				$this->update( $payment, $values );

				return $this->get( $payment->id );
			}
			$this->insert(
				$values + array(
					'token'        => $payment->token,
					'order_id'     => $payment->order_id,
					'kind'         => $payment->kind,
					'mode'         => $payment->mode,
					'price'        => $payment->price,
					'currency'     => $payment->currency,
					'address'      => '',
					'pay_url'      => '',
					'callback_url' => $payment->callback_url,
					'created_at'   => $this->clock->now(),
				)
			);
		} catch ( StoreFailure ) {
			// Another process was faster; the key is unique.
			$owner = $this->by_gateway_id( $payment->mode, $gateway_id );

			return $owner?->token === $payment->token ? $owner : null;
		}

		return $this->get( (int) $this->database->insert_id );
	}

	/**
	 * Keeps what the gateway says now, unless something newer is known. A new status waits for a new verdict.
	 */
	public function record( Payment $payment, Answer $answer ): Payment {
		$known    = $this->get( $payment->id );
		$values   = array( 'asked_at' => max( $answer->asked_at, $known->asked_at ) );
		$is_newer = $answer->asked_at >= $known->asked_at && GatewayStatus::may_follow( $answer->status, $known->status );
		// The clocks of two hosts can disagree, and a clock can be set back.
		if ( $is_newer || GatewayStatus::outranks( $answer->status, $known->status ) ) {
			$values += array_filter(
				array(
					'obtained' => $answer->obtained,
					'coin'     => $answer->coin,
					'amount'   => $answer->amount,
					'tx_hash'  => 0 === $known->erased_at ? $answer->tx_hash : '',
				),
				static fn ( string $value ): bool => '' !== $value && '/' !== $value
			);
			if ( $answer->status !== $known->status ) {
				$values += array(
					'status'  => $answer->status,
					'verdict' => '',
				);
				if ( 0 === $known->closed_at && in_array( $answer->status, GatewayStatus::CLOSED, true ) ) {
					$values['closed_at'] = $answer->asked_at;
				}
			}
		}
		$this->update( $known, $values );

		return $this->get( $payment->id );
	}

	public function set_verdict( Payment $payment, Verdict $verdict, string $found_by ): void {
		$values = array( 'verdict' => $verdict->value );
		if ( Verdict::Paid === $verdict && '' === $payment->found_by ) {
			$values['found_by'] = $found_by;
		}
		$this->update( $payment, $values );
	}

	public function ask_again_at( Payment $payment, int $time ): void {
		$this->update( $payment, array( 'next_ask_at' => $time ) );
	}

	/**
	 * Commits the intent to refund, before anything is sent.
	 *
	 * @return Payment|null With the refund that was begun; null for every process but one.
	 */
	public function begin_refund( Payment $payment, int $next_ask_at ): ?Payment {
		$changed = $this->run(
			$this->database->prepare(
				'UPDATE %i SET refund = %s, refund_at = %d, next_ask_at = %d WHERE id = %d AND refund = %s',
				Schema::table( $this->database ),
				Payment::REFUND_ASKED,
				$this->clock->now(),
				$next_ask_at,
				$payment->id,
				''
			)
		);

		return 1 === $changed ? $this->get( $payment->id ) : null;
	}

	/**
	 * Keeps what became of a refund, unless another process has ended it: who read the payment long ago must not end a
	 * refund that was begun since.
	 *
	 * @param Payment $payment With the refund that is meant.
	 * @param string  $refund  One of Payment::REFUND_*, or '' if nothing was refunded.
	 * @return bool Whether this process has ended it.
	 */
	public function end_refund( Payment $payment, string $refund ): bool {
		return 1 === $this->run(
			$this->database->prepare(
				'UPDATE %i SET refund = %s WHERE id = %d AND refund = %s AND refund_at = %d',
				Schema::table( $this->database ),
				$refund,
				$payment->id,
				$payment->refund,
				$payment->refund_at
			)
		);
	}

	/** The payment that the customer can go on with, if what is to be paid is still the same. */
	public function reusable( int $order_id, Terms $terms, int $not_before ): ?Payment {
		foreach ( array_reverse( $this->of_order( $order_id ) ) as $payment ) {
			if ( Payment::STATE_OPEN === $payment->state
				&& in_array( $payment->status, array( '', GatewayStatus::PENDING ), true )
				&& $payment->has( $terms )
				&& $payment->created_at >= $not_before
				&& '' !== $payment->pay_url
			) {
				return $payment;
			}
		}

		return null;
	}

	/** @return list<Payment> In the order in which they were made. */
	public function of_order( int $order_id ): array {
		return $this->select( $this->database->prepare( 'SELECT * FROM %i WHERE order_id = %d ORDER BY id', Schema::table( $this->database ), $order_id ) );
	}

	/** @return list<Payment> More than one if the customer of a hosted payment chose more than one coin. */
	public function by_token( string $token ): array {
		return $this->select( $this->database->prepare( 'SELECT * FROM %i WHERE token = %s ORDER BY id', Schema::table( $this->database ), $token ) );
	}

	public function by_gateway_id( string $mode, string $gateway_id ): ?Payment {
		$sql = $this->database->prepare( 'SELECT * FROM %i WHERE mode = %s AND gateway_id = %s', Schema::table( $this->database ), $mode, $gateway_id );

		return $this->select( $sql )[0] ?? null;
	}

	/** @return list<Payment> Those that the gateway has to be asked about now, the longest waiting first. */
	public function due( string $mode, int $limit ): array {
		return $this->select(
			$this->database->prepare(
				'SELECT * FROM %i WHERE mode = %s AND next_ask_at > 0 AND next_ask_at <= %d AND gateway_id IS NOT NULL ORDER BY next_ask_at LIMIT %d',
				Schema::table( $this->database ),
				$mode,
				$this->clock->now(),
				$limit
			)
		);
	}

	/**
	 * How many payments wait for a question now, and how many refunds there are whose outcome is not known.
	 *
	 * @return array{due: int, in_doubt: int}
	 * @throws StoreFailure When they cannot be read.
	 */
	public function waiting(): array {
		$table = Schema::table( $this->database );
		$count = fn ( ?string $sql ): int => (int) ( $this->database->get_var( (string) $sql ) ?? throw new StoreFailure( 'The table of payments cannot be read: ' . $this->database->last_error ) );

		return array(
			'due'      => $count( $this->database->prepare( 'SELECT COUNT(*) FROM %i WHERE next_ask_at > 0 AND next_ask_at <= %d AND gateway_id IS NOT NULL', $table, $this->clock->now() ) ),
			'in_doubt' => $count( $this->database->prepare( 'SELECT COUNT(*) FROM %i WHERE refund IN (%s, %s)', $table, Payment::REFUND_ASKED, Payment::REFUND_UNKNOWN ) ),
		);
	}

	/**
	 * Erases what points to the customer. What is left still settles and counts the payment.
	 *
	 * @return int How many payments of the order had something to erase.
	 */
	public function erase_customer( int $order_id ): int {
		return $this->run(
			$this->database->prepare(
				'UPDATE %i SET address = %s, tx_hash = %s, pay_url = %s, erased_at = %d WHERE order_id = %d AND erased_at = 0',
				Schema::table( $this->database ),
				'',
				'',
				'',
				max( 1, $this->clock->now() ),
				$order_id
			)
		);
	}

	/** @return array<string, int> How many of the last 100 paid payments were found how: found_by => count. */
	public function found_by(): array {
		$table = Schema::table( $this->database );
		$rows  = $this->database->get_results(
			$this->database->prepare(
				'SELECT found_by, COUNT(*) AS payments FROM (SELECT found_by FROM %i WHERE found_by <> %s ORDER BY id DESC LIMIT 100) AS newest GROUP BY found_by',
				$table,
				''
			),
			ARRAY_A
		);

		$counts = array();
		foreach ( is_array( $rows ) ? $rows : array() as $row ) {
			$counts[ self::text( $row, 'found_by' ) ] = (int) self::text( $row, 'payments' );
		}

		return $counts;
	}

	/**
	 * The newest state of a payment.
	 *
	 * @throws StoreFailure When it cannot be read.
	 */
	public function get( int $id ): Payment {
		$found = $this->select( $this->database->prepare( 'SELECT * FROM %i WHERE id = %d', Schema::table( $this->database ), $id ) );

		return $found[0] ?? throw new StoreFailure( "Payment {$id} cannot be read: {$this->database->last_error}" );
	}

	/** @param array<string, string|int> $values Column => value. */
	private function insert( array $values ): void {
		$this->write( fn (): int|false => $this->database->insert( Schema::table( $this->database ), $values ) );
	}

	/** @param array<string, string|int> $values Column => value. */
	private function update( Payment $payment, array $values ): void {
		$this->write( fn (): int|false => $this->database->update( Schema::table( $this->database ), $values, array( 'id' => $payment->id ) ) );
	}

	private function run( ?string $sql ): int {
		return $this->write( fn (): int|bool => $this->database->query( (string) $sql ) );
	}

	/**
	 * @param \Closure(): (int|bool) $write Writes, and returns how many rows were changed.
	 * @throws StoreFailure When the database has refused.
	 */
	private function write( \Closure $write ): int {
		$result = $this->quietly( $write );
		if ( false === $result ) {
			throw new StoreFailure( 'The table of payments cannot be written: ' . $this->database->last_error );
		}

		return (int) $result;
	}

	/**
	 * WordPress logs a query that fails, whole. These have payment pages and the orders' keys in them, so it must not.
	 *
	 * @template T
	 * @param \Closure(): T $query Asks the database.
	 * @return T
	 */
	private function quietly( \Closure $query ): mixed {
		$was_suppressed = $this->database->suppress_errors();
		try {
			return $query();
		} finally {
			$this->database->suppress_errors( $was_suppressed );
		}
	}

	/**
	 * @return list<Payment>
	 * @throws StoreFailure When they cannot be read.
	 */
	private function select( ?string $sql ): array {
		$rows = $this->quietly( fn (): mixed => $this->database->get_results( (string) $sql, ARRAY_A ) );
		if ( ! is_array( $rows ) || '' !== $this->database->last_error ) {
			throw new StoreFailure( 'The table of payments cannot be read: ' . $this->database->last_error );
		}

		return array_map( self::from_row( ... ), $rows );
	}

	/** A column of a row; '' for NULL. */
	private static function text( mixed $row, string $column ): string {
		$value = is_array( $row ) ? $row[ $column ] ?? '' : '';

		return is_scalar( $value ) ? (string) $value : '';
	}

	private static function from_row( mixed $row ): Payment {
		$text   = static fn ( string $column ): string => self::text( $row, $column );
		$number = static fn ( string $column ): int => (int) self::text( $row, $column );

		return new Payment(
			id: $number( 'id' ),
			token: $text( 'token' ),
			order_id: $number( 'order_id' ),
			kind: $text( 'kind' ),
			mode: $text( 'mode' ),
			state: $text( 'state' ),
			gateway_id: $text( 'gateway_id' ),
			status: $text( 'status' ),
			price: $text( 'price' ),
			currency: $text( 'currency' ),
			coin: $text( 'coin' ),
			amount: $text( 'amount' ),
			address: $text( 'address' ),
			pay_url: $text( 'pay_url' ),
			callback_url: $text( 'callback_url' ),
			obtained: $text( 'obtained' ),
			tx_hash: $text( 'tx_hash' ),
			verdict: $text( 'verdict' ),
			found_by: $text( 'found_by' ),
			refund: $text( 'refund' ),
			refund_at: $number( 'refund_at' ),
			created_at: $number( 'created_at' ),
			closed_at: $number( 'closed_at' ),
			asked_at: $number( 'asked_at' ),
			next_ask_at: $number( 'next_ask_at' ),
			erased_at: $number( 'erased_at' ),
		);
	}
}
