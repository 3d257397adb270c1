"""The forms in which Vietnamese newspapers write dates and periods, as one pattern per form.

All forms match on folded text (lower case, one dash, one tone-mark style). Every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:1[0-2]|0?[1-9])"
_Y = r"(?:1[89]|20|21)\d\d"
_SEP = r" ?[/.-] ?"
_N = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười một|mười hai|mười)"
_MONTH_WORD = r"(?:giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)"
_QUARTER = r"(?:iv|i{1,3}|[1-4]|một|hai|ba|tư|bốn)"
_YEAR_LINK = r"(?:" + _SEP + r"| ?(?:, ?)?(?:của )?năm )"
_REL_YEAR = r"(?:nay|ngoái|kia|trước|qua|sau|tới)"
_END = r"(?![\w])(?![.,/-]\d)"
_MW = rf"(?:{_M}|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười)"
_DATE = rf"{_D}{_SEP}{_M}{_SEP}{_Y}|{_D} tháng {_MW}(?: ?,? năm {_Y}|[/-]{_Y})?"
# The days of a month in words: "ngày mười lăm tháng sáu".
_UNITS = r"(?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín)"
_DAY_WORD = rf"(?:ba mươi(?: mốt)?|hai mươi(?: (?:mốt|{_UNITS}))?|mười(?: {_UNITS})?|{_UNITS})"
_WEEK = r"(?:này|nay|vừa qua|vừa rồi|qua|trước|rồi|tới|sau)"
_LUNAR = r"(?! ?\(?(?:âm lịch|âl)(?!\w))"
_CROP = r"(?:lúa |ngô )?(?:đông xuân|đông ?- ?xuân|hè thu|hè ?- ?thu|thu đông|thu ?- ?đông|xuân hè|xuân ?- ?hè|chiêm xuân|mùa|đông|xuân)"
_THINGS = r"(?! (?:tầng|nhân lực|bác sĩ|lao động|diện tích|số|tổng|dân số|chặng|quãng|đoạn|lượng|giá|vốn|kinh phí|chiều|hộ|xã|huyện|thôn|người|phiếu|khối lượng|nguồn|thành viên|đại biểu|công suất|thời gian|hành trình|quân số|dung tích|năm|tháng|tuần|ngày|giờ|phút|triệu|nghìn|tỷ|đồng|kg|ha|km|m|tấn|con|cây|lần|lượt|%)(?!\w))"

# name -> pattern; the order decides between forms that begin at the same place.
FORMS: tuple[tuple[str, str], ...] = (
    ("clock", r"(?<![\w.,])(?:\d{1,2} ?h ?\d{2}(?!\w)|\d{1,2}:\d{2}(?::\d{2})?(?![\w:])"
              r"|\d{1,2}(?: giờ|h|g)(?: \d{1,2}(?: phút)?|\d{2})?(?= (?:sáng|trưa|chiều|tối|đêm|ngày|hôm|cùng ngày|khuya|phút|kém))"
              r"|(?:lúc|vào lúc|khoảng lúc|hồi) (?:khoảng |gần |hơn )?\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2})?(?: phút)?(?!\w)|\d{1,2} giờ \d{1,2} phút(?!\w)|(?<=từ )\d{1,2} giờ(?= (?:đến|-))|\d{1,2}h(?!\w))"),
    ("lunar", rf"(?:ngày )?(?:mùng|mồng) (?:(?:\d{{1,2}}|{_MONTH_WORD})(?: tết| tháng (?:giêng|chạp)(?: âm lịch)?|(?: tháng \w+|/\d{{1,2}}) \(?(?:âm lịch|âl)\)?|(?!\w)(?! tháng |[/-]\d))|10(?: tháng (?:3|ba)|/3)|5(?: tháng (?:5|năm)(?! {_Y})|/5))(?:(?: năm|/) {_Y})?(?![\w/])|rằm tháng \w+|(?:ngày )?\d{{1,2}} tháng (?:giêng|chạp)(?!\w)|\d{{1,2}} tết(?!\w)|(?:ngày |mùng |mồng )?\d{{1,2}}(?:[/-]| tháng )(?:\d{{1,2}}|{_MONTH_WORD}) ?\(?(?:âm lịch|âl)\)?(?!\w)"
              rf"|tháng (?:giêng|chạp)(?: năm {_Y})?(?!\w)|tháng (?:\d{{1,2}}|{_MONTH_WORD}) \(?(?:âm lịch|âl)\)?(?!\w)|giỗ tổ(?: hùng vương)?(?!\w)|giao thừa(?!\w)"),
    ("iso", rf"(?<![\d/-]){_Y}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]){_END}"),
    ("night", rf"(?:(?<=đêm )|(?<=tối )|(?<=chiều )|(?<=sáng )|(?<=trưa )|(?<=ngày ))(?P<ni1>{_D}(?:[/-]{_M})?)(?:,| và|,? (?:đến|tới)|,? kéo dài đến) (?:rạng |đến )?(?:sáng|trưa|chiều|tối|đêm)(?: sớm)?(?: ngày)? (?P<ni2>{_DATE}|{_D}[/-]{_M}){_END}"),
    ("date_range", rf"(?:(?<=\W)|^)(?:từ )?(?:ngày )?(?P<dr1>(?:{_D}, ){{0,5}}{_D}(?:{_SEP}{_M}(?:{_SEP}{_Y})?)?) ?(?:đến(?: hết)?(?: ngày)?|tới(?: ngày)?|và|-|,(?= ?(?:ngày )?(?:{_DATE}){_END})|(?<!\d\d\d\d),(?! ?(?P<dr_n>\d{{1,2}})/(?P=dr_n)(?!\d) [^\W\d_])) ?"
                   rf"(?:ngày )?(?P<dr2>{_DATE}|{_D}[/-]{_M}){_END}"),
    ("school", rf"(?:năm học|niên khóa|niên học|năm học mới) (?:{_Y}) ?[-/] ?(?:{_Y}|\d\d)(?:(?: và|,| ;) (?:năm học )?{_Y} ?- ?{_Y})*{_END}|năm học (?P<schoolw>này|nay|tới|trước|vừa qua|qua|vừa rồi)(?!\w)(?! {_Y})"),
    ("season", rf"(?:vụ|niên vụ) (?P<crop>{_CROP}|hè|thu|lúa|ngô|mía|vải|vải thiều|nhãn|cà phê|hồ tiêu|tiêu|điều|tôm|cá|rau|khoai|khoai tây|sắn|thanh long|xoài|sầu riêng|muối|ép|cam|bưởi|dưa hấu|lạc|đậu tương|mận|na|chè|hành|tỏi|tôm nước lợ|lúa mùa|lúa xuân)"
               rf"(?: năm| vụ)? (?P<cy1>{_Y})(?: ?- ?(?P<cy2>{_Y}|\d\d))?{_END}"
               rf"|(?P<crop2>lúa (?:đông xuân|hè thu|thu đông|mùa|xuân|chiêm xuân)) (?:năm )?(?P<cy3>{_Y})(?: ?- ?(?P<cy4>{_Y}|\d\d))?{_END}"
               rf"|vụ (?P<crop3>{_CROP})(?: năm)?(?: (?P<crel>nay|này|ngoái|trước|tới|vừa qua|vừa rồi))?(?!\w)(?! (?:hoạch|mua|hồi|xuân|thu))(?!,? ?- ?\w)"),
    ("span", rf"(?:(?:nhiệm kỳ|giai đoạn|thời kỳ|khóa|niên vụ|các năm|những năm|trong năm|năm) )?(?:từ )?(?:năm )?(?P<sp1>{_Y}) ?- ?(?:năm )?(?P<sp2>{_Y}|\d\d){_END}"
             rf"|(?:giai đoạn|nhiệm kỳ|thời kỳ) (?:từ )?(?:năm )?(?P<sp3>{_Y})(?: (?:đến|tới) (?:hết )?(?:năm )?| ?/ ?)(?P<sp4>{_Y}){_END}"),
    ("years", rf"(?:các |những |hai |trong |3 |2 )?năm,? (?P<ylist>{_Y}(?:, {_Y}){{0,6}}(?: và| &|,)(?: năm)? {_Y}){_END}"),
    ("part", rf"(?<!\w)(?:(?P<pn>{_N}) tháng(?P<pwhich> đầu| cuối|)(?: của)? năm(?: học)?(?: (?P<py>{_Y}|{_REL_YEAR}))?|(?P<pn2>\d{{1,2}}) tháng(?: đầu)?[ /-](?P<py2>{_Y})|(?P<pq>[23]|hai|ba) quý đầu(?: của)? năm(?: (?P<pqy>{_Y}|{_REL_YEAR}))?)(?!\w)(?!/\d)"
             rf"|(?:(?:(?<=tính chung )|(?<=lũy kế )|(?<=cộng dồn ))(?P<yn>{_N}) tháng(?! (?:đầu|cuối|năm|trước|tới|sau|liên tiếp))(?!\w)(?![/.-]\d)|(?:(?<![\s\S])|(?<=[.;] )|(?<=\n)|(?<=trong ))(?P<yn2>{_N}) tháng(?=,| (?:đã|có|xảy ra|toàn|thu|đạt|ước|cả|số|tổng)(?!\w)))"),
    ("rest", rf"(?<!\w)(?P<rn>{_N}) tháng còn lại(?: của)?(?: năm(?: (?P<ry>{_Y}|{_REL_YEAR}))?)?(?!\w)"),
    ("event_day", r"(?:ngày|buổi) (?:(?:thi|nghỉ lễ|nghỉ tết|thu phí|ra quân|giao dịch) (?:đầu tiên|thứ nhất|thứ hai|cuối cùng)|(?:đầu tiên|thứ nhất|cuối cùng)(?= (?:của )?(?:kỳ thi|đợt thi|kỳ nghỉ|lễ hội|hội chợ|kỳ họp)(?!\w)))(?!\w)"),
    ("in_year", r"(?:(?<![\s\S])|(?<=\n)|(?<=[.;] ))trong năm(?=, )"),
    ("that", r"(?<!trong )(?<!\w)(?:(?:vào )?(?:thời điểm|thời gian|giai đoạn) (?:đó|ấy)|(?:năm|tháng) (?:đó|ấy)|(?:vào )?lúc (?:đó|ấy|bấy giờ))(?!\w)"),
    ("half", rf"(?:nửa (?P<hw>đầu|cuối) năm|(?P<hw2>đầu|giữa|cuối) năm(?= {_Y}| {_REL_YEAR}))(?: (?P<hy>{_Y}|{_REL_YEAR}))?(?!\w)"),
    ("quarter", rf"(?:hết |cuối |đầu )?quý (?P<q1>{_QUARTER})(?:(?:(?: ?-| và| đến) (?:quý )?|, (?:quý |(?=[iv1-4])))(?P<q2>{_QUARTER}))?(?:{_YEAR_LINK}(?P<qy>{_Y}|nay|trước|ngoái))?(?!\w)(?!/\d)|quý (?P<qw>đầu|cuối)(?: của)? năm(?: (?P<qwy>{_Y}|{_REL_YEAR}))?(?!\w)"),
    ("full", rf"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? )?(?:ngày )?(?<![\d/.-])(?P<fd>{_D}){_SEP}(?P<fm>{_M}){_SEP}(?P<fy>{_Y}|\d\d(?!\d)){_END}"),
    ("words", rf"(?:ngày )?(?:mùng |mồng )?(?<![\d/.-])(?P<wd>{_D}|(?:(?<=ngày )|(?<=mùng )|(?<=mồng )){_DAY_WORD})(?: và \d{{1,2}})? tháng (?P<wm>{_MW})(?:(?: ?,? năm |[/-])(?P<wy>{_Y}|{_REL_YEAR}))?{_END}{_LUNAR}"),
    ("short", rf"(?<={{CUE}} )(?<![\d/.-])(?P<sd>{_D})(?:[/-]| -(?=\d)|- (?=\d)|(?:(?<=ngày \d)|(?<=ngày \d\d)|(?<=hôm \d)|(?<=hôm \d\d))\.)(?P<sm>{_M})(?: năm (?P<sdy>{_Y}|{_REL_YEAR}))?(?!\w)(?![/.-]\d)(?!,\d(?!\d{{1,2}}(?!\d)(?: ?%| [^\W\d_])))(?!(?:(?<=từ \d-\d)|(?<=từ \d\d-\d)|(?<=từ \d-\d\d)),\d)(?! ?%){_THINGS}|(?<![\s\S])(?P<only_d>{_D})[/-](?P<only_m>{_M})(?![\s\S])"),
    ("bracket", rf"(?<=\()(?P<bd>{_D})[/-](?P<bm>{_M})(?=\))"),
    ("months", rf"(?:các )?tháng (?P<mlist>{_M}(?:, {_M}){{0,5}}(?:,| và) {_M})(?:{_YEAR_LINK}(?P<mly>{_Y}|{_REL_YEAR}))?{_END}(?! ?%| tháng| ngày| năm| tuần)"
               rf"|(?<!mỗi )(?<!hàng )(?<!hằng )(?<!một )(?<!từng )tháng (?P<mra>{_M}) ?- ?(?P<mrb>{_M})(?:[/.-](?P<mry>{_Y}))?(?![\w/%-])(?![.,]\d)(?! ?%){_THINGS}(?! (?:nghìn|ngàn|tỉ|tạ|yến|lít|ca|chuyến|buổi|lượt|bữa|suất|vụ))"),
    ("month_range", rf"tháng (?P<ra>{_M})[/.-](?P<ray>{_Y}) ?- ?(?:tháng )?(?P<rb>{_M})[/.-](?P<rby>{_Y}){_END}"),
    ("month", rf"(?<!từng )(?!tháng một lần)tháng (?P<mm>{_M}|{_MONTH_WORD})(?:(?:{_YEAR_LINK})(?P<my>{_Y}|{_REL_YEAR}))?{_END}(?! (?:tuổi|tù|qua|liên tiếp))"
              rf"|(?<![\d/.,-])(?<!\w)(?P<mm2>{_M})[/-](?P<my2>{_Y}){_END}"),
    ("days", rf"(?:(?P<dyn>\d{{1,2}}) ngày|nửa) (?P<dyw>đầu|cuối)(?: của)? tháng (?P<dym>{_M})(?:{_YEAR_LINK}(?P<dyy>{_Y}|{_REL_YEAR}))?{_END}"
             rf"|(?P<dunit>ngày|tuần) (?P<dpart>đầu|cuối)(?: tiên| cùng)?(?: của)? tháng (?P<dum>{_MW})(?:{_YEAR_LINK}(?P<duy>{_Y}|{_REL_YEAR}))?{_END}"),
    ("abbreviated", rf"(?:t\.? ?(?P<am>{_M})|q\.? ?(?P<aq>[1-4]|iv|i{{1,3}}))[/.-](?P<ay>{_Y}){_END}"),
    ("weekend", rf"cuối tuần (?P<wend>{_WEEK})(?!\w)"),
    ("weekday", rf"(?:(?:hôm|ngày|sáng|trưa|chiều|tối|đêm|sớm) )?(?<!lần )(?:thứ (?P<wday>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?:(?: của)? tuần (?P<wweek>{_WEEK})| (?P<wrel>này|vừa qua|vừa rồi|qua|tới)(?! (?:nay|ngày|sáng|chiều|tối)))(?!\w)(?!,? ?\(?(?:ngày )?\d)"
                r"|(?:hôm|sáng|trưa|chiều|tối|đêm) (?:thứ (?P<wday2>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)(?!,? ?\(?(?:ngày )?\d)(?! (?:liên tiếp|hàng|hằng|của|đầu|cuối))"),
    ("onward", rf"(?:(?P<on>từ nay) (?:cho )?(?:đến|tới) (?:hết |cuối )?(?:ngày (?P<ond>{_D}[/-]{_M}(?:[/-]{_Y})?)|năm (?P<ony>{_Y}|nay)|tháng (?P<onm>{_M}|{_MONTH_WORD})|năm|(?P<ont>tháng))"
               rf"|(?:tính |cho )?(?:đến|tới) (?:hết|cuối) (?:năm|(?P<ont2>tháng)))(?!\w)(?! (?:\d|học|nhiệm|ngoái|trước|tới|sau|nay|tài|âm|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|giêng|chạp|này))(?![/-]\d)"),
    ("decade", r"(?:(?:những |thập )?(?:thập niên|thập kỷ)(?: những)?(?: năm)? |(?:những|các|đầu|cuối|giữa) năm )(?P<dec>(?:1[89]|20)\d0|[3-9]0)(?: (?:của )?thế kỷ (?:trước|xx|20))?(?!\w)(?![/.,-]\d)|năm (?P<dec2>[3-9]0) (?:của )?thế kỷ (?:trước|xx|20)(?!\w)|thế kỷ (?:thứ )?(?P<century>x?[xvi]{2,4}|\d\d)(?!\w)"),
    ("since", rf"(?:kể |tính )?từ đầu (?P<siu>năm|nhiệm kỳ|tháng|vụ|mùa|đợt|tuần|quý|mùa khô|mùa mưa|năm học)(?: (?P<siy>{_Y}|nay))? (?:đến|tới) (?:nay|thời điểm này|giờ|(?:hết |cuối )?tháng \d{{1,2}}(?:(?:[/-]| năm )(?P<siy2>{_Y}))?)(?!\w)"
              r"|(?:kể |tính )?từ đầu năm(?: nay)?(?!\w)(?! (?:\d|nay|nào|học|ngoái|kia|trước|qua|sau|tới|đến|cho đến|cho tới|âm|mới|tài|một|hai|ba|vừa))(?! ?[-/])"
              rf"|giai đoạn (?:từ )?(?:năm )?(?P<sig>{_Y})(?: (?:cho )?(?:đến|tới) | ?- ?)nay(?!\w)"),
    ("samespan", rf"cùng kỳ(?: (?:của )?(?:năm )?(?P<sy>{_Y}|{_REL_YEAR}))?(?!\w)|cùng (?:thời điểm|thời gian|thời kỳ|giai đoạn|quý|tháng|ngày)(?: này)?(?: của)? năm (?P<sy2>{_Y}|{_REL_YEAR})(?!\w)"),
    ("other_year", r"(?<!\w)(?<!\d )(?<!hai )(?<!ba )(?<!vài )(?<!mấy )(?<!nhiều )(?<!những )(?<!các )(?<!từng )năm (?P<oy>trước đó|sau đó|tiếp theo|kế tiếp|liền kề|liền trước)(?!\w)"),
    ("year", rf"sang năm(?! (?:\d|mới|thứ|học|nay|sau|tới|trước|qua|đó|hai|ba))(?!\w)|(?<!\w)năm (?P<yy>{_Y}){_END}|(?<!\w)(?:niên vụ|mùa vụ|vụ) (?P<vy>{_Y}){_END}(?! ?-)|(?<!\w)(?<!\d )(?<!hai )(?<!ba )(?<!vài )(?<!mấy )(?<!nhiều )(?<!những )(?<!các )(?<!nghìn )(?<!trăm )(?<!chục )(?<!nửa )năm (?P<yrel>nay|ngoái|kia|trước|vừa qua|vừa rồi|qua|tới|sau)(?!\w)(?! (?:khi|đó))(?:,? \(?(?:năm )?(?P<ysaid>20\d\d)(?!\w)(?![.,/-]\d)\)?)?"),
    ("ago", rf"(?:(?:trong|sau|qua|gần|hơn|suốt|cách đây|trong vòng) ){{0,2}}(?<!\w)(?<!thứ )(?<!đợt )(?<!quý )(?<!kỳ )(?<!lớp )(?<!khối )(?<!tốp )(?<!top )(?<!hạng )(?<!nhóm )(?<!quận )(?<!cấp )(?<!vọng )(?<!\d[.,])(?P<an>\d{{1,3}}|{_N}|chục|hơn chục|nhiều|những|các|mấy|vài|vài ba)"
            rf" (?P<au>năm|tháng|tuần|ngày|giờ|thập kỷ|thập niên|quý)(?: (?!đầu|cuối|học|\d)\w+)?? (?P<aw>qua|gần đây|vừa qua|vừa rồi|trở lại đây|gần nhất|liên tiếp|liền|nay|trước|sau|tới|sắp tới)(?!\w)(?! khi)"
            rf"|cách đây (?:khoảng |gần |hơn |chừng )?(?P<an2>\d{{1,3}}|{_N}) (?P<au2>năm|tháng|tuần|ngày|giờ)(?!\w)"),
    ("lately", r"(?<!\w)(?:(?<!\d )(?<!những )(?<!các )(?<!hai )(?<!ba )(?<!vài )(?<!mấy )(?<!từng )(?<!một )(?<!mỗi )(?<!nửa )(?:(?P<lu>tháng|tuần|quý) (?P<lw>này|nay|hiện tại|qua|trước|tới|vừa qua|vừa rồi|rồi|sau|tiếp(?! (?:tục|theo|đó|nhận|xúc|cận)))|ngày qua)|(?:(?:ngày|sáng|trưa|chiều|tối|đêm|sáng sớm) )?(?:hôm (?:qua|nay|kia)|bữa nay)|(?:sáng|trưa|chiều|tối|đêm) (?:nay|qua)|(?:(?:sáng|trưa|chiều|tối|đêm) )?(?:ngày|sáng|trưa|chiều|tối|đêm) mai|(?:(?:buổi )?(?:sáng|trưa|chiều|tối|đêm) )?cùng ngày(?! (?:này|năm|\d))|thời gian qua|thời gian tới|thời gian gần đây|mới đây|gần đây|vừa qua|cách đây (?:không lâu|ít lâu|(?:vài|mấy|ít|nhiều) (?:hôm|ngày|tuần|tháng|năm))|trước đây|trước kia|hàng năm|hằng năm|lâu nay|bấy lâu|nhiệm kỳ (?:qua|vừa qua|trước|này))(?!\w)(?! (?:đó|khi))"),
    ("tonow", r"(?:tính )?(?:đến|tới|cho đến|cho tới) (?:nay|thời điểm này|thời điểm hiện tại|hiện tại|bây giờ|hôm nay|giờ)(?!\w)"),
    ("now", r"(?<!\w)(?<!thực )(?<!thể )(?<!phát )(?<!biểu )(?<!xuất )(?<!tái )(?:hiện nay|hiện tại|hiện giờ|bây giờ|ngay lúc này|hiện(?=,| (?:có|còn|đang|toàn|trên|cả|tỉnh|huyện|xã|nước|đã|ở|tại|vẫn|mới|thành phố|địa phương|thương lái|số|tổng|đơn vị|giá|mỗi))|(?:(?<![\s\S])|(?<=\n)|(?<=[.;,] )|(?<=biết )|(?<=hay )|(?<=xét )|(?<=rằng )|(?<=thêm ))hiện(?! (?:trường|tượng|thực|vật|trạng|diện|hữu|đại|hành|thân|kim|sinh|ra|lên|rõ|tình|thời|nay|tại|giờ)(?!\w))(?=(?: [^\W\d_]+){1,6} (?:đang|có|đã|còn|vẫn|được|chiếm|đạt|là|sở hữu)(?!\w)))(?!\w)|(?:(?<=nhưng )|(?<=, )|(?<=mà ))nay(?= (?:giảm|tăng|còn|đã|chỉ|là|mới|lên|xuống|có|chính phủ|giá|số)(?!\w))"),
    ("festive", rf"(?:dịp )?tết (?:(?:[^\W\d]+ ){{1,5}}?)?(?:(?P<ty>{_Y}){_END}|(?P<can>giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?P<chi>tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)(?!\w)(?:(?: năm|,)? (?P<ty3>{_Y}){_END})?)"
                rf"|(?:dịp )?tết (?:nguyên đán|trung thu|đoan ngọ|cổ truyền|âm lịch)(?!\w)|(?:xuân|hè|mùa hè|mùa xuân|mùa khô|mùa mưa|mùa thu|mùa đông|mùa) (?P<ty2>{_Y}){_END}|mùa (?:hè|xuân|thu|đông|khô|mưa)(?: năm)? (?P<srel>này|nay|ngoái|trước|tới|vừa qua)(?!\w)"),
    ("bare", rf"(?<![\w.,/-])(?:(?<=tết )|(?<=từ )|(?<=đến )|(?<=tới )|(?<=hết )|(?<=so với )|(?<=cùng kỳ )|(?<=vào )|(?<=trước )|(?<=sau )|(?<=kỳ )|(?<=cuối )|(?<=đầu )|(?<=hè )|(?<=xuân ))(?P<bare_y>{_Y}){_END}|(?:(?<=[,;] )|(?<=và ))(?P<list_y>{_Y})(?=:(?!\d)| (?:lỗ|lãi|đạt|tăng|giảm|còn|có|là|chỉ|sẽ|ước|xảy ra|thu)(?!\w)| \(\d[\d.,]*(?: ?%| [^\W\d_]))|(?<![\s\S])(?P<only_y>{_Y})(?![\s\S])|(?<=\()(?P<told_y>{_Y})(?=\))"),
)  # fmt: skip


_CUES = "|".join(
    f"(?<={cue} )"
    for cue in ("phiên", "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "khuya", "từ", "đến", "tới", "hết", "trước", "sau",
                "lúc", "vào", "mùng", "mồng", "phụ nữ", "quốc khánh", "nhà giáo", "liệt sĩ", "liệt sỹ", "lao động", "thiếu nhi", "qua", "nay", "mai", "dịp", "lễ", "và", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu",
                "thứ bảy", "chủ nhật", "hai,", "ba,", "tư,", "năm,", "sáu,", "bảy,", "nhật,", "cuối tuần")
)  # fmt: skip
_NUMERALS = "một hai ba bốn năm sáu bảy tám chín mười"

# The words each form can begin with ("#" is a digit). Trying a form only there makes the scan ten times as fast.
_HEADS = {
    "night": "#", "abbreviated": "t q", "weekend": "cuối", "weekday": "hôm ngày sáng trưa chiều tối đêm sớm thứ chủ", "month_range": "tháng", "other_year": "năm",
    "clock": "# lúc vào hồi", "iso": "#", "date_range": "# từ ngày", "school": "năm niên", "season": "vụ niên lúa", "months": "các tháng", "days": "# nửa ngày tuần",
    "onward": "từ đến tới tính cho", "decade": "những thập các đầu cuối giữa năm thế",
    "span": "# nhiệm giai thời khóa niên các những trong năm từ", "years": "các những hai trong năm 2 3", "part": f"# {_NUMERALS}",
    "half": "nửa đầu giữa cuối", "quarter": "hết cuối đầu quý", "full": "# thứ chủ ngày", "words": "# ngày mùng mồng",
    "lunar": "# mùng mồng rằm ngày tháng giỗ giao", "short": "#", "bracket": "#", "month": "# tháng", "since": "từ kể tính giai", "samespan": "cùng",
    "year": "năm sang niên mùa vụ", "ago": f"# trong sau qua gần hơn suốt cách {_NUMERALS} chục nhiều những các mấy vài",
    "lately": "cách tháng tuần quý ngày hôm bữa sáng trưa chiều tối đêm thời lâu bấy cùng buổi mới gần vừa trước hàng hằng", "tonow": "tính đến tới cho",
    "now": "hiện bây ngay nay", "rest": f"# {_NUMERALS}", "event_day": "ngày buổi", "in_year": "trong", "that": "vào thời giai năm tháng lúc", "festive": "dịp tết xuân hè mùa", "bare": "#",
}  # fmt: skip


def _dispatch() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    table: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name, pattern in FORMS:
        compiled = re.compile(pattern.replace("(?<={CUE} )", f"(?:{_CUES})"))
        for head in _HEADS[name].split():
            table.setdefault(head, []).append((name, compiled))
    return {head: tuple(forms) for head, forms in table.items()}


_BY_HEAD = _dispatch()
_WORD_HEADS = sorted((head for head in _BY_HEAD if head[0] not in "#23" and len(head) > 1), key=len, reverse=True)
# "T6/2019" and "Q2/2019" begin in the middle of what looks like a word; all other heads are whole words. Each alternative
# begins with a letter of its own: then the search skips what begins with none of them, at a third of the cost.
_TRIGGER = re.compile(
    r"(?<!\d)\d|(?<!\w)(?:"
    + "|".join([rf"{head}(?!\w)" for head in _WORD_HEADS] + [rf"{head}(?=\.? ?[\div]{{1,3}}[/.-])" for head in "tq"])
    + ")"
)


def find_forms(folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Give the dates and periods of a folded text in order, longest form first at each place, without overlaps."""
    position = 0
    while (trigger := _TRIGGER.search(folded, position)) is not None:
        start = trigger.start()
        head = "#" if folded[start].isdigit() else trigger[0]
        position = start + 1 if head == "#" else trigger.end()
        for name, pattern in _BY_HEAD[head]:
            match = pattern.match(folded, start)
            if match is not None:
                yield name, match
                position = match.end()
                break


# An hour before a day, in bounds: "từ 8 giờ ngày 4/3 đến 17h30 ngày 5/3".
_HOUR = r"(?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{2}(?: ?phút)?)? |\d{1,2}:\d\d )?"
# Words before a period that make it a bound: "đến (hết|cuối|ngày)", "trước", "sau", "từ".
UNTIL = re.compile(
    r"(?<!\w)(?:tính đến|tính tới|đến|tới|cho đến|tính đến thời điểm)(?: (?:hết|cuối|ngày|hết ngày|cuối ngày|thời điểm|giữa|đầu|trước|khoảng|tháng|hết tháng|\d{1,2} ?(?:giờ|h|g)(?: ?\d{2}(?: ?phút)?)?|\d{1,2} ?(?:giờ|h|g)(?: ?\d{2}(?: ?phút)?)? ngày|\d{1,2}:\d\d ngày|thời điểm ngày|năm|0 giờ ngày|sáng|chiều|tối|hôm)){0,2} $"
)
BEFORE = re.compile(r"(?<!\w)(?:trước|từ trước|trở về trước)(?: (?:ngày|khi|thời điểm|cuối|tháng|năm))? $")
# "Hết năm 2019, …" at the head of a clause: what had come about by then.
ENDED = re.compile(r"(?:^|[.;:,\n] ?|\n)(?P<ended>hết (?:ngày )?)$")
AFTER = re.compile(r"(?<!\w)(?:sau|từ sau)(?: (?:ngày|tháng|năm))? $")
FROM = re.compile(
    r"(?<!\w)(?:kể từ|từ|bắt đầu từ|tính từ)(?: \d{1,2} ?(?:giờ|h|g)(?: ?\d{2}(?: ?phút)?)?| \d{1,2}:\d\d)?(?: (?:hôm|(?:sáng|trưa|chiều|tối|đêm)(?: ngày)?|ngày|đầu|đầu năm|cuối|giữa|những|tháng|năm|khoảng|sau))? $"
)
JOIN = re.compile(
    rf"(?: ?(?:đến|tới|cho đến|-) ?|,? (?:và )?kết thúc (?:vào |là )?){_HOUR}(?:hết |cuối |giữa |đầu |sáng |trưa |chiều |tối |đêm )?(?:hết )?(?:ngày )?"
)
# "từ đầu năm" before "đến ngày 15/3": the bound has a beginning.
YEAR_START = re.compile(r"(?<!\w)(?:kể |tính )?từ (?:ngày )?đầu (?P<what>năm học|năm|tháng|quý)(?: (?P<year>(?:19|20)\d\d|nay))? $")
BACKWARD = re.compile(r" (?:(?P<back>trở về trước)|(?P<on>trở đi|trở về sau)|trở lại(?: đây)?)(?!\w)")
TO_NOW = re.compile(r" ?(?:đến nay|tới nay|cho đến nay|cho tới nay|trở lại đây|đến thời điểm này|đến giờ|nay)(?!\w)")
