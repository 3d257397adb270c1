"""The pipeline as a spaCy Language: `load` for all of it, `blank` for the tokenizer alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from spacy.lang.vi.lex_attrs import LEX_ATTRS
from spacy.lang.vi.stop_words import STOP_WORDS
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.util import load_config_from_str, registry

from ..corpus.article import Article
from .breakdowns.component import create_breakdowns
from .doc import remember_text, set_extensions
from .documents.component import create_documents
from .linking.component import create_linking
from .numbers.component import create_numbers
from .periods.component import create_periods
from .places.component import create_places
from .roles.component import create_roles
from .tokenizer.tokenizer import create_tokenizer

PIPELINE = (
    "solieu_documents",
    "solieu_periods",
    "solieu_places",
    "solieu_numbers",
    "solieu_roles",
    "solieu_linking",
    "solieu_breakdowns",
)
"""The components in order: documents first, since their dates and numbers are theirs; numbers last of the entities."""

FACTORIES = (
    create_documents, create_periods, create_places, create_numbers, create_roles, create_linking, create_breakdowns, create_tokenizer,
)  # fmt: skip

_CONFIG = """
[nlp]

[nlp.tokenizer]
@tokenizers = "solieu.Tokenizer.v1"
words = true
"""


class VietnameseDefaults(BaseDefaults):
    """Defaults of the language: spaCy's Vietnamese stop words and lexical attributes, solieu's tokenizer."""

    config = load_config_from_str(_CONFIG)
    lex_attr_getters = LEX_ATTRS
    stop_words = STOP_WORDS
    writing_system: ClassVar[dict[str, object]] = {"direction": "ltr", "has_case": True, "has_letters": True}


@registry.languages("vi_solieu")
class SolieuLanguage(Language):  # type: ignore[no-untyped-call]
    """A spaCy Language that also takes `Article`s: `nlp(article)`, `nlp.pipe(articles)`."""

    lang = "vi_solieu"
    Defaults = VietnameseDefaults

    def _ensure_doc(self, doc_like: Any) -> Doc:
        if isinstance(doc_like, Article):
            doc = self.make_doc(doc_like.text)
            doc._.article = doc_like.meta()
            return doc
        return super()._ensure_doc(doc_like)

    def make_doc(self, text: str) -> Doc:
        """Tokenize a text of any length: no model here needs memory beyond the text's own size."""
        doc = self.tokenizer(text)
        remember_text(doc, text)
        return doc


def blank(words: bool = True) -> SolieuLanguage:
    """Give a pipeline with the tokenizer alone; add components with `nlp.add_pipe("solieu_numbers")`.

    Args:
        words: whether tokens are Vietnamese words (underthesea) or syllables.
    """
    set_extensions()
    return SolieuLanguage.from_config({"nlp": {"tokenizer": {"@tokenizers": "solieu.Tokenizer.v1", "words": words}}})  # type: ignore[return-value]


def _settings(name: str, model: str | Path | None, threshold: float) -> dict[str, Any]:
    """Give a component's settings: a model folder holds `roles.json.gz` and `links.json.gz`."""
    if name not in ("solieu_roles", "solieu_linking"):
        return {}
    file = "roles.json.gz" if name == "solieu_roles" else "links.json.gz"
    path = None if model is None else "rules" if str(model) == "rules" else str(Path(model) / file)
    return {"model": path} | ({"threshold": threshold} if name == "solieu_roles" else {})


def load(model: str | Path | None = None, words: bool = False, threshold: float = 0.5) -> SolieuLanguage:
    """Give the whole pipeline.

    Args:
        model: a folder made by `solieu train`; None for the models shipped; "rules" for rules alone.
        words: whether tokens are Vietnamese words. The extraction does not need them, and they cost more than all the
            rest; syllables by default.
        threshold: the probability from which a number counts as a reported figure.

    Returns:
        `nlp`; `doc = nlp(text)` (or an `Article`) has `doc._.statistics`, `.documents`, `.places` and `.audits`.

    Raises:
        ModelError: the model file is missing or does not fit.
    """
    nlp = blank(words)
    for name in PIPELINE:
        nlp.add_pipe(name, config=_settings(name, model, threshold))
    return nlp
