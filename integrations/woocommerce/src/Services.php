<?php

declare( strict_types=1 );

namespace Aurpay\WooCommerce;

/**
 * Makes the plugin's objects, each once, when it is first needed.
 */
final class Services {

	/** @var array<string, object> */
	private array $made = array();

	public function __construct( private \wpdb $database, private Clock $clock ) {}

	public function clock(): Clock {
		return $this->clock;
	}

	public function settings(): Settings {
		return $this->once( Settings::class, static fn (): Settings => new Settings() );
	}

	public function log(): Log {
		return $this->once( Log::class, fn (): Log => new Log( $this->settings() ) );
	}

	public function site(): Site {
		return $this->once( Site::class, static fn (): Site => new Site() );
	}

	public function clients(): ClientFactory {
		return $this->once( ClientFactory::class, fn (): ClientFactory => new ClientFactory( $this->settings(), $this->log() ) );
	}

	public function gateway(): Gateway {
		return $this->once( Gateway::class, fn (): Gateway => new Gateway( $this->clients(), $this->clock ) );
	}

	public function coins(): Coins {
		return $this->once( Coins::class, fn (): Coins => new Coins( $this->settings(), $this->gateway(), $this->clock ) );
	}

	public function availability(): Availability {
		return $this->once( Availability::class, fn (): Availability => new Availability( $this->settings(), $this->coins(), $this->site() ) );
	}

	public function settings_form(): SettingsForm {
		return $this->once(
			SettingsForm::class,
			fn (): SettingsForm => new SettingsForm( $this->settings(), $this->gateway(), $this->coins(), $this->site(), $this->log() )
		);
	}

	public function store(): PaymentStore {
		return $this->once( PaymentStore::class, fn (): PaymentStore => new PaymentStore( $this->database, $this->clock ) );
	}

	public function lock(): Lock {
		return $this->once( Lock::class, fn (): Lock => new Lock( $this->database ) );
	}

	public function orders(): Orders {
		return $this->once( Orders::class, fn (): Orders => new Orders( $this->store(), $this->clock ) );
	}

	public function schedule(): Schedule {
		return $this->once( Schedule::class, fn (): Schedule => new Schedule( $this->clock ) );
	}

	public function settlement(): Settlement {
		return $this->once(
			Settlement::class,
			fn (): Settlement => new Settlement(
				$this->store(),
				$this->orders(),
				$this->gateway(),
				new Judge( $this->settings()->partial_window(), $this->settings()->late_window() ),
				new OrderUpdate( $this->orders(), new Notes(), $this->log() ),
				$this->lock(),
				$this->schedule(),
				$this->clock,
				$this->log()
			)
		);
	}

	public function checkout(): Checkout {
		return $this->once(
			Checkout::class,
			fn (): Checkout => new Checkout( $this->settings(), $this->store(), $this->gateway(), $this->lock(), $this->schedule(), $this->clock, $this->log() )
		);
	}

	public function refunds(): Refunds {
		return $this->once(
			Refunds::class,
			fn (): Refunds => new Refunds( $this->store(), $this->orders(), $this->gateway(), $this->site(), $this->schedule(), $this->log() )
		);
	}

	public function reconciler(): Reconciler {
		return $this->once(
			Reconciler::class,
			fn (): Reconciler => new Reconciler( $this->store(), $this->gateway(), $this->settlement(), $this->refunds(), $this->settings(), $this->site(), $this->lock(), $this->clock, $this->log() )
		);
	}

	public function cancellation(): Cancellation {
		return $this->once(
			Cancellation::class,
			fn (): Cancellation => new Cancellation( $this->reconciler(), $this->store(), $this->orders(), $this->clock, $this->log() )
		);
	}

	public function callback_history(): CallbackHistory {
		return $this->once( CallbackHistory::class, fn (): CallbackHistory => new CallbackHistory( $this->clock ) );
	}

	public function callback_probe(): CallbackProbe {
		return $this->once( CallbackProbe::class, fn (): CallbackProbe => new CallbackProbe( $this->clock ) );
	}

	public function callback_endpoint(): CallbackEndpoint {
		return $this->once(
			CallbackEndpoint::class,
			fn (): CallbackEndpoint => new CallbackEndpoint( $this->store(), $this->clients(), $this->settlement(), $this->callback_history(), $this->callback_probe(), $this->site(), $this->log() )
		);
	}

	public function jobs(): Jobs {
		return $this->once( Jobs::class, fn (): Jobs => new Jobs( $this->coins(), $this->settings(), $this->clock, $this->log() ) );
	}

	public function customer_state(): CustomerState {
		return $this->once( CustomerState::class, fn (): CustomerState => new CustomerState( $this->store(), $this->clock, $this->log() ) );
	}

	public function thank_you_page(): ThankYouPage {
		return $this->once( ThankYouPage::class, fn (): ThankYouPage => new ThankYouPage( $this->customer_state(), new PaymentBox( $this->customer_state() ) ) );
	}

	public function state_endpoint(): StateEndpoint {
		return $this->once( StateEndpoint::class, fn (): StateEndpoint => new StateEndpoint( $this->customer_state() ) );
	}

	/**
	 * @template T of object
	 * @param class-string<T> $name Of the class.
	 * @param \Closure(): T   $make Makes the object.
	 * @return T
	 */
	private function once( string $name, \Closure $make ): object {
		$made                = $this->made[ $name ] ?? $make();
		$this->made[ $name ] = $made;

		/** @var T $made */
		return $made;
	}
}
