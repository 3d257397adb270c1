"""Bytes to text, with a clear error for what is no text."""

from __future__ import annotations

from ..errors import ArticleError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# What Windows-1258, the old Vietnamese code page, uses for tone marks; without them it is not the encoding.
_TONES_1258 = bytes((0xCC, 0xEC, 0xDE, 0xD2, 0xF2))


def decode(data: bytes, name: str) -> str:
    """Decode a file's bytes.

    UTF-8 first, then UTF-16 by its byte-order mark, then Windows-1258 when the bytes look like Vietnamese in it.

    Raises:
        ArticleError: the bytes are empty, binary, or of no known encoding; the message says which and where.
    """
    if not data.strip():
        raise ArticleError(f"{name}: empty file")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ArticleError(f"{name}: not {encoding} though it begins so: byte {error.start}") from error
    if b"\x00" in data[:4096]:
        raise ArticleError(f"{name}: binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        share = sum(data.count(bytes((tone,))) for tone in _TONES_1258) / len(data)
        letters = sum(byte < 0x80 for byte in data) / len(data)
        if share > 0.01 and letters > 0.6 and not any(byte < 9 for byte in data):
            return data.decode("cp1258", errors="replace")
        raise ArticleError(f"{name}: not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}); save it as UTF-8") from error
