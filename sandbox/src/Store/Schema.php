<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * The tables. Decimals are TEXT everywhere; times are UTC, as the API prints
 * them (Y-m-d\TH:i:s) or in milliseconds of the real clock (*_ms).
 */
final class Schema
{
    public const SQL = <<<'SQL'
        CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS merchants (
            user_id TEXT PRIMARY KEY,
            username TEXT NOT NULL, password TEXT NOT NULL,
            api_key TEXT NOT NULL, lightning_api_key TEXT NOT NULL,
            api_token TEXT NOT NULL, api_secret TEXT NOT NULL,
            callback_token TEXT NOT NULL, callback_secret TEXT NOT NULL,
            session_secret TEXT NOT NULL,
            kyb_verified INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE IF NOT EXISTS wallets (
            user_id TEXT NOT NULL, chain TEXT NOT NULL, currency TEXT NOT NULL, balance TEXT NOT NULL,
            PRIMARY KEY (user_id, chain, currency)
        );

        CREATE TABLE IF NOT EXISTS checkouts (
            token TEXT PRIMARY KEY, user_id TEXT NOT NULL, terms TEXT NOT NULL,
            create_time TEXT NOT NULL, order_id TEXT, created_ms INTEGER NOT NULL DEFAULT 0
        );

        CREATE INDEX IF NOT EXISTS checkouts_by_terms ON checkouts (terms);

        CREATE TABLE IF NOT EXISTS orders (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            order_id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL,
            order_type TEXT NOT NULL, platform TEXT NOT NULL, status TEXT NOT NULL,
            chain TEXT NOT NULL, currency TEXT NOT NULL, amount TEXT NOT NULL,
            vs_price TEXT NOT NULL, vs_currency TEXT NOT NULL, terms TEXT NOT NULL,
            address TEXT NOT NULL, payment_request TEXT, tx_id TEXT NOT NULL,
            create_time TEXT NOT NULL, update_time TEXT NOT NULL, created_ms INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX IF NOT EXISTS orders_by_status ON orders (status, create_time);

        CREATE TABLE IF NOT EXISTS transactions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            tx_id TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL, order_id TEXT,
            tx_type TEXT NOT NULL, status TEXT NOT NULL,
            chain TEXT NOT NULL, currency TEXT NOT NULL,
            amount TEXT NOT NULL, obtained TEXT, fee TEXT NOT NULL,
            from_addr TEXT, to_addr TEXT, tx_hash TEXT, event_time TEXT NOT NULL
        );

        CREATE TABLE IF NOT EXISTS callbacks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            order_id TEXT NOT NULL, kind TEXT NOT NULL, method TEXT NOT NULL, url TEXT NOT NULL, body TEXT,
            state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, next_ms INTEGER, fixed_date TEXT,
            created_at TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS callbacks_due ON callbacks (state, next_ms);
        CREATE INDEX IF NOT EXISTS callbacks_by_order ON callbacks (order_id);

        CREATE TABLE IF NOT EXISTS callback_attempts (
            id INTEGER PRIMARY KEY AUTOINCREMENT, callback_id INTEGER NOT NULL,
            at TEXT NOT NULL, date_header TEXT NOT NULL, status INTEGER, error TEXT, took_ms INTEGER NOT NULL,
            variant TEXT, request_headers TEXT, answer_headers TEXT, answer_body TEXT, answer_bytes INTEGER
        );
        CREATE INDEX IF NOT EXISTS attempts_by_callback ON callback_attempts (callback_id, id);

        CREATE TABLE IF NOT EXISTS callback_resends (
            id INTEGER PRIMARY KEY AUTOINCREMENT, callback_id INTEGER NOT NULL, variant TEXT NOT NULL
        );

        CREATE TABLE IF NOT EXISTS payments (
            id INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL, amount TEXT NOT NULL, at TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS payments_by_order ON payments (order_id);

        CREATE TABLE IF NOT EXISTS deadlines (order_id TEXT PRIMARY KEY, at TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, value TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS azpays_passwords (
            identity TEXT PRIMARY KEY, otp TEXT NOT NULL, sent INTEGER NOT NULL, at TEXT NOT NULL
        );

        CREATE TABLE IF NOT EXISTS azpays_transactions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            uuid TEXT NOT NULL UNIQUE, amount TEXT NOT NULL, currency TEXT NOT NULL,
            type INTEGER NOT NULL, status INTEGER NOT NULL, detected_at TEXT NOT NULL, verified_at TEXT NOT NULL
        );

        CREATE TABLE IF NOT EXISTS enayapay_users (
            number INTEGER PRIMARY KEY, phone TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password TEXT NOT NULL,
            otp TEXT NOT NULL, verified INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE IF NOT EXISTS enayapay_cards (
            pan TEXT PRIMARY KEY, ipin TEXT NOT NULL, expiration_date TEXT NOT NULL, balance TEXT NOT NULL
        );

        CREATE TABLE IF NOT EXISTS warnings (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
            request_id INTEGER, callback_id INTEGER
        );
        CREATE INDEX IF NOT EXISTS warnings_of_requests ON warnings (request_id);
        CREATE INDEX IF NOT EXISTS warnings_of_callbacks ON warnings (callback_id);

        CREATE TABLE IF NOT EXISTS polls (order_id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL);

        CREATE TABLE IF NOT EXISTS faults (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            method TEXT, path TEXT NOT NULL, remaining INTEGER, effect TEXT NOT NULL
        );

        CREATE TABLE IF NOT EXISTS requests (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
            method TEXT NOT NULL, target TEXT NOT NULL, protocol TEXT NOT NULL, tls TEXT,
            connection TEXT NOT NULL, connection_request INTEGER NOT NULL,
            headers TEXT NOT NULL, body_bytes INTEGER NOT NULL, body_md5 TEXT NOT NULL,
            status INTEGER NOT NULL, code INTEGER, trace_id TEXT NOT NULL, fault INTEGER, took_ms INTEGER NOT NULL,
            signature TEXT, request_body TEXT, response_headers TEXT, response_body TEXT
        );
        SQL;
}
