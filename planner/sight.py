"""What was seen of single people, kept while nothing it rests on changes: other weights look at nobody anew."""

from __future__ import annotations

from planner.candidates import Candidate
from planner.signals import Scene, Seen, see_all


class Sight:
    """Remembers what was seen of the people of one event, for one plan after the other.

    A corrected title or an answer about a company looks anew only at those whom it concerns; another profile, or other texts
    of the event, at everybody.
    """

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._seen: dict[str, tuple[object, Seen]] = {}

    def look(self, candidate: Candidate, scene: Scene) -> Seen:
        """What is seen in somebody, looked at anew only where that may differ."""
        if scene is not self._scene:
            if self._scene is None or (scene.me, scene.texts) != (self._scene.me, self._scene.texts):
                self._seen.clear()
            self._scene = scene
        person = candidate.speaker.id
        rests_on = (candidate, *_around(candidate, scene))
        kept = self._seen.get(person)
        if kept is None or kept[0] != rests_on:
            kept = self._seen[person] = (rests_on, see_all(candidate, scene))
        return kept[1]


def _around(candidate: Candidate, scene: Scene) -> tuple[object, ...]:
    """What the signals look at beside the person, me and the texts of the event."""
    person = candidate.speaker.id
    return (
        scene.known.get(person),
        scene.warm.get(person),
        person in scene.met,
        [scene.after.get(s.id) for s in candidate.sessions],
        [scene.dreamt.get(other) for s in candidate.sessions for other in s.speakers],
    )
