"""What the tagger sees must stay what its weights were fitted to."""

from __future__ import annotations

import numpy as np
import pytest
from monazite.extract.names.tag_features import featurize
from monazite.extract.names.tag_templates import BITS, TEMPLATES

ENGLISH = "In 2024 Lynas Rare Earths Ltd and AT&T signed a Malaysia pact ; it covers 3,500 tons ."
CHINESE = "2024 年 澳 大 利 亚 莱 纳 斯 公 司 在 马 来 西 亚 分 离 镝"


@pytest.mark.parametrize(("text", "total"), [(ENGLISH, 56246972996), (CHINESE, 65782469965)])
def test_the_rows_are_those_that_the_weights_were_fitted_to(text: str, total: int) -> None:
    words = text.split()
    marks = ["B-Firm" if word in ("Lynas", "莱") else "O" for word in words]
    known = ["B-Firm?" if word in ("Earths", "纳") else "O" for word in words]
    clues = ["measureB" if word in ("pact", "公") else "" for word in words]
    rows = featurize(words, marks, known, clues)
    assert rows.shape == (len(words), len(TEMPLATES))
    assert rows.min() >= 0
    assert rows.max() < 1 << BITS
    weighted = np.sort(rows, axis=1) * np.arange(1, len(TEMPLATES) + 1)
    assert int((weighted.sum(axis=1) * np.arange(1, len(words) + 1)).sum()) == total


def test_no_words_have_no_rows() -> None:
    assert featurize([], [], [], []).shape == (0, len(TEMPLATES))
