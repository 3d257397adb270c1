"""brat standoff: a folder with a .txt and an .ann file per article, and `annotation.conf`.

Spans are T lines, links R lines, attributes with a closed set of values A lines; the others stand in the notes of a span
(`# AnnotatorNotes`) as `name=value | name=value`. The metadata block is one more `#` line, of type `Solieu`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from ..errors import AnnotationError
from ..gold import GoldArticle
from .common import NO_METADATA, Known, Mention, check, file_stem, mentions_of, metadata_of, page_of, read_metadata, read_text, write_text
from .rebuild import rebuild
from .schema import ATTRIBUTES, CHOICES, DOCUMENT, FIGURE, LABEL_OF_TABLE, LINKS, PLACE, ROLES, TABLE_OF_LABEL

_NOTES, _METADATA, _TARGET = "AnnotatorNotes", "Solieu", "article"
_FLAG = "optional"
_LINE = re.compile(r"[^\n]+")
_ESCAPED = re.compile(r"\\(.)")


def annotation_conf() -> str:
    """Give brat's `annotation.conf` for these labels."""
    lines = ["[entities]", FIGURE, DOCUMENT, PLACE, *ROLES, "", "[relations]", "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"]
    lines += [f"{name}\tArg1:{FIGURE}, Arg2:{LABEL_OF_TABLE[table]}" for name, table in LINKS.items()]
    lines += ["", "[events]", "", "[attributes]"]
    for name, values in CHOICES.items():
        labels = [label for table, label in LABEL_OF_TABLE.items() if name in ATTRIBUTES[table]]
        lines.append(f"{name}\tArg:{'|'.join(labels)}" + ("" if name == _FLAG else f", Value:{'|'.join(values)}"))
    return "\n".join([*lines, ""])


def write(articles: Iterable[GoldArticle], path: Path) -> None:
    """Write articles into a folder, which is made where it is missing.

    Raises:
        AnnotationError: an article's rows are not sound, or a file cannot be written.
    """
    write_text(path / "annotation.conf", annotation_conf())
    taken: set[str] = set()
    for gold in articles:
        page = page_of(check(gold).article)
        stem = file_stem(gold.article.id, taken)
        write_text(path / f"{stem}.txt", page)
        write_text(path / f"{stem}.ann", "".join(f"{line}\n" for line in _lines(gold, page)))


def _fragments(page: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a span at its line ends, which no span of brat may hold; nothing is left of one that is only line ends."""
    return [(start + match.start(), start + match.end()) for match in _LINE.finditer(page[start:end])]


def _lines(gold: GoldArticle, page: str) -> Iterator[str]:
    mentions = mentions_of(gold)
    names = {mention.key: f"T{index}" for index, mention in enumerate(mentions, 1)}
    shown = {mention.key: _fragments(page, mention.start, mention.end) for mention in mentions}
    relations = attributes = notes = 0
    for mention in mentions:
        if not shown[mention.key]:
            continue
        name, parts = names[mention.key], shown[mention.key]
        quote = " ".join(page[start:end] for start, end in parts)
        yield f"{name}\t{mention.label} {';'.join(f'{start} {end}' for start, end in parts)}\t{quote}"
        texts = []
        for attribute, value in mention.attributes.items():
            if value not in CHOICES.get(attribute, ()):
                texts.append(f"{attribute}={_escape(value)}")
            else:
                attributes += 1
                yield f"A{attributes}\t{attribute} {name}" + ("" if attribute == _FLAG else f" {value}")
        if texts:
            notes += 1
            yield f"#{notes}\t{_NOTES} {name}\t{' | '.join(texts)}"
    for mention in mentions:
        for link, target in (mention.links or {}).items():
            if shown[mention.key] and shown[target]:
                relations += 1
                yield f"R{relations}\t{link} Arg1:{names[mention.key]} Arg2:{names[target]}"
    yield f"#{notes + 1}\t{_METADATA} {_TARGET}\t{metadata_of(gold)}"


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\p")


def _unescape(value: str) -> str:
    return _ESCAPED.sub(lambda match: "|" if match[1] == "p" else match[1], value)


def read(path: Path) -> Iterator[GoldArticle]:
    """Read a folder of brat files, or one article by its .ann or .txt file.

    Raises:
        AnnotationError: a file is missing, a line is broken, a span does not hold its text; the message names file and
            line.
    """
    files = sorted(path.glob("*.ann")) if path.is_dir() else [path.with_suffix(".ann")]
    if not files:
        raise AnnotationError(f"{path}: no brat files (*.ann)")
    for file in files:
        text = file.with_suffix(".txt")
        if not text.exists():
            raise AnnotationError(f"{file}: its text {text.name} is missing")
        yield _article(file, read_text(text))


def _article(file: Path, page: str) -> GoldArticle:
    where = str(file)
    reader = _Reader(page)
    for number, line in enumerate(read_text(file).split("\n"), 1):
        if line.strip():
            try:
                reader.line(line)
            except (ValueError, KeyError, IndexError) as error:
                raise AnnotationError(f"{where}: line {number}: {error if error.args else 'broken'}: {line[:80]!r}") from error
    metadata = read_metadata(where, reader.metadata, page) if reader.metadata else NO_METADATA
    return rebuild(file, where, page, reader.mentions(where, metadata.rows), metadata, file.stem)


class _Reader:
    """Collects the lines of one .ann file."""

    def __init__(self, page: str) -> None:
        self.metadata = ""
        self._page = page
        self._spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
        self._choices: dict[str, dict[str, str]] = {}
        self._notes: dict[str, dict[str, str]] = {}
        self._links: dict[str, dict[str, str]] = {}

    def line(self, line: str) -> None:
        """Take a line in; ValueError says what is wrong with it."""
        name, tab, rest = line.partition("\t")
        head, _, tail = rest.partition("\t")
        if not tab:
            raise ValueError("no tab behind the id")
        words = head.split()
        if name[0] == "T":
            self._span(name, head, tail)
        elif name[0] in "AM":
            self._choices.setdefault(words[1], {})[words[0]] = words[2] if len(words) > 2 else "yes"
        elif name[0] == "R":
            arguments = dict(word.split(":", 1) for word in words[1:])
            if words[0] not in LINKS:
                raise ValueError(f"relation {words[0]!r}, expected one of {', '.join(LINKS)}")
            if self._links.setdefault(arguments["Arg1"], {}).setdefault(words[0], arguments["Arg2"]) != arguments["Arg2"]:
                raise ValueError(f"a second relation {words[0]!r} of {arguments['Arg1']}")
        elif name[0] == "#" and words[0] == _METADATA:
            self.metadata = tail
        elif name[0] == "#" and words[0] == _NOTES:
            cells = (cell.partition("=") for cell in tail.split(" | "))
            self._notes.setdefault(words[1], {}).update({key.strip(): _unescape(value) for key, equals, value in cells if equals})
        elif name[0] not in "#*NE":
            raise ValueError(f"unknown kind of line {name!r}")

    def _span(self, name: str, head: str, quote: str) -> None:
        label, _, places = head.partition(" ")
        if name in self._spans:
            raise ValueError(f"{name} stands twice")
        parts = [(int(start), int(end)) for start, end in (part.split() for part in places.split(";"))]
        found = " ".join(self._page[start:end] for start, end in parts)
        if "".join(found.split()) != "".join(quote.split()):
            raise ValueError(f"{name} quotes {quote!r}, its span holds {found!r}")
        if any(self._page[end:start].strip() or start < end for (_, end), (start, _) in pairwise(parts)):
            raise ValueError(f"{name} leaves out text between its parts, which no row can")
        self._spans[name] = (label, parts)

    def mentions(self, where: str, rows: tuple[Known, ...]) -> list[Mention]:
        """Give the spans with their attributes and links.

        Args:
            where: the file, for messages.
            rows: the rows of the metadata in the order in which they were written.
        """
        written = {f"T{index}": known for index, known in enumerate(rows, 1)}

        def key(name: str) -> str:
            return written[name].row.id if name in written else f"brat {name}"

        hidden = {name: known for name, known in written.items() if not _fragments(self._page, known.row.start, known.row.end)}
        unseen = {(known.row.id, known.table) for known in hidden.values()}
        found = [Mention(key(name), known.label, known.row.start, known.row.end) for name, known in hidden.items()]
        for name, (label, parts) in self._spans.items():
            start, end = parts[0][0], parts[-1][1]
            known = written.get(name)
            links = {link: key(target) for link, target in self._links.get(name, {}).items()}
            if known is not None and _fragments(self._page, known.row.start, known.row.end) == parts:
                start, end = known.row.start, known.row.end
                own = known.row.columns
                links |= {link: own[link] for link, table in LINKS.items() if (own.get(link), table) in unseen}
            found.append(Mention(key(name), label, start, end, self._attributes(name, label), links))
        for source, targets in self._links.items():
            for target in (source, *targets.values()):
                if target not in self._spans:
                    raise AnnotationError(f"{where}: a relation leads to {target}, which is no span")
        return found

    def _attributes(self, name: str, label: str) -> dict[str, str]:
        names = ATTRIBUTES[TABLE_OF_LABEL.get(label, "numbers")]
        notes = self._notes.get(name)
        texts = self._choices.get(name, {}) | (notes or {})
        return {attribute: texts.get(attribute, "") for attribute in names if notes is not None or attribute in CHOICES}
