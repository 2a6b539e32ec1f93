"""What a gateway executed, counted by the id in each request: no log, because the gateway lives long."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, Optional

from .http1 import Request
from .journal import Journal

_REFUND = re.compile(r"/api/v2/order/refund/([A-Za-z0-9_-]+)")


class Ledger(Journal):
    def reset(self) -> None:
        super().reset()
        with self._lock:
            self._executed: Counter[str] = Counter()

    def received(
        self,
        connection: int,
        request: Request,
        behaviour: str,
        executed: bool,
        tls: Optional[dict[str, Any]],
    ) -> None:
        with self._lock:
            self._counts["requests"] += 1
            self._counts["executed"] += executed
            if executed and request.method != "GET":
                self._executed[id_of(request)] += 1

    def ended(self, connection: int, how: str) -> None:
        pass

    def executed(self) -> dict[str, int]:
        """How often each id was executed by a request that is not a read."""
        with self._lock:
            return dict(self._executed)


def id_of(request: Request) -> str:
    """The shop's id of a call: the order to refund, or the end of a new order's callback URL."""
    refund = _REFUND.fullmatch(request.target)
    if refund:
        return refund[1]
    try:
        return str(json.loads(request.body)["callback_url"]).rsplit("/", 1)[-1]
    except (ValueError, KeyError, TypeError):
        return f"without an id: {request.method} {request.target}"
