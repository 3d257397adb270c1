"""Further training text with its gold, made by a seeded grammar; kept apart from the written articles, never for testing."""

from .generator import generate

__all__ = ["generate"]
