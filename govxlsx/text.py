"""Text as it stands in cells: cleaned for XML, folded for the comparison of labels."""

import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache

from govxlsx.patterns import regex
from govxlsx.personal import excerpt, masked

_INVALID = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_RADICALS = {
    **{each: unicodedata.normalize("NFKC", chr(each)) for each in range(0x2F00, 0x2FD6)},
    **{0x2F3E: "户", 0x2E92: "巳", 0x2E93: "幺", 0x2EC1: "虎"},
    **{0x2E9C: "日", 0x2E9D: "月", 0x2E9F: "母", 0x2EA0: "民", 0x2EB6: "羊", 0x2EC4: "西"},
    **{0x2EC5: "见", 0x2EC6: "角", 0x2EC9: "贝", 0x2ECB: "车", 0x2ED1: "長", 0x2ED3: "长"},
    **{0x2ED4: "门", 0x2ED7: "雨", 0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风"},
    **{0x2EDC: "飞", 0x2EDD: "食", 0x2EE2: "马", 0x2EE3: "骨", 0x2EE4: "鬼", 0x2EE5: "鱼"},
    **{0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦", 0x2EE9: "黄", 0x2EEA: "黾", 0x2EEB: "斉"},
    **{0x2EEC: "齐", 0x2EED: "歯", 0x2EEE: "齿", 0x2EEF: "竜", 0x2EF0: "龙", 0x2EF3: "龟"},
}
"""Radicals that look as characters do, with these (Unicode's Equivalent_Unified_Ideograph).

⼾ is 户 and not 戶: so simplified faces draw it.
"""

_ALIKE = {**_RADICALS, 0x2011: "-", 0x2012: "–", 0x2060: None, 0x2215: "／"}
_LOOKS = regex("[\u2011\u2012\u2060\u2215\u2e80-\u2fdf]")
SIMPLIFIED = str.maketrans(
    "請開關訴訟複復辦結轉條規範處罰強許費維糾撤銷審個項總計數據機構業務網絡郵遞現當場電傳給還餘無沒發產過"
    "應對於屬內類與爲為這達較減長導級鎮鄉縣區門單資訊檔號兩萬億貳參陸紙線頁書補錯誤執確認違責繳納徵採購額"
    "錄點離別動體組織證檢監實際併並製廢載權獲終續進運報從來員時問間須議詢諮協歸歷滿佔則準題將專樓環嚴層稅"
    "財險僅後們該幾該訖筆樁繼遺穩願棄記訪舉隱駁調佈響聯設團論閱覽廳訂戶標職盡儘領傷視顯熱畢劃轄頻識彙匯濟賬質圍"
    "讓針屆勞償託臺羣眾衆擬係繫難況國備護頭稱編驗會決庫碼經統話說廣",
    "请开关诉讼复复办结转条规范处罚强许费维纠撤销审个项总计数据机构业务网络邮递现当场电传给还余无没发产过"
    "应对于属内类与为为这达较减长导级镇乡县区门单资讯档号两万亿贰叁陆纸线页书补错误执确认违责缴纳征采购额"
    "录点离别动体组织证检监实际并并制废载权获终续进运报从来员时问间须议询咨协归历满占则准题将专楼环严层税"
    "财险仅后们该几该讫笔桩继遗稳愿弃记访举隐驳调布响联设团论阅览厅订户标职尽尽领伤视显热毕划辖频识汇汇济账质围"
    "让针届劳偿托台群众众拟系系难况国备护头称编验会决库码经统话说广",
)
"""Characters of the form and of claims as they are written outside the mainland, and here."""

_FOLDS = str.maketrans(
    {
        **{chr(each): chr(plain) for each, plain in SIMPLIFIED.items()},
        **{chr(each): character for each, character in _RADICALS.items()},
        **dict.fromkeys(_INVISIBLE),
        **dict.fromkeys("“”„‟″「」『』〝〞\"‘’'＂＇"),
        **dict.fromkeys("．。・·、", "."),
        **dict.fromkeys("〔【［", "["),
        **dict.fromkeys("〕】］", "]"),
    }
)
_SPACE = regex(r"\s+")
_DIFFERENCES = 3
_GB = frozenset({"gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936"})
_BLANKS = f" \t\r\n\f\v\u00a0\u2002\u2003\u2007\u2009\u3000{_INVISIBLE}"


def clean(text: str) -> str:
    """Drop the characters that XML 1.0 cannot hold (control characters, lone surrogates)."""
    return text if text.isprintable() else _INVALID.sub("", text)


def decoded(data: bytes) -> str | None:
    """Return text as programs save it in China: UTF-8, UTF-16 with its mark, or GB18030.

    None for what is none of these.
    """
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for each in (encoding, "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(each)
    return None


def codec(label: str) -> str:
    """Return the codec of a charset's label; what is labelled GB2312 or GBK is read as GB18030."""
    name = label.lower().partition("*")[0]
    return "gb18030" if name in _GB else name


def unified(text: str) -> str:
    """Return a text with characters in place of the radicals that look as they do.

    Programs that print PDF write ⼈⺠ for 人民; whoever copies from there does. What keeps a line
    whole in a document is a hyphen too, or nothing.
    """
    return text.translate(_ALIKE) if _LOOKS.search(text) else text


def trim(text: str) -> str:
    """Strip white space of every kind, the ideographic and the zero-width space included."""
    return text.strip(_BLANKS)


def shortened(text: str, most: int = 60) -> str:
    """Cut a text that is longer than ``most`` characters, not within a person's number."""
    return text if len(text) <= most else f"{excerpt(text, 0, most - 1)}…"


def quoted(text: str, most: int = 60) -> str:
    """Return a text as a difference quotes it: “…”, 空白 for none."""
    return f"“{shortened(text, most)}”" if text else "空白"


def some(sentences: Sequence[str]) -> str:
    """Join the first differences, masked, and say how many there are where these are not all."""
    more = f"共有 {len(sentences)} 处不同。" if len(sentences) > _DIFFERENCES else ""
    return masked("".join(sentences[:_DIFFERENCES])) + more


@lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    """Fold a label to what makes it this label, simplified: no space, width, quotes or dot style.

    A leading year reads as 本年 ("2019年新制作数量").
    """
    folded = unicodedata.normalize("NFKC", text.translate(_FOLDS)).translate(_FOLDS)
    folded = _SPACE.sub("", folded).casefold()
    return re.sub(r"^(19|20)\d\d年", "本年", folded).rstrip(":.")


def speakable(path: str) -> str:
    r"""Return a path that can be written as UTF-8; bytes that are none become ``\\udcd6``."""
    if path.isprintable():
        return path
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
