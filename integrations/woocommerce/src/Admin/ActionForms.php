<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce\Admin;

/**
 * Buttons that post to admin-post.php. They can stand inside another form, as on the screen of an order: the form of a
 * button is printed at the page's end, and the button names it.
 */
final class ActionForms {

	/** @var list<string> Forms that are still to be printed. */
	private array $forms = array();

	public function __construct( private FlashNotice $flash ) {
		add_action( 'admin_footer', $this->print_forms( ... ) );
		add_action( 'admin_notices', $flash->show( ... ) );
	}

	/**
	 * Runs an action when its button is used by somebody who may.
	 *
	 * @param string                                  $action     Name of the action.
	 * @param string                                  $capability Who may.
	 * @param callable(array<string, string>): string $run       Gets the button's fields, and says what was done.
	 */
	public function handle( string $action, string $capability, callable $run ): void {
		add_action(
			"admin_post_{$action}",
			function () use ( $action, $capability, $run ): void {
				check_admin_referer( $action );
				if ( ! current_user_can( $capability ) ) {
					wp_die( esc_html__( 'You are not allowed to do this.', 'aurpay-native-gateway' ), '', array( 'response' => 403 ) );
				}
				$this->flash->keep( $run( self::fields( wp_unslash( $_POST ) ) ) );
				$back = wp_get_referer();
				wp_safe_redirect( false === $back ? admin_url() : $back );
				exit;
			}
		);
	}

	/**
	 * Prints a button.
	 *
	 * @param string                $action Of handle().
	 * @param string                $label  What is on it.
	 * @param array<string, string> $fields What the action gets.
	 */
	public function button( string $action, string $label, array $fields = array() ): void {
		$id   = 'aurpay-native-form-' . ( count( $this->forms ) + 1 );
		$form = sprintf( '<form id="%s" method="post" action="%s">', esc_attr( $id ), esc_url( admin_url( 'admin-post.php' ) ) );
		$back = remove_query_arg( '_wp_http_referer' );
		foreach ( array(
			'action'           => $action,
			'_wp_http_referer' => $back,
		) + $fields as $name => $value ) {
			$form .= sprintf( '<input type="hidden" name="%s" value="%s">', esc_attr( $name ), esc_attr( $value ) );
		}
		$this->forms[] = $form . sprintf( '<input type="hidden" name="_wpnonce" value="%s"></form>', esc_attr( wp_create_nonce( $action ) ) );
		printf( '<button type="submit" class="button button-small" form="%s">%s</button>', esc_attr( $id ), esc_html( $label ) );
	}

	/**
	 * @param array<mixed> $posted What came, without slashes.
	 * @return array<string, string>
	 */
	private static function fields( array $posted ): array {
		$fields = array();
		foreach ( $posted as $name => $value ) {
			if ( is_string( $value ) ) {
				$fields[ (string) $name ] = sanitize_text_field( $value );
			}
		}

		return $fields;
	}

	private function print_forms(): void {
		foreach ( $this->forms as $form ) {
			echo $form; // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped in button().
		}
	}
}
