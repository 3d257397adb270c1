"""The project's own annotated articles (`articles/`), their guidelines, and how they are read."""

from .reader import AnnotatedArticle, annotated_articles, read_annotated

__all__ = ["AnnotatedArticle", "annotated_articles", "read_annotated"]
