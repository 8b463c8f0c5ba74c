"""Records as the bytes that a ledger file keeps."""

from collections.abc import Callable
from datetime import date

import msgspec

from sayso.errors import SaysoError
from sayso.model import Act, Claim, EventRow, Holding, Report, Run, Verdict

pack = msgspec.msgpack.Encoder().encode


def _unpack[T](kind: type[T]) -> Callable[[bytes], T]:
    decode = msgspec.msgpack.Decoder(kind).decode

    def unpack(body: bytes) -> T:
        try:
            return decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise SaysoError(f"The ledger is damaged: {error}.", "Take a copy that is whole.") from error

    return unpack


claim_from = _unpack(Claim)
report_from = _unpack(Report)
run_from = _unpack(Run)
verdict_from = _unpack(Verdict)
event_from = _unpack(EventRow)
holding_from = _unpack(Holding)
said_from = _unpack(tuple[Act, date | None, date | None, date | None])
reading_from = _unpack(tuple[int, str])
numbers_from = _unpack(list[int])
