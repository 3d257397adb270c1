"""Sentences that report figures: each writes one statement into a page, with its rows and their links."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .lexicon import MEASURES, MONEY, QUALIFIERS, RATES, Thing
from .page import Page, unmarked
from .printing import in_words, plain, scaled

_HAVE = ("có", "hiện có", "ghi nhận", "thống kê được", "đã có")


def level(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write a plain count, at times with a qualifier or in words."""
    value = random.randint(thing.low, thing.high)
    page.say(f"{place} {random.choice(_HAVE)} ")
    if value < 100 and random.random() < 0.4:
        page.figure(f"{in_words(value)} {thing.unit}", "count", value, thing.units, thing.subject)
    elif random.random() < 0.4:
        word, qualifier = random.choice(QUALIFIERS)
        page.say(word)
        page.figure(f"{plain(value)} {thing.unit}", "count", value, thing.units, thing.subject, qualifier=qualifier)
    else:
        page.figure(f"{plain(value)} {thing.unit}", "count", value, thing.units, thing.subject)
    page.say(f"{thing.tail}.")


def breakdown(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write a whole, a part of it and the part's share; at times with a second part that fills the whole."""
    whole = random.randint(max(thing.low, 20), thing.high)
    part = random.randint(1, whole - 1)
    category = random.choice(thing.parts)
    page.say(f"{place} {random.choice(_HAVE)} ")
    whole_id = page.figure(f"{plain(whole)} {thing.unit}", "count", whole, thing.units, thing.subject)
    page.say(f"{thing.tail}, {random.choice(('trong đó', 'trong đó có', 'trong số này'))} ")
    short = thing.unit if random.random() < 0.5 else thing.units.split(";")[-1]
    columns = {"category": unmarked(category), "total": whole_id}
    part_id = page.figure(f"{plain(part)} {short}", "count", part, thing.units, thing.subject, **columns)
    page.say(f" {category}")
    if random.random() < 0.7:
        decimals = random.choice((0, 1, 2))
        share = round(100 * part / whole, decimals)
        page.say(f", {random.choice(('chiếm', 'chiếm tỷ lệ', 'bằng'))} ")
        share_id = page.figure(f"{plain(share, decimals)}%", "percentage", share, "%", thing.subject, share=part_id, **columns)
        page.link(part_id, share=share_id)
        expected = round(100 * part / whole, 3)
        page.audits.append({"id": f"a{len(page.audits) + 1}", "check": "share", "whole": whole_id, "parts": part_id, "share": share_id,
                            "expected": str(expected), "reported": str(share), "ok": "yes"})  # fmt: skip
    if random.random() < 0.4:
        page.say("; còn lại ")
        rest = page.figure(plain(whole - part), "count", whole - part, thing.units, thing.subject, total=whole_id, category="còn lại")
        page.audits.append({"id": f"a{len(page.audits) + 1}", "check": "parts_sum", "whole": whole_id, "parts": f"{part_id},{rest}",
                            "expected": str(whole), "reported": str(whole), "ok": "yes"})  # fmt: skip
    page.say(".")


def of_all(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write "18/21 xã": a part and its whole in one figure's place."""
    noun = random.choice(("xã", "thôn", "trường", "xã, phường", "ấp"))
    whole = random.randint(4, 260)
    part = random.randint(1, whole)
    page.say(f"{place} {random.choice(('đã có', 'có', 'mới có'))} ")
    page.part_of(part, whole, noun, f"{noun} đạt chuẩn")
    page.say(" đạt chuẩn.")


def money(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write an amount of money, at times an estimate or against the plan."""
    subject, _ = random.choice(MONEY)
    scale = random.choice(("triệu", "tỷ", "tỉ", "tỷ", "nghìn tỷ"))
    text, value = scaled(random, scale, 1, 40 if scale == "nghìn tỷ" else 950)
    status = random.choice(("actual", "estimate", "target"))
    verb = {"actual": "đạt", "estimate": "ước đạt", "target": "phấn đấu đạt"}[status]
    page.say(f"{subject.capitalize()} của {place[0].lower() + place[1:]} {verb} ")
    extra = {"qualifier": "about"} if status == "estimate" else {}
    page.figure(f"{text} đồng", "money", value, "VND", subject, status=status, **extra)
    if status == "actual":
        share = round(random.uniform(40, 130), 1)
        page.say(", bằng ")
        page.figure(f"{plain(share, 1)}%", "percentage", share, "%", subject, baseline=random.choice(("kế hoạch", "dự toán")))
        page.say(f" {page.rows['s'][-1].columns['baseline']}")
    page.say(".")


def change(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write a level with a printed amount of change."""
    value = random.randint(max(10, thing.low), thing.high)
    direction = random.choice(("increase", "decrease"))
    word = "tăng" if direction == "increase" else "giảm"
    baseline = random.choice(("cùng kỳ", "năm trước", "cùng kỳ năm trước"))
    page.say(f"{place} {random.choice(_HAVE)} ")
    page.figure(f"{plain(value)} {thing.unit}", "count", value, thing.units, thing.subject)
    page.say(f"{thing.tail}, {word} ")
    columns = {"change": direction, "baseline": baseline}
    if random.random() < 0.5:
        share = round(random.uniform(0.5, 60), 1)
        page.figure(f"{plain(share, 1)}%", "percentage", share, "%", thing.subject, **columns)
    else:
        amount = random.randint(1, max(2, value // 3))
        noun = thing.units.split(";")[-1]
        page.figure(f"{plain(amount)} {noun}", "count", amount, thing.units, thing.subject, **columns)
    page.say(f" so với {baseline}.")


def two_levels(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write "từ 12% xuống còn 8%": two levels, no change; the first holds at an earlier time that is not printed."""
    subject, _ = random.choice(RATES)
    first, second = round(random.uniform(5, 90), 1), round(random.uniform(1, 99), 1)
    word = "tăng từ" if second > first else "giảm từ"
    page.say(f"{subject.capitalize()} ở {place[0].lower() + place[1:]} {word} ")
    page.figure(f"{plain(first, 1)}%", "percentage", first, "%", subject, period=None)
    page.say(" lên " if second > first else " xuống còn ")
    page.figure(f"{plain(second, 1)}%", "percentage", second, "%", subject)
    page.say(".")


def measured(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write a measurement or a range of one."""
    one = random.choice(MEASURES)
    value = round(random.uniform(one.low, one.high), one.decimals)
    number = int(value) if value == int(value) else value
    scale = 10**6 if one.printed.startswith("triệu") else 1
    page.say(f"{one.subject.capitalize()} ở {place[0].lower() + place[1:]} ")
    if random.random() < 0.3 and scale == 1:
        high = round(value * random.uniform(1.1, 1.6) + 1)
        low = round(value)
        joiner = random.choice((" - ", "-", " đến "))
        page.say("từ " if joiner == " đến " else "là ")
        text = f"{plain(low)}{joiner}{plain(high)} {one.printed}"
        page.figure(text, one.kind, None, one.unit, one.subject, per=one.per, low=low, high=high, qualifier="range")
    else:
        page.say(random.choice(("đạt ", "là ", "lên tới ")))
        text = f"{plain(value, 0 if value == int(value) else one.decimals)} {one.printed}"
        base = round(number * scale, 4)
        page.figure(text, one.kind, int(base) if base == int(base) else base, one.unit, one.subject, per=one.per)
    page.say(".")


def target(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write a target rate."""
    subject, _ = random.choice(RATES)
    value = random.randint(2, 100)
    page.say(f"Mục tiêu của {place[0].lower() + place[1:]} là đưa {subject} ")
    word, qualifier = random.choice((("đạt ", "exact"), ("lên trên ", "over"), ("xuống dưới ", "under"), ("đạt ít nhất ", "at_least")))
    page.say(word)
    page.figure(f"{value}%", "percentage", value, "%", subject, status="target", qualifier=qualifier)
    page.say(".")


def pure(random: Random, page: Page, thing: Thing, place: str) -> None:
    """Write a fraction, a multiple, a rank, a sentence of the court or hàng chục."""
    choice = random.randrange(5)
    if choice == 0:
        lead, qualifier = random.choice((("Khoảng ", "about"), ("Gần ", "nearly"), ("Hơn ", "over")))
        quote, value = random.choice((("một nửa", 0.5), ("2/3", 2 / 3), ("3/4", 0.75), ("một phần ba", 1 / 3)))
        page.say(lead)
        page.figure(quote, "ratio", value, "1", thing.subject, qualifier=qualifier)
        page.say(
            f" số {thing.subject} của {place[0].lower() + place[1:]} {random.choice(thing.parts) if thing.parts else 'đã được thống kê'}."
        )
    elif choice == 1:
        value = round(random.uniform(1.2, 6), 1)
        page.say(f"Số {thing.subject} ở {place[0].lower() + place[1:]} ")
        quote, number = random.choice((("gấp đôi", 2.0), (f"gấp {plain(value, 1)} lần", value)))
        if quote != "gấp đôi":
            page.say("gấp ")
            quote = quote[4:]
        page.figure(quote, "multiple", number, "lần", thing.subject, baseline="cùng kỳ")
        page.say(" cùng kỳ.")
    elif choice == 2:
        value = random.randint(1, 63)
        around = "cả nước" if "tỉnh" in place.lower() else "toàn tỉnh"
        page.say(f"Về lĩnh vực này, {place[0].lower() + place[1:]} đứng thứ ")
        page.figure(str(value), "rank", value, "hạng", f"thứ hạng {around}")
        page.say(f" {around}.")
    elif choice == 3:
        value = random.randint(2, 20)
        page.say("Tòa án tuyên phạt bị cáo ")
        page.figure(f"{value} {random.choice(('năm', 'tháng'))} tù", "duration", value, "năm;tháng;năm tù;tháng tù", "mức án của bị cáo")
        page.say(".")
    else:
        scale, value = random.choice((("chục", 10), ("trăm", 100), ("nghìn", 1000)))
        page.say("Hàng ")
        page.figure(f"{scale} {thing.unit}", "count", value, thing.units, thing.subject, qualifier="at_least")
        page.say(f"{thing.tail} ở {place[0].lower() + place[1:]} được ghi nhận.")


SENTENCES: tuple[Callable[[Random, Page, Thing, str], None], ...] = (
    level, breakdown, breakdown, of_all, money, change, two_levels, measured, target, pure,
)  # fmt: skip
