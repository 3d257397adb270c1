"""Articles through the pipeline, in one process or several, in the order they came.

Only rows come back from a worker, never Docs. An article that raises is recorded with its message; one that kills its
worker (out of memory, a crash in a library) is found, recorded and left behind.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any

from ..tables.rows import Result, result_of_doc, result_of_failure
from .sources import Item

MakeNlp = Callable[[], Any]
"""Makes the pipeline; must be picklable when there are several workers (e.g. `functools.partial(load, model=…)`)."""

_loaded: list[Any] = []
"""The pipeline of a worker process, once it is made."""


def settle() -> None:
    """Tell the garbage collector that what is loaded now (gazetteer, lexicons, models) stays.

    Else it goes through all of it again and again while articles are processed, which costs a sixth of the time.
    """
    gc.collect()
    gc.freeze()


def extract_one(nlp: Any, item: Item) -> Result:
    """Give the result of one article; whatever goes wrong with it stands in its `error`."""
    article = item.article
    if article.error is not None:
        return result_of_failure(article, article.error)
    try:
        return result_of_doc(nlp(article), article, item.duplicate_of)
    except Exception as error:  # a bad article is recorded, never fatal
        message = f"{article.path or article.id}: could not be processed: {type(error).__name__}: {error}"
        return result_of_failure(article, message, item.duplicate_of)


def process(items: Iterable[Item], make_nlp: MakeNlp, n_process: int = 1, batch_size: int = 16) -> Iterator[Result]:
    """Give the results of articles, in their order, the same for any number of workers.

    Args:
        items: the articles; read as they are needed.
        make_nlp: makes the pipeline; called in every worker.
        n_process: how many workers; 1 works in this process.
        batch_size: how many articles are handed to a worker at a time.

    """
    if n_process == 1:
        nlp = make_nlp()
        settle()
        for item in items:
            yield extract_one(nlp, item)
        return
    make_nlp()  # what is wrong with the pipeline itself shows here, once, and not in every worker
    stream = iter(items)
    while True:
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        pool = _pool(n_process)
        try:
            for batch in iter(lambda: list(islice(stream, batch_size)), []):
                waiting.append((batch, _submit(pool, make_nlp, batch)))
                if len(waiting) >= 2 * n_process:
                    yield from _take(waiting)
            while waiting:
                yield from _take(waiting)
            return
        except BrokenProcessPool:
            lost = [item for batch, _ in waiting for item in batch]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        yield from _one_by_one(lost, make_nlp)


def _submit(pool: ProcessPoolExecutor, make_nlp: MakeNlp, batch: list[Item]) -> Future[list[Result]]:
    try:
        return pool.submit(_work, make_nlp, batch)
    except BrokenProcessPool as error:
        broken: Future[list[Result]] = Future()
        broken.set_exception(error)
        return broken


def _take(waiting: deque[tuple[list[Item], Future[list[Result]]]]) -> list[Result]:
    results = waiting[0][1].result()
    waiting.popleft()
    return results


def _one_by_one(items: Iterable[Item], make_nlp: MakeNlp) -> Iterator[Result]:
    """Process what a broken pool left, each article alone, so that the one that kills its worker is known."""
    pool: ProcessPoolExecutor | None = None
    for item in items:
        pool = pool or _pool(1)
        try:
            yield pool.submit(_work, make_nlp, [item]).result()[0]
        except BrokenProcessPool:
            pool.shutdown()
            pool = None
            name = item.article.path or item.article.id
            yield result_of_failure(item.article, f"{name}: the worker died on this article", item.duplicate_of)
    if pool is not None:
        pool.shutdown()


def _pool(workers: int) -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker)


def _start_worker() -> None:
    """Leave interrupts to the parent, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(make_nlp: MakeNlp, batch: list[Item]) -> list[Result]:
    if not _loaded:
        _loaded.append(make_nlp())
        settle()
    return [extract_one(_loaded[0], item) for item in batch]
