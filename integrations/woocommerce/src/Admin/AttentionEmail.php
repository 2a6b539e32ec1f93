<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Notes;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\Verdict;

/**
 * The e-mail about an order that needs the merchant's attention. It is one of WooCommerce's: who gets it, and whether
 * it is sent, is set in WooCommerce, Settings, Emails.
 */
final class AttentionEmail extends \WC_Email {

	/** Its key among WooCommerce's e-mails. */
	public const NAME = 'aurpay_native_attention';

	private string $sentence = '';

	public function __construct() {
		$this->id           = self::NAME;
		$this->title        = __( 'Aurpay payment needs attention', 'aurpay-native-gateway' );
		$this->description  = __( 'Sent to the shop when a crypto payment came that the shop cannot place by itself: underpaid, late, paid twice, or with another price.', 'aurpay-native-gateway' );
		$this->placeholders = array( '{order_number}' => '' );
		parent::__construct();
		$recipient       = $this->get_option( 'recipient', '' );
		$admin           = get_option( 'admin_email' );
		$this->recipient = '' !== $recipient ? $recipient : ( is_string( $admin ) ? $admin : '' );
	}

	public function trigger( \WC_Order $order, Payment $payment, Verdict $verdict ): void {
		$this->object                         = $order;
		$this->placeholders['{order_number}'] = (string) $order->get_order_number();
		$this->setup_locale();
		$this->sentence = ( new Notes() )->text( $verdict, $payment, $order );
		if ( $this->is_enabled() && '' !== (string) $this->get_recipient() ) {
			$this->send( (string) $this->get_recipient(), $this->get_subject(), $this->get_content(), $this->get_headers(), $this->get_attachments() );
		}
		$this->restore_locale();
	}

	public function get_default_subject(): string {
		return __( '[{site_title}] Order {order_number}: the crypto payment needs your attention', 'aurpay-native-gateway' );
	}

	public function get_default_heading(): string {
		return __( 'Order {order_number} needs your attention', 'aurpay-native-gateway' );
	}

	public function get_content_html(): string {
		$message = sprintf( '<p>%s</p>', esc_html( $this->sentence() ) );
		if ( $this->object instanceof \WC_Order ) {
			$message .= sprintf( '<p><a href="%s">%s</a></p>', esc_url( $this->object->get_edit_order_url() ), esc_html__( 'Open the order', 'aurpay-native-gateway' ) );
		}

		return WC()->mailer()->wrap_message( $this->get_heading(), $message );
	}

	public function get_content_plain(): string {
		$url = $this->object instanceof \WC_Order ? $this->object->get_edit_order_url() : '';

		return "{$this->get_heading()}\n\n{$this->sentence()}\n\n{$url}\n";
	}

	/** WooCommerce's preview shows the e-mail without a payment. */
	private function sentence(): string {
		return '' === $this->sentence ? $this->description : $this->sentence;
	}

	/** Adds the recipient to WooCommerce's own fields. */
	public function init_form_fields(): void {
		parent::init_form_fields();
		$admin             = get_option( 'admin_email' );
		$recipient         = array(
			'title'       => __( 'Recipients', 'aurpay-native-gateway' ),
			'type'        => 'text',
			'description' => __( 'Separated by commas. None: the address of the administrator.', 'aurpay-native-gateway' ),
			'placeholder' => is_string( $admin ) ? $admin : '',
			'default'     => '',
		);
		$this->form_fields = array_slice( $this->form_fields, 0, 1, true ) + array( 'recipient' => $recipient ) + $this->form_fields;
	}
}
