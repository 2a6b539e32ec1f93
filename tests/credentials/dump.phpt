--TEST--
A dump of credentials shows their kind and that there is a secret, never the secret
--FILE--
<?php

use Aurpay\Credentials;

var_dump(Credentials::apiKey('the-key'));
print_r(Credentials::accessToken('the-token'));
var_dump(Credentials::signature('the-token', 'the-secret', 'HMAC-SHA3_256'));
?>
--EXPECTF--
object(Aurpay\Credentials)#%d (2) {
  ["kind"]=>
  string(7) "api key"
  ["token"]=>
  string(3) "***"
}
Aurpay\Credentials Object
(
    [kind] => access token
    [token] => ***
)
object(Aurpay\Credentials)#%d (4) {
  ["kind"]=>
  string(9) "signature"
  ["token"]=>
  string(3) "***"
  ["secret"]=>
  string(3) "***"
  ["algorithm"]=>
  string(13) "HMAC-SHA3_256"
}
