"""Articles from the grammar: a headline, a dateline, paragraphs that mix figures with numbers that are none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from ..gold import GoldArticle
from .lexicon import OFFICES, PLACES, THINGS
from .page import Page, Period
from .sentences import SENTENCES
from .traps import derive, person


def generate(count: int, seed: int = 0) -> Iterator[GoldArticle]:
    """Give generated articles with their gold; for training only.

    Args:
        count: how many.
        seed: the same seed gives the same articles, and the first ones are the same whatever the count.
    """
    for number in range(count):
        yield _article(Random(f"solieu.generated/{seed}/{number}"), f"generated-{seed}-{number + 1:05d}")


def _article(random: Random, article_id: str) -> GoldArticle:
    province, districts = random.choice(PLACES)
    published = date(2009, 1, 1) + timedelta(days=random.randrange(5600))
    page = Page(published, province)
    thing = random.choice(THINGS)
    district = random.choice(districts)
    page.mention(province, "province", province)
    page.say(f": {thing.subject} và những con số đáng chú ý\n\n")
    if random.random() < 0.6:
        page.say(f"{derive(random, 'furniture')}\n\n")
    document_id = None
    for _ in range(random.randint(2, 5)):
        inside = random.random() < 0.5
        page.place = f"{district}, {province}" if inside else province
        page.period = period(random, published)
        page.say(f"{page.period.printed}, ")
        if random.random() < 0.4:
            page.say(f"theo {random.choice(OFFICES)} ")
            page.mention(f"tỉnh {province}", "province", province)
            page.say(", ")
        page.say("tại ")
        if inside:
            page.mention(f"huyện {district}", "district", page.place)
        else:
            page.mention(province, "province", province)
        page.say(f", {random.choice(('tình hình có nhiều chuyển biến', 'công tác này được quan tâm', 'kết quả đạt được khá rõ nét'))}. ")
        document_id = _document(random, page) if document_id is None and random.random() < 0.3 else document_id
        for _ in range(random.randint(1, 3)):
            one = thing if random.random() < 0.6 else random.choice(THINGS)
            random.choice(SENTENCES)(
                random, page, one, random.choice(("Toàn huyện", "Huyện")) if inside else random.choice(("Toàn tỉnh", "Tỉnh"))
            )
            page.say(" ")
        if random.random() < 0.8:
            page.say(f"{derive(random, 'sentence')} ")
        page.say("\n\n")
    page.say(f"{derive(random, 'sentence')}\n\n{person(random).upper()}\n")
    return page.finish(article_id, None, thing.domain, province)


def _document(random: Random, page: Page) -> str:
    number, year = random.randint(1, 3000), random.randint(page.published.year - 4, page.published.year)
    doc_type, symbol, issuer = random.choice(
        (("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"), ("Nghị định", "NĐ-CP", "Chính phủ"), ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ"))
    )
    code = f"{number}/{year}/{symbol}"
    page.say("Việc thực hiện ")
    columns = {"doc_type": doc_type, "number": str(number), "year": year, "symbol": symbol, "code": code, "issuer": issuer}
    row_id = page.document(f"{doc_type} số {code} của {issuer}", **columns)
    page.say(" được đẩy mạnh. ")
    return row_id


def period(random: Random, published: date) -> Period:
    """Draw a period that an article of that date may speak of."""
    year = published.year - random.choice((1, 1, 1, 2, 3))
    last = _end_of_month
    choice = random.randrange(8)
    if choice == 0:
        return Period(f"Năm ⟦{year}|date⟧", date(year, 1, 1), date(year, 12, 31))
    if choice == 1:
        months = random.choice((3, 6, 9))
        return Period(f"⟦{months}|date⟧ tháng đầu năm ⟦{year}|date⟧", date(year, 1, 1), last(year, months))
    if choice == 2:
        quarter = random.randint(1, 4)
        return Period(f"Quý {('I', 'II', 'III', 'IV')[quarter - 1]}/⟦{year}|date⟧", date(year, 3 * quarter - 2, 1), last(year, 3 * quarter))
    if choice == 3:
        day = published - timedelta(days=random.randint(1, 90))
        return Period(f"Tính đến ngày ⟦{day.day}/{day.month}/{day.year}|date⟧", None, day)
    if choice == 4:
        return Period("Đến nay", None, published)
    if choice == 5:
        return Period("Hiện nay", published, published)
    if choice == 6:
        return Period(f"Giai đoạn ⟦{year - 4}-{year}|date⟧", date(year - 4, 1, 1), date(year, 12, 31))
    month = random.randint(1, 12)
    return Period(f"Tháng ⟦{month}/{year}|date⟧", date(year, month, 1), last(year, month))


def _end_of_month(year: int, month: int) -> date:
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
