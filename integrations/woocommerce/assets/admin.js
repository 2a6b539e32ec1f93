/**
 * The button "Test callbacks" of the settings.
 */
( function () {
	const { __, sprintf } = window.wp.i18n;
	const button = document.getElementById( 'aurpay-native-test-callbacks' );
	const result = document.getElementById( 'aurpay-native-test-result' );
	if ( button === null || result === null ) {
		return;
	}

	async function test() {
		const { address, action, nonce } = button.dataset;
		const response = await fetch( address, {
			method: 'POST',
			credentials: 'same-origin',
			body: new URLSearchParams( { action, _ajax_nonce: nonce } ),
		} );
		if ( ! response.ok ) {
			// translators: %d: HTTP status
			return '✗ ' + sprintf( __( 'This page is too old, or you are logged out (status %d). Load it again.', 'aurpay-native-gateway' ), response.status );
		}
		const { data } = await response.json();
		return ( data.good ? '✓ ' : '✗ ' ) + data.sentence;
	}

	button.addEventListener( 'click', async () => {
		button.disabled = true;
		result.textContent = __( 'Testing …', 'aurpay-native-gateway' );
		try {
			result.textContent = await test();
		} catch {
			result.textContent = '✗ ' + __( 'The shop itself did not answer this page.', 'aurpay-native-gateway' );
		}
		button.disabled = false;
	} );
} )();
