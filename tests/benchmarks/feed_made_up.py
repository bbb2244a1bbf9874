"""Made-up feeds of any length: French items of a few sentences, one in ten with a leftover German word."""

from random import Random
from xml.sax.saxutils import escape

WHO = ("Le ministre", "La mairie", "Le syndicat", "La région", "Le tribunal", "L'entreprise", "La commission")
DID = ("a présenté", "a retiré", "a défendu", "a publié", "a reporté", "a approuvé", "a critiqué")
WHAT = ("le nouveau budget", "un projet de loi", "la réforme des retraites", "le plan pour les écoles", "un rapport")
WHEN = ("mardi soir", "après de longs débats", "à la fin de la semaine", "pour la deuxième fois", "malgré les réserves")
WHERE = ("à Lyon", "à Paris", "devant les députés", "au siège du parti", "dans la capitale")
BROKEN = "Le président est parti pour Moskau mercredi matin."


def sentence(chance: Random) -> str:
    """A sentence that says nothing."""
    return " ".join(chance.choice(words) for words in (WHO, DID, WHAT, WHEN, WHERE)) + "."


def item(number: int, version: int = 0, sentences: int = 8) -> str:
    """An item of a feed; another version has another text."""
    chance = Random(f"{number}:{version}")
    texts = [sentence(chance) for _ in range(sentences)]
    if number % 10 == 3:
        texts[sentences // 2] = BROKEN
    body = "".join(f"<p>{' '.join(texts[n : n + 3])}</p>" for n in range(0, sentences, 3))
    title = sentence(chance)[:-1]
    return f"<item><guid>item-{number}</guid><title>{title}</title><description>{escape(body)}</description></item>"


def feed(items: int, changed: frozenset[int] = frozenset(), first: int = 0, sentences: int = 8) -> str:
    """A feed of items from number `first` on; those in `changed` are of another version."""
    rows = "\n".join(item(n, int(n in changed), sentences) for n in range(first, first + items))
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><language>fr</language>\n{rows}\n</channel></rss>'
