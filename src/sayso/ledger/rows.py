"""Records as the bytes that a ledger file keeps."""

import msgspec

from sayso.model import Claim, EventRow, Holding, Report, Run, Verdict

pack = msgspec.msgpack.Encoder().encode
claim_from = msgspec.msgpack.Decoder(Claim).decode
report_from = msgspec.msgpack.Decoder(Report).decode
run_from = msgspec.msgpack.Decoder(Run).decode
verdict_from = msgspec.msgpack.Decoder(Verdict).decode
event_from = msgspec.msgpack.Decoder(EventRow).decode
holding_from = msgspec.msgpack.Decoder(Holding).decode
reading_from = msgspec.msgpack.Decoder(tuple[int, str]).decode
numbers_from = msgspec.msgpack.Decoder(list[int]).decode
