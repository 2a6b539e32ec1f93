@extends('layout')

@section('title', 'Orders')

@section('content')
    <table>
        <thead>
            <tr><th scope="col">Order</th><th scope="col">Status</th><th scope="col">Payments</th></tr>
        </thead>
        <tbody>
            @foreach ($orders as $order)
                <tr>
                    <td>{{ $order->id }}: {{ $order->product }}, {{ $order->total }} {{ $order->currency }}</td>
                    <td>{{ $order->status }} @if ($order->attention) <p class="error">{{ $order->attention }}</p> @endif</td>
                    <td>
                        @foreach ($order->aurpayPayments as $payment)
                            <p>{{ $payment->gateway_id }}: {{ $payment->status }} {{ $payment->refund->value }} {{ $payment->refund_reason }}</p>
                            @if ($payment->status === 'SUCCESS' && in_array($payment->refund->value, ['', 'refused'], true))
                                <form method="post" action="{{ route('admin.refund', $payment) }}">
                                    @csrf
                                    <button>Refund {{ $payment->gateway_id }}</button>
                                </form>
                            @elseif ($payment->refund->isInDoubt())
                                <p>It is not known yet whether it was refunded. Do not refund it in another way.</p>
                            @endif
                        @endforeach
                    </td>
                </tr>
            @endforeach
        </tbody>
    </table>
@endsection
