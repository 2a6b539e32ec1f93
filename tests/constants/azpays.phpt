--TEST--
AzPays: the constants have the numbers of the documents' tables; two types have two names each, which an enum refuses
--FILE--
<?php

use Aurpay\AzPays\PurseStatus;
use Aurpay\AzPays\TransactionStatus;
use Aurpay\AzPays\TransactionType;

foreach ([PurseStatus::class, TransactionStatus::class] as $enum) {
    echo $enum, ': ', json_encode(array_column($enum::cases(), 'value', 'name')), "\n";
}
echo json_encode((new ReflectionClass(TransactionType::class))->getConstants()), "\n";
?>
--EXPECT--
Aurpay\AzPays\PurseStatus: {"Registered":11010,"Active":11011,"Hold":11012,"Inactive":11013,"Blocked":11014}
Aurpay\AzPays\TransactionStatus: {"Registered":11010,"Detected":11011,"Verifying":11012,"Confirmed":11013,"Canceled":11014}
{"DEPOSIT":12020,"TRANSFER":12022,"PAYOUT":12022,"PAYMENT":12023,"SUBSCRIPTION":12024,"FEE":12024}
