"""Annotation formats: nothing is lost on the way out and back, corrections arrive, broken files say what is wrong."""

from __future__ import annotations

import json
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from solieu.corpus import AnnotationError, annotated_articles, read_annotated
from solieu.corpus.annotated.writer import render_annotated, write_annotated
from solieu.corpus.article import Article
from solieu.corpus.formats import FORMATS, brat, conll, docbin, doccano, format_module, from_rows, label_studio
from solieu.corpus.formats.common import check, file_stem, metadata_of, with_path
from solieu.corpus.formats.schema import ATTRIBUTES, LINKS, ROLES, number_text, parse_number
from solieu.corpus.gold import GoldArticle, GoldRow
from solieu.corpus.readers.build import build_article
from typer.testing import CliRunner

ALL = tuple(FORMATS)


def there(folder: Path, name: str) -> Path:
    return folder / "brat" if name == "brat" else folder / format_module(name).NAME


def there_and_back(articles: list[GoldArticle], folder: Path, name: str) -> list[GoldArticle]:
    module, path = format_module(name), there(folder, name)
    module.write(articles, path)
    return sorted((with_path(gold, None) for gold in module.read(path)), key=lambda gold: gold.article.id)


@pytest.fixture(scope="module")
def corpus() -> list[GoldArticle]:
    return sorted((with_path(gold, None) for gold in annotated_articles()), key=lambda gold: gold.article.id)


def small(text: str = "Huyện Mai Sơn có 476 cán bộ, trong đó 9 người (1,9%) là nữ theo Nghị định 34 năm 2019.") -> GoldArticle:
    article = build_article(text, {"id": "bài 1", "published": "2019-11-14", "source": "Báo Sơn La"}, None)

    def row(row_id: str, quote: str, columns: dict) -> GoldRow:
        start = text.index(quote)
        return GoldRow(row_id, start, start + len(quote), quote, columns)

    def figure(row_id: str, kind: str, value: float, unit: str, **more: object) -> dict:
        names = ("per", "category", "change", "baseline", "place", "period", "attribution", "document", "total", "share")
        return {
            "id": row_id, "kind": kind, "value": value, "low": value, "high": value, "qualifier": "exact", "unit": [unit],
            "subject": "cán bộ", "status": "actual", "optional": False, **dict.fromkeys(names), **more,
        }  # fmt: skip

    document = dict.fromkeys(("symbol", "code", "issuer", "issued", "about"))
    period = {"start": None, "end": "2019-11-14", "text": "đến nay"}
    return GoldArticle(
        article,
        (
            row("s1", "476 cán bộ", figure("s1", "count", 476, "cán bộ", place="Mai Sơn, Sơn La", document="d1")),
            row("s2", "9 người", figure("s2", "count", 9, "người", total="s1", share="s3", category="nữ", period=period)),
            row("s3", "1,9%", figure("s3", "percentage", 1.9, "%", total="s1", share="s2")),
        ),
        (row("d1", "Nghị định 34", {"doc_type": "Nghị định", "number": "34", "year": 2019, **document, "optional": False}),),
        (row("p1", "Huyện Mai Sơn", {"level": "district", "path": "Mai Sơn, Sơn La", "optional": False}),),
        (row("n1", "2019", {"role": "date"}),),
        ({"id": "a1", "check": "share", "whole": "s1", "parts": "s2", "share": "s3", "expected": "1,89", "reported": "1,9", "ok": "yes"},),
        "train", "cadres", "Sơn La",
    )  # fmt: skip


# Nothing is lost.


@pytest.mark.parametrize("name", ALL)
def test_the_annotated_corpus_comes_back_from_every_format(corpus, name, tmp_path):
    assert len(corpus) >= 150
    assert there_and_back(corpus, tmp_path, name) == corpus


@pytest.mark.parametrize("name", ALL)
def test_the_same_articles_give_the_same_bytes(corpus, name, tmp_path):
    for folder in ("a", "b"):
        format_module(name).write(corpus[:12], there(tmp_path / folder, name))
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file())
    assert files
    assert all((tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes() for file in files)


def test_the_annotated_corpus_comes_back_from_the_marks(corpus, tmp_path):
    for gold in corpus:
        path = tmp_path / f"{gold.article.id}.txt"
        write_annotated(gold, path)
        assert with_path(read_annotated(path), None) == gold


def test_from_format_to_format_to_marks(corpus, tmp_path):
    articles = corpus[:20]
    for number, name in enumerate((*ALL, *reversed(ALL))):
        articles = there_and_back(articles, tmp_path / str(number), name)
    assert articles == corpus[:20]


@pytest.mark.parametrize("name", ALL)
def test_columns_of_the_gold_format_come_back(name, tmp_path):
    gold = small()
    columns = {"quote": "476 cán bộ", "nth": 1, "place_code": "?", "unit": "cán bộ; người", "value": 476.0, "extra": {"a": [1, None]}}
    odd = replace(gold.statistics[0], columns={**columns, "total": "s99", "kind": "not  a kind", "subject": " a | b=c \\p \n d"})
    gold = replace(gold, statistics=(odd, *gold.statistics[1:]), notes={"by": "A", "n": 1.5}, split=None)
    assert there_and_back([gold], tmp_path, name) == [with_path(gold, None)]


letters = st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\x00")
texts = st.one_of(
    st.text(letters, max_size=60),
    st.text(st.sampled_from("aắ ệ\u0323\u0301😀👨🏻\n\t\u2028\x85\x0b 1.,%|\\#⟦\u200b"), max_size=60),
)
values = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=False, allow_infinity=False), st.text(letters, max_size=8)
)
columns = st.dictionaries(st.sampled_from([*ATTRIBUTES["statistics"], *ATTRIBUTES["documents"], "x"]), values, max_size=6)


@st.composite
def gold_articles(draw: st.DrawFn) -> GoldArticle:
    text = unicodedata.normalize("NFC", draw(texts))
    article = build_article(text, {"id": draw(st.text(letters, max_size=8))}, None)
    tables: dict[str, list[GoldRow]] = {"s": [], "d": [], "p": [], "n": []}
    ids: list[str] = []
    for number in range(draw(st.integers(0, 8)) if text else 0):
        kind = draw(st.sampled_from("sdpn"))
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        own = {"role": draw(st.sampled_from(ROLES))} if kind == "n" else dict(draw(columns))
        if kind == "s":
            own |= {name: draw(st.sampled_from([*ids, "s99", None])) for name in draw(st.sets(st.sampled_from(list(LINKS))))}
        ids.append(f"{kind}{number}")
        tables[kind].append(GoldRow(ids[-1], start, end, text[start:end], own))
    audits = tuple({"id": f"a{n}", "check": "share", "parts": one} for n, one in enumerate(ids[:1]))
    return GoldArticle(article, *map(tuple, tables.values()), audits, draw(st.sampled_from([None, "train"])), notes={"x": draw(values)})


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(gold=GoldArticle(Article("", ""), (), (), ()))
@given(gold=gold_articles())
def test_any_text_with_any_spans_comes_back(gold, name):
    with tempfile.TemporaryDirectory() as folder:
        assert there_and_back([gold], Path(folder), name) == [gold]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(
    gold=GoldArticle(Article("bài 2", "0"), (GoldRow("s0", 0, 1, "0", {"id": "s0", "kind": False, "value": False, "unit": []}),), (), ())
)
@given(gold=gold_articles())
def test_marks_hold_an_article_or_say_why_not(gold):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.txt"
        try:
            write_annotated(gold, path)
        except AnnotationError as error:
            assert gold.article.id in str(error)
            assert not path.exists()
        else:
            again = read_annotated(path)
            assert again.article.raw == gold.article.raw.strip("\n")
            assert len(again.numbers) == len(gold.numbers)


@given(st.one_of(st.integers(-(10**18), 10**18), st.floats(-1e15, 1e15)))
def test_numbers_come_back(value):
    assert parse_number(number_text(value)) == value


# Corrections arrive.


def label_studio_task(tmp_path: Path, gold: GoldArticle, change) -> GoldArticle:
    """Export as predictions, annotate as Label Studio does (new region ids), correct, import."""
    path = tmp_path / "tasks.json"
    label_studio.write([gold], path, predictions=True)
    (task,) = json.loads(path.read_text(encoding="utf-8"))
    (prediction,) = task.pop("predictions")
    text = json.dumps(prediction["result"], ensure_ascii=False)
    for row in (*gold.statistics, *gold.documents, *gold.places, *gold.numbers):
        text = text.replace(f'"{row.id}"', f'"Xy{row.id}_"')
    result = change(json.loads(text))
    task |= {"annotations": [{"id": 7, "was_cancelled": True, "result": []}, {"id": 8, "was_cancelled": False, "result": result}]}
    path.write_text(json.dumps([task]), encoding="utf-8")
    (back,) = label_studio.read(path)
    return back


def test_label_studio_renames_regions_and_nothing_changes(tmp_path):
    gold = small()
    assert with_path(label_studio_task(tmp_path, gold, lambda result: result), None) == gold


def test_corrections_in_label_studio_arrive(tmp_path):
    gold = small()

    def change(result):
        kept = [item for item in result if item.get("id") != "Xyp1_" and item.get("to_id") != "Xys3_"]
        for item in kept:
            if item.get("id") == "Xys1_" and item["from_name"] == "figure_value":
                item["value"]["text"] = ["2.476"]
            if item.get("id") == "Xys1_" and item["from_name"] == "figure_qualifier":
                item["value"]["choices"] = ["over"]
            if item.get("id") == "Xyn1_":
                item["value"]["labels"] = ["label"]
        start = gold.article.raw.index("34")
        span = {"start": start, "end": start + 2, "text": "34"}
        added = {"id": "new", "from_name": "label", "to_name": "text", "type": "labels", "value": {**span, "labels": ["Figure"]}}
        about = {"id": "new", "to_name": "text", "type": "choices", "from_name": "figure_kind", "value": {**span, "choices": ["count"]}}
        value = {"id": "new", "to_name": "text", "type": "textarea", "from_name": "figure_value", "value": {**span, "text": ["30..40"]}}
        return [*kept, added, about, value]

    back = label_studio_task(tmp_path, gold, change)
    one, two, three, new = back.statistics
    assert one.columns == gold.statistics[0].columns | {"value": 2476, "low": 2476, "high": None, "qualifier": "over"}
    assert two.columns == gold.statistics[1].columns | {"share": None}
    assert three == gold.statistics[2]
    assert (new.id, new.columns["low"], new.columns["high"], new.columns["qualifier"]) == ("s4", 30, 40, "range")
    assert back.places == ()
    assert [row.columns["role"] for row in back.numbers] == ["label"]
    assert back.documents == gold.documents
    assert back.audits == gold.audits


def test_a_row_that_is_gone_takes_its_links_and_audits_with_it(tmp_path):
    gold = small()

    def change(result):
        return [item for item in result if "Xys1_" not in (item.get("id"), item.get("from_id"), item.get("to_id"))]

    back = label_studio_task(tmp_path, gold, change)
    assert [row.id for row in back.statistics] == ["s2", "s3"]
    assert [(row.columns["total"], row.columns["share"]) for row in back.statistics] == [(None, "s3"), (None, "s2")]
    assert back.audits == ()


def test_label_studio_offsets_in_utf16_units_are_understood(tmp_path):
    path = tmp_path / "tasks.json"
    value = {"start": 5, "end": 9, "text": "5 xã", "labels": ["Figure"]}
    result = [{"id": "r", "from_name": "label", "to_name": "text", "type": "labels", "value": value}]
    path.write_text(json.dumps({"id": 1, "data": {"text": "👨🏻 5 xã"}, "annotations": [{"result": result}]}), encoding="utf-8")
    (gold,) = label_studio.read(path)
    assert [(row.start, row.end, row.quote) for row in gold.statistics] == [(3, 7, "5 xã")]


def test_predictions_that_nobody_annotated_are_no_annotations(tmp_path):
    path = tmp_path / "tasks.json"
    label_studio.write([small()], path, predictions=True)
    with pytest.raises(AnnotationError, match="none of its 1 tasks has an annotation"):
        list(label_studio.read(path))
    assert [with_path(gold, None) for gold in label_studio.read(path, predictions=True)] == [small()]


def test_the_labelling_configuration_has_every_label_and_column():
    root = ET.fromstring(label_studio.label_config())
    assert [one.get("value") for one in root.iter("Label")] == ["Figure", "Document", "Place", *ROLES]
    assert [one.get("value") for one in root.iter("Relation")] == list(LINKS)
    controls = {one.get("name") for tag in ("Choices", "TextArea") for one in root.iter(tag)}
    labels = {"statistics": "figure", "documents": "document", "places": "place"}
    assert controls == {f"{labels[table]}_{name}" for table in labels for name in ATTRIBUTES[table]}


def test_doccano_numbers_entities_anew_and_a_span_is_added(tmp_path):
    gold, path = small(), tmp_path / "all.jsonl"
    doccano.write([gold], path)
    line = json.loads(path.read_text(encoding="utf-8"))
    for entity in line["entities"]:
        entity["id"] += 2
    for relation in line["relations"]:
        relation["from_id"] += 2
        relation["to_id"] += 2
    line["meta"] = {"solieu": line.pop("solieu")}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert [with_path(one, None) for one in doccano.read(path)] == [gold]
    start = gold.article.raw.index("nữ")
    line["entities"].append({"id": 99, "label": "name", "start_offset": start, "end_offset": start + 2})
    line["relations"] = []
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    (back,) = doccano.read(path)
    assert [(row.id, row.columns["role"]) for row in back.numbers] == [("n2", "name"), ("n1", "date")]
    assert [row.columns["total"] for row in back.statistics] == [None, None, None]


def test_spans_without_ids_or_metadata_are_read_from_doccano(tmp_path):
    path = tmp_path / "plain.jsonl"
    text = unicodedata.normalize("NFD", "Huyện có 5 xã")
    start = text.index("5")
    path.write_text(json.dumps({"id": 3, "text": text, "label": [[start, len(text), "Figure"]]}) + "\n", encoding="utf-8")
    (gold,) = doccano.read(path)
    assert (gold.article.id, gold.statistics[0].quote) == ("3", "5 xã")


def test_corrections_in_brat_arrive(tmp_path):
    gold, folder = small(), tmp_path / "brat"
    brat.write([gold], folder)
    (path,) = folder.glob("*.ann")
    text = path.read_text(encoding="utf-8").replace("value=476 | ", "value=480 | ").replace("kind T2 count", "kind T2 money")
    text = "\n".join(line for line in text.split("\n") if "share Arg1:T2" not in line)
    path.write_text(text + "T40\tplate 0 5\tHuyện\n", encoding="utf-8")
    (back,) = brat.read(folder)
    assert [row.columns["value"] for row in back.statistics] == [480, 9, 1.9]
    assert back.statistics[1].columns == gold.statistics[1].columns | {"kind": "money", "share": None}
    assert [row.columns["role"] for row in back.numbers] == ["plate", "date"]
    assert "<OVERLAP>" in (folder / "annotation.conf").read_text(encoding="utf-8")


def test_corrections_in_conll_arrive(tmp_path):
    gold, path = small(), tmp_path / "all.conll"
    conll.write([gold], path)
    lines = path.read_text(encoding="utf-8").split("\n")
    lines = [line.replace("B-date", "B-label") if line.startswith("2019") else line for line in lines]
    lines = [line.replace("I-Figure", "O") if line.startswith(("cán", "bộ")) else line for line in lines]
    lines = [line.replace("-Place", "-X").replace("B-X", "O").replace("I-X", "O") for line in lines]
    path.write_text("\n".join(lines), encoding="utf-8")
    (back,) = conll.read(path)
    assert back.places == ()
    assert [row.columns["role"] for row in back.numbers] == ["label"]
    assert [row.quote for row in back.statistics] == ["476", "9 người", "1,9%"]
    assert back.statistics[0].columns == gold.statistics[0].columns


def test_docbin_is_read_by_spacy(tmp_path):
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    path = tmp_path / "all.spacy"
    docbin.write([small()], path)
    (doc,) = DocBin().from_disk(path).get_docs(Vocab())
    assert doc.text == small().article.raw
    assert [(span.text, span.label_, span.id_) for span in doc.spans["documents"]] == [("Nghị định 34", "Document", "d1")]
    assert [token.text for token in doc][:4] == ["Huyện", "Mai", "Sơn", "có"]


def test_a_page_that_was_edited_is_cleaned_anew(tmp_path):
    gold, folder = small(), tmp_path / "brat"
    brat.write([gold], folder)
    (path,) = folder.glob("*.txt")
    path.write_text(gold.article.raw + " Hết.", encoding="utf-8")
    (back,) = brat.read(folder)
    assert back.article.text.endswith("Hết.")
    assert back.statistics == gold.statistics


# What cannot be read or written says why.

GOOD_TASK = {"data": {"text": "có 5 xã"}, "annotations": [{"result": []}]}

BLOCK = {"version": 1, "id": "a", "kept": [], "rows": [], "audits": [], "notes": {}}


def region(**value: object) -> dict:
    item = {
        "id": "r",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": 3, "end": 4, "labels": ["Figure"]} | value,
    }
    return GOOD_TASK | {"annotations": [{"result": [item]}]}


def attribute(control: str, text: str) -> dict:
    task = region()
    item = {"id": "r", "from_name": control, "to_name": "text", "type": "textarea", "value": {"start": 3, "end": 4, "text": [text]}}
    return task | {"annotations": [{"result": [*task["annotations"][0]["result"], item]}]}


def relation(**more: object) -> dict:
    task = region()
    item = {"type": "relation", "from_id": "r", "to_id": "r", "labels": ["total"]} | more
    return task | {"annotations": [{"result": [*task["annotations"][0]["result"], item]}]}


@pytest.mark.parametrize(
    ("task", "message"),
    [
        ("{", "no JSON"),
        ("3", "expected a list"),
        ([3], "task 1: no task of Label Studio"),
        ([{"annotations": []}], "no task of Label Studio"),
        ([GOOD_TASK | {"data": {"text": 3}}], "data.text is no text"),
        ([GOOD_TASK | {"data": {"text": "x", "solieu": "{}"}}], "broken metadata"),
        ([GOOD_TASK | {"data": {"text": "x", "solieu": '{"version": 9}'}}], "metadata of version 9"),
        ([GOOD_TASK | {"data": {"text": "x", "solieu": BLOCK | {"notes": 3}}}], "notes or audits that are no objects"),
        ([GOOD_TASK | {"data": {"text": "x", "solieu": BLOCK | {"title": 3}}}], "known of the article that is no text"),
        ([GOOD_TASK | {"data": {"text": "x", "solieu": BLOCK | {"rows": [["figures", "s1", 0, 1, {}]]}}}], "a row of an unknown table"),
        ([GOOD_TASK | {"data": {"text": "x", "solieu": BLOCK | {"rows": [["statistics", "s1", 0, 1, 5]]}}}], "columns of s1 are no object"),
        ([region(labels=["Animal"])], "unknown label 'Animal'"),
        ([region(labels=[])], "expected one"),
        ([region(end=99)], "has span 3–99, the page has 7"),
        ([region(start="x")], "task 1"),
        ([region(text="hộ")], "quotes 'hộ'"),
        ([attribute("figure_value", "năm")], "value is 'năm', expected a number"),
        ([attribute("figure_kind", "sum")], "kind is 'sum', expected one of count"),
        ([attribute("figure_period", "2019")], "period is '2019'"),
        ([relation(to_id="q")], "leads to region 'q'"),
        ([relation(labels=["whole"])], "relation 'whole', expected one of total"),
        ([relation(labels=["document"])], "expected one of the documents"),
    ],
)
def test_broken_tasks_of_label_studio(tmp_path, task, message):
    path = tmp_path / "broken.json"
    for one in task if isinstance(task, list) else ():
        if isinstance(one, dict) and isinstance(one.get("data", {}).get("solieu"), dict):
            one["data"]["solieu"] = json.dumps(one["data"]["solieu"])
    path.write_text(task if isinstance(task, str) else json.dumps(task), encoding="utf-8")
    with pytest.raises(AnnotationError) as caught:
        list(label_studio.read(path))
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: no JSON"),
        ("[]", "line 2: no document"),
        ('{"text": 3}', "text is no text"),
        ('{"text": "có 5 xã", "entities": [{"id": 1}]}', "no document of doccano"),
        ('{"text": "có 5 xã", "label": [[3, 3, "Figure"]]}', "span 3–3"),
        ('{"text": "có 5 xã", "label": [[3, 4, "FIGURE"]]}', "unknown label 'FIGURE'"),
        ('{"text": "có", "entities": [], "relations": [{"from_id": 1, "to_id": 2, "type": "total"}]}', "is no entity"),
        ('{"text": "có", "entities": [], "relations": [{"from_id": 1, "to_id": 2, "type": "x"}]}', "relation 'x'"),
    ],
)
def test_broken_lines_of_doccano(tmp_path, line, message):
    path = tmp_path / "broken.jsonl"
    path.write_text('{"text": "có"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(AnnotationError) as caught:
        list(doccano.read(path))
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1", "line 1: no tab"),
        ("T1\tFigure 3\t5", "line 1"),
        ("T1\tFigure x y\t5", "line 1"),
        ("T1\tFigure 3 4\t6", "T1 quotes '6', its span holds '5'"),
        ("T1\tFigure 0 2;5 7\tcó xã", "leaves out text"),
        ("T1\tFigure 3 4\t5\nT1\tFigure 3 4\t5", "line 2: T1 stands twice"),
        ("T1\tAnimal 3 4\t5", "unknown label 'Animal'"),
        ("R1\twhole Arg1:T1 Arg2:T2", "relation 'whole'"),
        ("R1\ttotal Arg1:T1", "line 1"),
        ("R1\ttotal Arg1:T1 Arg2:T2", "leads to T1, which is no span"),
        ("X1\thuh", "unknown kind of line"),
        ("T1\tFigure 3 4\t5\nA1\tkind T1 sum", "kind is 'sum'"),
        ("#1\tSolieu article\t[]", "broken metadata"),
    ],
)
def test_broken_lines_of_brat(tmp_path, line, message):
    (tmp_path / "a.txt").write_text("có 5 xã", encoding="utf-8")
    (tmp_path / "a.ann").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(AnnotationError) as caught:
        list(brat.read(tmp_path))
    assert message in str(caught.value)
    assert "a.ann" in str(caught.value)


def test_missing_files_of_brat(tmp_path):
    with pytest.raises(AnnotationError, match="no brat files"):
        list(brat.read(tmp_path))
    (tmp_path / "a.ann").write_text("", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"a\.ann: its text a\.txt is missing"):
        list(brat.read(tmp_path))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("", "no '# newdoc id' line"),
        ("5\t3\t4\tO\tO\tO", "line 1: a token before any"),
        ('# newdoc id = "a"\n5\t3\t4\tO\tO\tO', "line 2: a token before the '# text' line"),
        ('# newdoc id = "a"\n', "the article has no '# text' line"),
        ("# newdoc id = a\n", "line 1"),
        ('# newdoc id = "a"\n# text = "có 5 xã"\n5\t3\t4\tO\tO', "line 3: 5 columns, expected 6"),
        ('# newdoc id = "a"\n# text = "có 5 xã"\n6\t3\t4\tO\tO\tO', "token '6' is not the text at 3–4, '5'"),
        ('# newdoc id = "a"\n# text = "có 5 xã"\n5\t3\t4\tI-date\tO\tO', "line 3: tag 'I-date' continues no date"),
        ('# newdoc id = "a"\n# text = "có 5 xã"\n5\t3\t4\tdate\tO\tO', "tag 'date', expected O"),
        ('# newdoc id = "a"\n# text = "có 5 xã"\n5\t3\t4\tO\tO\tO\ncó\t0\t2\tO\tO\tO', "line 4: token 'có' begins before"),
        ('# newdoc id = "a"\n# text = "có 5 xã"\n5\tx\t4\tO\tO\tO', "line 3"),
    ],
)
def test_broken_lines_of_conll(tmp_path, lines, message):
    path = tmp_path / "broken.conll"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(AnnotationError) as caught:
        list(conll.read(path))
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"abc", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_broken_docbins(tmp_path, data):
    path = tmp_path / "broken.spacy"
    path.write_bytes(data)
    with pytest.raises(AnnotationError, match=r"broken\.spacy: no DocBin of spaCy"):
        list(docbin.read(path))


@pytest.mark.parametrize("name", ALL)
def test_files_that_are_missing_or_no_utf8(name, tmp_path):
    path = tmp_path / "nowhere.ann"
    with pytest.raises(AnnotationError, match="nowhere"):
        list(format_module(name).read(path))
    for suffix in (".ann", ".txt"):
        path.with_suffix(suffix).write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(AnnotationError, match="nowhere"):
        list(format_module(name).read(path))


def test_an_unknown_format_is_named():
    with pytest.raises(AnnotationError, match="unknown annotation format 'xml', expected one of label-studio"):
        format_module("xml")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "s2"}, "row id 's2' stands twice"),
        ({"end": 999}, "has span 17–999"),
        ({"quote": "47"}, "quotes '47', its span holds"),
    ],
)
def test_unsound_rows_are_not_written(change, message):
    gold = small()
    with pytest.raises(AnnotationError, match="article bài 1: row") as caught:
        check(replace(gold, statistics=(replace(gold.statistics[0], **change), *gold.statistics[1:])))
    assert message in str(caught.value)


def test_columns_that_json_cannot_hold_are_named():
    gold = small()
    with pytest.raises(AnnotationError, match="cannot be written as JSON"):
        metadata_of(replace(gold, notes={"x": {1, 2}}))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": None}, r"figure s1 '476 cán bộ' has no kind"),
        ({"value": None, "low": None, "high": None}, "has no value"),
        ({"place_code": "118"}, "has place_code, for which the marks format has no place"),
        ({"subject": "a | b"}, "cannot hold subject of s1"),
        ({"low": 3}, "cannot hold low of s1"),
        ({"attribution": "x\ny | z"}, "cannot hold attribution of s1"),
    ],
)
def test_what_the_marks_cannot_hold_is_said(tmp_path, change, message):
    gold, path = small(), tmp_path / "x.txt"
    row = gold.statistics[0]
    with pytest.raises(AnnotationError, match=message):
        write_annotated(replace(gold, statistics=(replace(row, columns=row.columns | change), *gold.statistics[1:])), path)
    assert not path.exists()


def test_marks_that_cross_are_named(tmp_path):
    gold = small()
    crossing = GoldRow("p2", 0, 19, gold.article.raw[:19], gold.places[0].columns)
    with pytest.raises(AnnotationError, match=r"p2 .* and s1 '476 cán bộ' cross, marks can only nest"):
        write_annotated(replace(gold, places=(*gold.places, crossing)), tmp_path / "x.txt")


def test_marks_in_the_text_are_named():
    with pytest.raises(AnnotationError, match="the text holds ⟦ or ⟧"):
        render_annotated(GoldArticle(build_article("a ⟦b", {"id": "x"}, None), (), (), ()))


def test_file_names_are_safe_and_unique():
    taken: set[str] = set()
    names = [file_stem(one, taken) for one in ("a", "A", "../../etc/passwd", "bài 1", "", "a" * 300, ".hidden", "a")]
    assert names[0] == "a"
    assert len({name.lower() for name in names}) == len(names)
    assert all(name and "/" not in name and not name.startswith(".") and len(name) < 120 for name in names)


# Predictions.


def test_rows_go_back_into_the_page_before_cleaning():
    page = "\n\nTrang chủ\nChia sẻ\nHuyện Mai Sơn có 476 cán bộ và công chức trong toàn huyện, tính đến hết năm 2019 này.\n\n"
    article = build_article(page, {"id": "x"}, None)
    assert article.text != article.raw
    start, year, name = (article.text.index(one) for one in ("476", "2019", "Mai Sơn"))
    figure = {
        "statistic_id": f"x:{start}", "start": start, "end": start + 10, "kind": "count", "value": 476, "low": 476, "high": 476,
        "qualifier": "exact", "unit": "cán bộ", "subject": "cán bộ", "place_name": "Mai Sơn", "period_end": "2019-12-31",
        "confidence": 0.9, "document_id": None, "total_id": None, "share_id": None,
    }  # fmt: skip
    places = [{"start": name, "end": name + 7, "name": "Mai Sơn", "level": "district"}, {"start": 0, "end": 5, "name": "x", "named": False}]
    numbers = [
        {"start": start, "end": start + 3, "role": "figure"},
        {"start": year - 4, "number_end": year + 4, "end": year + 8, "role": "date", "confidence": 0.8},
        {"start": name, "end": name + 3, "role": "name"},
    ]
    audits = [{"check": "shares_sum", "expected": 100.0, "reported": 99.5, "ok": False, "statistic_ids": [f"x:{start}"]}]
    gold = from_rows(article, {"statistics": [figure], "places": places, "numbers": numbers, "audits": audits})
    assert gold.article.raw == page.strip("\n")
    assert gold.article.text == article.text
    assert [row.quote for row in (*gold.statistics, *gold.places, *gold.numbers)] == ["476 cán bộ", "Mai Sơn", "năm 2019"]
    assert gold.statistics[0].columns["period"] == {"start": None, "end": "2019-12-31", "text": None}
    assert gold.audits == ({"id": "a1", "check": "shares_sum", "parts": "s1", "expected": "100", "reported": "99,5", "ok": "no"},)


def test_the_type_word_of_a_place_is_left_to_the_figure_it_counts(tmp_path):
    article = build_article("Thành phố gồm 10 phường Thanh Sơn, Quang Trung và những phường khác ở ven sông.", {"id": "x"}, None)
    figure = {"statistic_id": "x:14", "start": 14, "end": 23, "kind": "count", "value": 10, "low": 10, "high": 10, "qualifier": "exact"}
    place = {"start": 17, "end": 33, "name": "Thanh Sơn", "level": "commune"}
    gold = from_rows(article, {"statistics": [figure], "places": [place]})
    assert [row.quote for row in (*gold.statistics, *gold.places)] == ["10 phường", "Thanh Sơn"]
    write_annotated(gold, tmp_path / "x.txt")


# The whole loop, at the command line.


def run(*arguments: object, status: int = 0) -> str:
    from solieu.extract.cli.app import app

    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exit_code == status, (result.output, result.exception)
    return result.output


@pytest.fixture(scope="module")
def articles(corpus, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for gold in corpus[::12]:
        (folder / f"{gold.article.id}.txt").write_text(gold.article.raw, encoding="utf-8")
    return folder


def test_export_correct_import_train_load(corpus, articles, tmp_path):
    from solieu.extract import load

    run("annotate", "export", articles, "-o", tmp_path / "out", "--to", "label-studio")
    path = tmp_path / "out" / "solieu.json"
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["label_config.xml", "solieu.json"]
    tasks = json.loads(path.read_text(encoding="utf-8"))
    assert len(tasks) == len(list(articles.iterdir()))
    corrected = 0
    for task in tasks:  # an annotator accepts what was predicted, but for the subjects
        result = task.pop("predictions")[0]["result"]
        for item in result:
            if item.get("from_name") == "figure_subject":
                item["value"]["text"] = ["chủ đề đã sửa"]
                corrected += 1
        task["annotations"] = [{"was_cancelled": False, "result": result}]
    assert corrected > 50
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")

    run("annotate", "import", path, "-o", tmp_path / "gold", "--from", "label-studio")
    imported = [read_annotated(file) for file in sorted((tmp_path / "gold").glob("*.txt"))]
    assert [gold.article.id for gold in imported] == sorted(file.stem for file in articles.iterdir())
    subjects = [row.columns["subject"] for gold in imported for row in gold.statistics]
    assert subjects.count("chủ đề đã sửa") == corrected

    run("train", "--corpus", tmp_path / "gold", "--output", tmp_path / "model")
    doc = load(model=tmp_path / "model")("Năm 2019, huyện Mai Sơn có 476 cán bộ, công chức cấp xã.")
    assert [row.value for row in doc._.statistics] == [476]


@pytest.mark.parametrize("name", [name for name in ALL if name != "label-studio"])
def test_every_format_leads_to_the_same_marks(articles, name, tmp_path):
    run("annotate", "export", articles, "-o", tmp_path / "marks", "--to", "marks")
    run("annotate", "export", articles, "-o", tmp_path / name, "--to", name)
    run("annotate", "import", there(tmp_path / name, name) if name != "brat" else tmp_path / name, "-o", tmp_path / "back", "--from", name)
    marks = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "marks").iterdir()}
    assert marks
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "back").iterdir()} == marks


def test_annotated_articles_are_exported_as_they_are(corpus, tmp_path):
    for gold in corpus[:3]:
        write_annotated(gold, tmp_path / "marks" / f"{gold.article.id}.txt")
    run("annotate", "export", tmp_path / "marks", "-o", tmp_path / "out", "--to", "conll", "--annotated")
    assert [with_path(gold, None) for gold in conll.read(tmp_path / "out" / "solieu.conll")] == corpus[:3]


def test_a_figure_added_without_attributes_gets_those_of_its_words(tmp_path):
    text = "Toàn huyện Mai Sơn hiện có hơn 1,2 nghìn hộ nghèo cần được hỗ trợ nhà ở trong năm nay."
    start, end = text.index("1,2"), text.index(" cần")
    (tmp_path / "new.jsonl").write_text(json.dumps({"id": "x", "text": text, "label": [[start, end, "Figure"]]}) + "\n", encoding="utf-8")
    run("annotate", "import", tmp_path / "new.jsonl", "-o", tmp_path / "gold", "--from", "doccano")
    (row,) = read_annotated(tmp_path / "gold" / "x.txt").statistics
    assert (row.columns["kind"], row.columns["value"], row.columns["qualifier"]) == ("count", 1200, "over")


def test_what_cannot_be_imported_is_listed_and_the_rest_is_written(tmp_path):
    lines = [{"id": "bad", "text": "a ⟦ b"}, {"id": "good", "text": "Huyện có năm xã"}]
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    run("annotate", "import", tmp_path / "x.jsonl", "-o", tmp_path / "gold", "--from", "doccano", status=1)
    assert [path.name for path in (tmp_path / "gold").iterdir()] == ["good.txt"]


def test_one_id_for_two_articles_is_an_error(tmp_path):
    from solieu.extract.cli.app import app

    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "text": "có"}\n' * 2, encoding="utf-8")
    arguments = ["annotate", "import", str(path), "-o", str(tmp_path / "gold"), "--from", "doccano"]
    result = CliRunner().invoke(app, arguments)
    assert isinstance(result.exception, AnnotationError)
    assert "an article with id 'a' was there before" in str(result.exception)
