<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

use Aurpay\WooCommerce\Filtered;
use Aurpay\WooCommerce\Payment;
use Aurpay\WooCommerce\Plugin;
use Aurpay\WooCommerce\Services;
use Aurpay\WooCommerce\Verdict;

/**
 * Connects what the merchant sees to WordPress, and makes its objects when a page needs them.
 */
final class AdminHooks {

	private ?ActionForms $forms = null;

	private function __construct( private Services $services ) {}

	public static function add( Services $services ): void {
		$hooks = new self( $services );
		$hooks->add_to_orders();
		$hooks->add_to_settings();
		$hooks->add_to_status();
		$hooks->add_privacy();
	}

	private function add_to_orders(): void {
		// First of all: what another plugin's hook throws ends the others.
		add_action( 'aurpay_native_needs_attention', fn ( \WC_Order $order, Payment $payment, Verdict $verdict ) => $this->attention()->note( $order, $payment, $verdict ), PHP_INT_MIN, 3 );
		add_action( 'aurpay_native_order_missing', fn ( Payment $payment ) => $this->attention()->note_missing( $payment ), PHP_INT_MIN );
		foreach ( array( 'woocommerce_order_status_changed', 'woocommerce_trash_order', 'woocommerce_delete_order' ) as $change ) {
			add_action( $change, fn ( mixed $order_id ) => $this->attention()->forget_order( $order_id ) );
		}
		add_filter( 'woocommerce_email_classes', static fn ( mixed $emails ): array => Filtered::as_array( $emails ) + array( AttentionEmail::NAME => new AttentionEmail() ) );
		if ( ! is_admin() ) {
			return;
		}
		add_action( 'add_meta_boxes', fn ( $screen, $post_or_order = null ) => $this->order_box()->add( $screen, $post_or_order ), 10, 2 );
		add_action( 'admin_notices', fn () => $this->attention_notice()->show() );
		$this->forms()->handle( OrderBox::ASK_NOW, 'edit_shop_orders', fn ( array $fields ): string => $this->order_box()->ask_now( absint( $fields['order'] ?? 0 ) ) );
		$this->forms()->handle( AttentionNotice::DISMISS, 'edit_shop_orders', fn ( array $fields ): string => $this->attention_notice()->dismiss( $fields['entry'] ?? '' ) );
	}

	private function add_to_settings(): void {
		if ( ! is_admin() ) {
			return;
		}
		add_action( 'admin_notices', fn () => $this->copy_notice()->show() );
		add_filter( 'plugin_action_links_' . plugin_basename( Plugin::folder( 'aurpay-native-gateway.php' ) ), static fn ( array $links ): array => array( 'settings' => SettingsPage::link() ) + $links );
		// The settings themselves are printed on priority 10.
		add_action( 'woocommerce_settings_checkout', fn () => $this->settings_page()->show_above(), 5 );
		add_action( 'woocommerce_settings_checkout', fn () => $this->settings_page()->show_below(), 15 );
		add_action( 'wp_ajax_' . CallbackTester::ACTION, fn () => $this->callback_test_request()->answer() );
		$this->forms()->handle( CopyNotice::CONFIRM, 'manage_woocommerce', fn (): string => $this->copy_notice()->confirm() );
		$this->forms()->handle( Moving::TAKE_KEY, 'manage_woocommerce', fn ( array $fields ): string => $this->moving()->take_key( $fields['key'] ?? '' ) );
	}

	private function add_to_status(): void {
		add_action( 'woocommerce_system_status_report', fn () => ( new SystemStatus( $this->facts() ) )->show() );
		add_filter( 'woocommerce_debug_tools', fn ( mixed $tools ): array => Filtered::as_array( $tools ) + $this->tools()->all() );
		add_filter( 'site_status_tests', fn ( mixed $tests ): array => ( new SiteHealth( $this->services->site(), $this->services->callback_history(), $this->services->store(), $this->services->jobs(), $this->services->settings(), $this->services->availability(), $this->services->clock() ) )->add( Filtered::as_array( $tests ) ) );
	}

	private function add_privacy(): void {
		$exporter = fn (): PrivacyExporter => new PrivacyExporter( $this->services->store(), $this->payment_rows() );
		$eraser   = fn (): PrivacyEraser => new PrivacyEraser( $this->services->store(), $this->services->log() );
		add_filter( 'wp_privacy_personal_data_exporters', static fn ( mixed $all ): array => $exporter()->add( Filtered::as_array( $all ) ), 20 );
		// Before WooCommerce's: when it has anonymised an order, the order can no longer be found by its address.
		add_filter( 'wp_privacy_personal_data_erasers', static fn ( mixed $all ): array => $eraser()->add( Filtered::as_array( $all ) ), 1 );
		add_action( 'woocommerce_privacy_remove_order_personal_data', static fn ( \WC_Order $order ) => $eraser()->erase( $order ) );
		add_action( 'admin_init', static fn () => PrivacyPolicy::add() );
	}

	private function forms(): ActionForms {
		$this->forms ??= new ActionForms( new FlashNotice() );

		return $this->forms;
	}

	private function attention(): Attention {
		return new Attention( $this->attention_list(), $this->services->log() );
	}

	private function attention_list(): AttentionList {
		return new AttentionList( $this->services->lock(), $this->services->clock() );
	}

	private function attention_notice(): AttentionNotice {
		return new AttentionNotice( $this->attention_list(), $this->forms() );
	}

	private function order_box(): OrderBox {
		return new OrderBox( $this->services->store(), $this->services->reconciler(), $this->services->site(), $this->payment_rows(), $this->forms(), $this->services->log() );
	}

	private function payment_rows(): PaymentRows {
		return new PaymentRows( new Explorer(), $this->services->clock() );
	}

	private function copy_notice(): CopyNotice {
		return new CopyNotice( $this->services->site(), $this->forms() );
	}

	private function settings_page(): SettingsPage {
		return new SettingsPage(
			$this->services->settings(),
			$this->services->availability(),
			$this->services->coins(),
			$this->facts(),
			$this->moving()
		);
	}

	private function callback_test_request(): CallbackTestRequest {
		return new CallbackTestRequest(
			new CallbackTester( $this->services->callback_probe(), $this->services->clients(), $this->services->settings(), $this->services->log() )
		);
	}

	private function facts(): StatusFacts {
		return new StatusFacts(
			$this->services->settings(),
			$this->services->callback_history(),
			$this->services->store(),
			$this->services->jobs(),
			$this->services->site(),
			new ExtensionFacts()
		);
	}

	private function moving(): Moving {
		return new Moving( new PublicPlugins(), $this->services->settings(), $this->services->gateway(), $this->forms(), $this->services->log() );
	}

	private function tools(): Tools {
		return new Tools( $this->services->reconciler(), $this->services->site(), $this->services->store() );
	}
}
