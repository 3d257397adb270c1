"""How right the tables are: matching with gold rows, scores with intervals, reports, error listings.

Works on plain rows (dicts with the columns of the tables) and knows nothing of the pipeline that made them.
"""

from .alignment import PlainRow
from .attributes import Context, PlaceCodes
from .errors import RowError, errors_html, errors_text
from .evaluate import EvaluationError, evaluate_articles
from .matching import ArticleMatch, Predictions, match_article
from .report import Report
from .scores import Score

__all__ = [
    "ArticleMatch",
    "Context",
    "EvaluationError",
    "PlaceCodes",
    "PlainRow",
    "Predictions",
    "Report",
    "RowError",
    "Score",
    "errors_html",
    "errors_text",
    "evaluate_articles",
    "match_article",
]
