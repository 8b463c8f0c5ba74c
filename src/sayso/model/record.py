"""The base of every record: immutable, compared by value, written to JSON in the order of its fields."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An immutable value. `msgspec.structs.replace` makes a changed copy."""
