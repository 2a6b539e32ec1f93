--TEST--
An id of 1 to 64 allowed characters goes into the path unchanged
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder();
foreach (['1', 'aZ09_-', '--', str_repeat('x', 64)] as $id) {
    $recorder->client()->orders()->detail($id);
}
$recorder->show();
?>
--EXPECT--
GET /api/v2/order/detail/1
GET /api/v2/order/detail/aZ09_-
GET /api/v2/order/detail/--
GET /api/v2/order/detail/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
