"""Status: is a figure reached (`actual`), planned (`target`) or estimated (`estimate`)."""

from __future__ import annotations

import re
from functools import lru_cache

from ..figures import Figure, clause_start, is_start_level
from ..lexicon import read_lexicon
from ..text.lines import line_end
from ..text.view import View

_TARGET_YEAR = re.compile(r"(?<!\w)(?:đến|tới|vào|trong)(?: (?:hết|cuối))? năm (?P<y>\d{4})(?!\w)")
_AGAINST_PLAN = re.compile(r"(?<!\w)(?:so với|đạt|bằng|vượt|hoàn thành)[^.;\n]{0,40}(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)")
_OF_PLAN = re.compile(r"[^.;\n]{0,20}(?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu)")
_PLAN_IN_BRACKETS = re.compile(
    r"(?<!\w)(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)(?: (?:năm|tháng|quý|cả năm|đề ra|được giao|\d{4}))* \((?:là |đạt )?$"
    r"|\((?:theo )?(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán)(?: (?:năm|cả năm|đề ra|được giao|giao|là))* $"
)
"""Before a plan's own level: "hoàn thành 80% kế hoạch (880 tỷ đồng)", "43.000 ha (kế hoạch 56.000 ha)"."""
_OPINION = re.compile(
    r" (?:[^\W\d_]+ ){0,4}?(?:dự báo|cho rằng|cho là|tin rằng|tin tưởng|đồng ý|ủng hộ|phản đối|nhận định|kỳ vọng|trả lời)(?!\w)"
)
_OF_QUOTA = re.compile(r" tổng (?:số )?chỉ tiêu(?! đăng ký)(?!\w)")
"""Behind a share: of how many are to be taken, "dành 40% tổng chỉ tiêu tuyển sinh"."""
_POINTED_AT = re.compile(r" (?:này|đó|trên|nói trên)(?!\w)")
_PRINTED_PLAN = re.compile(r" (?:năm )?\d* ?(?:đề ra|giao)?[,.]| ?(?:-|&|và) ?(?:đầu tư|tài chính|tổng hợp|tài vụ|nghiệp vụ)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:đã|hiện|thực tế|đang|vừa|hoàn thành|thực hiện được|đạt được|đăng ký)(?!\w)")
_DONE_BEHIND = re.compile(r"[^.,;:()\n\d]{0,30} (?:đã|đang|đề nghị|kiến nghị|đề xuất|đồng ý|cho rằng)(?!\w)")
_AGAINST = re.compile(r"(?<!\w)(?:so với|so|trong khi|(?<!giảm )(?<!xuống )(?<!chỉ )còn)(?!\w)[^.;]{0,60}$|\($")
"""Words that lead over to another level: "bằng 50% so với sản lượng của năm 2018 (55.000 tấn)"."""
_PASSED = re.compile(r"(?:so với|đạt|vượt|hoàn thành|bằng|hơn|theo|như) $")
"""Words before a plan that make it a yardstick: "sớm hơn dự kiến 15 tháng"."""
_REACHED = re.compile(
    r"(?<!\w)(?:đã|vượt|hoàn thành|thực hiện được|đạt được|(?:mới|chỉ)(?: [^\W\d_]+)? (?:được|đạt)|mới đạt|chỉ đạt|(?:đến|tới) nay)(?!\w)"
)
_IF = re.compile(r"(?<!\w)sẽ (?:chẳng|không)(?!\w)[^.;\n]{0,120}(?<!\w)nếu(?!\w)")
_NORM = re.compile(r" (?:bị (?:hủy|phạt|cấm|xử|tước|kỷ luật|truy)|[^.;\n]{0,80}(?<!\w)theo (?:quy định|luật|chính sách)(?!\w))")
"""Behind "sẽ": a rule that holds, not a plan."""
_WITHIN = re.compile(r"(?<!\w)(?:vào|của|tại|ở|cho) $")
_LEVEL = re.compile(r"[^.;\n]{0,80}(?<!\w)là (?:khoảng |hơn |gần |trên )?\d")
"""A quota that is told behind the figure: "chỉ tiêu vào 34 trường là 11.619 em"."""
_SUFFERED = re.compile(r"(?: [^\W\d_]+){0,4} (?:bị|mất|rời|thiếu|chết|thất nghiệp|dôi dư)(?!\w)")
_RIGHT_BEFORE = 3
"""Characters between a cue and the figure it says right before."""
_EXISTING = re.compile(r"(?<!\w)(?:tại|ở|thuộc|của|trong số|phạm vi|bán kính|trên địa bàn) (?:cả |tất cả |toàn bộ )?$")
"""Before what is there already, whatever is planned with it."""
_PUT_UP = re.compile(r"(?<!\w)(?:lắp|lắp đặt|đặt|bố trí|gắn|dựng|trồng)(?: [^\W\d_]+){1,6} $")
"""Before "ở" and spots that are there only once something is put up: "sẽ lắp camera | ở 80 vị trí"."""
_TRIED_AT = re.compile(r"(?<!\w)thí điểm(?: trước| ngay| luôn){0,2} $")
"""Before "ở" and how many that are chosen for it: "sẽ thí điểm | ở 5 tuyến đường"."""
_NO_PLAN = re.compile(r"(?<!\w)(?:chưa|không|chẳng)(?: hề)? có $")
_LEFT_TO = re.compile(r"(?<!\w)(?:tháng|quý|ngày|tuần|thời gian) còn lại(?!\w)[^.;\n]{0,60}(?<!\w)phải(?!\w)[^.;\n\d]{0,40}$")
"""Before what is yet to be reached: "4 tháng còn lại phải tăng trên | 9%"."""
_FORESEEN = re.compile(
    r"[^.,;()\n\d]{0,60}(?<!\w)mà [^.,;()\n\d]{0,50}(?<!\w)(?:dự kiến|dự báo|dự tính|ước tính)(?: (?:trước đó|trước đây|ban đầu))?(?!\w)"
)
"""Behind what somebody had foreseen: "so với 8.000 em dự thi | mà Sở dự kiến trước đó"."""
_STANDS_SO = re.compile(r"(?: [^\W\d_]+){0,4} (?:đang|hiện có|hiện đang|bị hỏng|còn nợ)(?!\w)")
_DREAM = re.compile(r"ước (?:mơ|nguyện|vọng|muốn)|(?:mơ|công|quy|hiệp|thỏa|điều|giao) ước")
_AHEAD = re.compile(r"[^.;:()\n\d]{0,40}?(?<!\w)(?:trong )?(?:năm|thời gian|những năm) tới(?!\w)(?! đây)")
"""Words behind a figure that is yet to come: "giảm 3.700 biên chế năm tới"."""
_TO_SPEND = re.compile(r"[^.;:,()\n\d]{0,40}? sẽ được (?:chi|dùng|đầu tư|bố trí|sử dụng|dành|phân bổ|giải ngân)(?!\w)")
"""Behind a sum that is yet to be spent: "250 tỷ đồng sẽ được chi cho đường sá"."""
_TO_BE = re.compile(r"[^.;:,()\n\d]{0,50}? sẽ (?:được|bị)(?! (?:hưởng|nhận|khai thác|tặng|tính|chọn|xử|xem))(?!\w)")
"""Behind things that stand at the beginning of a clause and to which something is yet to be done: "200 giáo viên sẽ bị chấm dứt hợp đồng"."""
_BEGINS = re.compile(r"\W*(?:(?:khoảng|hơn|gần|trên|có|toàn bộ|tất cả|cả|thì) )*")
_BY_PLAN = re.compile(
    r"\W*(?:cụ thể, |theo đó, )?theo (?:quy hoạch(?=,? đến năm)|tờ trình|đề án|phương án|dự thảo|đề xuất)(?!\w)(?! (?:này )?(?:đã|được))"
)
"""A sentence's first words that make all it tells a plan."""
_MAYBE = re.compile(r"(?<!\w)(?:rất )?có thể(?: [^\W\d_]+){0,8} $")
"""Words before "sẽ" that only guess: "có thể điểm chuẩn sẽ hạ"."""
_GRANTED = frozenset(("money", "percentage"))
_GRANTS = re.compile(r" (?:được (?!(?:đầu tư|xây|bố trí|mở))|phải (?:đóng|nộp|trả)|tính |trừ )")
"""Behind "sẽ" before a sum or share: what a rule grants or takes, and no plan: "sẽ được giảm giá 15%"."""
_SUPPOSED = re.compile(r"(?<!\w)(?:nếu|với (?:tốc độ|đà)|cứ (?:đà|với))(?!\w)[^.;\n]{0,160}$")
"""Before "sẽ": what only would be."""
_FUTURE = frozenset({"sẽ", "tới đây", "năm tới", "thời gian tới", "năm tiếp theo"})
"""Cues that only tell the tense."""
_SPOTS = frozenset(("vị trí", "điểm", "nơi"))
_ASKED = frozenset({"đề nghị", "kiến nghị", "đề xuất"})
_PAPERS = re.compile(r"(?<!\w)(?:hồ sơ|đơn|đơn thư|văn bản|giấy|tờ trình|công văn|thủ tục|phiếu|ý kiến|danh sách) $")
_PROSECUTION = re.compile(
    r" (?:[^\W\d_]+ ){0,6}?(?:khởi tố|truy tố|xử lý|xử phạt|kỷ luật|điều tra|làm rõ|thanh tra|kiểm tra|thu hồi|bãi nhiệm|trong số)(?!\w)"
)
"""What is asked of prosecutors and inspectors speaks of deeds done."""
_INTENDED = re.compile(r"(?<!\w)(?:dự kiến|ước|ước tính)(?!\w)")
_SETS_OUT = re.compile(r"(?<!\w)(?:dự toán|mục tiêu|chỉ tiêu|kế hoạch|phương án|dự kiến|lộ trình)(?!\w)")
"""Words before a colon that say of all that follows what it is."""
_ATTAINS = re.compile(
    r"(?<!\w)(?:đạt|vượt|hoàn thành)(?: (?:được|và vượt|một số|nhiều|hầu hết|tất cả|các|toàn bộ|cả))*(?: \d+(?:/\d+)?)?(?: /)? $"
)
_ATTAINED = re.compile(r"(?: (?:kinh tế|xã hội|chủ yếu|cơ bản|-|–|,))* (?:đều |đã |được )*(?:đạt|vượt|hoàn thành)(?!\w)")
"""Before and behind indicators that were attained: "đạt được một số | chỉ tiêu", "26/27 chỉ tiêu | đạt kế hoạch"."""
_AMONG = re.compile(r"(?<!\w)trong (?:tổng )?số(?: (?:hơn|gần|khoảng))? ?$")
_ASKS_FOR = re.compile(r"(?<!\w)xin(?: (?:khoảng|hơn|gần|thêm))* ?$")
"""Right before what is asked for: "huyện xin 25 tỷ đồng"."""
_DOERS = frozenset(("person", "organisation"))
_DONE_BY = re.compile(r" (?:được|do|bị)(?: (?:hơn|gần|khoảng))? $")
_NEAR_ONLY = frozenset(("được quy hoạch",))
"""Cues that plan only what stands right behind them."""
_RIGHT_BEHIND = 12
_STAFF = re.compile(r"(?<!\w)(?:cán bộ|chức danh|nhân sự|lãnh đạo|cấp ủy)(?: [^\W\d_]+){0,3} $")
"""Before "được quy hoạch": people are on a list of candidates already."""
_REQUIRED = frozenset(("phải đạt", "phải đảm bảo", "phải bảo đảm", "phải dành"))
_LEAST = re.compile(r"(?<!\w)(?:tối thiểu|ít nhất|tối đa|không quá)(?!\w)")
_BOUNDS = frozenset(("at_least", "at_most"))
_SHARE_OF = re.compile(r"\d ?%(?: (?:so với|của))? $")
"""Before a plan of which a share is told."""
_AS_IT_IS = re.compile(r"(?<!\w)(?:hiện(?: nay)?(?: (?:chỉ|đã|đang|mới))? (?:có|còn|là)|(?:vì|do|bởi) (?:chỉ |đã |hiện )?có)(?!\w)")
"""Between a plan and a figure: what there is now, or why."""
_AIMS = frozenset(("phấn đấu", "sẽ", "mục tiêu", "đặt mục tiêu", "cam kết", "kế hoạch", "quyết tâm", "hướng tới", "hướng đến", "đặt ra"))
"""Cues behind which "hoàn thành" is aimed at, and not done."""
_ASIDE = re.compile(
    r"\((?:có )?(?:(?:tổng )?(?:công suất|diện tích|chiều dài)|dài|rộng|cao|dân số|năm (?:nay|ngoái|trước|\d{4})|hiện(?: nay)?|cùng kỳ)(?: [^\W\d_]+| \d{4}){0,4} ?$"
)
"""Brackets that tell a size, or a level of another time, whatever is planned."""
_ASIDE_REACH = 50
_SEPARATED = re.compile(r"[.\n]")
_LIST = 160
"""Characters between two figures of one enumeration at most."""


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    rows = read_lexicon("solieu.extract.linking", "status_cues.tsv", ("phrase", "status"))
    words = {
        status: "|".join(sorted((re.escape(row["phrase"]) for row in rows if row["status"] == status), key=len, reverse=True))
        for status in ("target", "estimate")
    }
    return re.compile(rf"(?<!\w)(?:(?P<target>{words['target']})|(?P<estimate>{words['estimate']}))(?!\w)")


def link_statuses(view: View, figures: list[Figure], year: int | None) -> None:
    """Give every figure its status, in place; wholes, shares and changes must be known.

    A figure without a sign of its own goes with its whole, and with the figure before it in the same enumeration.

    Args:
        view: the text.
        figures: its figures.
        year: the article's year, against which "đến năm 2030" is a target.
    """
    for index, figure in enumerate(figures):
        own = _own_status(view.folded, figure, year)
        figure.status = own or _inherited(view.folded, figures, index) or _in_parallel(view.folded, figures, index) or "actual"
    _titles(view, figures)


def _own_status(folded: str, figure: Figure, year: int | None) -> str | None:
    """Give what the figure's own clause says; "actual" where it says that the thing is done, None where it is silent."""
    low, high = figure.bounds
    start = clause_start(folded, figure.left, low)
    tail = folded[figure.end : min(high, figure.end + 40)]
    if figure.estimate:
        return "estimate"
    if _FORESEEN.match(folded, figure.end, high) is not None:
        return "estimate"
    if _LEFT_TO.search(folded, max(low, figure.left - _LIST), figure.left) is not None:
        return "target"
    if _ASKS_FOR.search(folded, max(low, figure.left - 24), figure.left) is not None:
        return "target"
    if is_start_level(folded, figure):
        return "actual"  # whatever is planned, it starts from what there is
    if figure.unit == "chỉ tiêu" and (_ATTAINED.match(folded, figure.end) or _ATTAINS.search(folded, start, figure.left)):
        return "actual"  # "26/27 chỉ tiêu đạt và vượt kế hoạch"
    if figure.unit == "chỉ tiêu" and not _REACHED.search(folded, start, figure.left):
        if folded[figure.left - 1 : figure.left] == "(" and _AGAINST.search(folded, max(low, figure.left - 60), figure.left - 1):
            return "actual"  # "giảm so với năm 2017 (3.340 chỉ tiêu)"
        return "estimate" if _INTENDED.search(folded, start, figure.left) else "target"
    if folded[start - 1 : start] == "(" and not any(sign.isdigit() for sign in folded[clause_start(folded, start - 1, low) : start]):
        start = clause_start(folded, start - 1, low)  # "dự báo mưa lớn (80 mm)"
    elif folded[start - 1 : start] == ":" and _SETS_OUT.search(folded, clause_start(folded, start - 1, low), start - 1):
        start = clause_start(folded, start - 1, low)  # "dự toán gồm: chi phí xây dựng 1,1 tỷ đồng, …"
    if figure.change is not None and _OF_PLAN.match(tail):
        return "actual"
    if _PLAN_IN_BRACKETS.search(folded, max(low, figure.left - 40), figure.left) is not None:
        return "target"
    if figure.kind == "percentage" and _OF_QUOTA.match(folded, figure.end) is not None and not _REACHED.search(folded, start, figure.left):
        return "target"
    if figure.kind == "percentage" and _OPINION.match(folded, figure.end) is not None:
        return "actual"  # "19% dự báo giá sẽ giảm" says how many think so
    if _AMONG.search(folded, max(low, figure.left - 30), figure.left) is not None:
        return "actual"  # "50% trong số 474 chung cư"
    near = folded[max(low, figure.left - 90) : figure.left]
    for match in _TARGET_YEAR.finditer(near):
        if year is not None and int(match["y"]) > year and not re.search(r"từ [^,;.]*$", near[: match.start()]):
            return "target"
        if year is None and re.search(r"(?:sẽ|phấn đấu|mục tiêu)", near):
            return "target"
    found, strongest = None, -1
    for match in _cues().finditer(folded, start, figure.left):
        strength = 1 if match["estimate"] else 0 if match[0] in _FUTURE else 2  # "dự kiến … sẽ" is an estimate
        if strength == 1 and figure.left - match.end() <= _RIGHT_BEFORE:
            strength = 3
        if match[0] == "sẽ" and figure.kind in _GRANTED and _GRANTS.match(folded, match.end()):
            continue
        if match[0] == "sẽ" and figure.group in _DOERS and _DONE_BY.match(folded, match.end(), figure.left):
            continue  # "sẽ được 8 doanh nghiệp đấu giá": they are there
        if match[0] in _NEAR_ONLY and (
            figure.left - match.end() > _RIGHT_BEHIND or _STAFF.search(folded, max(low, match.start() - _LIST), match.start())
        ):
            continue
        if match[0] in _REQUIRED and (_LEAST.search(folded, match.end(), figure.left) or figure.qualifier in _BOUNDS):
            continue  # "phải đảm bảo diện tích tối thiểu 500 m2" is a norm
        if match[0] == "sẽ" and _SUPPOSED.search(folded, low, match.start()):
            found, strongest = "estimate", max(strongest, 1)
            continue
        if match[0] == "sẽ" and _MAYBE.search(folded, start, match.start()):
            found, strongest = "estimate", 1
            continue
        if strength > strongest and not _void(folded, match, start, figure.left):
            found, strongest = match.lastgroup, strength
    existing = _EXISTING.search(folded, max(start, figure.left - 16), figure.left)
    if existing is not None and _TRIED_AT.search(folded, start, existing.start()):
        existing = None
    if existing is not None and figure.unit in _SPOTS and _PUT_UP.search(folded, start, existing.start()):
        existing = None
    if found == "target" and (existing or _STANDS_SO.match(folded, figure.end)):
        return "actual"  # "đề nghị miễn học phí cho học sinh ở 4 huyện", "đề nghị thanh toán 100 triệu USD đang nợ"
    if strongest == 0 and _SUFFERED.match(folded, figure.end):
        return "estimate"  # "sẽ có 500 người mất việc" is feared, not aimed at
    if found is None and figure.kind == "money" and _TO_SPEND.match(folded, figure.end, high) is not None:
        return "target"
    if (
        found is None
        and figure.kind in ("count", "measurement")
        and _BEGINS.fullmatch(folded, start, figure.left)
        and _TO_BE.match(folded, figure.end, high)
    ):
        return "target"
    if found is None and _BY_PLAN.match(folded, low, figure.left) and not _DONE.search(folded, low, figure.left):
        return "target"
    if found is None and (_DONE.search(folded, start, figure.left) or _is_attained(folded, figure)):
        return "actual"
    if found is None and _AHEAD.match(folded, figure.end, min(high, figure.end + 60)) is not None:
        return "target"
    return found


def _is_attained(folded: str, figure: Figure) -> bool:
    """Say whether a figure is what was done of a plan: "giải ngân được 1.075 tỷ đồng, đạt 50% kế hoạch"."""
    if figure.kind == "percentage":
        return (
            _REACHES.search(folded, max(figure.bounds[0], figure.left - 16), figure.left) is not None
            and _OF_A_PLAN.match(folded, figure.end) is not None
        )
    return (
        _MANAGED.search(folded, max(figure.bounds[0], figure.left - 24), figure.left) is not None
        or _SHARE_NEXT.match(folded, figure.end) is not None
    )


_PLAN = r"(?: (?:so với|tổng|của))* ?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?!\w)"
_REACHES = re.compile(r"(?<!\w)(?:đạt|bằng|vượt)(?: (?:khoảng|gần|hơn|trên|tới|xấp xỉ))? ?$")
_OF_A_PLAN = re.compile(_PLAN)
_MANAGED = re.compile(
    r"(?<!\w)(?:giải ngân|thu|thực hiện|trồng|huy động|gieo trồng|gieo cấy|hoàn thành|thu hồi|xây dựng|thu hoạch) được(?: (?:khoảng|gần|hơn|trên|tổng số))? ?$"
)
_SHARE_NEXT = re.compile(rf",? ?\(?(?:đạt|bằng|vượt|tương đương)(?: (?:khoảng|gần|hơn|trên|tới|xấp xỉ))? \d[\d.,]* ?%{_PLAN}")


def _void(folded: str, match: re.Match[str], start: int, end: int) -> bool:
    """Say whether a cue does not count: a plan that is only compared with, a thing reached since, another word."""
    before = folded[start : match.start()]
    if match[0] == "dự báo" and (before.endswith("trung tâm ") or folded.startswith(" khí tượng", match.end())):
        return True  # the name of who forecasts
    if match["estimate"] and not (match[0] == "dự toán" and _SHARE_OF.search(before)):
        if match[0].startswith("ước") and _DREAM.search(folded, max(start, match.start() - 6), match.end() + 7):
            return True
        return _PASSED.search(before) is not None or re.search(r"(?<!\w)(?:thực tế|đã)(?!\w)", folded[start:end]) is not None
    if _SHARE_OF.search(before) is not None:
        return True  # "đạt 98% dự toán, tương đương 236 tỷ đồng"
    if match[0] in _ASKED and _PAPERS.search(before):
        return True  # "7.230 hồ sơ | đề nghị hưởng trợ cấp"
    if match[0] in _ASKED and _PROSECUTION.match(folded, match.end(), end):
        return True
    if match[0] == "chỉ tiêu" and _ATTAINS.search(before):
        return True
    if match[0].endswith("chỉ tiêu") and _WITHIN.search(folded, max(start, end - 6), end) and _LEVEL.match(folded, end):
        return True
    if match[0] == "kế hoạch" and (
        _PRINTED_PLAN.match(folded, match.end()) or folded.startswith(" hóa", match.end()) or before.endswith(("sở ", "phòng ", "bộ "))
    ):
        return True  # "kế hoạch hóa gia đình" plans no figure
    if match[0].startswith("kế hoạch") and _NO_PLAN.search(before):
        return True  # "chưa có kế hoạch chặt 400 cây"
    if match[0] == "mục tiêu" and _POINTED_AT.match(folded, match.end()):
        return True
    if match[0] == "sẽ" and (_IF.match(folded, match.start()) or _NORM.match(folded, match.end())):
        return True
    if _AGAINST_PLAN.match(folded, match.start()) or _PASSED.search(before):
        return True
    if match[0] == "phải thu" and before.endswith(("nợ ", "khoản ", "còn ")):
        return True  # what is owed or lacking is there
    if _AS_IT_IS.search(folded, match.end(), end):
        return True
    reached = _REACHED.search(folded, match.end(), end)
    return reached is not None and not (match[0] in _AIMS and reached[0] == "hoàn thành")


def _inherited(folded: str, figures: list[Figure], index: int) -> str | None:
    """Give the status of the whole, or of the figure before in one enumeration, unless words between say it is done."""
    figure = figures[index]
    if figure.total is not None and figure.total < index:
        source = figures[figure.total]
    elif index and figures[index - 1].sentence == figure.sentence:
        source = figures[index - 1]
        if index > 1 and is_start_level(folded, source) and figures[index - 2].sentence == figure.sentence:
            return figures[index - 2].status if figures[index - 2].status != "actual" else None
        if figure.left - source.end > _LIST or _SEPARATED.search(folded, source.end, figure.left):
            return None
    else:
        return None
    if _ASIDE.search(folded, max(figure.bounds[0], figure.left - _ASIDE_REACH), figure.left) is not None:
        return None
    if source.status == "actual" or _DONE_BEHIND.match(folded, figure.end):
        return None
    between = (folded, source.end, figure.left)
    if source.sentence == figure.sentence and (_DONE.search(*between) or _REACHED.search(*between)):
        return None
    bracketed = folded[source.end : figure.left].strip() == "(" and source.kind == "count"  # "cải tạo 10 chung cư (16 lô)"
    if figure.total is None and not bracketed and _AGAINST.search(folded, source.end, figure.left):
        return None
    if _PLAN_IN_BRACKETS.search(folded, max(0, source.left - 40), source.left) and ")" in folded[source.end : figure.left]:
        return None  # only what the brackets said was planned
    return source.status


_STEPPED = re.compile(r"(?<!\w)(?:xuống|lên)(?: (?:còn|tới|đến|khoảng|mức))* ?$")
_STEPS = 4


def _in_parallel(folded: str, figures: list[Figure], index: int) -> str | None:
    """Give the status of the level reached in the sentence before, where this one tells of the next thing in the same form: "Xe loại 1 sẽ
    giảm từ 40.000 xuống 35.000 đồng. Xe loại 2 giảm từ 55.000 xuống 45.000 đồng".
    """
    figure = figures[index]
    low = figure.bounds[0]
    if _STEPPED.search(folded, max(low, figure.left - 24), figure.left) is None or _DONE.search(folded, low, figure.left) is not None:
        return None
    for other in reversed(figures[max(0, index - _STEPS) : index]):
        if figure.sentence - other.sentence > 1 or other.kind != figure.kind or other.unit != figure.unit:
            return None
        if _STEPPED.search(folded, max(other.bounds[0], other.left - 24), other.left) is not None:
            return other.status if other.status != "actual" else None
    return None


def _titles(view: View, figures: list[Figure]) -> None:
    """Give a figure of the title, whose verbs tell no time, the status of its first repetition."""
    end = line_end(view.folded, 1)
    waiting = {
        (figure.value, figure.unit): figure
        for figure in figures
        if figure.end <= end and figure.status == "actual" and not _DONE.search(view.folded, figure.bounds[0], figure.left)
    }
    if not waiting:
        return
    for figure in figures:
        if figure.start >= end:
            titled = waiting.pop((figure.value, figure.unit), None)
            if titled is not None:
                titled.status = figure.status
