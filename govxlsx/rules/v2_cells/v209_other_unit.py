"""Money written with another unit than the form's; converted."""

from govxlsx.checking import Rule, Severity, State
from govxlsx.checking.rule import in_state

RULE = Rule(
    title="金额单位不同",
    checks="金额用的是表的单位",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式",
    message="{name}写的是“{raw}”，按表的单位换算为 {value}。",
    fix="请核对后在 {cell} 直接填 {value}，不写单位。",
    why="收费金额的单位是万元；把元当万元会差一万倍。",
    bad="“251000元”",
    good="25.1",
    look=in_state(State.OTHER_UNIT),
)
