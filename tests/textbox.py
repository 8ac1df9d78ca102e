"""A workbook with a text box over the cells of a sheet, as spreadsheet programs store it."""

from io import BytesIO
from zipfile import ZipFile

from workbooks.build import part, with_parts

_DRAWING = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<xdr:twoCellAnchor>
<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff>
<xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff>
<xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
{shape}
<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"""
_BOX = """<xdr:sp macro="" textlink="">
<xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"/>
<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/>
<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"""
_TARGETS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rIdBox" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
    'Target="../drawings/drawing77.xml"/></Relationships>'
)


_VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<v:shape id="n" type="#t"><x:ClientData ObjectType="Note"><x:Row>1</x:Row></x:ClientData></v:shape>
<v:shape id="b" type="#t"><v:textbox><div><font>{text}</font><br></div></v:textbox>
<x:ClientData ObjectType="Text"><x:Anchor>1,0,2,0,3,0,6,0</x:Anchor></x:ClientData></v:shape>
</xml>"""


def with_old_text_box(content: bytes, sheet: str, text: str) -> bytes:
    """Return likewise a workbook with a text box as old programs store it, not well formed."""
    folder, _, file = part(sheet).rpartition("/")
    targets = _TARGETS.replace('/drawing"', '/vmlDrawing"').replace("drawing77.xml", "vml1.vml")
    more = {f"{folder}/_rels/{file}.rels": targets, "xl/drawings/vml1.vml": _VML.format(text=text)}
    return with_parts(content, **{name: data.encode() for name, data in more.items()})


def with_text_box(content: bytes, sheet: str, text: str) -> bytes:
    """Return a workbook with one text box at B3 of a sheet that has no drawing yet."""
    return with_drawing(content, sheet, _BOX.format(text=text))


def with_drawing(content: bytes, sheet: str, shape: str) -> bytes:
    """Return likewise a workbook with what ``shape`` draws."""
    name = part(sheet)
    folder, _, file = name.rpartition("/")
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == name:
                data = data.replace(b"</worksheet>", b'<drawing r:id="rIdBox"/></worksheet>')
            new.writestr(item, data)
        new.writestr(f"{folder}/_rels/{file}.rels", _TARGETS)
        new.writestr("xl/drawings/drawing77.xml", _DRAWING.format(shape=shape))
    return stream.getvalue()
