"""The shipped model, with the rules, on sentences written for the test: damage is marked, the sound twin is not."""

import pytest

from mtqa import check
from mtqa.checks import example

# Language, what is damaged, the sound sentence, and the broken one with brackets around the damage.
TWINS = [
    ("fr", "word order", "Le maire a présenté un plan pour la rénovation des écoles du quartier.",
     "Le maire a présenté un ⟦plan rénovation la des pour écoles du quartier⟧."),
    ("fr", "word order", "Les pompiers ont éteint l'incendie de l'entrepôt après trois heures.",
     "Les pompiers ont ⟦incendie éteint l' entrepôt après de trois heures l'⟧."),
    ("fr", "source words", "Les habitants ont manifesté contre la fermeture de la piscine.",
     "Les habitants ont manifesté contre ⟦die Schließung⟧ de la piscine."),
    ("fr", "doubled", "Le tribunal a confirmé la peine prononcée en mai contre l'ancien directeur.",
     "Le tribunal a confirmé ⟦la peine la peine⟧ prononcée en mai contre l'ancien directeur."),
    ("fr", "agreement", "La nouvelle gare sera ouverte au public dès le printemps.",
     "⟦La nouveau⟧ gare sera ouverte au public dès le printemps."),
    ("de", "word order", "Die Ministerin hat gestern einen Plan für die Sanierung der Schulen vorgestellt.",
     "Die ⟦Ministerin Plan einen hat gestern Schulen der vorgestellt Sanierung für die⟧."),
    ("de", "word order", "Die Gemeinde will bis zum Jahresende drei Schulen sanieren.",
     "Die Gemeinde ⟦Schulen will drei sanieren Jahresende bis zum⟧."),
    ("de", "source words", "Die Anwohner haben gegen die Schließung des Schwimmbads demonstriert.",
     "Die Anwohner haben gegen ⟦la fermeture⟧ des Schwimmbads demonstriert."),
    ("de", "doubled", "Das Gericht hat die Strafe gegen den früheren Direktor bestätigt.",
     "Das Gericht hat die Strafe gegen den früheren Direktor ⟦bestätigt bestätigt⟧."),
    ("de", "agreement", "Die Regierung stellte ein Programm für den Wohnungsbau vor.",
     "Die Regierung stellte ⟦eine Programm⟧ für den Wohnungsbau vor."),
    ("en", "word order", "The minister presented a plan for the renovation of the schools in the district.",
     "The minister ⟦a plan presented renovation the for of the schools in district the⟧."),
    ("en", "word order", "Police are looking for witnesses of the fire in the warehouse.",
     "Police ⟦are witnesses looking of for the in fire warehouse the⟧."),
    ("en", "source words", "Residents protested against the closure of the swimming pool.",
     "Residents protested against ⟦la fermeture⟧ of the swimming pool."),
    ("en", "doubled", "The court upheld the sentence handed down in May against the former director.",
     "The court upheld ⟦the sentence the sentence⟧ handed down in May against the former director."),
    ("en", "missing words", "The prime minister said that the talks would continue next week.",
     "The prime minister said that ⟦the would⟧ continue next week."),
    ("es", "word order", "El ministro presentó un plan para la reforma de las escuelas del barrio.",
     "El ministro ⟦un plan presentó reforma la para de las escuelas barrio del⟧."),
    ("es", "word order", "La policía busca testigos del incendio en el almacén.",
     "La policía ⟦testigos del busca incendio el en almacén⟧."),
    ("es", "source words", "Los vecinos protestaron contra el cierre de la piscina.",
     "Los vecinos protestaron contra ⟦die Schließung⟧ de la piscina."),
    ("es", "doubled", "El tribunal confirmó la pena dictada en mayo contra el antiguo director.",
     "El tribunal confirmó ⟦la pena la pena⟧ dictada en mayo contra el antiguo director."),
    ("es", "missing words", "El primer ministro dijo que las conversaciones continuarían la semana próxima.",
     "El primer ministro dijo que ⟦las continuarían la⟧."),
    ("es", "agreement", "La nueva estación se abrirá al público en primavera.",
     "⟦El nueva⟧ estación se abrirá al público en primavera."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "damage", "sound", "marked"), TWINS)
def test_the_broken_twin_is_marked_where_it_is_broken_and_the_sound_one_is_not(
    lang: str, damage: str, sound: str, marked: str
) -> None:
    twin = example(marked, lang)
    good, bad = check(sound, lang=lang), check(twin.text, lang=lang)
    assert good.findings == ()
    ((start, end),) = twin.spans
    assert any(f.start < end and start < f.end for f in bad.findings)
    assert bad.score < good.score - 20
    if damage == "word order":  # what rules alone do not find
        assert "Q502" in {finding.code for finding in bad.findings}


def test_the_model_is_named_in_the_signature() -> None:
    assert "|model:tagger-" in check(TWINS[0][2], lang="fr").signature
