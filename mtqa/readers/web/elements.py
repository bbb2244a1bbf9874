"""What the elements of HTML are to a reader of a page: https://html.spec.whatwg.org/#rendering."""

import re

from mtqa.languages import wordset

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ITEMS = frozenset({"li", "dt", "dd"})
CELLS = frozenset({"td", "th"})
# Blocks that hold text, and blocks that hold blocks.
LEAVES = HEADINGS | ITEMS | frozenset({"p", "pre", "figcaption", "caption", "summary", "legend", "button", "option"})
CONTAINERS = CELLS | wordset(
    "html body div article section main header footer nav aside form fieldset details dialog figure address blockquote "
    "center ul ol dl menu table thead tbody tfoot tr hgroup search"
)
BLOCKS = LEAVES | CONTAINERS
VOID = wordset("area base br col embed hr img input link meta param source track wbr")
# Nothing of these is read as text on the page.
UNSEEN = wordset(
    "script style template noscript svg math canvas object audio video iframe select textarea datalist map "
    "title noembed noframes xmp rp rt"
)
_INLINE = wordset(
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark marquee meter nobr optgroup "
    "output picture progress q rb rtc ruby s samp slot small span strike strong sub sup time tt u var head frameset frame "
    "applet basefont bgsound dir plaintext listing portal"
)
KNOWN = BLOCKS | VOID | UNSEEN | _INLINE
FURNITURE = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "time", "search"})
FURNITURE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alert"})
# Words of class names and ids. Left out because articles carry them: teaser, paywall, widget, print, summary, header.
_FURNITURE_NAMES = wordset(
    "ad ads advert adverts advertisement advertising sponsor sponsored promo promotion comment comments commentcount "
    "share sharing sharebar social related recommended recommendations popular trending newsletter subscribe "
    "breadcrumb breadcrumbs byline author authors credit credits copyright meta timestamp date pagination pager toolbar "
    "sidebar cookie cookies consent nav navbar navigation menu footer login disqus outbrain taboola tags skip"
)
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

# An element that opens closes those of the first set that are open, but looks no further than the second.
_LISTS, _TABLES = frozenset({"ul", "ol", "menu", "dl"}), frozenset({"table"})
IMPLIED_END = {
    "li": (frozenset({"li"}), _LISTS | _TABLES),
    "dt": (frozenset({"dt", "dd"}), _LISTS | _TABLES),
    "dd": (frozenset({"dt", "dd"}), _LISTS | _TABLES),
    "td": (CELLS, _TABLES | {"tr"}),
    "th": (CELLS, _TABLES | {"tr"}),
    "tr": (frozenset({"tr"}), _TABLES),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "a": (frozenset({"a"}), BLOCKS),
}


def is_block(name: str) -> bool:
    """Whether an element begins a line of its own. Custom elements (with a hyphen) nearly always do."""
    return name in BLOCKS or "-" in name


def is_debris(name: str, attributes: str) -> bool:
    """Whether something that looks like a tag is none of HTML's but text that a program left: "<unk>", "</mask>"."""
    return name not in KNOWN and not attributes.strip(" /") and "-" not in name and ":" not in name


def is_hidden(name: str, attributes: dict[str, str]) -> bool:
    """Whether nothing of the element is shown."""
    return (
        name in UNSEEN
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _NOT_SHOWN.search(attributes.get("style", "")) is not None
        or (name == "dialog" and "open" not in attributes)
    )


def is_furniture(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element stands around an article rather than in it, by its name, role, class or id."""
    if name in FURNITURE or attributes.get("role") in FURNITURE_ROLES:
        return True
    if name in ("html", "body", "main", "article"):
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return any(part.lower() in _FURNITURE_NAMES for part in _NAME_PART.findall(names))
