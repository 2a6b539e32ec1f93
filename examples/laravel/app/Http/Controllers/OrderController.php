<?php

declare(strict_types=1);

namespace App\Http\Controllers;

use App\Models\Order;
use Aurpay\AurpayException;
use Aurpay\Laravel\Facades\Aurpay;
use Aurpay\Laravel\PaymentNotNeededException;
use Aurpay\Laravel\StoreFailure;
use Aurpay\Laravel\UnusableAnswerException;
use Illuminate\Contracts\Cache\LockTimeoutException;
use Illuminate\Contracts\View\View;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\RedirectResponse;
use Illuminate\Http\Request;
use Illuminate\Support\Str;
use Illuminate\Validation\Rule;

final class OrderController
{
    private const PRODUCTS = ['Tea' => '12.50', 'Teapot' => '40.00'];

    public function index(): View
    {
        return view('products', ['products' => self::PRODUCTS]);
    }

    public function store(Request $request): RedirectResponse
    {
        $request->validate(['product' => ['required', Rule::in(array_keys(self::PRODUCTS))]]);
        $product = $request->string('product')->toString();
        $order = Order::query()->create([
            'key' => Str::random(40),
            'product' => $product,
            'total' => self::PRODUCTS[$product],
            'currency' => 'USD',
            'status' => 'open',
        ]);

        return redirect()->route('orders.show', $order);
    }

    public function show(Order $order): View
    {
        $state = $order->paymentState();

        return view('orders.show', [
            'order' => $order,
            'payment' => $order->payment(),
            'state' => $state,
            'coins' => in_array($state, ['unpaid', 'expired'], true) ? $this->coins() : [],
        ]);
    }

    /** For the page's script, which loads the page again when this changes. */
    public function state(Order $order): JsonResponse
    {
        return response()->json(['state' => $order->paymentState()])->header('Cache-Control', 'no-store');
    }

    public function pay(Request $request, Order $order): RedirectResponse
    {
        $request->validate(['coin' => ['required', Rule::in(array_keys($this->coins()))]]);
        $coin = $request->string('coin')->toString();
        try {
            Aurpay::pay($order, $coin, ['succeed_url' => route('orders.show', $order)]);
        } catch (PaymentNotNeededException) {
            // It is paid already. The page says so.
        } catch (AurpayException|UnusableAnswerException|StoreFailure|LockTimeoutException $failure) {
            report($failure);

            return back()->withErrors(['coin' => 'The payment could not be started. You have not paid anything. Please try again.']);
        }

        return redirect()->route('orders.show', $order);
    }

    /** @return array<string, string> none if the gateway does not tell now */
    private function coins(): array
    {
        try {
            return Aurpay::coins();
        } catch (AurpayException $failure) {
            report($failure);

            return [];
        }
    }
}
