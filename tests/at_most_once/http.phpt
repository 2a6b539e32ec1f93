--TEST--
Over loopback http a refund is executed at most once, and a refund that was executed is never reported as not executed
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/vanishing_server.inc';

$server = fault_server();
play_faults($server);
$server->stop();
?>
--EXPECT--
closes without an answer (warm): executed 1, OutcomeUnknownException
closes without an answer (cold): executed 1, OutcomeUnknownException
resets the connection (warm): executed 1, OutcomeUnknownException
resets the connection (cold): executed 1, OutcomeUnknownException
closes and refuses the reconnect (warm): executed 1, OutcomeUnknownException
closes and refuses the reconnect (cold): executed 1, OutcomeUnknownException
closes and answers the reconnect with garbage (warm): executed 1, OutcomeUnknownException
closes and answers the reconnect with garbage (cold): executed 1, OutcomeUnknownException
closes and leaves the reconnect without an answer (warm): executed 1, OutcomeUnknownException
closes and leaves the reconnect without an answer (cold): executed 1, OutcomeUnknownException
stays silent until the deadline (warm): executed 1, OutcomeUnknownException
stays silent until the deadline (cold): executed 1, OutcomeUnknownException
sends half a header (warm): executed 1, OutcomeUnknownException
sends half a header (cold): executed 1, OutcomeUnknownException
sends half a body (warm): executed 1, OutcomeUnknownException
sends half a body (cold): executed 1, OutcomeUnknownException
sends half a chunked body (warm): executed 1, OutcomeUnknownException
sends half a chunked body (cold): executed 1, OutcomeUnknownException
sends an endless body (warm): executed 1, OutcomeUnknownException
sends an endless body (cold): executed 1, OutcomeUnknownException
answers with HTML (warm): executed 1, OutcomeUnknownException
answers with HTML (cold): executed 1, OutcomeUnknownException
answers with broken JSON (warm): executed 1, OutcomeUnknownException
answers with broken JSON (cold): executed 1, OutcomeUnknownException
redirects (warm): executed 1, OutcomeUnknownException
redirects (cold): executed 1, OutcomeUnknownException
answers 500 with an envelope (warm): executed 1, OutcomeUnknownException
answers 500 with an envelope (cold): executed 1, OutcomeUnknownException
answers 502 with HTML (warm): executed 1, OutcomeUnknownException
answers 502 with HTML (cold): executed 1, OutcomeUnknownException
answers 200 without an envelope (warm): executed 1, OutcomeUnknownException
answers 200 without an envelope (cold): executed 1, OutcomeUnknownException
answers 204 (warm): executed 1, OutcomeUnknownException
answers 204 (cold): executed 1, OutcomeUnknownException
answers 429 (warm): executed 0, RateLimitException
answers 429 (cold): executed 0, RateLimitException
refuses with an envelope (warm): executed 0, ApiException
refuses with an envelope (cold): executed 0, ApiException
refuses with 403 and JSON (warm): executed 0, ApiException
refuses with 403 and JSON (cold): executed 0, ApiException
