@extends('layout')

@section('title', 'Your order')

@section('content')
    <p>{{ $order->product }}: {{ $order->total }} {{ $order->currency }}</p>
    <p id="state" role="status" data-state="{{ $state }}">
        @switch($state)
            @case('unpaid') Choose the coin in which you want to pay. @break
            @case('waiting') We are waiting for your payment. This page changes when it has come. @break
            @case('underpaid') A part of your payment has come. Please send the rest to the same address. @break
            @case('paid') Thank you: your payment has come. @break
            @case('refunding') Your money is being sent back. @break
            @case('refunded') Your money was sent back. @break
            @case('attention') Something of your payment needs our attention. We will write to you. Please do not pay again. @break
            @default The time to pay is over. If you have sent something, we will find it. Else choose a coin again.
        @endswitch
    </p>

    @if (in_array($state, ['waiting', 'underpaid'], true))
        <p>Send exactly <strong>{{ $payment->amount }} {{ $payment->coin }}</strong> on the network {{ $payment->chain }} to
            <code>{{ $payment->address }}</code></p>
        <p><a href="{{ $payment->pay_url }}" rel="noreferrer">Open the payment page</a>, with a QR code</p>
    @endif

    @if ($coins !== [])
        <form method="post" action="{{ route('orders.pay', $order) }}">
            @csrf
            <label for="coin">Coin</label>
            <select name="coin" id="coin">
                @foreach ($coins as $coin => $name)
                    <option value="{{ $coin }}">{{ $name }}</option>
                @endforeach
            </select>
            <button>Pay {{ $order->total }} {{ $order->currency }}</button>
        </form>
    @elseif ($state === 'unpaid')
        <p class="error">Payments are not possible at this moment. Please come back later.</p>
    @endif

    <script>
        const state = document.getElementById('state').dataset.state;
        setInterval(async () => {
            try {
                const answer = await fetch(@json(route('orders.state', $order, absolute: false)));
                if (answer.ok && (await answer.json()).state !== state) {
                    location.reload();
                }
            } catch {
                // The network is away. The next question may reach the shop.
            }
        }, 2000);
    </script>
@endsection
