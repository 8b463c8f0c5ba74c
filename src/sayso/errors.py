"""The one error that Sayso raises on purpose; the command line prints it as a single line."""


class SaysoError(Exception):
    """Something a user can mend.

    `message` says what is wrong, `hint` how to mend it (may be empty), `status` is the exit code of a command that
    ends with it. Library code raises it and never ends the process.
    """

    def __init__(self, message: str, hint: str = "", status: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
