--TEST--
An empty or blank token or secret, a token that no header can carry, or a negative tolerance is a ValueError
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;

require __DIR__ . '/../support/callbacks.php';

foreach ([['', 's'], [' ', 's'], ['t', ''], ['t', "\n"], ["t\n", 's'], ["t\0", 's'], ['t', 's', -1], ['t', 's', PHP_INT_MIN]] as $arguments) {
    expect_exception(static fn () => new Callback(...$arguments), \ValueError::class);
}
?>
--EXPECT--
ValueError: Aurpay\Callback::__construct(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Callback::__construct(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Callback::__construct(): Argument #2 ($secret) must not be empty or blank
ValueError: Aurpay\Callback::__construct(): Argument #2 ($secret) must not be empty or blank
ValueError: Aurpay\Callback::__construct(): Argument #1 ($token) must not begin or end with white space (a blank, a tab, a line break, a no-break space, a zero-width space or a byte order mark)
ValueError: Aurpay\Callback::__construct(): Argument #1 ($token) must be at most 8192 visible ASCII characters without a line break or a control character
ValueError: Aurpay\Callback::__construct(): Argument #3 ($tolerance) must be greater than or equal to N seconds
ValueError: Aurpay\Callback::__construct(): Argument #3 ($tolerance) must be greater than or equal to N seconds
