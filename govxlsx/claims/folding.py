"""Folds a text for matching and remembers where every character stood."""

from dataclasses import dataclass

from govxlsx.patterns import regex

_FOLDS = (
    *zip("，。（）：；！？％／－．", ",。():;!?%/-.", strict=True),
    *((each, '"') for each in "“”„‟『』「」"),
    *((each, "[") for each in "〔【［"),
    *((each, "]") for each in "〕】］"),
    ("○", "〇"),
    ("其它", "其他"),
    ("｜", "|"),
)
"""What stands for what, character by character. Replacing is faster than translating."""

_TRADITIONAL = str.maketrans(
    "請開關訴訟複復辦結轉條規範處罰強許費維糾撤銷審個項總計數據機構業務網絡郵遞現當場電傳給還餘無沒發產過"
    "應對於屬內類與爲為這達較減長導級鎮鄉縣區門單資訊檔號兩萬億貳參陸紙線頁書補錯誤執確認違責繳納徵採購額"
    "錄點離別動體組織證檢監實際併並製廢載權獲終續進運報從來員時問間須議詢諮協歸歷滿佔則準題將專樓環嚴層稅"
    "財險僅後們該幾該訖筆樁繼遺穩願棄記訪舉隱駁調佈響聯設團論閱覽廳訂戶標職盡儘領傷視顯熱畢劃轄頻識彙匯濟賬質圍"
    "讓針屆勞償託臺羣眾衆擬係繫難況",
    "请开关诉讼复复办结转条规范处罚强许费维纠撤销审个项总计数据机构业务网络邮递现当场电传给还余无没发产过"
    "应对于属内类与为为这达较减长导级镇乡县区门单资讯档号两万亿贰叁陆纸线页书补错误执确认违责缴纳征采购额"
    "录点离别动体组织证检监实际并并制废载权获终续进运报从来员时问间须议询咨协归历满占则准题将专楼环严层税"
    "财险仅后们该几该讫笔桩继遗稳愿弃记访举隐驳调布响联设团论阅览厅订户标职尽尽领伤视显热毕划辖频识汇汇济账质围"
    "让针届劳偿托台群众众拟系系难况",
)
"""Characters of the vocabulary as they are written outside the mainland."""

_TELLING = "開請規數無發"
"""Without one of these no text is written in them."""

_FULL = "０-９Ａ-Ｚａ-ｚ"
_BLANKS = " \t\r\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"
_WIDE, _SPACE, _WIDE_OR_SPACE = (
    regex(f"[{_FULL}]"),
    regex(f"[{_BLANKS}]"),
    regex(f"[{_FULL}{_BLANKS}]"),
)


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` without white space and width; ``places`` maps its characters to the original."""

    text: str
    places: range | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in the original, the end exclusive."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text: half-width, simplified, one kind of quotes, no white space but line ends."""
    folded = text
    for each, plain in _FOLDS:
        folded = folded.replace(each, plain)
    if any(each in folded for each in _TELLING):
        folded = folded.replace("資訊", "信息").translate(_TRADITIONAL)
    if _WIDE_OR_SPACE.search(folded) is None:
        return Folded(folded, range(len(text)))
    folded = _WIDE.sub(lambda found: chr(ord(found.group()) - 0xFEE0), folded)
    places: list[int] = []
    at = 0
    for space in _SPACE.finditer(folded):
        places.extend(range(at, space.start()))
        at = space.end()
    places.extend(range(at, len(folded)))
    return Folded(_SPACE.sub("", folded), places)
