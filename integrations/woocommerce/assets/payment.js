/**
 * Asks the shop every few seconds whether the payment has arrived, and loads the page again when its state changes.
 */
( function () {
	const { address, state } = window.aurpayNativePayment;
	const PAUSE_MS = 5000;
	const LONGEST_PAUSE_MS = 60000;
	const KEY = `aurpay-native-state:${ address }`;
	let pause = PAUSE_MS;

	/** A cache can give the old page for ever, so it is loaded again once for a state. */
	function mayReloadFor( next ) {
		try {
			const before = window.sessionStorage.getItem( KEY );
			window.sessionStorage.setItem( KEY, next );
			return before !== next;
		} catch {
			// The browser keeps nothing.
			return false;
		}
	}

	/** Says the new state in the old page, and takes away what is no longer to be paid. */
	function show( sentence ) {
		const told = document.querySelector( '#aurpay-native-payment .aurpay-native-state' );
		if ( told === null || told.textContent === sentence ) {
			return;
		}
		told.textContent = sentence;
		while ( told.nextElementSibling !== null ) {
			told.nextElementSibling.remove();
		}
	}

	async function ask() {
		if ( ! document.hidden ) {
			try {
				const response = await fetch( address, { cache: 'no-store', credentials: 'same-origin' } );
				const answer = await response.json();
				if ( response.ok && answer.state !== state ) {
					if ( mayReloadFor( answer.state ) ) {
						window.location.reload();
						return;
					}
					show( answer.sentence );
				}
				pause = PAUSE_MS;
			} catch {
				pause = Math.min( pause * 2, LONGEST_PAUSE_MS );
			}
		}
		window.setTimeout( ask, pause );
	}

	window.setTimeout( ask, pause );
} )();
