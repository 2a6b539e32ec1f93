<?php

declare(strict_types=1);

use App\Http\Controllers\AdminController;
use App\Http\Controllers\OrderController;
use Illuminate\Support\Facades\Route;

Route::get('/', [OrderController::class, 'index'])->name('products');
Route::post('/orders', [OrderController::class, 'store'])->name('orders.store');
Route::get('/orders/{order}', [OrderController::class, 'show'])->name('orders.show');
Route::get('/orders/{order}/state', [OrderController::class, 'state'])->name('orders.state');
Route::post('/orders/{order}/payment', [OrderController::class, 'pay'])->name('orders.pay');

Route::middleware('auth.basic')->group(static function (): void {
    Route::get('/admin', [AdminController::class, 'index'])->name('admin');
    Route::post('/admin/payments/{payment}/refund', [AdminController::class, 'refund'])->name('admin.refund');
});
