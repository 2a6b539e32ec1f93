/**
 * The payment method in the block checkout: the choice of a coin.
 */
( function () {
	const { createElement: element, useEffect, useState } = window.wp.element;
	const { decodeEntities } = window.wp.htmlEntities;
	const { __ } = window.wp.i18n;
	const settings = window.wc.wcSettings.getSetting( 'aurpay_native_data', null );
	if ( settings === null ) {
		return;
	}
	const coins = Object.entries( settings.coins );

	function Coins( { eventRegistration, emitResponse } ) {
		const [ coin, setCoin ] = useState( '' );
		const { onPaymentSetup } = eventRegistration;
		useEffect(
			() => onPaymentSetup( () => {
				if ( coins.length > 0 && coin === '' ) {
					return {
						type: emitResponse.responseTypes.ERROR,
						message: __( 'Please choose the coin to pay with.', 'aurpay-native-gateway' ),
					};
				}
				return {
					type: emitResponse.responseTypes.SUCCESS,
					meta: { paymentMethodData: { [ settings.field ]: coin } },
				};
			} ),
			[ onPaymentSetup, emitResponse.responseTypes, coin ]
		);
		const description = element( 'p', null, decodeEntities( settings.description ) );
		if ( coins.length === 0 ) {
			return description;
		}
		return element(
			'div',
			null,
			description,
			element( 'label', { htmlFor: settings.field }, __( 'Coin', 'aurpay-native-gateway' ) ),
			element(
				'select',
				{
					id: settings.field,
					value: coin,
					required: true,
					style: { display: 'block', width: '100%', padding: '0.75em', marginTop: '0.25em' },
					onChange: ( event ) => setCoin( event.target.value ),
				},
				element( 'option', { value: '' }, __( 'Choose a coin …', 'aurpay-native-gateway' ) ),
				coins.map( ( [ value, name ] ) => element( 'option', { key: value, value }, name ) )
			)
		);
	}

	const title = decodeEntities( settings.title );
	window.wc.wcBlocksRegistry.registerPaymentMethod( {
		name: 'aurpay_native',
		label: title,
		ariaLabel: title,
		content: element( Coins, null ),
		edit: element( 'p', null, decodeEntities( settings.description ) ),
		canMakePayment: () => true,
		supports: { features: settings.supports },
	} );
} )();
