"""Dutch, as news of the Netherlands and Flanders writes it."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="nl",
    name="Dutch",
    tier="supported",
    # Common gender counts as m and f here: "de" and "deze" go with both and with every plural, "het" with n.sg alone.
    determiners={
        "de": "m.sg f.sg c.pl", "het": "n.sg", "'t": "n.sg", "een": "c.sg", "'n": "c.sg", "der": "f.sg c.pl",
        "des": "m.sg n.sg", "deze": "m.sg f.sg c.pl", "die": "m.sg f.sg c.pl", "dit": "n.sg", "dat": "n.sg",
        "mijn": "c.sg c.pl", "m'n": "c.sg c.pl", "je": "c.sg c.pl", "jouw": "c.sg c.pl", "uw": "c.sg c.pl",
        "zijn": "c.sg c.pl", "z'n": "c.sg c.pl", "haar": "c.sg c.pl", "d'r": "c.sg c.pl", "ons": "n.sg",
        "onze": "m.sg f.sg c.pl", "jullie": "c.sg c.pl", "hun": "c.sg c.pl", "elk": "n.sg", "elke": "m.sg f.sg",
        "ieder": "n.sg", "iedere": "m.sg f.sg", "welk": "n.sg", "welke": "m.sg f.sg c.pl", "zulk": "n.sg",
        "zulke": "m.sg f.sg c.pl", "menig": "c.sg", "menige": "m.sg f.sg", "geen": "c.sg c.pl", "alle": "c.pl",
        "al": "c.sg c.pl", "beide": "c.pl", "enkele": "c.pl", "enige": "c.sg c.pl", "sommige": "c.pl",
        "verschillende": "c.pl", "verscheidene": "c.pl", "meerdere": "c.pl", "veel": "c.sg c.pl", "vele": "c.pl",
        "weinig": "c.sg c.pl", "weinige": "c.pl", "meer": "c.sg c.pl", "minder": "c.sg c.pl", "genoeg": "c.sg c.pl",
        "wat": "c.sg c.pl", "zo'n": "c.sg c.pl", "zoveel": "c.sg c.pl", "hoeveel": "c.sg c.pl",
    },
    articles={
        "de": "m.sg f.sg c.pl", "het": "n.sg", "'t": "n.sg", "een": "c.sg", "'n": "c.sg",
    },
    prepositions=wordset("""
        van in op te met voor aan bij door over naar uit om tot tegen onder tussen na sinds tijdens zonder binnen
        buiten achter boven naast langs rond rondom vanaf volgens wegens ondanks behalve beneden per via vanwege
        dankzij namens omstreeks gedurende jegens inzake betreffende omtrent ten ter tegenover voorbij versus ongeacht
        krachtens middels blijkens aangaande uitgezonderd ingevolge onverminderd vanuit richting af toe
    """),
    coordinators=wordset("en of"),
    conjunctions=wordset("""
        en of maar want dus omdat doordat zodat als dan toen terwijl hoewel ofschoon indien tenzij mits voordat nadat
        totdat sinds zodra zolang opdat dat noch zowel alsof naarmate aangezien wanneer al evenals alsmede
    """),
    pronouns=wordset("""
        ik je jij u hij ze zij het we wij jullie mij me jou hem haar ons hun hen zich zichzelf mezelf jezelf onszelf
        elkaar elkaars mekaar men wie wat welk welke wiens wier dat die dit deze degene degenen diegene diegenen
        datgene hetgeen hetzelfde dezelfde iemand niemand iets niets iedereen ieder elk alles alle allen allemaal
        beide beiden sommigen velen anderen ander andere andermans er 't daar hier zulks uzelf henzelf hijzelf
    """),
    auxiliaries=wordset("""
        zijn ben bent is was waren geweest wezen hebben heb hebt heeft had hadden gehad worden word wordt werd werden
        geworden zullen zal zult zou zouden zoudt kunnen kan kunt kon konden gekund moeten moet moest moesten gemoeten
        mogen mag mocht mochten gemogen willen wil wilt wilde wilden wou wouden gewild hoeven hoeft hoef hoefde
        hoefden laten laat liet lieten blijven blijft bleef bleven gaan ga gaat ging gingen
    """),
    adverbs=wordset("""
        niet nooit geen nog al ook wel toch maar zeer heel erg te zo vrij nogal bijna ongeveer meer minder meest minst
        altijd vaak soms zelden hier daar er nu dan toen straks vandaag gisteren morgen weer opnieuw reeds steeds
        verder bovendien daarom dus daarna daarvoor daarmee daarbij daaraan daarop daardoor daarover daarnaast
        daarentegen hiervoor hiermee hierbij hierdoor waarmee waarbij waardoor waarop waarvan waarvoor waarin waaruit
        waarna waarover ervan erop erin ermee ervoor erbij eraan erover eruit eronder echter immers namelijk wellicht
        misschien waarom hoe waar wanneer waarheen eens ooit ergens nergens overal even eerst slechts alleen zelfs
        juist pas samen ja nee neen net inmiddels intussen alvast vooral voorts tevens eveneens
    """),
    possessives=wordset("mijn m'n jouw je uw zijn z'n haar d'r ons onze jullie hun wiens wier"),
    numerals=wordset("""
        nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
        achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend
    """),
    decimal=",",
    thousands=(".", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", " "),
    clock_word="uur",
    months=(
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ),
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 nul 1 een één 2 twee 3 drie 4 vier 5 vijf 6 zes 7 zeven 8 acht 9 negen 10 tien 11 elf 12 twaalf 13 dertien
        14 veertien 15 vijftien 16 zestien 17 zeventien 18 achttien 19 negentien 20 twintig 30 dertig 40 veertig 50
        vijftig 60 zestig 70 zeventig 80 tachtig 90 negentig 100 honderd
    """),
    number_hints=hinted("""
        1 eerste enige 2 tweede beide beiden dubbel dubbele paar duo helft half halve 3 derde drievoudig trio 4 vierde
        kwart kwartaal 5 vijfde 6 zesde 7 zevende 8 achtste 9 negende 10 tiende decennium decennia tientallen tiental
        11 elfde 12 twaalfde dozijn 50 helft 100 honderden eeuw eeuwen 1000 duizenden
    """),
    scales=valued("3 duizend 6 miljoen miljoenen mln 9 miljard miljarden mld mrd 12 biljoen"),
    fuses_numbers=True,
    fused_links=("en", "ën"),
    fused_halves=("eneenhalf", "ënhalf"),
    halves=wordset("half halve"),
    roughly=wordset("ongeveer bijna circa ca rond ruim"),
    hours=("uur", "u"),
    units=named("""
        % procent; km km kilometer kilometers; m m meter meters; cm cm centimeter centimeters; mm mm millimeter; mi
        mijl mijlen; nmi zeemijl; ft voet; in inch duim; yd yard; kg kg kilo kilogram; g gram; t ton; oz ounce ons;
        lb|GBP pond; m2 vierkante_meter; km2 vierkante_kilometer; ha hectare; ac acre acres hectaren_acre; mi2
        vierkante_mijl; l liter liters; gal gallon; bbl vat vaten; m3 kubieke_meter; km/h km_u km_h kilometer_per_uur;
        mph mph mijl_per_uur; kn knopen; °C|°F graad graden; °C graden_celsius; °F graden_fahrenheit; s seconde
        seconden; min minuut minuten; hour uur uren; day dag dagen; week week weken; month maand maanden; year jaar
        jaren; EUR euro euro's eur; USD dollar dollars usd; GBP gbp pond_sterling; JPY yen; CNY yuan; RUB roebel; CHF
        frank franken chf; SEK|NOK|DKK|CZK kroon kronen; MXN|ARS|CLP|COP peso
    """),
    quotes=(("“", "”"), ("‘", "’"), ("„", "”"), ("‚", "’"), ("«", "»"), ('"', '"'), ("'", "'")),
    capital_demonyms=True,
    address=wordset("dhr mevr meneer mevrouw"),
    negations=wordset("niet nooit nimmer niemand niets geen geenszins nee nergens noch"),
    half_negations=wordset(
        "zonder alleen slechts nauwelijks noch behalve pas onmogelijk voorkomen vermijden weigeren minder weinig"
    ),
    abbreviations=wordset("""
        dhr. mevr. mw. mr. mrs. ms. ing. ir. dr. drs. prof. ds. mgr. z.e.h. e.h. luit. a.d. aant. afb. afl. afz. artt.
        bijv. bv. blz. bl. ca. cf. d.d. d.w.z. d._w._z. dec. e.a. e.d. e.e.a. e.v. e._v. e.c. enz. etc. evt. excl.
        febr. fig. gez. hfdst. i.c. i.h.a. i.h.b. i.o. i.p.v. i.s.m. i.t.t. i.v.m. i.v. i.z. incl. inc. inz. jhr.
        jkvr. jl. jr. k.k. kapt. ltd. m.a.w. m.b.t. m.b.v. m.i. m.i.v. m.m.v. m.n. m.u.v. mln. mld. mrd. n.a.v. n.b.
        n.chr. n._chr. v.chr. v._chr. n.v. n.v.t. nov. nr. nrs. o.a. o.i. o.l.v. o.m. o.m.v. o.v.v. okt. p. p.a. p.j.
        p.m. p.p. p.w. pct. plm. pp. resp. s.v.p. sept. sr. t.a.v. t.b.v. t.e.m. t.g.v. t.h.v. t.n.v. t.o.v. t.w.v.
        t.z.t. u.s. v.a. v.h. v.d. v.l.n.r. v.s. vgl. vlg. vnl. vs. w.o. weth. wnd. z.a. z.g. z.i. z.o.z. z.s.m. zgn.
        b.v. v.z.w. m.m. v.v. b.g. d.i. d.m.v. a.h.w. a.s. a.u.b. aug. corp. a.m. ph.d. no. vol. ll.m. zg. o.b.v.
        a.d.h.v. i.t. i.m. n.o. n.w. z.w. c.q. c.s. p.o. e.g. i.e. afd. dir. gem. geb. ged. fam. kap. kol. lt. gen.
        sgt. tel. wed. burg. v. st. fr. bc. red. v.l. et_al. ft. co. sec. max. min. jan. art. par. abs. dgl.
    """),
    closing=wordset("""
        jr. sr. inc. ltd. corp. b.v. n.v. v.z.w. n.chr. n._chr. v.chr. v._chr. p.m. a.m. u.s. v.s. mln. mld. mrd. pct.
        jl. e.v. e._v. p.j. p.w. p.p. s.v.p. a.u.b. n.v.t. z.s.m. c.s. ph.d. v.v. m.m. a.s. okt. nov. dec. sept. febr.
        co. sec. max. min. jan.
    """),
    trailing=wordset("etc. enz. e.a. e.d. e.e.a. dgl."),
    counting=wordset("art. artt. blz. bl. p. pp. nr. nrs. no. fig. afb. hfdst. par. vol. abs."),
    capital_particles=True,
    particles=wordset("""
        van de der den het 't ten ter te tot op in bij aan uit von zu du des la le di da del della al el bin ibn ben
        abu y e 's d'
    """),
    honorifics=wordset("""
        dhr. mevr. mw. meneer mijnheer heer mevrouw mr. mrs. ms. ing. ir. dr. drs. prof. professor dokter doctor ds.
        dominee mgr. monseigneur pater pastoor broeder zuster sint paus koning koningin prins prinses kroonprins
        hertog hertogin graaf gravin baron barones keizer emir sultan sjeik ayatollah imam rabbijn kardinaal bisschop
        aartsbisschop sir lord lady president presidente oud-president ex-president vicepresident vice-president
        premier oud-premier minister-president minister oud-minister staatssecretaris kanselier bondskanselier senator
        kamerlid wethouder burgemeester gouverneur commissaris eurocommissaris ambassadeur generaal kolonel majoor
        kapitein luitenant admiraal sergeant rechter advocaat directeur voorzitter trainer bondscoach coach
        woordvoerder partijleider fractievoorzitter secretaris-generaal
    """),
    indefinite=wordset("een 'n"),
    classifiers=wordset("""
        beweging krant dagblad partij film boek roman album lied groep site website vereniging club festival
        programma tijdschrift serie voorstelling restaurant werk vakbond bond bedrijf project operatie merk
        titel komedie documentaire spel stichting coalitie alliantie bureau studio café bar hotel theater
        bioscoop zaal prijs trofee beker tentoonstelling concert campagne plan genaamd getiteld wijk straat
        laan plein woord term uitdrukking slogan naam afdeling band zender
        ministerie
    """),
    doubled=wordset("""
        heel zeer die dat ja nee bla ha was je ze het wie in te is had door en er op van voor zo aan waren zijn mee
    """),
    compound_links=("", "s", "en", "e"),
    name_endings=(
        "berg", "burg", "dijk", "dam", "veld", "huis", "stra", "straat", "plein", "laan",
        "meer", "kerk", "bos", "man", "mans", "sen", "huizen", "hoven",
    ),
    inflections=("e", "s"),
    loans=wordset("""
        landtag landtage
        bundeswehr bundestag bundesrat bundesliga bundesbank land länder blitzkrieg leitmotiv ersatz diktat hinterland
        anschluss realpolitik ostpolitik weltanschauung zeitgeist wehrmacht luftwaffe reich reichstag führer stasi
        gestapo kaiser lied lieder kitsch putsch schnaps bretzel strudel schnitzel oktoberfest schadenfreude
        doppelgänger gestalt bildungsroman autobahn panzer bauhaus deutsche volkswagen nazi nazi's bunker überhaupt
        sowieso unheimisch fingerspitzengefühl quatsch aha-erlebnis einzelgänger salonfähig heimwee quote team teams
        job jobs baby baby's meeting meetings trainer manager managers management marketing fan fans hobby hobby's
        party show shows star ster single hit hits band bands album rock pop rap jazz blues punk techno film films
        thriller western remake trailer comedy strip cast casting soundtrack festival event events entertainment
        computer computers laptop smartphone tablet internet web website websites online offline email e-mail mail app
        apps blog blogs vlog tweet tweets post chat link links server software hardware update upgrade download
        browser cookie cookies spam hacker hackers cyber cloud streaming podcast influencer influencers hashtag selfie
        user screenshot start-up start-ups business deal deals boom crash banker broker trader holding leasing
        outsourcing cashflow budget shop shoppen outlet center service check ticket tickets camping trip tour jet
        charter crew cockpit container truck scooter sport training coach coaches match goal goals keeper penalty
        corner tackle comeback cup finale sprint sprinter doping fitness joggen tennis golf hockey basketbal handbal
        volleybal rugby ranking play-offs play-off outsider tiebreak stress burn-out test tests trend trends tip tips
        workshop knowhow briefing feedback deadline timing interview reporter fake news statement slogan lobby
        lobbyist brexit lockdown shutdown impeachment whistleblower tank drone sniper gangster gang dealer killer
        maffia hooligan raid jeep sandwich burger hamburger fastfood snack drink cocktail bar club pub steak ketchup
        toast chips brunch pizza pasta jeans t-shirt shirt pullover blazer look outfit make-up model design designer
        style lifestyle cool fair oké sorry bureau chance restaurant hotel café portemonnaie niveau affaire genre
        regime engagement gendarme gendarmerie milieu cadeau dossier trottoir ambulance chauffeur coiffeur diner
        douane garage horloge jus-d'orange paraplu première tournee tsunami sushi karate judo kamikaze geisha manga
        glasnost perestrojka spoetnik tsaar kremlin doema intifada jihad sharia imam ayatollah boerka hidjab
    """),
)  # fmt: skip
