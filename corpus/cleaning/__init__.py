"""Taking page furniture out of crawled pages, by deleting only: what is kept stays as printed."""

from .furniture import clean

__all__ = ["clean"]
