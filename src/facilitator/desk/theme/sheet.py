"""The one style sheet: widgets say what they are (`look`, `kind`, `tone`), here stands how that looks."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.desk.theme.tokens import Tokens
from facilitator.places import resources


def style_sheet(t: Tokens, px: Callable[[float], int]) -> str:
    """The style sheet for a palette and a size; `px` turns pixels at 100 % into pixels."""
    return "\n".join(
        (
            _ground(t, px),
            _words(t, px),
            _fields(t, px),
            _arrows(t, px),
            _lists(t, px),
            _tables(t, px),
            _writing(t, px),
            _voting(t, px),
        )
    )


def _ground(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
    QFrame[look="card"], QFrame[look="strip"], QFrame[look="sunken"], QFrame[look="accent"],
    QFrame[look="warn"], QFrame[look="bad"], QFrame[look="good"], QFrame[look="vacant"] {{
        background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(8)}px; }}
    QFrame[look="strip"] {{ border-radius: 0; border-width: 0 0 1px 0; }}
    QFrame[look="bar"] {{ background: {t.paper}; border: 0; border-bottom: 1px solid {t.line}; }}
    QFrame[look="sunken"] {{ background: {t.sunken}; border-color: {t.sunken}; }}
    QFrame[look="accent"] {{ border: 2px solid {t.accent}; }}
    QFrame[look="warn"] {{ background: {t.warn_soft}; border-color: {t.warn_soft}; }}
    QFrame[look="settle"] {{ background: {t.surface}; border: 2px solid {t.warn}; border-radius: {px(8)}px; }}
    QFrame[look="bad"] {{ background: {t.bad_soft}; border-color: {t.bad_soft}; }}
    QFrame[look="good"] {{ background: {t.good_soft}; border-color: {t.good_soft}; }}
    QFrame[look="rule"] {{ background: {t.accent_soft}; border: 0; border-radius: {px(8)}px; }}
    QFrame[look="side"] {{ background: {t.surface}; border: 0; border-right: 1px solid {t.line}; }}
    QFrame[look="side-right"] {{ background: {t.surface}; border: 0; border-left: 1px solid {t.line}; }}
    QFrame[look="late"] {{ background: {t.bad_soft}; border: 0; border-left: {px(4)}px solid {t.bad}; border-radius: 0; }}
    QFrame[look="plain-row"] {{ border: 0; background: transparent; }}
    QFrame[look="notice"], QFrame[look="notice-trouble"] {{
        background: {t.surface}; border: 1px solid {t.edge}; border-radius: {px(8)}px; }}
    QFrame[look="notice-trouble"] {{ background: {t.bad_soft}; }}
    QFrame[look="band"] {{ background: {t.accent_soft}; border: 0; border-bottom: 1px solid {t.accent_edge}; }}
    QFrame[look="band-warn"] {{ background: {t.warn_soft}; border: 0; border-bottom: 1px solid {t.edge}; }}
    QFrame[look="clock"], QFrame[look="clock-late"] {{
        background: {t.warn_soft}; border: 2px solid {t.warn}; border-radius: {px(8)}px; }}
    QFrame[look="clock-late"] {{ background: {t.bad_soft}; border-color: {t.bad}; }}
    QFrame[look="list-foot"] {{ background: {t.sunken}; border: 0; border-top: 1px solid {t.line};
        border-bottom-left-radius: {px(7)}px; border-bottom-right-radius: {px(7)}px; }}
    QFrame[look="foot"] {{ background: {t.surface}; border: 0; border-top: 1px solid {t.line}; }}
    QFrame[look="beneath"] {{ background: {t.surface}; border: 0; border-left: {px(4)}px solid {t.accent_edge}; }}
    QFrame[look="resting"] {{ background: {t.surface}; border: 2px solid {t.line}; border-radius: {px(8)}px; }}
    QFrame[look="line"] {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}
    QFrame[look="upright"] {{ background: {t.line}; border: 0; max-width: 1px; min-width: 1px; }}
    QDialog {{ background: {t.surface}; }}
    QScrollArea {{ border: 0; background: transparent; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QToolTip {{ background: {t.ink}; color: {t.surface}; border: 0; padding: {px(4)}px {px(8)}px; }}
    QScrollBar:vertical {{ width: {px(10)}px; background: transparent; margin: 0; }}
    QScrollBar:horizontal {{ height: {px(10)}px; background: transparent; margin: 0; }}
    QScrollBar::handle {{ background: {t.edge}; border-radius: {px(4)}px; min-height: {px(32)}px; min-width: {px(32)}px; margin: {px(2)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _words(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
    QLabel {{ background: transparent; }}
    QLabel[kind="title"] {{ font-size: {px(24)}px; font-weight: bold; }}
    QLabel[kind="item"] {{ font-size: {px(20)}px; font-weight: bold; }}
    QLabel[kind="motion"] {{ font-size: {px(19)}px; font-weight: bold; }}
    QLabel[kind="head"] {{ font-size: {px(16)}px; font-weight: bold; }}
    QLabel[kind="strong"] {{ font-weight: bold; }}
    QLabel[kind="lead"] {{ font-size: {px(17)}px; }}
    QLabel[kind="sum"] {{ font-size: {px(30)}px; font-weight: bold; }}
    QLabel[kind="figure"] {{ font-size: {px(24)}px; font-weight: bold; }}
    QLabel[kind="value"] {{ font-size: {px(20)}px; font-weight: bold; }}
    QLabel[kind="name"] {{ font-size: {px(22)}px; font-weight: bold; }}
    QLabel[kind="clock"] {{ font-size: {px(34)}px; font-weight: bold; }}
    QLabel[kind="big-clock"] {{ font-size: {px(60)}px; font-weight: bold; }}
    QLabel[kind="verdict"] {{ font-size: {px(40)}px; font-weight: bold; }}
    QLabel[kind="secondary"] {{ font-size: {px(14)}px; color: {t.soft}; }}
    QLabel[kind="caption"] {{ font-size: {px(14)}px; }}
    QLabel[kind="small"] {{ font-size: {px(13)}px; color: {t.soft}; }}
    QLabel[kind="key"] {{ font-size: {px(13)}px; color: {t.ink}; border: 1px solid {t.edge};
        border-bottom-width: 2px; border-radius: {px(4)}px; padding: 0 {px(6)}px; background: {t.surface}; }}
    QLabel[tone="soft"] {{ color: {t.soft}; }}
    QLabel[tone="ink"] {{ color: {t.ink}; }}
    QLabel[tone="good"] {{ color: {t.good_ink}; }}
    QLabel[tone="bad"] {{ color: {t.bad_ink}; }}
    QLabel[tone="warn"] {{ color: {t.warn_ink}; }}
    QLabel[tone="accent"] {{ color: {t.accent_ink}; }}
    QLabel[chip="plain"], QLabel[chip="accent"], QLabel[chip="good"], QLabel[chip="bad"],
    QLabel[chip="warn"], QLabel[chip="sample"] {{
        font-size: {px(13)}px; border-radius: {px(10)}px; padding: {px(1)}px {px(10)}px; min-height: {px(20)}px;
        background: {t.sunken}; color: {t.ink}; }}
    QLabel[chip="accent"] {{ background: {t.accent_soft}; color: {t.accent_ink}; font-weight: bold; }}
    QLabel[chip="good"] {{ background: {t.good_soft}; color: {t.good_ink}; font-weight: bold; }}
    QLabel[chip="bad"] {{ background: {t.bad_soft}; color: {t.bad_ink}; font-weight: bold; }}
    QLabel[chip="warn"] {{ background: {t.warn_soft}; color: {t.warn_ink}; font-weight: bold; }}
    QLabel[chip="sample"] {{ background: {t.surface}; color: {t.soft}; border: 1px dashed {t.faint}; }}
    QLabel[chip="rail"] {{ font-size: {px(13)}px; color: {t.rail_bright}; border: 1px dashed {t.rail_ink};
        border-radius: {px(10)}px; padding: {px(1)}px {px(4)}px; }}
    QLabel[chip="tile"] {{ background: {t.accent_soft}; border-radius: {px(12)}px; }}
    QLabel[signed="true"] {{ padding-left: {px(28)}px; }}
    """


def _fields(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
    QPushButton {{
        min-height: {px(38)}px; padding: 0 {px(16)}px; border-radius: {px(8)}px;
        border: 1px solid {t.edge}; background: {t.surface}; color: {t.ink}; font-size: {px(15)}px; }}
    QPushButton:hover {{ background: {t.sunken}; }}
    QPushButton:pressed {{ background: {t.line}; }}
    QPushButton:focus {{ border: 2px solid {t.ring}; }}
    QPushButton:disabled {{ background: {t.sunken}; color: {t.soft}; border-color: {t.line}; }}
    QPushButton[grade="big"] {{ min-height: {px(46)}px; padding: 0 {px(24)}px; font-size: {px(17)}px; }}
    QPushButton[grade="huge"] {{ min-height: {px(62)}px; padding: 0 {px(24)}px; font-size: {px(22)}px; font-weight: bold; }}
    QPushButton[grade="small"] {{ min-height: {px(34)}px; padding: 0 {px(12)}px; font-size: {px(14)}px; }}
    QPushButton[grade="tiny"] {{ min-height: {px(24)}px; padding: 0 {px(10)}px; font-size: {px(14)}px; border-radius: {px(6)}px; }}
    QPushButton[look="primary"] {{ background: {t.accent}; border-color: {t.accent}; color: {t.accent_on}; font-weight: bold; }}
    QPushButton[look="primary"]:hover {{ background: {t.accent_ink if not t.dark else t.accent_edge}; }}
    QPushButton[look="primary"]:focus {{ border: 2px solid {t.ink}; }}
    QPushButton[look="primary"]:disabled {{ background: {t.empty}; border-color: {t.edge}; color: {t.soft}; }}
    QPushButton[look="soft"] {{ background: {t.accent_soft}; border-color: {t.accent_edge}; color: {t.accent_ink}; font-weight: bold; }}
    QPushButton[look="soft"]:disabled {{ background: {t.sunken}; border-color: {t.line}; color: {t.soft}; font-weight: normal; }}
    QPushButton[look="quiet"] {{ background: transparent; border-color: transparent; }}
    QPushButton[look="quiet"]:hover {{ background: {t.sunken}; }}
    QPushButton[look="danger"] {{ color: {t.bad_ink}; border-color: {t.bad}; }}
    QPushButton[look="link"] {{ background: transparent; border: 0; color: {t.accent_ink}; font-weight: bold; padding: 0 {px(4)}px; }}
    QPushButton[look="quiet"]:disabled, QPushButton[look="link"]:disabled {{ background: transparent; color: {t.soft}; font-weight: normal; }}
    QPushButton[look="danger"]:disabled {{ color: {t.soft}; border-color: {t.line}; }}
    QPushButton[narrow="true"] {{ padding: 0 {px(9)}px; }}
    QPushButton[look="choice"] {{ min-height: {px(54)}px; padding: 0 {px(16)}px; font-size: {px(17)}px; }}
    QPushButton[look="choice"]:checked {{ background: {t.accent_soft}; border: 2px solid {t.accent}; color: {t.accent_ink}; font-weight: bold; }}
    QPushButton[look="segment"] {{ min-height: {px(34)}px; padding: 0 {px(14)}px; border-radius: 0; border-left-width: 0; }}
    QPushButton[look="segment"][end="first"] {{ border-left-width: 1px; border-top-left-radius: {px(8)}px; border-bottom-left-radius: {px(8)}px; }}
    QPushButton[look="segment"][end="last"] {{ border-top-right-radius: {px(8)}px; border-bottom-right-radius: {px(8)}px; }}
    QPushButton[look="segment"]:checked {{ background: {t.accent_soft}; color: {t.accent_ink}; font-weight: bold; }}
    QPushButton[look="segment"]:focus {{ border: 2px solid {t.ring}; }}
    QPushButton[look="side"] {{ min-height: {px(36)}px; padding: 0 {px(12)}px; }}
    QPushButton[look="side"]:checked {{ background: {t.accent_soft}; border: 2px solid {t.accent}; color: {t.accent_ink}; font-weight: bold; }}
    QPushButton[look="quiet"]:focus, QPushButton[look="link"]:focus {{ border: 2px solid {t.ring}; }}
    QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit {{
        background: {t.surface}; color: {t.ink}; border: 1px solid {t.field}; border-radius: {px(6)}px;
        min-height: {px(36)}px; padding: 0 {px(10)}px; font-size: {px(15)}px;
        selection-background-color: {t.accent}; selection-color: {t.accent_on};
        placeholder-text-color: {t.soft}; }}
    QTextEdit, QPlainTextEdit {{ padding: {px(6)}px {px(8)}px; }}
    QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus,
    QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus {{ border: 2px solid {t.ring}; }}
    QSpinBox[look="huge"], QSpinBox[look="huge"]:focus {{ min-height: {px(80)}px; font-size: {px(48)}px; font-weight: bold; padding: 0; border-radius: {px(8)}px; }}
    QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled,
    QDateEdit:disabled, QTimeEdit:disabled, QDateTimeEdit:disabled {{
        background: {t.sunken}; color: {t.soft}; border-color: {t.line}; }}
    QLineEdit[look="cell"], QLineEdit[look="cell"]:focus {{ border: 2px solid {t.accent}; border-radius: 0; padding: 0 {px(8)}px; min-height: 0; }}
    QTextEdit[look="reading"], QTextEdit[look="reading"]:focus {{ background: transparent; border: 0; padding: 0; }}
    QTextEdit[look="page"], QTextEdit[look="page"]:focus {{ background: {t.surface}; border: 0; border-radius: 0; padding: 0; }}
    QLineEdit[look="search"], QLineEdit[look="search"]:focus {{ border: 2px solid {t.field}; border-radius: {px(8)}px;
        min-height: {px(44)}px; padding: 0 {px(4)}px; font-size: {px(18)}px; }}
    QLineEdit[look="search"]:focus {{ border-color: {t.ring}; }}
    QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {{ background: transparent; border: 0; padding: 0; min-height: 0; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QSpinBox[wrong="true"] {{ border: 2px solid {t.bad}; }}
    QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge};
        selection-background-color: {t.accent_soft}; selection-color: {t.accent_ink}; outline: 0; }}
    QFrame[look="stepper"] {{ background: {t.surface}; border: 1px solid {t.field}; border-radius: {px(8)}px; }}
    QFrame[look="stepper"][lit="true"] {{ border: 2px solid {t.accent}; }}
    QSpinBox[look="stepper"], QSpinBox[look="stepper"]:focus {{ border: 0; border-radius: 0; padding: 0; min-height: {px(38)}px;
        font-size: {px(17)}px; font-weight: bold; background: transparent; }}
    QPushButton[look="step"] {{ border: 0; border-radius: {px(7)}px; padding: 0; min-height: {px(38)}px; font-size: {px(17)}px; background: {t.sunken}; }}
    QPushButton[look="step"]:hover {{ background: {t.line}; }}
    QPushButton[look="step"]:disabled {{ background: {t.surface}; color: {t.soft}; }}
    QCheckBox, QRadioButton {{ spacing: {px(8)}px; font-size: {px(15)}px; background: transparent; min-height: {px(28)}px; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {t.accent_ink}; }}
    """


def _arrows(t: Tokens, px: Callable[[float], int]) -> str:
    """What opens a field, steps its number or is ticked: a sheet that dresses fields has to draw these, too."""
    marks = resources() / "marks"
    names = ("down.svg", "up.svg", "check.svg")
    down, up, tick = (f'"{(marks / name).as_posix()}"' for name in names)
    return f"""
    QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {{
        subcontrol-origin: border; subcontrol-position: center right; width: {px(32)}px; border: 0; }}
    QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{ image: url({down}); width: {px(16)}px; height: {px(16)}px; }}
    QSpinBox::up-button, QTimeEdit::up-button {{
        subcontrol-origin: border; subcontrol-position: top right; width: {px(28)}px; border: 0; }}
    QSpinBox::down-button, QTimeEdit::down-button {{
        subcontrol-origin: border; subcontrol-position: bottom right; width: {px(28)}px; border: 0; }}
    QSpinBox::up-arrow, QTimeEdit::up-arrow {{ image: url({up}); width: {px(14)}px; height: {px(14)}px; }}
    QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: url({down}); width: {px(14)}px; height: {px(14)}px; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{ width: {px(16)}px; height: {px(16)}px; border: 2px solid {t.field}; background: {t.surface}; }}
    QCheckBox::indicator, QListView::indicator {{ border-radius: {px(4)}px; }}
    QRadioButton::indicator {{ border-radius: {(px(16) + 4) // 2}px; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url({tick}); }}
    QRadioButton::indicator:checked {{ width: {px(8)}px; height: {px(8)}px; border: {px(6)}px solid {t.accent};
        border-radius: {px(4) + px(6)}px; }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {t.ink}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; background: {t.sunken}; }}
    """


def _lists(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
    QListView, QTreeView, QTableView {{
        background: {t.surface}; alternate-background-color: {t.surface}; color: {t.ink};
        border: 0; outline: 0; gridline-color: {t.line};
        selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
    QListView[look="bare"] {{ background: transparent; }}
    QListView[framed="true"], QTreeView[framed="true"], QTableView[framed="true"] {{
        border: 1px solid {t.line}; border-radius: {px(8)}px; }}
    QListView::item {{ min-height: {px(36)}px; padding: 0 {px(8)}px; }}
    QTreeView[look="contents"] {{ background: {t.paper}; padding: {px(10)}px {px(6)}px;
        selection-background-color: transparent; }}
    QTreeView[look="contents"]::branch {{ background: transparent; }}
    QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.edge}; padding: {px(6)}px; }}
    QMenu::item {{ padding: {px(8)}px {px(24)}px; border-radius: {px(6)}px; }}
    QMenu::icon {{ padding-left: {px(10)}px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.accent_ink}; }}
    QMenu::item:disabled {{ color: {t.soft}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(6)}px {px(8)}px; }}
    QProgressBar {{ background: {t.empty}; border: 0; border-radius: {px(4)}px; max-height: {px(8)}px; min-height: {px(8)}px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: {px(4)}px; }}
    """


def _tables(t: Tokens, px: Callable[[float], int]) -> str:
    return f"""
    QHeaderView {{ background: {t.surface}; }}
    QHeaderView::section {{ background: {t.sunken}; color: {t.soft}; border: 0; font-size: {px(14)}px;
        padding: {px(6)}px {px(8)}px; }}
    QTableView::item {{ padding: {px(4)}px {px(8)}px; border-bottom: 1px solid {t.line}; }}
    QTabBar::tab {{ padding: {px(8)}px {px(16)}px; border: 0; border-bottom: {px(3)}px solid transparent; color: {t.soft}; background: transparent; }}
    QTabBar::tab:selected {{ color: {t.ink}; font-weight: bold; border-bottom-color: {t.accent}; }}
    QTabBar::tab:focus {{ color: {t.accent_ink}; }}
    """


def _writing(t: Tokens, px: Callable[[float], int]) -> str:
    """The secretary's line: teal when the keys go there, grey while they go elsewhere, red in trouble."""
    return f"""
    QFrame[look="writing"] {{ background: {t.surface}; border: 2px solid {t.field}; border-radius: {px(8)}px; }}
    QFrame[look="writing"][state="on"] {{ border-color: {t.accent}; }}
    QFrame[look="writing"][state="idle"] {{ background: {t.paper}; }}
    QFrame[look="writing"][state="bad"] {{ border-color: {t.bad}; }}
    QFrame[look="writing"] QPlainTextEdit, QFrame[look="writing"] QPlainTextEdit:focus {{
        background: transparent; border: 0; padding: 0; min-height: 0; font-size: {px(16)}px; }}
    QLabel[chip="item"] {{ font-size: {px(14)}px; font-weight: bold; border-radius: {px(6)}px; padding: 0 {px(10)}px;
        min-height: {px(28)}px; max-height: {px(28)}px; background: {t.sunken}; color: {t.ink}; }}
    QLabel[chip="speaker"] {{ font-size: {px(16)}px; font-weight: bold; border-radius: {px(4)}px; padding: 0 {px(6)}px;
        min-height: {px(28)}px; max-height: {px(28)}px; background: {t.accent_soft}; color: {t.accent_ink}; }}
    QFrame[look="choices"] {{ background: {t.surface}; border: 1px solid {t.edge}; border-radius: {px(8)}px; }}
    QFrame[look="choices"] QListView {{ background: transparent; }}
    """


def _voting(t: Tokens, px: Callable[[float], int]) -> str:
    """Answers as buttons: outlined until they are given, so that none of them asks to be pressed."""
    return f"""
    QFrame[look="roll"] {{ background: transparent; border: 2px solid transparent; border-radius: {px(6)}px; }}
    QFrame[look="roll"][called="true"] {{ background: {t.accent_soft}; border-color: {t.accent}; }}
    QLabel[kind="away"] {{ background: {t.sunken}; color: {t.soft}; border-radius: {px(6)}px; font-size: {px(14)}px; padding: 0 {px(8)}px; }}
    QLabel[kind="called"] {{ font-size: {px(26)}px; font-weight: bold; }}
    QPushButton[vote="for"], QPushButton[vote="against"], QPushButton[vote="abstain"] {{
        min-height: {px(32)}px; padding: 0 {px(6)}px; border-radius: {px(6)}px; font-size: {px(14)}px; }}
    QPushButton[vote="for"][cast="true"] {{ background: {t.good}; border-color: {t.good}; color: {t.on_strong}; font-weight: bold; }}
    QPushButton[vote="against"][cast="true"] {{ background: {t.bad}; border-color: {t.bad}; color: {t.on_strong}; font-weight: bold; }}
    QPushButton[vote="abstain"][cast="true"] {{ background: {t.soft}; border-color: {t.soft}; color: {t.surface}; font-weight: bold; }}
    QPushButton[vote][cast="true"]:focus {{ border: 2px solid {t.ink}; }}
    QPushButton[call="for"], QPushButton[call="against"], QPushButton[call="abstain"] {{
        min-height: 0; padding: 0; border: 2px solid {t.good}; border-radius: {px(8)}px;
        color: {t.good_ink}; font-size: {px(17)}px; font-weight: bold; }}
    QPushButton[call="against"] {{ border-color: {t.bad}; color: {t.bad_ink}; }}
    QPushButton[call="abstain"] {{ border-color: {t.soft}; color: {t.soft}; }}
    QPushButton[call]:focus {{ border-width: 3px; }}
    QPushButton[call]:disabled {{ border-color: {t.line}; color: {t.soft}; }}
    QSpinBox[look="count"] {{ font-size: {px(26)}px; font-weight: bold; min-height: {px(54)}px; }}
    QSpinBox[look="count"]::up-button, QSpinBox[look="count"]::down-button,
    QSpinBox[look="plain"]::up-button, QSpinBox[look="plain"]::down-button {{ width: 0; border: 0; }}
    QSpinBox[look="count"]::up-arrow, QSpinBox[look="count"]::down-arrow,
    QSpinBox[look="plain"]::up-arrow, QSpinBox[look="plain"]::down-arrow {{ image: none; width: 0; height: 0; }}
    QHeaderView[look="figures"]::section {{ background: transparent; padding: 0 {px(8)}px {px(4)}px {px(8)}px;
        border-bottom: 1px solid {t.line}; }}
    QTableView[look="figures"] {{ background: transparent; }}
    """
