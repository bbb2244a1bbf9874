"""Czech, enough to be told as a source language."""

from mtqa.languages import Language, wordset

LANGUAGE = Language(
    tag="cs",
    name="Czech",
    prepositions=wordset("""
        v ve na do od ode z ze s se o po za před přede přes při u pro bez beze nad pod pode mezi kolem okolo vedle
        kromě mimo během vůči podle proti díky místo kvůli k ke ku skrz prostřednictvím ohledně včetně pomocí
    """),
    conjunctions=wordset("""
        a i ale nebo anebo či však avšak tedy proto že aby kdyby protože neboť když pokud jestliže li ačkoli ačkoliv
        přestože ani než jak jako zda jenže zatímco jakmile dokud
    """),
    pronouns=wordset("""
        já ty on ona ono my vy oni ony mě mne mně mi tebe tě tobě ti jeho ho jemu mu jí ji nás nám vás vám jich jim je
        nich něm ním ní nimi sebe se sobě si sebou to ten ta toho té těch tomu tom tím těmi tu tento tato toto tyto
        tohoto této těchto kdo koho komu kým co čeho čemu čím který která které kterého kterému kterým kterých kteří
        kterou jaký jaká jaké nikdo nikoho nic ničeho někdo něco každý každá každé všichni všechno všechny všech vše
        sám sama jiný jiná jiné takový taková takové
    """),
    auxiliaries=wordset("""
        být je jsou jsem jsi jsme jste byl byla bylo byli byly bude budou budu budeme by bych bychom byste není nejsou
        nebyl nebyla nebylo nebude může mohou mohl mohla mohli musí musel musela museli má mají měl měla měli lze chce
        chtějí chtěl
    """),
    adverbs=wordset("""
        ne ano tak také též už již ještě velmi více nejvíce jen pouze tady zde tam teď nyní potom pak vždy nikdy často
        dnes včera zítra proč kde kdy kolik mnoho málo méně skoro téměř asi dokonce zase znovu opět
    """),
    possessives=wordset("""
        můj moje má tvůj tvoje svůj svá své svou svého svých náš naše našeho váš vaše jeho její jejich
    """),
    numerals=wordset("dva dvě dvou tři tří čtyři čtyř pět pěti šest sedm osm devět deset sto tisíc"),
    decimal=",",
    thousands=("\N{NO-BREAK SPACE}", " ", "."),
    ordinal_dot=True,
    months=(
        "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu",
        "prosince",
    ),
    weekdays=("pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle"),
    quotes=(("„", "“"), ("‚", "‘"), ("»", "«"), ('"', '"')),
    abbreviations=wordset("""
        dr. prof. doc. mgr. ing. judr. mudr. phdr. rndr. gen. plk. kpt. sv. např. tj. tzv. tzn. atd. apod. aj. cca. č.
        čl. str. s. r. st. stol. n.l. př.n.l. př._n._l. n._l. hod. min. tis. mil. mld. kč. ul. nám. tř. roč. sb. odst.
        písm. viz. srov. red. s.r.o. a.s. s._r._o. a._s. o.p.s. resp. event. max. km. p. pí. zn.
    """),
    closing=wordset("""
        n.l. př.n.l. př._n._l. n._l. stol. tis. mil. mld. kč. hod. s.r.o. a.s. s._r._o. a._s. o.p.s. min. km.
    """),
    trailing=wordset("atd. apod. aj."),
    counting=wordset("č. čl. str. s. odst. písm. max. viz. p. r."),
    particles=wordset("von van de di da del la le z ze"),
    honorifics=wordset("""
        pan paní slečna prezident prezidentka premiér premiérka ministr ministryně poslanec senátor generál profesor
        doktor
    """),
)  # fmt: skip
