"""`solieu_places`: administrative units as `doc.spans["places"]`."""

from __future__ import annotations

from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from ..doc import Component, article_of, extra_of, home_of, published_of, put, put_extra, rows_of, view_of
from ..text.view import View, fold
from .abroad import abroad
from .backrefs import BackReferences, Mention
from .linker import PlaceLinker
from .located import located_scopes
from .matcher import PlaceMatcher
from .named_sites import named_site_scopes
from .sites import site_scopes
from .units import Gazetteer, gazetteer


class Places(Component):
    """Finds mentions of administrative units and links them to the gazetteer."""

    def __init__(self) -> None:
        super().__init__()
        self._gazetteer = gazetteer()
        self._matcher = PlaceMatcher(self._gazetteer)
        self._linker = PlaceLinker(self._gazetteer)
        self._back = BackReferences(self._gazetteer)

    def annotate(self, doc: Doc) -> None:
        """Write `doc.spans["places"]`."""
        text = view_of(doc)
        article = article_of(doc)
        moment = published_of(doc)
        year = extra_of(doc, "year")
        if moment is None and year is not None:
            moment = date(year, 12, 31) if year < 2025 else None
        home = home_of(doc)
        mentions = _without_namesakes(text, self._linker.link(text, self._matcher.find(text), moment, home), home)
        mentions += self._back.rows(text, mentions, moment, home)
        mentions.sort(key=lambda mention: mention.start)
        scopes = self._back.scopes(text, mentions, moment, home)
        sites = site_scopes(text, mentions, self._matcher.names, self._gazetteer, moment) + located_scopes(text, mentions)
        sites += named_site_scopes(text, mentions)
        issued = [(row["start"], row["end"]) for row in rows_of(doc, "documents") or ()]
        rows = []
        for mention in mentions:
            start, end = text.source_span(mention.start, mention.end)
            if not mention.named and any(a <= start < b for a, b in issued):
                continue
            rows.append(
                {"article_id": article.get("id"), "start": start, "end": end, "quote": text.source[start:end]}
                | place_columns(self._gazetteer, mention)
                | {
                    "named": mention.named,
                    "steers": mention.steers,
                    "unit_id": mention.unit.id if mention.unit else None,
                    "type": mention.unit.type if mention.unit else None,
                }
            )
        put(doc, "places", rows)
        put_extra(doc, "scopes", [
            {"start": text.source_span(scope.start, scope.end)[0], "end": text.source_span(scope.start, scope.end)[1]}
            | place_columns(self._gazetteer, scope) | {"named": False, "unit_id": scope.unit.id if scope.unit else None}
            | ({"quote": text.text[scope.start : scope.end], "site": True} if number >= len(scopes) else {})
            for number, scope in enumerate(scopes + sites)
        ])  # fmt: skip


def _without_namesakes(text: View, mentions: list[Mention], home: str | None) -> list[Mention]:
    """Leave out units whose name a place abroad bears, in a text that names abroad and not the province: Trùng Khánh in China."""
    doubtful = [one for one in mentions if one.unit is not None and one.level in ("district", "commune") and abroad().bears(one.name)]
    if not doubtful:
        return mentions
    told = {one.province.id for one in mentions if one.level == "province" and one.province is not None}
    names = {fold(one.name) for one in doubtful}
    if not any(one.name not in names for one in abroad().find(text)):
        return mentions
    dropped = {id(one) for one in doubtful if one.province is None or (one.province.id not in told and one.province.code != home)}
    return [one for one in mentions if id(one) not in dropped]


def place_columns(units: Gazetteer, mention: Mention) -> dict[str, Any]:
    """Give the columns of `places` for a linked mention: both code systems where they are known."""
    unit = mention.unit
    province = mention.province
    later = units.successor(unit) if unit is not None else None
    later_province = units.successor(province) if province is not None else None
    if later is not None and later_province is None:
        later_province = units.province(later)
    country = unit is not None and unit.level == "country"
    return {
        "name": unit.shown if unit is not None else mention.name,
        "level": mention.level,
        "code": unit.code if unit is not None else None,
        "province_code": province.code if province is not None else None,
        "code_2025": "VN" if country else later.code if later is not None and later.level == mention.level else None,
        "province_code_2025": later_province.code if later_province is not None else None,
        "confidence": mention.confidence,
    }


@Language.factory("solieu_places", assigns=["doc.spans"])
def create_places(nlp: Language, name: str) -> Places:
    """Make the component."""
    return Places()
