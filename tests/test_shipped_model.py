"""The shipped model on sentences written for the test: the broken one is marked, its sound twin is not."""

import pytest

from mtqa import check

TWINS = [
    (
        "fr",
        "Le maire a présenté un plan pour la rénovation des écoles du quartier.",
        "Le maire a présenté un plan rénovation la des pour écoles du quartier.",
    ),
    (
        "de",
        "Die Ministerin hat gestern einen Plan für die Sanierung der Schulen vorgestellt.",
        "Die Ministerin Plan einen hat gestern Schulen der vorgestellt Sanierung für die.",
    ),
    (
        "en",
        "The minister presented a plan for the renovation of the schools in the district.",
        "The minister a plan presented renovation the for of the schools in district the.",
    ),
    (
        "es",
        "El ministro presentó un plan para la reforma de las escuelas del barrio.",
        "El ministro un plan presentó reforma la para de las escuelas barrio del.",
    ),
]


@pytest.mark.parametrize(("lang", "sound", "broken"), TWINS)
def test_the_broken_twin_is_marked_and_the_sound_one_is_not(lang: str, sound: str, broken: str) -> None:
    good, bad = check(sound, lang=lang), check(broken, lang=lang)
    assert good.findings == ()
    assert "Q502" in {finding.code for finding in bad.findings}
    assert bad.score < 50 < good.score
    assert "|model:tagger-" in good.signature
