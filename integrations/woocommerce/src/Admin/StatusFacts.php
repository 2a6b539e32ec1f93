<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\CallbackHistory;
use Aurpay\WooCommerce\Jobs;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\PaymentStore;
use Aurpay\WooCommerce\Plugin;
use Aurpay\WooCommerce\Settings;
use Aurpay\WooCommerce\Site;
use Aurpay\WooCommerce\StoreFailure;

/**
 * How the plugin is doing, for the settings and for WooCommerce's System Status. It never has a secret: reports are
 * sent to strangers.
 */
final class StatusFacts {

	public function __construct(
		private Settings $settings,
		private CallbackHistory $history,
		private PaymentStore $store,
		private Jobs $jobs,
		private Site $site,
		private ExtensionFacts $extension,
	) {}

	/** @return list<StatusFact> */
	public function all(): array {
		return array(
			new StatusFact( 'Version', __( 'Version', 'aurpay-native-gateway' ), Plugin::VERSION ),
			new StatusFact( 'Extension', __( 'PHP extension', 'aurpay-native-gateway' ), $this->extension_text(), '' !== $this->extension->version() ),
			new StatusFact( 'Mode', __( 'Mode', 'aurpay-native-gateway' ), Settings::LIVE === $this->settings->mode() ? __( 'live', 'aurpay-native-gateway' ) : __( 'test', 'aurpay-native-gateway' ) ),
			$this->copy_fact(),
			$this->verified_fact(),
			$this->refused_fact(),
			$this->found_fact(),
			...$this->waiting_facts(),
			$this->job_fact(),
		);
	}

	private function extension_text(): string {
		$parts = array( $this->extension->version() );
		foreach ( $this->extension->libraries() as $name => $version ) {
			$parts[] = str_starts_with( $version, $name ) ? $version : "{$name} {$version}";
		}

		return implode( ', ', array_filter( $parts ) );
	}

	private function copy_fact(): StatusFact {
		$is_copy = $this->site->is_copy();

		return new StatusFact(
			'Copy',
			__( 'This site', 'aurpay-native-gateway' ),
			$is_copy ? __( 'a copy: it refunds and reconciles nothing', 'aurpay-native-gateway' ) : __( 'the shop', 'aurpay-native-gateway' ),
			! $is_copy
		);
	}

	private function verified_fact(): StatusFact {
		$time = $this->history->last_verified();

		return new StatusFact( 'Last verified callback', __( 'Last verified callback', 'aurpay-native-gateway' ), 0 === $time ? __( 'none yet', 'aurpay-native-gateway' ) : PaymentRows::time( $time ) );
	}

	private function refused_fact(): StatusFact {
		$refused = $this->history->last_refused();

		return new StatusFact(
			'Last refused callback',
			__( 'Last refused callback', 'aurpay-native-gateway' ),
			null === $refused ? __( 'none', 'aurpay-native-gateway' ) : PaymentRows::time( $refused['at'] ) . ": {$refused['why']}",
			null === $refused || $this->history->last_verified() > $refused['at']
		);
	}

	private function found_fact(): StatusFact {
		$counts = $this->store->found_by();
		$found  = $counts[ Payment::FOUND_BY_RECONCILE ] ?? 0;
		$total  = array_sum( $counts );

		return new StatusFact(
			'Found by reconciliation',
			__( 'Found by reconciliation', 'aurpay-native-gateway' ),
			0 === $found
				/* translators: %d: number of payments */
				? sprintf( __( 'none of the last %d paid payments', 'aurpay-native-gateway' ), $total )
				/* translators: 1: number of payments, 2: number of payments */
				: sprintf( __( '%1$d of the last %2$d paid payments: their callback was late or lost', 'aurpay-native-gateway' ), $found, $total ),
			// One in ten can be chance.
			$found * 10 <= $total
		);
	}

	/** @return list<StatusFact> */
	private function waiting_facts(): array {
		try {
			$waiting = $this->store->waiting();
		} catch ( StoreFailure $failure ) {
			return array( new StatusFact( 'Payments', __( 'Payments', 'aurpay-native-gateway' ), $failure->getMessage(), false ) );
		}

		return array(
			new StatusFact( 'Due payments', __( 'Payments to ask about now', 'aurpay-native-gateway' ), (string) $waiting['due'] ),
			new StatusFact( 'Refunds in doubt', __( 'Refunds in doubt', 'aurpay-native-gateway' ), (string) $waiting['in_doubt'], 0 === $waiting['in_doubt'] ),
		);
	}

	private function job_fact(): StatusFact {
		$next = $this->jobs->next_reconcile();

		return new StatusFact(
			'Next reconciliation',
			__( 'Next reconciliation', 'aurpay-native-gateway' ),
			match ( $next ) {
				null    => __( 'not planned', 'aurpay-native-gateway' ),
				0       => __( 'runs now', 'aurpay-native-gateway' ),
				default => PaymentRows::time( $next ),
			},
			null !== $next
		);
	}
}
