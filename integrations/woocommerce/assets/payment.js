/**
 * Asks the shop every few seconds whether the payment has arrived, and loads the page again when its state changes.
 */
( function () {
	const { address, state } = window.aurpayNativePayment;
	const PAUSE_MS = 5000;
	const LONGEST_PAUSE_MS = 60000;
	let pause = PAUSE_MS;

	async function ask() {
		if ( ! document.hidden ) {
			try {
				const response = await fetch( address, { cache: 'no-store', credentials: 'same-origin' } );
				const answer = await response.json();
				if ( response.ok && answer.state !== state ) {
					window.location.reload();
					return;
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
