"""Czech, enough to be told as a source language."""

from mtqa.languages import Language, hinted, named, valued, wordset

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
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 nula 1 jeden jedna jedno jednoho jedné 2 dva dvě dvou dvěma 3 tři tří třech třemi 4 čtyři čtyř čtyřech
        čtyřmi 5 pět pěti 6 šest šesti 7 sedm sedmi 8 osm osmi 9 devět devíti 10 deset deseti 11 jedenáct jedenácti 12
        dvanáct dvanácti 13 třináct třinácti 14 čtrnáct čtrnácti 15 patnáct patnácti 16 šestnáct šestnácti 17 sedmnáct
        sedmnácti 18 osmnáct osmnácti 19 devatenáct devatenácti 20 dvacet dvaceti 30 třicet třiceti 40 čtyřicet
        čtyřiceti 50 padesát padesáti 60 šedesát šedesáti 70 sedmdesát 80 osmdesát 90 devadesát 100 sto stě sta set
    """),
    number_hints=hinted("""
        1 první prvního 2 druhý druhá druhé druhého druhou oba obě obou dvojice pár dvakrát polovina polovinu poloviny
        půl 3 třetí třetího třetina třetiny trojice 4 čtvrtý čtvrtá čtvrté čtvrtého čtvrtina čtvrtiny 5 pátý pátá páté
        pátého pětina 6 šestý šesté šestého 7 sedmý sedmé 8 osmý osmé 9 devátý 10 desátý desítky desetiletí 12 tucet
        50 polovina polovinu 100 stovky století 1000 tisíce
    """),
    scales=valued("""
        3 tisíc tisíce tisíců tis 6 milion miliony milionů milión milióny miliónů mil 9 miliarda miliardy miliard mld
        12 bilion biliony bilionů
    """),
    roughly=wordset("asi zhruba přibližně téměř skoro kolem okolo přes"),
    units=named("""
        % procento procenta procent; km km kilometr kilometry kilometrů; m m metr metry metrů; cm cm centimetrů; mi
        míle mil; ft stopa stopy stop; kg kg kilogram kilogramy kilogramů kilo kil; t tuna tuny tun; ha hektar hektary
        hektarů; ac akr akry akrů; l litr litry litrů; °C|°F stupeň stupně stupňů; s sekunda sekundy sekund; min
        minuta minuty minut; hour hodina hodiny hodin; day den dny dní dnů; week týden týdny týdnů; month měsíc měsíce
        měsíců; year rok roky let roků; EUR euro eura eur; USD dolar dolary dolarů usd; GBP libra libry liber; CZK
        koruna koruny korun kč; RUB rubl rubly rublů; CHF frank franky franků; PLN zlotý zlotých
    """),
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
