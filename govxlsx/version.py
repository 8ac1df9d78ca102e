"""The version of this tool, below everything that names it."""

__version__ = "1.1.0"

MAKER = f"govxlsx {__version__}"
"""How the tool names itself in what it makes."""

MADE_BY = "生成程序"
"""The custom property of documents and workbooks that names their maker."""
