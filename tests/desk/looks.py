"""In which looks a screen is audited: once in small Chinese and once in large English, not twice in both.

The tour of all screens is in small Chinese, each room's own tests look at its screens and panels in large
English; `dev.py soak` does both in both.
"""

import pytest

SMALL, LARGE = ("zh", 100), ("en", 150)
OF_A_ROOM = [pytest.param(*SMALL, marks=pytest.mark.soak), LARGE]
LOOKS = [
    pytest.param({}, marks=pytest.mark.soak, id="zh-100"),
    pytest.param({"lang": "en", "size": 150}, id="en-150"),
]
OF_ALL = [SMALL, pytest.param(*LARGE, marks=pytest.mark.soak)]
