"""Sentence segmentation: a table of cases (a bar marks each boundary), and what holds for any text."""

import lzma
import os
import random
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.segment import Block, Document, Kind
from mtqa.sentences import CAP, spans, split

NBSP = "\N{NO-BREAK SPACE}"
NNBSP = "\N{NARROW NO-BREAK SPACE}"

# A sentence ends at each bar; the space there stands in the text.
CASES = [
    # French: titles, initials, quotations, units, ellipses.
    ("fr", "M. Macron a reçu MM. Durand et Petit.| Mme Roy était absente."),
    ("fr", "M. Le Gall a parlé.| Me Dupuis aussi, à 17 h.| La suite demain."),
    ("fr", "Le livre de J. K. Rowling est sorti.| J. Le Goff l'a lu."),
    ("fr", "La ville fut fondée en 49 av. J.-C. par un consul.| Elle dure."),
    ("fr", "Il cite l'art. 12 et l'art. L. 123 du code.| C'est de l'art.| Pas plus."),
    ("fr", "« Bonjour. Ça va ? » a-t-il dit.| Puis il est parti."),
    ("fr", f"«{NBSP}Nous irons.{NBSP}»| La salle a applaudi."),
    ("fr", "Il a répondu : « Jamais ! »| La salle a ri."),
    ("fr", "L'émission « Qui a dit ça ? » Léa Brun la présente depuis mai.| Elle plaît."),
    ("fr", "Le coût est de 3,5 millions.| 12 communes paient."),
    ("fr", "Les arbres, les fleurs, etc.| Le jardin est grand."),
    ("fr", "Des pommes, des poires, etc. sont vendues ici."),
    ("fr", "Il hésite... puis il signe.| Et puis…| Rien."),
    ("fr", "Le tunnel mesure 100 m.| Le pont aussi."),
    ("fr", "Ils refusent de tels envois.| attaque.| Le reste suit."),
    ("fr", "Le plan pour la ... .| suite.| Il va , .| bien."),
    ("fr", "Voir le site exemple.fr pour la liste.| Il est à jour."),
    ("fr", "Qui vient ?| Personne.| Vraiment ?!| Oui."),
    ("fr", "Il l'a dit par ex. au maire.| Le maire nie."),
    ("fr", "Le vaccin du groupe C. L'étude continue."),
    ("fr", "Le 3. octobre, ils ont signé.| Le reste suit."),
    # German: ordinals, abbreviations of several words, quotation marks, genitive dates.
    ("de", "Am 3. Oktober ruht die Arbeit.| Am 4. geht es weiter."),
    ("de", "Der 2. Weltkrieg endete 1945.| Danach kam die Teilung."),
    ("de", "Das gilt z. B. für Obst, d. h. für Äpfel u. Ä. im Laden."),
    ("de", "Das gilt z.B. Peter und i. d. R. Paul."),
    ("de", f"Das gilt z.{NBSP}B. Peter, v.{NNBSP}a. Paul."),
    ("de", "Dr. med. Anna Groß kam um 16.30 Uhr.| Prof. Klein fehlte."),
    ("de", "Er sagte: „Ich gehe. Sofort.“| Dann ging er."),
    ("de", "„Ich gehe.“| Er ging."),
    ("de", "»Wir bleiben.«| Das sagte sie.| »Na gut«, sagte er."),
    ("de", "«Das ist neu», sagt sie.| «Wirklich neu.»| Man staunt."),
    ("de", "„Was nun?“, fragte die Frau.| Niemand wusste es."),
    ("de", "Das kostet 3 Mio. Euro.| Der Bund zahlt 2 Mrd.| Die Länder nichts."),
    ("de", "Ludwig XIV. war König.| Nach Ludwig XV. kam die Revolution."),
    ("de", "Es waren 15.| Die Polizei zählte 20."),
    ("de", "Siehe Nr. 7 und Abs. 3 auf S. 12.| Mehr steht dort nicht."),
    ("de", "Auf energieagentur.nrw steht alles.| energieagentur.nrw ist eine Adresse."),
    ("de", "Der Verein SV Muster e. V. hat gewonnen.| Er feiert."),
    ("de", "Die Zahl sank im 19. Jh.| Das war neu."),
    ("de", "Der 118. Kongress tagt.| Er tagt lange."),
    ("de", "Er kam 2019.| Frankfurt gefiel ihm."),
    ("de", "Äpfel, Birnen usw.| Kunden mögen das."),
    # English: U.S., times, companies, single quotes, plans and numbers.
    ("en", "The U.S. President left.| He flew to the U.S.| The trip was short."),
    ("en", "They met at 5 p.m. on Monday.| It was 6 p.m.| The hall was full."),
    ("en", "Acme Inc. Chairman Bob Hill quit.| He founded Acme Inc.| He was young."),
    ("en", "Mr. Smith met Mrs. Jones and Dr. Who.| St. Paul is a city."),
    ("en", "George W. Bush spoke.| J. R. R. Tolkien wrote.| Wayne A. I. Smith paid."),
    ("en", "We need a plan B.| The first one failed."),
    ("en", "“I came. I left,” he said.| “I stayed.”| She had not."),
    ("en", '"I came. I left," he said.| "I stayed."| She had not.'),
    ("en", "‘Yes. No.’| They shrugged.| The boys’ team won.| It’s over."),
    ("en", '"He said he would go. "| Then he went.'),
    ("en", "See No. 5 on p. 7.| I said no.| The end."),
    ("en", "It cost $3.5 million.| 20 people paid approx. $5 each."),
    ("en", "He cut the tape (see p. 5. It is long.) and left.| [...] The rest is missing."),
    ("en", "It was cold.| and wet.| The end ."),
    ("en", "Prices rose 2.5% vs. 1.9% in May.| Wages, salaries, etc. did not."),
    ("en", "Smith et al. Nature printed it.| So did others et al.| They quote."),
    # Spanish, Italian, Portuguese, Dutch.
    ("es", "Llegó a las 5 p. m. al hotel.| Salió a las 6."),
    ("es", "EE. UU. ganó.| Perdió en EE. UU.| El martes volvió."),
    ("es", "El Sr. Pérez y la Sra. Gil vinieron.| ¿Quién más?| ¡Nadie!"),
    ("es", "Hay frutas, p. ej. Manzanas, en la pág. 4.| Etc.| Luego nada."),
    ("es", "La empresa Muebles S. A. cerró ayer."),
    ("es", "«No iré. Nunca», dijo.| «Iré.»| Y fue."),
    ("it", "Il sig. Rossi e il prof. Bianchi, ad es. Lunedì, erano qui.| Poi no."),
    ("it", "L'on. Di Stefano ha parlato.| G. Di Stefano no.| Fine."),
    ("it", "La Fiat S.p.A. ha chiuso.| Nel 300 a.C.| Il tempio cadde."),
    ("it", "«Vengo. Subito», disse.| Poi arrivò."),
    ("pt", "O Sr. Silva e a Dra. Costa chegaram às 8 h.| O resto não."),
    ("pt", "A Lojas Lda. fechou.| Veja a pág. 3 e o quadro."),
    ("pt", "“Fico. Sempre”, disse.| “Vou.”| Ela foi."),
    ("nl", "Dhr. Jansen en mevr. De Vries kwamen o.a. uit Gent.| Zij bleven."),
    ("nl", "Het bedrijf Hout B.V. sloot.| Het is d.w.z. failliet."),
    ("nl", "‘Ik ga. Nu’, zei hij.| ,,Ik blijf.''| Zij bleef."),
    ("nl", "Hij belde haar op.| Zij nam niet op.| Kaas, melk enz.| Het was duur."),
    # Other and unknown languages.
    ("und", "Aaa bbb.| Ccc ddd?| Eee A. B. Fff."),
    ("zh", "他来了。|她走了！|“你好。再见。”|他说。"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "marked"), CASES)
def test_sentences_end_where_the_bars_stand(lang: str, marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in spans(text, lang)] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Erste Zeile\nzweite Zeile. Neuer\nSatz.", ["Erste Zeile\nzweite Zeile.", "Neuer\nSatz."]),
        ("Kein Punkt\n\nNeuer Absatz", ["Kein Punkt", "Neuer Absatz"]),
        ("  Ein Satz.  \t", ["Ein Satz."]),
        ("", []),
        (" \n ", []),
        (".", ["."]),
        (". ,", [". ,"]),
        ("🙂 Gut. 🙂 Schön.", ["🙂 Gut.", "🙂 Schön."]),
    ],
)
def test_spaces_around_and_between_are_no_part_of_a_sentence(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in spans(text, "de")] == parts


def test_a_long_quotation_is_divided_inside() -> None:
    text = "Er sagte: „" + "Das war ein recht langer Satz ohne viel Inhalt. " * 8 + "Schluss.“ Dann ging er."
    assert len(spans(text, "de")) == 10


def test_a_quotation_left_open_swallows_nothing() -> None:
    text = 'Sie sagte: "Wir bleiben. Niemand geht. Das ist klar. Alle wissen es.'
    assert len(spans(text, "de")) == 4


def test_a_text_without_stops_is_cut_at_spaces() -> None:
    text = "lauter Wörter " * 1_000
    parts = [text[a:b] for a, b in spans(text, "de")]
    assert max(map(len, parts)) <= CAP
    assert " ".join(parts).split() == text.split()


def test_headings_and_titles_are_sentences_of_their_own() -> None:
    document = Document(
        "1", "-", "Streik in Genf. Was nun\nDie Züge stehen. Alle warten.", title="Streik! Alle Züge stehen", target_lang="de"
    )  # fmt: skip
    found = [(s.field, s.kind, s.target) for s in split(document).segments]
    assert found == [
        ("title", Kind.HEADING, "Streik! Alle Züge stehen"),
        ("text", Kind.HEADING, "Streik in Genf. Was nun"),
        ("text", Kind.PARAGRAPH, "Die Züge stehen."),
        ("text", Kind.PARAGRAPH, "Alle warten."),
    ]


def test_blocks_of_the_format_are_kept() -> None:
    text = "Eins. Zwei.\nDrei."
    document = Document("1", "-", text, blocks=(Block(0, 5, Kind.ITEM), Block(6, len(text), Kind.TABLE)))
    assert [(s.start, s.kind, s.target, s.target_lang) for s in split(document).segments] == [
        (0, Kind.ITEM, "Eins.", "und"),
        (6, Kind.TABLE, "Zwei.", "und"),
        (12, Kind.TABLE, "Drei.", "und"),
    ]


def test_a_document_of_one_sentence_hands_on_its_source() -> None:
    one = Document("1", "-", "Le train part.", target_lang="fr", source="Der Zug fährt ab.", source_lang="de")
    assert split(one).segments[0].source == "Der Zug fährt ab."
    assert split(one).segments[0].source_lang == "de"


ANY_TEXT = st.text(
    st.one_of(
        st.characters(), st.sampled_from(list(".!?…„“”«»\"'() \n\t,;:-–AaZz19。")) | st.sampled_from([NBSP, NNBSP])
    ),
    max_size=200,
)


@given(ANY_TEXT, st.sampled_from(["fr", "de", "en", "es", "it", "pt", "nl", "zh", "und"]))
def test_spans_cover_all_that_is_no_space_in_order(text: str, lang: str) -> None:
    found = spans(text, lang)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@given(ANY_TEXT, st.none() | ANY_TEXT)
def test_segments_slice_to_their_text(text: str, title: str | None) -> None:
    document = split(Document("1", "-", text, title=title, target_lang="fr"))
    for segment in document.segments:
        field = document.title if segment.field == "title" else document.text
        assert field is not None
        assert field[segment.start : segment.end] == segment.target


HOSTILE = ["mot ", "x", ".", ". ", '" ', "(", ".)", ". »", "z. B. ", "\n ", "„a. B ", "A. ", ".,,", "。”", '. " ', "['"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_on_hostile_lines(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        spans(text, "de")
        return time.process_time() - start

    assert seconds(200_000) < 0.2 + 20 * seconds(20_000)


# Joints missed per 1,000 when five lines of news are joined: reports/decisions/0002-sentences.md.
MISSED = {"fr": 110, "de": 5, "en": 3, "es": 3, "it": 3, "pt": 3}


@pytest.mark.skipif("MTQA_DATA" not in os.environ, reason="MTQA_DATA names no data folder")
@pytest.mark.parametrize("lang", MISSED)
def test_joints_between_lines_of_news_are_found(lang: str) -> None:
    with lzma.open(Path(os.environ["MTQA_DATA"], "text", lang, "news.txt.xz"), "rt", encoding="utf-8") as file:
        ended = [line.strip() for line in file if len(line) > 30 and set(line.strip()[-3:]) & set(".!?…")]
    lines = [line for line in ended if line[-1] in '.!?…»”"']
    random.Random(7).shuffle(lines)
    missed = joints = 0
    for at in range(0, min(len(lines), 6_000) - 4, 5):
        five = lines[at : at + 5]
        joined = " ".join(five)
        found = {end for _, end in spans(joined, lang)}
        ends = {sum(map(len, five[: n + 1])) + n for n in range(5)}
        missed, joints = missed + len(ends - found), joints + 5
    assert missed / joints * 1_000 <= MISSED[lang]
