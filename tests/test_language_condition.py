"""Conditions of employment in wordings that no table lists whole, each beside a look-alike that stays silent."""

from collections.abc import Iterator

import pytest

from jdlint.language.condition import ANCHORS, Condition, conditions
from jdlint.language.fold import fold
from jdlint.language.lexicon import Lexicon, table
from jdlint.language.trigger import REQUIREMENT, WORK


def read(text: str, place: str = REQUIREMENT) -> Iterator[Condition]:
    folded = fold(text)
    touched = {hit.phrase.reason for hit in Lexicon(table(ANCHORS)).find(folded)}
    return conditions(folded, touched, place)


PAIRS = [
    ("age", "Gardeners over 50 should not apply", "Gardens over 50 years old"),
    ("age", "Graduates below 24", "Graduates with below 24 credit points"),
    ("age", "27 and below", "27 pupils and below average results"),
    ("age", "Somebody in their thirties", "Three in thirty days"),
    ("marital-fertility", "离异者勿扰", "单身公寓管理经验"),
    ("origin", "Europeans only", "European timetables"),
    ("origin", "限四川、贵州籍", "熟悉四川、贵州路线"),
    ("criminal-record", "Those with a prison record are excluded", "Record keeping for prison libraries"),
    ("health", "Declare any mental illness", "Declare goods at customs"),
    ("sex", "Looking for a strong young man", "Looking for a manager"),
    ("sex", "Lady bookkeeper wanted", "Work on the male ward"),
    ("sex", "诚征男技工", "负责男装修改"),
    ("marital-fertility", "Married", "Single malt knowledge"),
    ("marital-fertility", "Not planning to start a family", "Experience with family businesses"),
    ("marital-fertility", "两年内没有怀孕打算", "熟悉孕妇护理"),
    ("origin", "Of Malay ethnicity", "Malay language at level B2"),
    ("origin", "Must be a Buddhist", "Knowledge of Buddhist art"),
    ("appearance", "Slender, with a nice figure", "Good with figures"),
    ("appearance", "外表俊秀", "仪容整洁"),
    ("appearance", "身高达到一米七", "身高:无要求"),
    ("health", "Free from any handicap", "Reasonable adjustments for any disability"),
    ("health", "Must not have a chronic illness", "Care for chronic illness at home"),
    ("school-tier", "A degree from an elite university", "A university degree"),
    ("school-tier", "名牌大学毕业", "大学毕业"),
    ("school-tier", "排名前50的高校", "高校招生经验"),
    ("wage-deduction", "Till shortages are taken out of your wages", "Tax is shown on your payslip"),
    ("wage-deduction", "Commission is withheld after a complaint", "Commission is paid after delivery"),
    ("wage-deduction", "Latecomers lose a day's pay", "Pay day is the 25th"),
    ("wage-deduction", "打碎碗碟从工资里扣", "每次扣3分"),
    ("wage-deduction", "干不满一周不支付工资", "工资每月十日支付"),
    ("wage-deduction", "旷工扣两日薪水", "代扣社保"),
    ("hours", "A 65-hour week in harvest", "A 35-hour week"),
    ("hours", "Overtime is expected", "Overtime is rarely expected and never regular"),
    ("hours", "No extra pay for overtime", "Extra pay for overtime"),
    ("hours", "加班不另给钱", "加班另计工资"),
    ("hours", "每月公休两天", "每周公休两天"),
    ("hours", "早七点到晚八点", "早七点到下午四点"),
    ("deposit", "A key bond of £40 is payable", "Bank bond desk experience"),
    ("deposit", "Passports are kept by the agency until the season ends", "Passports are checked and returned"),
    ("deposit", "毕业证交由店里代管", "毕业证复印件一份"),
    ("deposit", "上岗前缴纳培训费", "培训由公司出资"),
    ("age", "No more than thirty six years of age", "No more than six years of records"),
    ("age", "48岁封顶", "驾龄18年封顶"),
    ("sex", "以女生为主", "以女鞋为主"),
    ("sex", "限男、专业不限", "男、女均可,专业不限"),
    ("sex", "The post would suit a lady", "Women and veterans are encouraged to apply"),
    ("marital-fertility", "Those with small children need not apply", "Work with small children"),
    ("marital-fertility", "两年内不考虑生育", "熟悉计划生育工作"),
    ("origin", "须有昌平区户口", "负责昌平区户口登记台账"),
    ("origin", "安徽老乡优先", "熟悉安徽市场优先"),
    ("origin", "Africans will not be considered", "African languages are an asset"),
    ("appearance", "身高1。62以上", "身高要求:不限"),
    ("appearance", "BMI 18至23", "会用BMI计算器"),
    ("health", "People with epilepsy are not suitable", "People with epilepsy are our patients"),
    ("health", "没做过心脏手术", "做过手术室护理"),
    ("school-tier", "国立大学毕业", "五年211高校管理工作经验"),
    ("school-tier", "本二以上", "本人以上信息属实"),
    (
        "criminal-record",
        "Applicants with convictions will not be hired",
        "Record convictions of shoplifters",
    ),
    ("wage-deduction", "对驾驶员给予经济处罚", "对供应商给予经济处罚"),
    ("wage-deduction", "A 10% cut in base pay", "No cut in base pay"),
    ("wage-deduction", "违者罚款", "熟悉行政罚款程序"),
    ("hours", "早7点到晚7点", "门店早7点到晚7点营业"),
    ("hours", "8:30-20:30", "8:30-17:30"),
    ("hours", "单双休", "双休"),
    ("deposit", "工作服成本由员工承担", "工作服由公司提供"),
    ("sex", "女会计一名", "烈士子女优先"),
    ("sex", "Male with experience of forklifts preferred", "Preferred: experience with male grooming products"),
    ("origin", "户口须在本镇", "户口迁入由公司协助"),
    ("origin", "外县市者请勿应征", "外县市出差有补贴"),
    ("health", "Give details of any medical conditions", "Give patients details of their medical conditions"),
    ("health", "患有癫痫、高血压者不宜应聘", "为患有高血压的老人测压"),
    ("health", "No physical limitations", "No limitations on travel"),
    ("health", "手脚健全", "手脚灵活"),
    ("health", "No mobility issues", "No parking issues"),
    ("health", "Free from any illness", "Plants are kept free from any pest"),
    ("criminal-record", "No history of criminal activity", "Knows the history of criminal law"),
    ("hours", "Twelve-hour shifts", "Twelve-month contract"),
    ("origin", "限高雄市户籍", "熟悉高雄市场"),
    ("sex", "征求男性司机", "征求男装设计稿"),
    ("age", "Preferably below 32", "Errors below 32 a month"),
    ("deposit", "入职交300元押金", "不向求职者收取任何押金"),
]


@pytest.mark.parametrize(("subject", "text"), [pair[:2] for pair in PAIRS])
def test_is_read(subject: str, text: str) -> None:
    assert subject in {condition.subject for condition in read(text)}


@pytest.mark.parametrize(("subject", "text"), [pair[::2] for pair in PAIRS])
def test_look_alike_is_no_condition(subject: str, text: str) -> None:
    assert subject not in {condition.subject for condition in read(text)}


def test_among_duties_only_what_is_done_to_the_holder_counts() -> None:
    assert {condition.subject for condition in read("Late arrivals are fined £5.", WORK)} == {"wage-deduction"}
    assert not list(read("Audit how fines of £5 are charged to drivers", WORK))


def test_a_price_for_each_slip_counts_also_where_a_duty_works_on_slips() -> None:
    assert {condition.subject for condition in read("货架检查不合格,每处扣罚20元", WORK)} == {"wage-deduction"}
    assert not list(read("登记乘客逃票记录,每次罚款50元", WORK))
    assert not list(read("检查罚款登记台账", WORK))
