"""What a mail itself says, and whether it answers another one."""

import re
from email.message import Message

from govxlsx.intake.names import decoded, file_name, header, raw, words
from govxlsx.patterns import regex

_REPLY = regex("(?:re|回复|答复)\\s*[:：]", re.IGNORECASE)
_QUOTED = regex(
    r"^\s*>|-{2,}.{0,9}(?:原始邮件|回复的?邮件|original message)|(?:^|>)\W*(?:发件人|from)\s*[:：]"
    r"|(?:写道|wrote)\s*[:：]|<blockquote|<div[^>]*(?:quote|replycontent)",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a reply begins to quote what it answers."""


def is_reply(message: Message) -> bool:
    """Tell whether a mail answers another one, by its head."""
    return bool(header(message, "In-Reply-To") or _REPLY.match(words(header(message, "Subject"))))


def said(message: Message) -> str:
    """Return what the mail itself says; a reply without what it quotes."""
    text = _text(message)
    quoted = _QUOTED.search(text) if is_reply(message) else None
    return text[: quoted.start()] if quoted is not None else text


def _text(message: Message) -> str:
    """Return what the mail itself says, the markup of HTML included."""
    texts = []
    for part in message.walk():
        if part.get_content_maintype() == "text" and not file_name(part.raw_items()):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = str(part.get_param("charset") or "")
                texts.append(decoded(content, charset))
            else:
                texts.append(decoded(raw(content)))
    return "\n".join(texts)
