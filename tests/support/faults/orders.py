"""The API's orders, as far as a shop needs them that lives long: every answer depends on the request alone."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from datetime import datetime, timezone
from email.utils import formatdate
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .answers import Options
from .http1 import Request
from .ledger import id_of

# The merchant.
API_KEY = "soak-key"
API_TOKEN = "soak-token"
API_SECRET = "soak-secret"
# How far the Date of a signature may be off, in seconds.
TOLERANCE = 300
# How many orders the list has.
TOTAL = 25

_LIST = "/api/v2/order/"
_DETAIL = "/api/v2/order/detail/"
_REFUND = "/api/v2/order/refund/"


def answer(request: Request, label: str) -> Options:
    """The options of the API's answer; `label` is the remark of an order."""
    problem = _problem_of_credentials(request)
    if problem:
        return _refusal(401, problem)
    path = urlsplit(request.target).path
    if request.method == "GET" and path == _LIST:
        return _success(_page(request))
    if request.method == "GET" and path.startswith(_DETAIL):
        return _success(_order(path[len(_DETAIL) :], label))
    if request.method == "POST" and path.startswith(_REFUND):
        return _success(_refund(path[len(_REFUND) :]))
    if request.method == "POST" and path == "/api/order/pay-info":
        return _success(_pay_info(id_of(request)))
    return _refusal(404, f"there is no {request.method} {path}")


def _success(data: Any) -> Options:
    return {"json": {"code": 0, "message": "ok", "data": data, "result": True}}


def _refusal(status: int, message: str) -> Options:
    body = {"code": status, "message": message, "data": None, "result": False}
    headers = {"Date": formatdate(time.time(), usegmt=True)}
    return {"status": status, "headers": headers, "json": body, "execute": False}


def _problem_of_credentials(request: Request) -> str:
    """What is wrong with the API key or the signature; empty when they are right."""
    if request.header("api-token") is None:
        return "" if request.header("api-key") == API_KEY else "wrong API-Key"
    date = request.header("date") or ""
    try:
        sent = datetime.strptime(date, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
    except ValueError:
        return f"wrong Date: {date}"
    if abs(sent.timestamp() - time.time()) > TOLERANCE:
        return "the Date is too far from now"
    digest = "" if request.method == "GET" else hashlib.md5(request.body).hexdigest()
    origin = f"HMAC-SHA256 | {date} | {request.method} {request.target}"
    if digest:
        origin += f" | {digest}"
    due = base64.b64encode(hmac.new(API_SECRET.encode(), origin.encode(), "sha256").digest())
    is_right = (
        request.header("api-token") == API_TOKEN
        and (request.header("body-md5") or "") == digest
        and hmac.compare_digest(due, (request.header("signature") or "").encode())
    )
    return "" if is_right else f"wrong signature of {origin}"


def _page(request: Request) -> dict[str, Any]:
    query = parse_qs(urlsplit(request.target).query)
    page, size = int(query.get("page", ["1"])[0]), int(query.get("size", ["10"])[0])
    numbers = range((page - 1) * size, min(page * size, TOTAL))
    return {
        "page": page,
        "size": size,
        "total": TOTAL,
        "max_page": -(-TOTAL // size),
        "data": [_entry(f"listed-{number}", "") for number in numbers],
    }


def _entry(order_id: str, remark: str) -> dict[str, Any]:
    return {
        "user_id": "1",
        "order_id": order_id,
        "order_type": "ORDER",
        "platform": "API",
        "status": "SUCCESS",
        "chain": "ETH",
        "chain_name": "Ethereum",
        "currency": "USDT-ERC20",
        "amount": "18.0098",
        "vs_price": "18.00",
        "vs_currency": "USD",
        "remark": remark,
        "refund": True,
        "create_time": "2024-06-13T09:36:14",
        "update_time": "2024-06-13T09:36:14",
    }


def _order(order_id: str, remark: str) -> dict[str, Any]:
    return {
        **_entry(order_id, remark),
        "tx_id": f"tx-{order_id}",
        "tx_type": "ORDER",
        "obtained": "17.5",
        "fee": "0.5",
        "from_addr": "0xfrom",
        "to_addr": "0xto",
        "tx_hash": None,
        "contract_id": None,
    }


def _refund(order_id: str) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "chain": "ETH",
        "currency": "USDT-ERC20",
        "amount": 18.0098,
        "network_fee": 0.5,
        "obtained": 17.5,
        "from_addr": "0xfrom",
        "to_addr": "0xto",
        "refund_et": 3600,
    }


def _pay_info(order_id: str) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "status": "PENDING",
        "amount": 18.0098,
        "create_time": "2024-06-13T09:36:14",
        "vs_currency": "USD",
        "vs_price": 18,
        "address": "0xaddress",
        "contract_addr": None,
        "pay_url": f"https://gateway.test/pay/{order_id}",
    }
