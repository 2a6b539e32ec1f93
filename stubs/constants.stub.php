<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * The documented statuses of an order. Results stay plain strings, so an unknown status breaks nothing.
 * Source: collection, Order / Get Orders.
 */
enum OrderStatus: string
{
    case Pending = "PENDING";
    case Success = "SUCCESS";
    case Resolved = "RESOLVED";
    case Partial = "PARTIAL";
    /** Not final: a late payment can still arrive. */
    case Overdue = "OVERDUE";
    case Failed = "FAILED";
    case Terminated = "TERMINATED";
    case Refunded = "REFUNDED";
}

/** Source: collection, Order / Get Orders. */
enum OrderType: string
{
    case Order = "ORDER";
    case Invoice = "INVOICE";
    case Withdraw = "WITHDRAW";
}

/** Source: collection, Order / Get Transaction. */
enum TransactionStatus: string
{
    case Pending = "PENDING";
    case Success = "SUCCESS";
    case Resolved = "RESOLVED";
    case Overdue = "OVERDUE";
    case Failed = "FAILED";
    case Terminated = "TERMINATED";
}

/** Source: collection, Order / Get Transaction. */
enum TransactionType: string
{
    case Order = "ORDER";
    case Invoice = "INVOICE";
    case Withdraw = "WITHDRAW";
    /** The service spells it this way. */
    case Unknown = "UNKOWN";
    case Swap = "SWAP";
    case Refund = "REFUND";
}

/** How Credentials::signature() signs. */
enum Algorithm: string
{
    case HmacSha256 = "HMAC-SHA256";
    /** HMAC over SHA3-256 of FIPS 202. */
    case HmacSha3 = "HMAC-SHA3_256";
}
