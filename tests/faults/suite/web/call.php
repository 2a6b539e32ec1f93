<?php

/*
 * A page of the shop, in php-fpm: makes one call and prints what was reported, as JSON.
 */

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

require __DIR__ . '/load.php';

$query = array_filter($_GET, is_string(...));
$contender = Contender::from($query['contender']);
if ($contender !== Contender::Aurpay) {
    require $query['packages'];
}
echo json_encode($contender->sender($query['base_uri'], $query['ca_file'])->send($query['id']), JSON_THROW_ON_ERROR);
