<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * The page of settings: its fields, and what happens when it is saved.
 */
final class SettingsForm {

	public function __construct(
		private Settings $settings,
		private Gateway $gateway,
		private Coins $coins,
		private Site $site,
		private Log $log,
	) {}

	/** @return array<string, array<string, mixed>> As WooCommerce's settings API takes them. */
	public function fields(): array {
		return array(
			'enabled'     => array(
				'title'   => __( 'Enable', 'aurpay-native-gateway' ),
				'type'    => 'checkbox',
				'label'   => __( 'Customers can pay with Aurpay', 'aurpay-native-gateway' ),
				'default' => Settings::DEFAULTS['enabled'],
			),
			'title'       => array(
				'title'       => __( 'Title', 'aurpay-native-gateway' ),
				'type'        => 'safe_text',
				'placeholder' => __( 'Crypto', 'aurpay-native-gateway' ),
			),
			'description' => array(
				'title'       => __( 'Description', 'aurpay-native-gateway' ),
				'type'        => 'textarea',
				'placeholder' => __( 'Pay with Bitcoin, USDT and other coins.', 'aurpay-native-gateway' ),
			),
			'mode'        => array(
				'title'       => __( 'Mode', 'aurpay-native-gateway' ),
				'type'        => 'select',
				'options'     => array(
					Settings::TEST => __( 'Test, with the sandbox', 'aurpay-native-gateway' ),
					Settings::LIVE => __( 'Live, with real coins', 'aurpay-native-gateway' ),
				),
				'default'     => Settings::DEFAULTS['mode'],
				'description' => __( 'Each mode has its own credentials. Open payments stay in the mode in which they were made.', 'aurpay-native-gateway' ),
			),
		) + $this->credentials( Settings::LIVE, __( 'Live credentials', 'aurpay-native-gateway' ) )
		+ $this->credentials( Settings::TEST, __( 'Test credentials', 'aurpay-native-gateway' ) )
		+ array(
			'test_base_uri'  => array(
				'title'       => __( 'Address of the sandbox', 'aurpay-native-gateway' ),
				'type'        => 'url',
				'placeholder' => 'https://127.0.0.1:8480',
				'description' => __( 'base_uri, as the sandbox prints it.', 'aurpay-native-gateway' ),
			),
			'test_ca_file'   => array(
				'title'       => __( 'CA file of the sandbox', 'aurpay-native-gateway' ),
				'type'        => 'text',
				'description' => __( 'The file ca.pem of the sandbox. The web server must be able to read it: start the sandbox with --share, and take it from that folder.', 'aurpay-native-gateway' ),
			),
			'choosing'       => array(
				'title' => __( 'Coins', 'aurpay-native-gateway' ),
				'type'  => 'title',
			),
			'choice'         => array(
				'title'       => __( 'The customer chooses the coin', 'aurpay-native-gateway' ),
				'type'        => 'select',
				'options'     => array(
					Payment::KIND_COIN   => __( 'in the shop (recommended)', 'aurpay-native-gateway' ),
					Payment::KIND_HOSTED => __( 'on the page of Aurpay', 'aurpay-native-gateway' ),
				),
				'default'     => Settings::DEFAULTS['choice'],
				'description' => __( 'If the coin is chosen on the page of Aurpay, the shop knows a payment only from its callback. A payment whose callback is lost, and an underpaid one, cannot be found again by the shop.', 'aurpay-native-gateway' ),
			),
			'coins'          => array(
				'title'       => __( 'Coins offered', 'aurpay-native-gateway' ),
				'type'        => 'multiselect',
				'class'       => 'wc-enhanced-select',
				'options'     => $this->coins->known( $this->settings->mode() ),
				'default'     => array(),
				'description' => __( 'None chosen: all that Aurpay offers. The list comes when the credentials are saved.', 'aurpay-native-gateway' ),
			),
			'waiting'        => array(
				'title' => __( 'Waiting', 'aurpay-native-gateway' ),
				'type'  => 'title',
			),
			'partial_window' => self::minutes( __( 'Underpaid orders wait', 'aurpay-native-gateway' ), __( 'Minutes until an underpaid order goes on hold, with what was received.', 'aurpay-native-gateway' ), 'partial_window' ),
			'late_window'    => self::minutes( __( 'Late payments', 'aurpay-native-gateway' ), __( 'Minutes until an unpaid order fails after its payment has expired.', 'aurpay-native-gateway' ), 'late_window' ),
			'log'            => array(
				'title'   => __( 'Log', 'aurpay-native-gateway' ),
				'type'    => 'checkbox',
				'label'   => __( 'Log every call, not only failures. The log never has secrets.', 'aurpay-native-gateway' ),
				'default' => Settings::DEFAULTS['log'],
			),
		);
	}

	/**
	 * A field for a secret: it never has the secret itself.
	 *
	 * @param string               $id   Of the field in the form.
	 * @param string               $name Of the setting.
	 * @param array<string, mixed> $data The field.
	 */
	public function secret_field( string $id, string $name, array $data ): string {
		$is_constant = $this->settings->is_constant( $name );
		$is_kept     = '' !== $this->settings->text( $name );
		$hint        = match ( true ) {
			$is_constant => __( 'set in wp-config.php', 'aurpay-native-gateway' ),
			$is_kept     => __( 'saved; leave it empty to keep it', 'aurpay-native-gateway' ),
			default      => __( 'not set', 'aurpay-native-gateway' ),
		};
		ob_start();
		?>
		<tr valign="top">
			<th scope="row" class="titledesc"><label for="<?php echo esc_attr( $id ); ?>" id="<?php echo esc_attr( "{$id}_label" ); ?>"><?php echo esc_html( is_string( $data['title'] ?? null ) ? $data['title'] : '' ); ?></label></th>
			<td class="forminp">
				<input class="input-text regular-input" type="password" autocomplete="new-password" spellcheck="false" value=""
					id="<?php echo esc_attr( $id ); ?>" name="<?php echo esc_attr( $id ); ?>"
					placeholder="<?php echo esc_attr( $hint ); ?>" <?php disabled( $is_constant ); ?>>
				<?php if ( $is_kept && ! $is_constant ) : ?>
					<label><input type="checkbox" name="<?php echo esc_attr( "{$id}_remove" ); ?>" value="1" aria-describedby="<?php echo esc_attr( "{$id}_label" ); ?>"> <?php esc_html_e( 'Remove', 'aurpay-native-gateway' ); ?></label>
				<?php endif; ?>
			</td>
		</tr>
		<?php

		return (string) ob_get_clean();
	}

	/** What is kept of a secret's field: what was typed, or the old one. */
	public function secret_to_keep( string $name, #[\SensitiveParameter] string $typed ): string {
		$field = 'woocommerce_' . PaymentMethod::ID . "_{$name}_remove";
		// phpcs:ignore WordPress.Security.NonceVerification -- WooCommerce has checked the nonce of its settings.
		if ( isset( $_POST[ $field ] ) ) {
			return '';
		}
		$typed = trim( $typed );

		return '' === $typed ? $this->settings->text( $name ) : $typed;
	}

	/**
	 * Tries the credentials, and asks for the coins. What is missing, the page itself tells, saved or not.
	 *
	 * @return list<string> What is wrong, for the merchant.
	 */
	public function after_save(): array {
		$this->site->confirm();
		$mode = $this->settings->mode();
		if ( ! $this->settings->has_credentials( $mode ) || ( Settings::TEST === $mode && '' === $this->settings->base_uri( $mode ) ) ) {
			return array();
		}
		try {
			$this->gateway->try_credentials( $mode );
			$this->coins->refresh( $mode );
		} catch ( \Throwable $failure ) {
			$this->log->failure( 'The credentials were tried', $failure );

			return array( Words::for_merchant( $failure ) );
		}

		return array();
	}

	/** @return array<string, array<string, mixed>> */
	private function credentials( string $mode, string $title ): array {
		$titles = array(
			'api_key'         => __( 'API key', 'aurpay-native-gateway' ),
			'api_token'       => __( 'API token', 'aurpay-native-gateway' ),
			'api_secret'      => __( 'API secret', 'aurpay-native-gateway' ),
			'callback_token'  => __( 'Callback token', 'aurpay-native-gateway' ),
			'callback_secret' => __( 'Callback secret', 'aurpay-native-gateway' ),
		);
		$fields = array(
			"{$mode}_title" => array(
				'title'       => $title,
				'type'        => 'title',
				'description' => __( 'The API key alone is enough. With API token and secret, requests are signed. With callback token and secret, callbacks are verified by their signature.', 'aurpay-native-gateway' ),
			),
		);
		foreach ( Settings::SECRETS as $name ) {
			$fields[ "{$mode}_{$name}" ] = array(
				'title' => $titles[ $name ],
				'type'  => 'aurpay_secret',
			);
		}

		return $fields;
	}

	/** @return array<string, mixed> */
	private static function minutes( string $title, string $description, string $name ): array {
		return array(
			'title'             => $title,
			'type'              => 'number',
			'default'           => Settings::DEFAULTS[ $name ],
			'description'       => $description,
			'custom_attributes' => array(
				'min'  => '0',
				'max'  => '43200',
				'step' => '1',
			),
		);
	}
}
