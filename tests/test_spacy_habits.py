"""Whatever one does with a spaCy pipeline can be done with this one, and gives the same rows."""

from __future__ import annotations

import pickle
import unicodedata
from datetime import date
from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from solieu.corpus import Article, annotated_articles
from solieu.extract import blank, load, to_frames
from solieu.extract.language import PIPELINE
from spacy import displacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

TEXT = (
    "Thực hiện Thông tư số 13/2019/TT-BNV ngày 6/11/2019 của Bộ Nội vụ, năm 2019 huyện Như Xuân (Thanh Hóa) có 400 cán bộ, "
    "công chức cấp xã, trong đó 300 người có trình độ đại học, chiếm 75%. Toàn huyện hiện còn 1.250 hộ nghèo, giảm hơn 2,5% so với năm 2018."
)
ARTICLES = [
    Article("nhu-xuan", TEXT, published=date(2019, 12, 20), source="Báo Thanh Hóa", province_code="38"),
    Article("trong", ""),
    Article("soc-trang", "Sáu tháng đầu năm 2022, tỉnh Sóc Trăng thu hoạch 11,6 nghìn tấn tôm.", published=date(2022, 7, 12)),
]
TABLES = ("statistics", "documents", "places", "audits")
ENTITIES = ("documents", "periods", "places", "numbers")


def rows(doc: Doc) -> dict[str, list[dict]]:
    return {table: [row.to_plain() for row in getattr(doc._, table)] for table in TABLES}


def spans(doc: Doc) -> dict[str, list]:
    return {
        name: [(span.start_char, span.end_char, span.label_, span._.record.to_plain()) for span in doc.spans[name]] for name in ENTITIES
    }


@pytest.fixture(scope="module")
def doc(nlp) -> Doc:
    return nlp(ARTICLES[0])


def test_the_text_of_these_tests_gives_rows_in_every_table(doc):
    found = rows(doc)
    assert {table: bool(found[table]) for table in TABLES} == dict.fromkeys(TABLES, True)
    assert all(spans(doc).values())


def test_pipe_gives_what_single_calls_give(nlp):
    assert [rows(doc) for doc in nlp.pipe(ARTICLES)] == [rows(nlp(article)) for article in ARTICLES]


def test_pipe_takes_texts_and_contexts(nlp):
    pairs = list(nlp.pipe([(TEXT, "a"), ("", "b")], as_tuples=True))
    assert [context for _, context in pairs] == ["a", "b"]
    assert rows(pairs[0][0]) == rows(nlp(TEXT))


def test_two_processes_give_the_same_rows_and_spans(nlp):
    one = list(nlp.pipe(ARTICLES))
    two = list(nlp.pipe(ARTICLES, n_process=2, batch_size=1))
    assert [rows(doc) for doc in two] == [rows(doc) for doc in one]
    assert [spans(doc) for doc in two] == [spans(doc) for doc in one]


def test_a_saved_pipeline_loads_with_spacy_load_and_gives_the_same(nlp, doc, tmp_path):
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert again.pipe_names == nlp.pipe_names
    assert rows(again(ARTICLES[0])) == rows(doc)
    assert again.tokenizer.words == nlp.tokenizer.words


def test_a_saved_pipeline_keeps_rules_alone(tmp_path):
    rules = load(model="rules")
    rules.to_disk(tmp_path / "nlp")
    assert rows(spacy.load(tmp_path / "nlp")(TEXT)) == rows(rules(TEXT))


def test_a_pipeline_as_bytes_gives_the_same(nlp, doc):
    again = load(model="rules").from_bytes(nlp.to_bytes())
    assert rows(again(ARTICLES[0])) == rows(doc)


def test_a_pipeline_rebuilt_from_its_config_has_the_same_components(nlp):
    again = spacy.util.load_model_from_config(nlp.config)
    assert again.pipe_names == list(PIPELINE)
    assert rows(again(TEXT)) == rows(nlp(TEXT))


def test_a_doc_as_bytes_keeps_rows_and_spans(doc):
    again = Doc(Vocab()).from_bytes(doc.to_bytes())
    assert again.text == doc.text
    assert (rows(again), spans(again)) == (rows(doc), spans(doc))


def test_a_doc_bin_with_user_data_keeps_rows_and_spans(nlp, doc):
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(data).get_docs(nlp.vocab)
    assert (rows(again), spans(again)) == (rows(doc), spans(doc))


def test_a_pickled_doc_keeps_rows_and_spans(doc):
    again = pickle.loads(pickle.dumps(doc))
    assert (rows(again), spans(again)) == (rows(doc), spans(doc))


def test_to_frames_of_stored_docs_is_to_frames_of_the_docs(nlp, doc):
    (again,) = DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
    fresh, stored = to_frames([doc]), to_frames([again])
    assert all(fresh[table].equals(stored[table]) for table in fresh)
    assert len(fresh["statistics"]) == len(doc._.statistics)


def test_analyze_pipes_finds_no_fault_in_the_order(nlp):
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_analyze_pipes_finds_the_fault_of_a_wrong_order():
    wrong = blank(words=False)
    wrong.add_pipe("solieu_breakdowns")
    assert wrong.analyze_pipes()["problems"]["solieu_breakdowns"]


@pytest.mark.parametrize("name", PIPELINE, ids=lambda name: f"{name} works alone behind the tokenizer")
def test_each_component_alone(name):
    alone = blank(words=False)
    alone.add_pipe(name)
    doc = alone(TEXT)
    assert doc.text == TEXT
    group = name.removeprefix("solieu_")
    if group in ENTITIES:
        assert doc.spans[group]
        assert all(TEXT[span._.record.start : span._.record.end] == span._.record.quote for span in doc.spans[group])
    if group == "documents":
        assert [record.code for record in doc._.documents] == ["13/2019/TT-BNV"]
    elif group == "places":
        assert [(record.name, record.code) for record in doc._.places][:2] == [("Như Xuân", "402"), ("Thanh Hóa", "38")]


@pytest.mark.parametrize("name", PIPELINE, ids=lambda name: f"{name} rejects a misspelt setting")
def test_misspelt_settings(name):
    with pytest.raises(ValueError, match="thresold"):
        blank(words=False).add_pipe(name, config={"thresold": 0.5})


def test_a_setting_of_the_wrong_type_is_rejected():
    with pytest.raises(ValueError, match="threshold"):
        blank(words=False).add_pipe("solieu_roles", config={"threshold": "high"})


@pytest.mark.parametrize("group", [*ENTITIES, "statistics"], ids=lambda group: f"displaCy shows {group}")
def test_displacy(doc, group):
    html = displacy.render(doc, style="span", options={"spans_key": group}, jupyter=False)
    labels = {span.label_ for span in doc.spans[group]}
    assert labels and all(label in html for label in labels)


def test_an_empty_text_gives_empty_tables(nlp):
    assert rows(nlp("")) == {table: [] for table in TABLES}
    assert nlp("").text == ""


def test_sentences_and_tokens_are_there(doc):
    assert [sentence.text.split()[0] for sentence in doc.sents] == ["Thực", "Toàn"]
    assert {"13/2019/TT-BNV", "1.250", "2,5%"} <= {token.text for token in doc}


def test_with_words_the_rows_are_the_same(doc):
    words = load(words=True)(ARTICLES[0])
    assert "công chức" in {token.text for token in words}
    assert rows(words) == rows(doc)


NO_OFFSETS = {
    "statistic_id",
    "start",
    "end",
    "quote",
    "sentence_start",
    "sentence_end",
    "total_id",
    "share_id",
    "statistic_ids",
    "confidence",
}


def _values(doc: Doc) -> dict[str, list[dict]]:
    """Give the rows without offsets, texts composed."""
    return {
        table: [
            {
                key: unicodedata.normalize("NFC", value) if isinstance(value, str) else value
                for key, value in row.items()
                if key not in NO_OFFSETS
            }
            for row in found
        ]
        for table, found in rows(doc).items()
    }


def test_decomposed_letters_give_the_same_rows(nlp):
    decomposed = unicodedata.normalize("NFD", TEXT)
    assert decomposed != TEXT
    there, here = nlp(decomposed), nlp(TEXT)
    assert there.text == decomposed
    assert _values(there) == _values(here)
    for table in ("statistics", "documents", "places"):
        assert [unicodedata.normalize("NFC", row.quote) for row in getattr(there._, table)] == [row.quote for row in getattr(here._, table)]
    assert_exact(there)


def test_a_paragraph_put_in_between_only_shifts_offsets(nlp):
    title, front = "Cán bộ cấp xã, hộ nghèo ở Như Xuân\n\nTin trong tỉnh.\n\n", "Trời mưa.\n\n"
    plain, shifted = nlp(title + TEXT), nlp(title + front + TEXT)
    assert [(row.start + len(front), row.quote) for row in plain._.statistics] == [(row.start, row.quote) for row in shifted._.statistics]
    assert _values(plain) == _values(shifted)


def assert_exact(doc: Doc) -> None:
    """Hold every row to its own quote."""
    for table in ("statistics", "documents", "places"):
        for row in getattr(doc._, table):
            assert doc.text[row.start : row.end] == row.quote
            assert row.quote
    for row in doc._.statistics:
        assert row.sentence_start <= row.start < row.end <= row.sentence_end
    for name in ENTITIES:
        for span in doc.spans[name]:
            record = span._.record
            assert doc.text[record.start : record.end] == record.quote
    known = {row.statistic_id for row in doc._.statistics}
    assert len(known) == len(doc._.statistics)
    assert {other for row in doc._.statistics for other in (row.total_id, row.share_id) if other} <= known
    assert {other for audit in doc._.audits for other in audit.statistic_ids} <= known


PIECES = st.sampled_from(
    [
        *(
            "12",
            "1.250",
            "2,5%",
            "70/2009/QĐ-TTg",
            "ngày 27/4/2009",
            "năm 2019",
            "Quyết định số",
            "Nghị quyết này",
            "huyện Như Xuân",
            "tỉnh",
            "xã",
        ),
        *(
            "Thanh Hóa",
            "TP. Hồ Chí Minh",
            "trong đó",
            "chiếm",
            "người",
            "hộ",
            "ha",
            "tỷ đồng",
            "triệu",
            "một",
            "hai mươi ba",
            "một nửa",
            "gấp đôi",
        ),
        *(
            "từ",
            "đến",
            "lên",
            "xuống còn",
            "tăng",
            "giảm",
            "so với",
            "hơn",
            "gần",
            "trên",
            "dưới",
            "khoảng",
            "18/21",
            "cùng kỳ",
            "quý III",
            "lần thứ",
        ),
        *(
            "%",
            ",",
            ".",
            ";",
            ":",
            "(",
            ")",
            "-",
            "–",
            "…",
            "\n",
            "\t",
            "\r\n",
            "\u00a0",
            "\u200b",
            "\ufeff",
            "\u0301",
            "\x00",
            "²",
            "Đ",
            "Ð",
            "uỷ ban",
        ),
    ]
)
LIKE_NEWS = st.lists(PIECES, max_size=40).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)]))


@pytest.mark.parametrize("words", [False, True], ids=["syllables", "words"])
@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=st.text(max_size=300))
@example(text="a\u0300\u0301 12 \u200d%")
def test_the_tokenizer_never_changes_a_text(words, text):
    doc = blank(words=words).make_doc(text)
    assert doc.text == text
    assert all(before.idx + len(before.text_with_ws) == after.idx for before, after in pairwise(doc))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.one_of(LIKE_NEWS, st.text(max_size=200)))
@example(text="12 %\u0301 người")
@example(text="Quyết định số 70/2009/QĐ-TTg\n\n\n3")
def test_any_text_is_read_and_every_row_is_exact(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert_exact(doc)


@pytest.fixture(scope="module")
def written() -> list[str]:
    """Give the texts of the annotated articles of the dev split."""
    return [gold.article.text for gold in annotated_articles("dev")]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(data=st.data())
def test_an_article_cut_anywhere_is_read(nlp, written, data):
    text = data.draw(st.sampled_from(written))
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))].strip()
    assert_exact(nlp(piece))
