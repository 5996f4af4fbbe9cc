"""What readers remember of texts: everything while a document is read, little afterwards."""

from __future__ import annotations

import pytest

from scrapers import _remembered, read_upload

PAGE = "".join(
    f"<p>{9 + i}:00 Lesson {i}: why cranes fail</p><p>Ana Berg{'abcdefgh'[i]}, Founder of Zorvex</p>" for i in range(8)
)


def test_no_line_of_a_long_document_is_looked_at_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many lines lie between two questions about one; with the document, the answers go."""
    monkeypatch.setattr(_remembered, "_MEMORIES", [])
    looked_at: list[str] = []
    ask = _remembered.remembered(looked_at.append)
    lines = [f"line {i}" for i in range(50_000)]
    with _remembered.forgetting_afterwards():
        for line in lines * 2:
            ask(line)
        assert looked_at == lines
    ask(lines[0])
    assert len(looked_at) == len(lines) + 1


def test_a_read_leaves_no_large_memory_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a small page taught stays for the next page of its site; what filled a memory does not."""
    read_upload("page.html", PAGE.encode())
    assert any(memory.cache_info().currsize > 10 for memory in _remembered._MEMORIES)
    monkeypatch.setattr(_remembered, "_STAY", 10)
    read_upload("page.html", PAGE.encode())
    assert all(memory.cache_info().currsize <= 10 for memory in _remembered._MEMORIES)
