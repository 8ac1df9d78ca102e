"""The web page: clerks check and file their workbook, the operator sees the desk."""
