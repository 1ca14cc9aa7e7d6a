"""Bytes become text: UTF-8 alone is accepted, the other encodings met in practice are named."""

from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FORBIDDEN = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""The characters that YAML 1.2 forbids in a file (its production c-printable)."""

_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r")
"""The control characters that text doesn't have."""

_CHINESE = (("gb18030", "GB18030"), ("big5", "Big5"))
_TOO_STRANGE = 0.7
"""Role definitions stay below 0.5; UTF-8 with a lost byte, or Latin-1, read as Chinese begin at 0.75."""
_SAMPLE = 8192
_BINARY_SHARE = 0.1
"""A file with more control characters than this is no text: ordinary text has none but line ends and tabs."""


class Decoded(NamedTuple):
    """A file's text, or the reason why there is none."""

    text: str
    reason: str = ""
    encoding: str = ""
    marked: bool = False
    """Whether the file starts with a byte order mark, which `text` leaves out."""
    stop: int = 0
    """Where in `text` the reading stopped making sense."""


def decode(raw: bytes) -> Decoded:
    """Decode a file; where it isn't UTF-8, say what it is and give the best reading of it for display."""
    marked = raw.startswith(_BOM)
    body = without_mark(raw)
    if b"\0" in body and _looks_like_utf16(body[:_SAMPLE]):  # in ASCII letters it is UTF-8, too
        return Decoded("", "utf-16", "UTF-16")
    try:
        return Decoded(body.decode("utf-8"), marked=marked)
    except UnicodeDecodeError as error:
        return _name_encoding(body, error)


def without_mark(raw: bytes) -> bytes:
    """Give a file's bytes without the byte order marks at their beginning."""
    while raw.startswith(_BOM):
        raw = raw[len(_BOM) :]
    return raw


def forbidden_character(text: str) -> int | None:
    """Give the offset of the first character that YAML doesn't allow."""
    if text.replace("\n", "").replace("\r", "").isprintable():
        return None  # so it is with most files, and the pattern takes as long to compile as a file to read
    found = _FORBIDDEN.search(text)
    return found.start() if found else None


def is_binary(raw: bytes) -> bool:
    """Tell whether bytes are no text at all."""
    sample = raw[:_SAMPLE]
    if not sample or sample.startswith(_UTF16_MARKS):
        return False
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return control / len(sample) > _BINARY_SHARE and not _looks_like_utf16(sample)


def _looks_like_utf16(raw: bytes) -> bool:
    """Tell UTF-16 without a mark: every second byte of its ASCII part (keys, colons, line ends) is zero."""
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    return min(even, odd) * 8 < max(even, odd) and max(even, odd) * 10 > len(raw)


def _name_encoding(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    if raw.startswith(_UTF16_MARKS) or _looks_like_utf16(raw[:_SAMPLE]):
        return Decoded("", "utf-16", "UTF-16")
    if error.reason == "unexpected end of data" and error.end == len(raw):
        text = raw[: error.start].decode("utf-8")
        return Decoded(text, "cut-off", "UTF-8", stop=len(text))
    readings = [(_strangeness(text), name) for codec, name in _CHINESE if (text := _try(raw, codec))]
    if readings and min(readings)[0] < _TOO_STRANGE:
        return Decoded("", "other-encoding", min(readings)[1])
    return Decoded(raw.decode("utf-8", "replace"), "invalid-bytes", stop=len(raw[: error.start].decode("utf-8")))


def _try(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return ""


def _strangeness(text: str) -> float:
    """Weigh how unlikely a reading is: rare characters betray text that is read in the wrong encoding."""
    foreign = [character for character in text if character > "\x7f"]
    common = sum(character in _COMMON for character in foreign)
    return 1 - common / len(foreign) if foreign else 1.0


_COMMON = frozenset(
    "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過"
    "子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里如水化高自二理起小物现現实實加量都两兩体體"
    "制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線"
    "内數数正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系军軍很情者最立代想已通并並"
    "提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將"
    "组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處队隊南给給色光门門即保"
    "治北造百规規热熱领領七海口东東导導器压壓志世金增争爭济濟阶階油思术術极極交受联聯什认認六共权權收证證改清己美再采转轉"
    "更单單风風切打白教速花带帶安场場身车車例真务務具万萬每目至达達走积積示议議声聲报報斗完类類八离離华華名确確才科张張信"
    "马馬节節话話米整空元况今集温傳传土许許步群广廣石记記需段研界拉林律叫且究观觀越织織装裝影算低持音众眾书書布复复复容儿兒"
    "须須际際商非验驗连連断斷深难難近矿礦千周委素技备備半办辦青省列习習响響约約支般史感劳勞便团團往酸历歷市克何除消构構府"
    "称稱太准精值号號率族维維划劃选選标標写寫存候毛亲親快效斯院查江型眼王按格养養易置派层層片始却卻专專状狀育厂廠京识識适"
    "適属屬圆圓包火住调調满滿县縣局照参參红紅细細引听聽该該铁鐵价價严嚴岗崗职職责責销銷售财財购購客户戶经理岗位薪酬绩績"
)
"""The commonest characters of Chinese text, in both scripts, with those of role definitions."""
