"""The text of a file, whatever program saved it: UTF-8, UTF-16 with its mark, or else Windows-1252."""

import codecs
import tempfile
from pathlib import Path
from typing import IO, Final, TextIO

from graph.model.errors import FileUnreadable

CHUNK: Final = 1 << 20
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # zip, as .xlsx and .ods are, and the older .xls


def text_of(path: Path) -> TextIO:
    """The text of the file at `path`, at its beginning, line ends as they are. Raises FileUnreadable.

    It is a private copy, gone when closed: what was checked is what is written, whoever saves the file meanwhile.
    """
    if path.exists() and not path.is_file():
        raise FileUnreadable("This is no file with rows, but a folder or a device.")
    try:
        with path.open("rb") as file:
            return _decoded(file)
    except OSError as error:
        template = "The file cannot be read: {reason}."
        raise FileUnreadable(template, reason=error.strerror or "") from error


def _decoded(file: IO[bytes]) -> TextIO:
    start = file.read(4)
    if start.startswith(WORKBOOKS):
        raise FileUnreadable("This is a workbook, not a table of text. Save it as 'CSV UTF-8'.")
    marked = [encoding for mark, encoding in MARKS if start.startswith(mark)]
    for encoding in marked or ["utf-8", "cp1252"]:
        file.seek(0)
        try:
            return _copy(file, encoding)
        except UnicodeDecodeError:
            continue
    template = "This is neither UTF-8 nor Windows-1252 text. Save it as 'CSV UTF-8'."
    raise FileUnreadable(template)


def _copy(file: IO[bytes], encoding: str) -> TextIO:
    """Chunk by chunk, so that a large file is never in memory. Raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(encoding)()
    copy = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115 - the caller closes it
    try:
        while chunk := file.read(CHUNK):
            copy.write(decoder.decode(chunk))
        copy.write(decoder.decode(b"", final=True))
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy
