<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

use Automattic\WooCommerce\Blocks\Payments\Integrations\AbstractPaymentMethodType;

/**
 * The payment method in the block checkout.
 */
final class BlocksMethod extends AbstractPaymentMethodType {

	private const SCRIPT = 'aurpay-native-checkout';

	/** @var string */
	protected $name = PaymentMethod::ID;

	public function __construct( private Services $services ) {}

	public function initialize(): void {}

	public function is_active(): bool {
		return $this->services->settings()->is_enabled() && $this->services->availability()->is_available();
	}

	/** @return list<string> */
	public function get_payment_method_script_handles(): array {
		wp_register_script( self::SCRIPT, Plugin::asset( 'checkout.js' ), array( 'wc-blocks-registry', 'wc-settings', 'wp-element', 'wp-html-entities', 'wp-i18n' ), Plugin::VERSION, true );
		wp_set_script_translations( self::SCRIPT, 'aurpay-native-gateway', Plugin::folder( 'languages' ) );

		return array( self::SCRIPT );
	}

	/** @return array<string, mixed> What the script gets. */
	public function get_payment_method_data(): array {
		$settings = $this->services->settings();

		return array(
			'title'       => $settings->title(),
			'description' => $settings->description(),
			'field'       => PaymentMethod::COIN_FIELD,
			'coins'       => Payment::KIND_COIN === $settings->choice() ? $this->services->coins()->offered() : array(),
			'supports'    => PaymentMethod::FEATURES,
		);
	}
}
