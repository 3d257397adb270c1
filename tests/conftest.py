"""What several test files share: the checkout's folder and one pipeline for all."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def nlp():
    """Give the whole pipeline; loading it costs more than most tests."""
    from solieu.extract import load

    return load()
