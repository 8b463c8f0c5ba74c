"""`.gz` and `.zst`, told by their first bytes, unpacked while reading and only up to a limit."""

import gzip
import io
import zlib
from typing import Protocol

from sayso.errors import SaysoError

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
SUFFIXES = (".gz", ".zst")


def unpack(stream: io.BufferedReader, limit: int) -> io.BufferedReader:
    """`stream`, unpacked where it is packed. Reading raises SaysoError where it is broken or above `limit` bytes."""
    head = stream.peek(4)[:4]
    if head.startswith(GZIP):
        return io.BufferedReader(LimitedStream(gzip.GzipFile(fileobj=stream), limit))
    if head.startswith(ZSTD):
        # pyarrow, because it tells where a stream was cut off; zstandard gives what there is without a word
        from pyarrow import CompressedInputStream, PythonFile

        return io.BufferedReader(LimitedStream(CompressedInputStream(PythonFile(stream, mode="r"), "zstd"), limit))
    return stream


def plain_name(name: str) -> str:
    """`name` without the suffix of compression."""
    return next((name[: -len(s)] for s in SUFFIXES if name.lower().endswith(s)), name)


class Readable(Protocol):
    """What gives bytes."""

    def read(self, size: int, /) -> bytes: ...


class LimitedStream(io.RawIOBase):
    """A stream that ends with an error once it has given too many bytes. It does not close what it reads from."""

    def __init__(self, stream: Readable, limit: int) -> None:
        self._stream = stream
        self._left = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise SaysoError(f"is broken or cut off ({str(error)[:60].strip().rstrip('.')}).") from error
        self._left -= len(data)
        if self._left < 0:
            raise SaysoError("is larger than may be read.", "Split it.")
        buffer[: len(data)] = data
        return len(data)
