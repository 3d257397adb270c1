"""Subjects as clean noun phrases: what is measured is named, what is done is said of the counted thing."""

from __future__ import annotations

import pytest
import solieu.extract
from solieu.extract.figures import Figure
from solieu.extract.linking.earlier_figures import swapped
from solieu.extract.linking.grades import complete_grades, one_phrase
from solieu.extract.linking.next_measures import without_next_measure
from solieu.extract.linking.noun_phrases import (
    clean_category,
    deeds_before,
    measured,
    said_of,
    thing_of,
    uncapitalised,
    without_subject,
)
from solieu.extract.linking.soundness import is_sound, opens_none, tells_group, without_repeats
from solieu.extract.text.view import view as make_view


def figure(text: str, kind: str, group: str, per: str | None = None) -> Figure:
    """Give a figure that stands at the end of a text."""
    end = len(text)
    return Figure(0, end, end, end, end, kind, 1.0, 1.0, 1.0, "exact", False, None, group, per, "1", 1.0, 0, (0, end))


MEASURED = """
a sum that was taken | chiếm đoạt | money | số tiền chiếm đoạt
a sum that has its name | kinh phí xây cầu | money | kinh phí xây cầu
a name of the measure behind its thing | cải tạo rạch với kinh phí | money | kinh phí cải tạo rạch
a name of the measure right behind a deed | phải nhận mức án | duration | mức án phải nhận
a thing named by a deed is no measure of it | chính sách hỗ trợ | money | số tiền chính sách hỗ trợ
an area of land taken back | thu hồi đất lúa | area | diện tích thu hồi đất lúa
an area that has its name | diện tích trồng vải | area | diện tích trồng vải
a length by the word before it | Tuyến đường dài | length | chiều dài tuyến đường dài
a distance | nghĩa trang cách trung tâm | length | khoảng cách nghĩa trang cách trung tâm
a thing by its weight stands for itself | gạo cứu đói | mass | gạo cứu đói
a deed by its weight does not | thu hoạch vải | mass | khối lượng thu hoạch vải
a sum whose name stands last | công ty bị phạt số tiền | money | số tiền công ty bị phạt
words that only lead to the measure | lên mức giá trần | money | mức giá trần
who reports before its name | Vạn Phát ghi nhận doanh thu | money | doanh thu Vạn Phát
a count stays as it is | trao quà | count | trao quà
"""


@pytest.mark.parametrize(
    ("phrase", "group", "expected"), [pytest.param(*row.split(" | ")[1:], id=row.split(" | ")[0]) for row in MEASURED.strip().splitlines()]
)
def test_the_measure_is_named(phrase: str, group: str, expected: str) -> None:
    """A phrase that only tells a deed or a thing gets the name of what its figure measures."""
    kind = group if group in ("money", "duration", "count") else "measurement"
    assert measured(make_view(phrase), figure(phrase, kind, group), phrase) == expected


SAID = """
what is done to it | hộ dân | hỗ trợ vay vốn | hộ dân được hỗ trợ vay vốn
what harms it | hộ dân | thu hồi đất | hộ dân bị thu hồi đất
what made it suffer | người | làm chết | người chết
what happens of itself | vụ cháy rừng | xảy ra | vụ cháy rừng xảy ra
where they are sent to stays behind | lượt cán bộ đi đào tạo | cử | lượt cán bộ được cử đi đào tạo
"""


@pytest.mark.parametrize(
    ("noun", "deed", "expected"), [pytest.param(*row.split(" | ")[1:], id=row.split(" | ")[0]) for row in SAID.strip().splitlines()]
)
def test_a_deed_is_said_of_the_counted_thing(noun: str, deed: str, expected: str) -> None:
    """The voice is that of the verb."""
    assert said_of(noun, deed) == expected


DEEDS = """
a verb and its object, for whom it is done | Huyện đã bồi dưỡng nghiệp vụ cho | bồi dưỡng nghiệp vụ
the shortest first | Tỉnh đã tổ chức bồi dưỡng nghiệp vụ cho | bồi dưỡng nghiệp vụ; tổ chức bồi dưỡng nghiệp vụ
nothing is done to what only belongs to a noun | tăng cường cán bộ cho các xã thuộc |
nothing is done where something only is | Toàn huyện có |
a name is no verb | Thái Lan có |
a clause before a comma is another one | Sau khi kết thúc môn văn, trong |
what happens somewhere is not done to the place | Dịch tả xuất hiện tại |
who reports does nothing to it | Sở Y tế thông báo |
who acts behind a comma parts what was done before | Kết thúc hội chợ, Bộ trưởng trao giải thưởng cho | trao giải thưởng
a matter that is told of is done to nobody | tổ chức buổi họp thông báo về việc |
who is told to do it does it | Quận chỉ đạo phường di chuyển khẩn cấp | di chuyển khẩn cấp
an order alone is a deed | Quận chỉ đạo | chỉ đạo
"""


@pytest.mark.parametrize(
    ("before", "expected"),
    [pytest.param(*[cell.strip() for cell in row.split("|")][1:], id=row.split(" | ")[0]) for row in DEEDS.strip().splitlines()],
)
def test_deeds_before_a_figure(before: str, expected: str) -> None:
    """Verbs with their objects right before a place, without what connects them with it."""
    assert list(deeds_before(make_view(before), 0, len(before))) == [one for one in expected.split("; ") if one]


@pytest.mark.parametrize(
    ("call", "given", "expected"),
    [
        pytest.param(thing_of, "tổng mức đầu tư tuyến đường H2", "tuyến đường H2", id="the thing of a measure"),
        pytest.param(thing_of, "diện tích", "", id="a measure alone is of nothing"),
        pytest.param(clean_category, "có trình độ đại học", "trình độ đại học", id="introducing words of a category go"),
        pytest.param(clean_category, "còn lại là các đối tượng khác", "đối tượng khác", id="so does the name of a rest"),
        pytest.param(clean_category, "viên chức, tỷ lệ", "viên chức", id="and the name of a share behind it"),
        pytest.param(uncapitalised, "Trình độ lý luận", "trình độ lý luận", id="a common word that opened a sentence is small"),
        pytest.param(uncapitalised, "Hà Nội", "Hà Nội", id="a name keeps its capitals"),
        pytest.param(without_next_measure, "cầu treo với nguồn vốn", "cầu treo", id="the name of the next figure's measure goes"),
        pytest.param(without_next_measure, "hộ nghèo với con nhỏ", "hộ nghèo với con nhỏ", id="another noun stays"),
        pytest.param(one_phrase, "trình độ lý luận, cao cấp", "trình độ lý luận cao cấp", id="a grade belongs to what is graded"),
        pytest.param(one_phrase, "học cao học, đại học", "học cao học, đại học", id="two of a list stay two"),
    ],
)
def test_phrases_are_cleaned(call, given: str, expected: str) -> None:
    """Words that belong to no noun phrase go, and nothing else."""
    assert (call(given) or "") == expected


def test_a_category_does_not_repeat_its_subject() -> None:
    """What the subject says already is left out where a property follows."""
    subject = "cán bộ, công chức cấp xã, phường"
    assert without_subject("cán bộ, công chức cấp xã chưa qua đào tạo", subject) == "chưa qua đào tạo"
    assert without_subject("cấp xã chưa qua đào tạo", subject) == "chưa qua đào tạo"
    assert without_subject("cấp huyện", subject) == "cấp huyện"
    assert without_subject("cấp xã, thị trấn có trình độ cử nhân", "cán bộ xã, thị trấn") == "có trình độ cử nhân"


@pytest.mark.parametrize(
    ("phrase", "sound"),
    [
        pytest.param("hộ dân bị thu hồi đất", True, id="a noun with what is said of it"),
        pytest.param("hộ dân (nghèo", False, id="an open bracket"),
        pytest.param("hộ dân sau khi", False, id="a joining word"),
        pytest.param("cán bộ lãnh đạo phải", False, id="a word that ends none"),
        pytest.param("người bị cáo", True, id="a compound that only ends like one"),
        pytest.param("hộ dân; xã", False, id="two statements"),
        pytest.param("người đi lễ sáng mùng 10/", False, id="half a date"),
        pytest.param("tăng trưởng được xem là mức tăng", False, id="what something is taken for"),
        pytest.param("dự án lớn thứ", False, id="half a rank"),
        pytest.param("chức danh được công bố vào chiều", False, id="half a time"),
        pytest.param("ngoại ngữ lần lượt", False, id="what leads on to a row"),
        pytest.param("giáo viên được tuyển vì hiện chỉ có", False, id="what leads on to another figure"),
        pytest.param("diện tích, sẽ là trung tâm", False, id="a clause behind a comma"),
        pytest.param("hàng hóa được cho là quà biếu", True, id="what somebody is said to be"),
        pytest.param("doanh nghiệp mới", True, id="what is new"),
        pytest.param("quận, thị xã thành", False, id="what leads on to what it becomes"),
        pytest.param("huyện Châu Thành", True, id="a name that ends like a joining word"),
        pytest.param("cân xách tay, sau đó được bổ sung", False, id="what came later, behind a comma"),
    ],
)
def test_what_can_be_printed(phrase: str, sound: bool) -> None:
    """A subject closes its brackets and is no piece of a clause."""
    assert is_sound(phrase) is sound


def test_what_opens_no_noun_phrase() -> None:
    """Prepositions open none; compounds and measures that begin alike do."""
    assert opens_none(["trong", "năm"])
    assert not opens_none(["bị", "cáo"])
    assert not opens_none(["chiều", "dài"])
    assert opens_none(["nâng", "tổng", "số", "hộ"])
    assert not opens_none(["nâng", "cấp", "đường"])
    assert not tells_group("trong")
    assert not tells_group("Cao nhất")
    assert not tells_group("tăng mạnh nhất")
    assert tells_group("trình độ đại học")


RESULTS = """
a length and a sum of one road | Tuyến đường H2 dài 1,4 km với tổng mức đầu tư 663 tỷ đồng. | chiều dài tuyến đường H2; tổng mức đầu tư tuyến đường H2
the lowest price stays the lowest | Giá vé lượt thấp nhất là 7.600 đồng. | Giá vé lượt thấp nhất
offices that are named together | Huyện có 11 công chức thuộc các phòng, ban chuyên môn. | công chức thuộc các phòng, ban chuyên môn
a pointer to another number says nothing | Con số này là 300 em học sinh. | em học sinh
a joining word ends what is counted | Huyện có 66 cơ sở karaoke song chỉ 36 cơ sở mở cửa. | cơ sở karaoke; cơ sở mở cửa
what is behind its value | Thu nhập cao. 45 triệu đồng là thu nhập bình quân của người trồng sen. | thu nhập bình quân của người trồng sen
a measure that the sentence before names | Xã duy trì tốc độ tăng trưởng kinh tế khá. Năm 2016 tăng 8%. | tốc độ tăng trưởng kinh tế
another thing behind "và" is not counted | Tuyến này có 10 ga ngầm và một ga trên cao. | ga ngầm
a measure behind the comma is the one | Chủ nhà tăng chiều cao các tầng, tổng chiều cao khoảng 69 m. | tổng chiều cao
a joining word that begins a name ends nothing | Xã có 12 căn ở ao Song Tân. | căn ở ao Song Tân
one deed is done to a whole row | Thành phố sẽ đầu tư 2 tàu, 258 xe chữa cháy. | tàu được đầu tư; xe chữa cháy được đầu tư
"""


@pytest.fixture(scope="module")
def nlp():
    """Load the pipeline once."""
    return solieu.extract.load()


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row.split(" | ")[1:], id=row.split(" | ")[0]) for row in RESULTS.strip().splitlines()]
)
def test_the_right_phrase_is_offered(nlp, monkeypatch, text: str, expected: str) -> None:
    """What a reader would call the figures is among the candidates of the classifier."""
    from solieu.extract.linking import subjects

    offered: list[list[str]] = []
    original = subjects.subject_candidates

    def watch(*arguments):
        candidates, features = original(*arguments)
        offered.append([subject or "" for subject, _ in candidates])
        return candidates, features

    monkeypatch.setattr(subjects, "subject_candidates", watch)
    nlp(text)
    for wanted, candidates in zip(expected.split("; "), offered, strict=True):
        assert wanted in candidates


def test_a_row_of_grades_keeps_what_is_graded() -> None:
    """ "trung cấp" behind "trình độ lý luận cao cấp" is a grade of the same."""
    row = [figure("", "percentage", "share") for _ in range(3)]
    for one, category in zip(row, ("trình độ lý luận cao cấp", "trung cấp", "chưa qua đào tạo"), strict=True):
        one.subject, one.category = "cán bộ", category
    complete_grades(row, "", "")
    assert [one.category for one in row] == ["trình độ lý luận cao cấp", "trình độ lý luận trung cấp", "chưa qua đào tạo"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("số tiền phạt số tiền vi phạm", "số tiền phạt vi phạm", id="two words said again are left out"),
        pytest.param("công ty cổ phần và công ty liên doanh", "công ty cổ phần và liên doanh", id="also behind and"),
        pytest.param("chức danh giáo sư, phó giáo sư", "chức danh giáo sư, phó giáo sư", id="a list names each of its members in full"),
        pytest.param("giá vàng vàng SJC", "giá vàng SJC", id="one word said at once again is left out"),
        pytest.param("công ty Mai Mai", "công ty Mai Mai", id="a name may say it twice"),
        pytest.param("đất lúa đất màu", "đất lúa đất màu", id="one word may come twice"),
        pytest.param("", "", id="nothing stays nothing"),
    ],
)
def test_no_phrase_says_words_twice(phrase: str, expected: str) -> None:
    """Two or more words together that a phrase has said before are taken off it."""
    assert without_repeats(phrase) == expected


@pytest.mark.parametrize(
    ("subject", "theirs", "own", "expected"),
    [
        pytest.param("diện tích trồng lúa", "lúa", "ngô", "diện tích trồng ngô", id="the own thing at the end"),
        pytest.param(
            "trường tiểu học được hỗ trợ", "trường tiểu học", "trạm y tế", "trạm y tế được hỗ trợ", id="what is done to the whole row"
        ),
        pytest.param("gạo của tỉnh Hoa Sen", "gạo", "ngô", "ngô của tỉnh Hoa Sen", id="whose the whole row is"),
        pytest.param("thí sinh vào lớp 10", "thí sinh", "học sinh", "học sinh vào lớp 10", id="where the whole row goes"),
        pytest.param("huyện nghèo", "huyện", "công chức", "", id="a property is of its own noun alone"),
        pytest.param("hộ dân được di dời", "hộ", "khẩu", "", id="half a noun cannot be swapped"),
        pytest.param("diện tích lúa", "ngô", "khoai", "", id="what does not stand there cannot be swapped"),
        pytest.param("lúa", "lúa", "ngô", "", id="nothing would be left"),
    ],
)
def test_own_words_in_another_subject(subject: str, theirs: str, own: str, expected: str) -> None:
    """A figure of a row says what the row says, of its own thing."""
    assert swapped(subject, theirs, own) == expected


def test_a_share_is_told_of_the_whole_it_names(nlp) -> None:
    """What stands behind "chiếm …%" is what the share is of; the counted part is its sub-group."""
    rows = nlp("Công ty bán 24 triệu cổ phần, chiếm 29,5% vốn điều lệ của nhà máy.")._.statistics
    share = next(row for row in rows if row.kind == "percentage")
    assert (share.subject or "").startswith("vốn điều lệ của nhà máy")
    assert "cổ phần" in (share.category or "")
