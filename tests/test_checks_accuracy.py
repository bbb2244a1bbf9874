"""Leaked prompts, page furniture, debris, number and date formats, name parts: what the examples do not say."""

import pytest

from mtqa.checks import Check, all_checks
from mtqa.checks._chrome_words import CHROME
from mtqa.checks._prompt_speech import SPEECHES
from mtqa.segment import Document, Segment
from mtqa.sentences import split

CHECKS = {check.code: check for check in all_checks()}


def flagged(code: str, text: str, lang: str, source_lang: str | None = None) -> list[str]:
    """The texts that a check marks, in order."""
    check: Check = CHECKS[code]
    if check.whole_document:
        document = Document("test", "-", text, target_lang=lang, source_lang=source_lang)
        hits = check.function(split(document))
    else:
        hits = check.function(Segment(text, lang, source_lang=source_lang))
    return [text[hit.start : hit.end] for hit in sorted(hits, key=lambda hit: hit.start)]


PROMPTS = """
Sure! Here is the French translation of the text:
Certainly, here's the translated article:
Here is the translation:
Below is the translated version of your text:
Of course! Here is the text translated into French:
As an AI language model, I cannot provide opinions.
I am an AI assistant and I cannot access links.
I'm sorry, but I can't assist with that request.
Please provide the text you would like me to translate.
Please translate the following text into Spanish:
Translate to German:
You are a professional news translator.
Do not translate proper names or HTML tags.
Keep the original formatting.
Only output the translation.
Note: The original text contains a typo in the second sentence.
Let me know if you would like any changes to the translation.
The text you provided is already in French.
The translation of the text is as follows:
Source language: German
Voici la traduction en français :
Bien sûr ! Voici la traduction :
En tant que modèle de langage, je ne peux pas donner d'avis.
En tant qu'IA, je n'ai pas accès à cet article.
Traduisez le texte suivant en allemand :
Veuillez me fournir le texte que vous souhaitez traduire.
Vous êtes un traducteur professionnel spécialisé dans la presse.
N'hésitez pas à me faire savoir si vous souhaitez des modifications.
Hier ist die deutsche Übersetzung des Textes:
Gerne! Hier ist die Übersetzung ins Deutsche:
Als künstliche Intelligenz habe ich keine Meinung.
Es tut mir leid, ich kann bei dieser Anfrage nicht helfen.
Bitte übersetzen Sie den folgenden Artikel ins Englische.
Gib nur die Übersetzung aus.
Hinweis: Ich habe den Titel frei übersetzt.
Aquí tienes la traducción del texto:
Como modelo de lenguaje, no puedo opinar.
No traduzcas los nombres propios.
Avísame si necesitas algún cambio.
Ecco la traduzione in italiano:
Mi dispiace, ma non posso tradurre questo testo.
Aqui está a tradução para o português:
Desculpe, mas não posso ajudar com essa solicitação.
Hier is de Nederlandse vertaling van de tekst:
Let op: ik heb de eigennamen behouden.
### Response:
</think>
""".strip().splitlines()

NO_PROMPTS = """
Here is the translation of the letter that the hostages wrote to their families.
As an AI company, OpenAI employs thousands of people.
The translator said: "As an AI language model, I cannot answer that."
He opened the chat and read, “Sure, here is the translation:” before closing it again.
Please note that the text of the treaty was not translated.
You are a better translator than I am, she told him.
I'm sorry that I could not come, he wrote to the minister.
Let me know if you are coming, she said.
La traduction du roman est signée Jeanne Morel.
Traduit de l'anglais par Jeanne Morel.
Le modèle de langage que développe la société je ne sais où inquiète les éditeurs.
Als KI-Experte warnt er vor zu großen Erwartungen.
Die Übersetzung des Romans erscheint im Herbst.
Leider kann ich heute nicht kommen, schrieb der Minister.
La traducción del tratado tardó dos años.
Nota: el texto del tratado consta de tres partes y ochenta artículos.
Ecco la notizia che tutti aspettavano.
""".strip().splitlines()


@pytest.mark.parametrize("text", PROMPTS)
def test_a_leaked_prompt_is_found_in_any_article(text: str) -> None:
    for lang in ("fr", "de", "en"):
        assert len(flagged("A105", text, lang)) == 1


@pytest.mark.parametrize("text", NO_PROMPTS)
def test_news_about_translations_and_models_is_no_prompt(text: str) -> None:
    for lang in ("fr", "de", "en", "es", "it"):
        assert not flagged("A105", text, lang)


def test_every_language_has_every_act_of_speech() -> None:
    assert all(getattr(said, field) for said in SPEECHES for field in said.__dataclass_fields__)


BEFORE, AFTER = "The ministers met on Monday to discuss the new port.", "They will meet again in June."

FURNITURE = """
0 Comments
Leave a Reply
Share on Facebook Tweet
Facebook Twitter WhatsApp Email
Get our free morning briefing in your inbox.
- Advertisement -
Story continues below advertisement
READ ALSO: Police search for a missing hiker
Copyright 2022 Example News. All rights reserved
Log in or register to post comments
Reading time: 3 minutes
Tags: fire, police, Berlin
Was this article helpful?
Teilen Twittern Drucken
Noch keine Kommentare
Melden Sie sich für unseren Newsletter an und erhalten Sie die News direkt.
Dieser Text wurde mit KI aus dem Englischen übersetzt.
Startseite / Politik / Ausland
Laisser un commentaire
À lire aussi Le port rouvre
La suite après cette publicité
Temps de lecture : 2 min
Accueil > Monde > Europe
Te puede interesar
Este artículo ha sido traducido automáticamente.
Condividi su Facebook
Leia também: O porto reabre
Schrijf je in voor onze nieuwsbrief
Czytaj także: Port otwarty
Читайте также: Порт открылся
Sdílet na Facebooku
Читайте також: Порт відкрився
阅读更多
""".strip().splitlines()

NO_FURNITURE = """
The company has 40,000 newsletter subscribers.
Comments on Facebook were divided.
Share prices fell.
Read more than one book a year, doctors advise.
Follow the money, the lawyer told the court.
Details
Home ownership rises again
Sources close to the minister deny it.
Advertising revenue collapses
Print is not dead
Die Kommentare im Netz waren scharf.
Teilen fällt Kindern schwer
Folgen des Krieges
Anzeige gegen den Bürgermeister
Publicité mensongère : le groupe condamné
Partager un logement à Paris
Suivre des cours à la maison
Commentaires racistes au stade
Compartir piso en Madrid
Seguir la dieta
Cookies for Christmas
© in a circle is the sign for copyright, and it has a long history that few people know.
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs_is_found_in_any_language(line: str) -> None:
    assert flagged("A104", f"{BEFORE}\n{line}\n{AFTER}", "en", "de") == [line]


@pytest.mark.parametrize("line", NO_FURNITURE)
def test_lines_about_such_things_are_no_furniture(line: str) -> None:
    for lang in ("en", "fr", "de", "es"):
        assert not flagged("A104", f"{BEFORE}\n{line}\n{AFTER}", lang)


def test_a_word_that_heads_paragraphs_is_furniture_only_beside_furniture() -> None:
    assert not flagged("A104", f"{BEFORE}\nSources\n{AFTER}", "en")
    assert flagged("A104", f"{BEFORE}\nSources\nComments (2)", "en") == ["Sources", "Comments (2)"]
    assert flagged("A104", f"{BEFORE}\nQuellen\n{AFTER}", "en", "de") == ["Quellen"]


def test_house_rules_are_read_only_below_a_comments_line() -> None:
    rules = "Contributions are moderated before they appear."
    assert not flagged("A104", f"{BEFORE}\n{rules}", "en")
    assert flagged("A104", f"{BEFORE}\nComments\n{rules}", "en") == ["Comments", rules]


def test_the_furniture_of_every_concept_is_known_in_twelve_languages() -> None:
    assert {len(by_lang) for by_lang in CHROME.values()} == {12}
    assert all(
        phrase.strip("~…:; ") for by_lang in CHROME.values() for p in by_lang.values() for phrase in p.split("|")
    )


DEBRIS = [
    ("M101", "Er sprach mit <unk> <unk>-<unk> und ging.", ["<unk> <unk>-<unk>"]),
    ("M101", "C'est fini.<|endoftext|>", ["<|endoftext|>"]),
    ("M101", "x < y, y > z und 3 << 4", []),
    ("M101", "Mail an a@@b und #hashtag", ["a@@b"]),
    ("M102", "Le prix &amp;amp; la qualité", ["&amp;amp;"]),
    ("M102", "Ben &Jerry; Fox & Sons; H&M;", []),
    ("M102", "level[s] of society [sic], he [Smith] said", []),
    ("M102", "Das <em>große</em> Spiel", ["<em>", "</em>"]),
    ("M103", "Il reste {count} places et %d jours.", ["{count}", "%d"]),
    ("M103", "Le taux est de 5 %, soit 100 %d'aide.", []),
    ("M103", "Die Werte liegen bei 3-4 und 10-12-2020.", []),
    ("M103", '{"id": 12, "text": "Grève"}', ['{"id": 12, "text": "Grève"}']),
    ("M103", "abc-de-12", ["abc-de-12"]),
    ("M103", "F-16", []),
    ("M103", "Formel-1-Weltmeister", []),
    ("M103", "12-jährige", []),
    ("M104", "A | B\nC | D", []),
    ("M105", "**Berlin** ist groß, a**b und f**k.", ["**Berlin**"]),
    ("M106", "Er postete # Frieden und #Freiheit.", ["# Frieden"]),
]


@pytest.mark.parametrize(("code", "text", "spans"), DEBRIS)
def test_debris_is_marked_to_the_character(code: str, text: str, spans: list[str]) -> None:
    assert flagged(code, text, "de") == spans


FORMATS = [
    ("L101", "en", "It cost 2,75 dollars and 1.234.567 hours.", ["2,75", "1.234.567"]),
    ("L101", "en", "Versions 1.2.3, sections 3,4 and 5, 2,06,737 cases, 192.168.100.200.", []),
    ("L101", "de", "Es waren 600,000 Menschen, 3.5 Millionen Euro, $1.5 Mio.", ["600,000", "3.5", "1.5"]),
    ("L101", "de", "Es kostet 1,499 Euro je Liter, um 19.30 Uhr, 3:2, § 3.4, 12.06.2019.", []),
    ("L101", "fr", "Il a versé 3,5 millions, 26.500 euros, 12 500 euros et 1.234,5 points.", []),
    ("L101", "fr", "Il a versé 1,250,000 euros.", ["1,250,000"]),
    ("L101", "es", "Pagó 3.5 millones, 16,000 coronas y 1,234.5 pesos.", []),
    ("L101", "und", "1.234,5 and 1,234.5", []),
    ("L102", "fr", "Rendez-vous à 19 Uhr, à 8 p.m. et le 3. octobre.", ["19 Uhr", "8 p.m.", "3."]),
    ("L102", "fr", "Rendez-vous à 19h30 le 3 octobre 2024, 2nd étage, 50th Anniversary.", []),
    ("L102", "de", "Um 14h30 am 3rd Oktober, dann Oktober 3, 2024.", ["14h30", "3rd", "Oktober 3, 2024"]),
    ("L102", "de", "Um 20:15 am Montag, dem 3. Oktober 2024, auf der 5th Avenue.", []),
    ("L102", "en", "At 7 p.m. on October 3, 2024, the 3rd of its kind; 20:15 Uhr.", [" Uhr"]),
    ("L102", "es", "A las 7 p. m. del 3 de octubre de 2024, a las 19h30.", []),
    ("L102", "nl", "Om 19.30 uur, niet om 19.30 Uhr.", ["19.30 Uhr"]),
]


@pytest.mark.parametrize(("code", "lang", "text", "spans"), FORMATS)
def test_only_what_cannot_be_right_in_the_language_is_marked(code: str, lang: str, text: str, spans: list[str]) -> None:
    assert flagged(code, text, lang) == spans


NAMES = [
    ("fr", "Le chef du parti, Nguyen Phu et a reçu les délégués.", ["Nguyen Phu et"]),
    ("es", "El presidente chino Xi Jin y ha viajado a Lima.", ["Xi Jin y"]),
    ("en", "He met Xi Jinping and was impressed.", []),
    ("fr", "Elle a salué Emmanuel Macron et a quitté la salle.", []),
    ("de", "Der Kanzler traf Emmanuel Macron und hat danach gegessen.", []),
    ("de", "Angela Merkel und sein Vater kamen spät.", []),
]


@pytest.mark.parametrize(("lang", "text", "spans"), NAMES)
def test_a_conjunction_is_a_name_part_only_where_it_joins_nothing(lang: str, text: str, spans: list[str]) -> None:
    assert flagged("A106", text, lang) == spans
