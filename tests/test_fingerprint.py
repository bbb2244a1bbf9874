"""Fingerprints: what keeps them, what changes them."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.checks import selected
from mtqa.fingerprint import Identities, relative
from mtqa.report import Review
from mtqa.review import Settings, review_document
from mtqa.segment import Document

FOLDER = Path("/work")
BROKEN = "Le ministre est parti pour Moskau mardi soir."
CLEAN = [
    "La séance reprendra demain matin à neuf heures.",
    "Les députés ont voté le texte sans débat.",
    "Personne ne voulait parler aux journalistes.",
]
SETTINGS = Settings(selected(("A102",)), "fr", "de")


def checked(text: str, path: str = "/work/a.md", unit: str | None = None) -> Review:
    return review_document(Document(unit or "a", path, text, unit=unit), SETTINGS)


def prints(*reviews: Review) -> list[str]:
    identities = Identities(FOLDER)
    return [one for review in reviews for one in identities.fingerprints(review).findings]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(CLEAN)), st.lists(st.sampled_from(CLEAN)))
def test_what_stands_around_a_finding_does_not_change_its_fingerprint(above: list[str], below: list[str]) -> None:
    assert prints(checked("\n\n".join([*above, BROKEN, *below]))) == prints(checked(BROKEN))


def test_white_space_does_not_change_it() -> None:
    assert prints(
        checked(BROKEN.replace("parti pour", "parti \t pour").replace("mardi soir", "mardi\xa0soir"))
    ) == prints(checked(BROKEN))


def test_another_sentence_file_or_unit_changes_it() -> None:
    one = prints(checked(BROKEN))
    assert one != prints(checked(BROKEN.replace("mardi", "jeudi")))
    assert one != prints(checked(BROKEN, "/work/b.md"))
    assert one != prints(checked(BROKEN, unit="r1"))


def test_repeats_have_fingerprints_of_their_own_over_a_whole_run() -> None:
    twice = checked(f"{BROKEN}\n\n{BROKEN}")
    row = checked(BROKEN)
    told = prints(twice, row)
    assert len(set(told)) == 3
    assert told[0] == prints(row)[0]


def test_paths_are_relative_to_the_folder_with_slashes() -> None:
    assert relative("/work/x/../a b.md", FOLDER) == "a b.md"
    assert relative("/other/a.md", FOLDER) == "../other/a.md"
    assert relative("-", FOLDER) == "-"
    assert relative("https://example.org/a//b", FOLDER) == "https://example.org/a//b"
