"""What a claim about a cluster is shown on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Stage:
    """What a claim is shown on: the session, a folder of its own, patches that are taken back, golden files."""

    session: Any
    folder: Path
    patch: pytest.MonkeyPatch
    golden: Callable[[str, str], None]
