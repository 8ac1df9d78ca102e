"""Part two, and the fee for processing information of part six."""

FEE = "fee.information_processing"
CHARGE, CHARGED = "charge", "charged"
"""收费 alone: the fee where an application is spoken of; 收取费用: the fee where it is denied."""
PROJECTS = "disclosure.procurement.projects"
PROCUREMENT = "disclosure.procurement.amount"
AMOUNT = "disclosure.fees.amount"
IN_FORCE = "in_force"
GROWN = "grown"
"""本年新增 is the column of changes; behind what was carried in it is what was received."""
ABOUT_DOCUMENTS = "about_documents"
"""Documents that were published, revised or looked through: what was done else is of them, too."""
POWERS = "powers"
"""How many powers a body has: 行政许可24项 among them are no decisions."""
ADDED = "added"
"""新增 is issued where documents are told of in the same sentence."""

OTHER_SERVICES = "other_services"
"""These are named as items, 其他对外管理服务事项: 新增 are as many more of them, no decisions."""

ITEMS_CHARGED = "items_charged"
"""How many things are charged for is no sum; where there are none, nothing was charged."""

DECISIONS = ("licensing", "penalties", "coercion")
