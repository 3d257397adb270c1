"""Articles coming in: readers, cleaning, metadata, annotation formats, and the project's own annotated corpus."""

from .annotated import AnnotatedArticle, annotated_articles, read_annotated
from .article import Article
from .errors import AnnotationError, ArticleError, SolieuError
from .readers.files import read

__all__ = [
    "AnnotatedArticle",
    "AnnotationError",
    "Article",
    "ArticleError",
    "SolieuError",
    "annotated_articles",
    "read",
    "read_annotated",
]
