<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Availability;
use Aurpay\WooCommerce\CallbackHistory;
use Aurpay\WooCommerce\CallbackUrl;
use Aurpay\WooCommerce\Clock;
use Aurpay\WooCommerce\Jobs;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\PaymentStore;
use Aurpay\WooCommerce\PaymentMethod;
use Aurpay\WooCommerce\Settings;
use Aurpay\WooCommerce\Site;

/**
 * The tests of Site Health. Each is one question, so the merchant sees what to do.
 */
final class SiteHealth {

	/** So late, a job shows that Action Scheduler does not run. */
	private const OVERDUE_SECONDS = 1800;

	public function __construct(
		private Site $site,
		private CallbackHistory $history,
		private PaymentStore $store,
		private Jobs $jobs,
		private Settings $settings,
		private Availability $availability,
		private Clock $clock,
	) {}

	/**
	 * @param array<mixed> $tests Those of others.
	 * @return array<mixed>
	 */
	public function add( array $tests ): array {
		$direct = is_array( $tests['direct'] ?? null ) ? $tests['direct'] : array();
		foreach ( array(
			'mode'      => $this->test_mode( ... ),
			'copy'      => $this->copy( ... ),
			'callbacks' => $this->callbacks( ... ),
			'https'     => $this->https( ... ),
			'jobs'      => $this->jobs_run( ... ),
		) as $name => $test ) {
			$direct[ "aurpay_native_{$name}" ] = array(
				'label' => __( 'Aurpay', 'aurpay-native-gateway' ),
				'test'  => $test,
			);
		}

		return array( 'direct' => $direct ) + $tests;
	}

	/** @return array<string, mixed> */
	private function test_mode(): array {
		return Settings::TEST === $this->settings->mode() && $this->availability->is_available() && $this->settings->is_enabled()
			? self::result( 'mode', 'recommended', __( 'Customers can pay with Aurpay without real coins', 'aurpay-native-gateway' ), __( 'Aurpay is enabled in test mode. Before you sell something, choose the live mode.', 'aurpay-native-gateway' ) )
			: self::result( 'mode', 'good', __( 'Aurpay takes no test payments', 'aurpay-native-gateway' ), __( 'Nobody can pay without real coins.', 'aurpay-native-gateway' ) );
	}

	/** @return array<string, mixed> */
	private function copy(): array {
		return $this->site->is_copy()
			? self::result( 'copy', 'recommended', __( 'This site is a copy of a shop with Aurpay', 'aurpay-native-gateway' ), __( 'Its address has changed since the settings of Aurpay were saved. It refunds and reconciles nothing until you confirm in the settings that it is the shop now.', 'aurpay-native-gateway' ) )
			: self::result( 'copy', 'good', __( 'Aurpay knows this site as the shop', 'aurpay-native-gateway' ), __( 'Refunds and reconciliation are on.', 'aurpay-native-gateway' ) );
	}

	/** @return array<string, mixed> */
	private function callbacks(): array {
		$found   = $this->store->found_by()[ Payment::FOUND_BY_RECONCILE ] ?? 0;
		$refused = $this->history->last_refused();
		if ( null !== $refused && 0 === $this->history->last_verified() && $found > 0 ) {
			return self::result(
				'callbacks',
				'recommended',
				__( 'Callbacks of Aurpay are refused', 'aurpay-native-gateway' ),
				/* translators: 1: number of payments, 2: reason */
				sprintf( __( 'No callback was ever verified, and %1$d payments were found by reconciliation only. Orders are paid late. The last callback was refused for this reason: %2$s. Check the callback token and secret, and use "Test callbacks" in the settings of Aurpay.', 'aurpay-native-gateway' ), $found, $refused['why'] )
			);
		}

		return self::result( 'callbacks', 'good', __( 'Callbacks of Aurpay show no problem', 'aurpay-native-gateway' ), __( 'Callbacks tell the shop of payments at once. The state is in the settings of Aurpay.', 'aurpay-native-gateway' ) );
	}

	/** @return array<string, mixed> */
	private function https(): array {
		return CallbackUrl::is_possible()
			? self::result( 'https', 'good', __( 'Aurpay can call this shop', 'aurpay-native-gateway' ), __( 'The shop has an https address.', 'aurpay-native-gateway' ) )
			: self::result( 'https', 'critical', __( 'Aurpay cannot call this shop', 'aurpay-native-gateway' ), __( 'The shop has no https address. Aurpay sends your API key with each callback, so it calls only https addresses.', 'aurpay-native-gateway' ) );
	}

	/** @return array<string, mixed> */
	private function jobs_run(): array {
		$next = $this->jobs->next_reconcile();
		if ( null === $next && $this->settings->is_enabled() ) {
			return self::result( 'jobs', 'critical', __( 'The reconciliation of Aurpay is not planned', 'aurpay-native-gateway' ), __( 'Payments whose callback is lost are not found. Open any page of the admin area once: the plugin plans it again. If it does not, look at WooCommerce, Status, Scheduled Actions.', 'aurpay-native-gateway' ) );
		}
		if ( null !== $next && 0 !== $next && $this->clock->now() - $next > self::OVERDUE_SECONDS ) {
			return self::result(
				'jobs',
				'critical',
				__( 'The reconciliation of Aurpay is overdue', 'aurpay-native-gateway' ),
				/* translators: %s: date and time */
				sprintf( __( 'It should have run at %s. Scheduled actions do not run on this site: check WP-Cron, or call wp-cron.php by a cron job of the server.', 'aurpay-native-gateway' ), PaymentRows::time( $next ) )
			);
		}

		return self::result( 'jobs', 'good', __( 'The reconciliation of Aurpay runs', 'aurpay-native-gateway' ), __( 'It finds payments whose callback is lost.', 'aurpay-native-gateway' ) );
	}

	/** @return array<string, mixed> */
	public static function result( string $name, string $status, string $label, string $description ): array {
		return array(
			'label'       => $label,
			'status'      => $status,
			'badge'       => array(
				'label' => __( 'Payments', 'aurpay-native-gateway' ),
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html( $description ) . '</p>',
			'actions'     => sprintf(
				'<p><a href="%s">%s</a></p>',
				esc_url( admin_url( 'admin.php?page=wc-settings&tab=checkout&section=' . PaymentMethod::ID ) ),
				esc_html__( 'Settings of Aurpay', 'aurpay-native-gateway' )
			),
			'test'        => "aurpay_native_{$name}",
		);
	}
}
