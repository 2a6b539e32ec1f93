<?php

declare(strict_types=1);

namespace App\Http\Controllers;

use App\Models\Order;
use Aurpay\Laravel\Aurpay;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\RefundRefusedException;
use Illuminate\Contracts\View\View;
use Illuminate\Http\RedirectResponse;

/** The merchant's page. The routes ask for a password. */
final class AdminController
{
    public function index(): View
    {
        return view('admin', ['orders' => Order::query()->with('aurpayPayments')->latest('id')->limit(100)->get()]);
    }

    /** Asks the queue to refund. The button can be clicked twice: the second request is refused. */
    public function refund(Aurpay $aurpay, Payment $payment): RedirectResponse
    {
        try {
            $aurpay->refund($payment);
        } catch (RefundRefusedException $refusal) {
            return back()->withErrors(['refund' => $refusal->getMessage()]);
        }

        return back();
    }
}
