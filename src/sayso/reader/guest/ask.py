"""Ask a server, and keep its answers by content, so that the same question is asked once."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sayso.errors import SaysoError
from sayso.reader.guest.form import VERSION

if TYPE_CHECKING:
    import httpx

PATIENCE: Final = 600.0  # seconds for one answer: a laptop's model is slow
KEY: Final = "SAYSO_LLM_KEY"


class Cost(msgspec.Struct):
    """What a run has cost so far: requests sent, answers taken from the cache, tokens as the server counts them, and
    seconds of waiting."""

    asked: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.asked} requests in {self.seconds:.0f} s, {self.kept} answers from the cache, "
            f"{self.tokens_in} tokens in, {self.tokens_out} out"
        )


class Server:
    """An OpenAI-compatible server (`/chat/completions` below `url`). `client` is for tests."""

    def __init__(self, url: str, cache: Path, client: httpx.Client | None = None) -> None:
        import httpx

        if not url.startswith(("http://", "https://")):
            raise SaysoError(f"{url!r} is no address of a server.", "Give one like http://127.0.0.1:8080/v1.")
        self._url = url.rstrip("/") + "/chat/completions"
        self._cache = cache / "guest"
        self._client = client or httpx.Client(timeout=PATIENCE)
        self.cost = Cost()

    def answer(self, body: dict[str, Any]) -> str:
        """The words of the answer. Raises SaysoError where the server cannot be reached or refuses."""
        question = json.dumps([VERSION, self._url, body], sort_keys=True)
        path = self._cache / f"{hashlib.sha256(question.encode()).hexdigest()}.json"
        if path.is_file():
            self.cost.kept += 1
            return path.read_text(encoding="utf-8")
        words = self._ask(body)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(words, encoding="utf-8")
        part.replace(path)
        return words

    def _ask(self, body: dict[str, Any]) -> str:
        import httpx

        key = os.environ.get(KEY)
        began = time.monotonic()
        try:
            response = self._client.post(
                self._url, json=body, headers={"Authorization": f"Bearer {key}"} if key else {}
            )
            response.raise_for_status()
            content = response.json()
            words = content["choices"][0]["message"]["content"]
        except httpx.HTTPStatusError as error:
            detail = error.response.text[:200].replace("\n", " ")
            raise SaysoError(
                f"The server at {self._url} answered {error.response.status_code}: {detail}",
                f"Check --llm-model, and {KEY} where it wants a key.",
            ) from error
        except httpx.HTTPError as error:
            raise SaysoError(f"The server at {self._url} cannot be reached: {error}.", "Is it running?") from error
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise SaysoError(
                f"What answers at {self._url} is not an OpenAI-compatible server.", "Give its address up to /v1."
            ) from error
        usage = content.get("usage") or {}
        self.cost.asked += 1
        self.cost.seconds += time.monotonic() - began
        self.cost.tokens_in += int(usage.get("prompt_tokens") or 0)
        self.cost.tokens_out += int(usage.get("completion_tokens") or 0)
        return str(words)
