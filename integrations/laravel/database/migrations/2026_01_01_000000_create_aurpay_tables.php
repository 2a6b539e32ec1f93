<?php

declare(strict_types=1);

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class () extends Migration {
    public function up(): void
    {
        Schema::create('aurpay_payments', static function (Blueprint $table): void {
            $table->id();
            // Names the payment in its callback URL. It is a secret. A hosted payment of several coins has several rows.
            $table->string('token', 64)->index();
            // The shop's order. For UUIDs or ULIDs call Schema::morphUsingUuids() or morphUsingUlids() before.
            $table->morphs('payable');
            $table->string('kind', 16);
            $table->string('state', 16);
            $table->string('gateway_id', 64)->nullable()->unique();
            // What the gateway says, as text: an unknown status breaks nothing. Amounts are text, never floats.
            $table->string('status', 32)->default('');
            $table->string('price', 64);
            $table->string('currency', 16);
            $table->string('chain', 32)->default('');
            $table->string('coin', 32)->default('');
            $table->string('amount', 128)->default('');
            $table->string('obtained', 128)->default('');
            $table->string('address', 255)->default('');
            $table->string('tx_hash', 255)->default('');
            $table->text('pay_url');
            $table->text('callback_url');
            $table->string('verdict', 32)->default('waiting');
            // The order that this payment has paid. Unique: one payment pays one order, once.
            $table->string('confirmed_for', 255)->nullable()->unique();
            $table->string('refund', 16)->default('');
            $table->text('refund_reason')->nullable();
            // Counts what was settled. Writing it locks the row.
            $table->unsignedInteger('settlements')->default(0);
            // Unix time, which has no zone. 0 for never.
            foreach (['refund_at', 'created_at', 'closed_at', 'asked_at', 'next_ask_at'] as $time) {
                $table->unsignedBigInteger($time)->default(0);
            }
            $table->index('next_ask_at');
            $table->index(['refund', 'refund_at']);
        });

        // What has to be told by events. Written with the change itself, so that a worker that is killed loses none.
        Schema::create('aurpay_events', static function (Blueprint $table): void {
            $table->id();
            $table->foreignId('payment_id')->constrained('aurpay_payments')->cascadeOnDelete();
            $table->string('event', 32);
            $table->unsignedBigInteger('created_at');
            $table->unsignedBigInteger('told_at')->default(0);
            $table->unsignedBigInteger('telling_until')->default(0);
            $table->index(['told_at', 'telling_until']);
        });

        Schema::create('aurpay_callbacks', static function (Blueprint $table): void {
            $table->id();
            $table->foreignId('payment_id')->constrained('aurpay_payments')->cascadeOnDelete();
            $table->string('gateway_id', 64)->default('');
            $table->unsignedSmallInteger('http_status');
            $table->string('reason', 255);
            $table->unsignedBigInteger('created_at')->index();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('aurpay_callbacks');
        Schema::dropIfExists('aurpay_events');
        Schema::dropIfExists('aurpay_payments');
    }
};
