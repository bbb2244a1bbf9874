"""Italian, as news of Italy and Ticino writes it."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="it",
    name="Italian",
    tier="supported",
    determiners={
        "il": "m.sg", "lo": "m.sg", "la": "f.sg", "l'": "c.sg", "i": "m.pl", "gli": "m.pl", "gl'": "m.pl",
        "le": "f.pl", "un": "m.sg", "uno": "m.sg", "una": "f.sg", "un'": "f.sg", "del": "m.sg", "dello": "m.sg",
        "della": "f.sg", "dell'": "c.sg", "dei": "m.pl", "degli": "m.pl", "delle": "f.pl", "al": "m.sg",
        "allo": "m.sg", "alla": "f.sg", "all'": "c.sg", "ai": "m.pl", "agli": "m.pl", "alle": "f.pl", "dal": "m.sg",
        "dallo": "m.sg", "dalla": "f.sg", "dall'": "c.sg", "dai": "m.pl", "dagli": "m.pl", "dalle": "f.pl",
        "nel": "m.sg", "nello": "m.sg", "nella": "f.sg", "nell'": "c.sg", "nei": "m.pl", "negli": "m.pl",
        "nelle": "f.pl", "sul": "m.sg", "sullo": "m.sg", "sulla": "f.sg", "sull'": "c.sg", "sui": "m.pl",
        "sugli": "m.pl", "sulle": "f.pl", "col": "m.sg", "coi": "m.pl", "questo": "m.sg", "questa": "f.sg",
        "quest'": "c.sg", "questi": "m.pl", "queste": "f.pl", "quel": "m.sg", "quello": "m.sg", "quella": "f.sg",
        "quell'": "c.sg", "quei": "m.pl", "quegli": "m.pl", "quelle": "f.pl", "mio": "m.sg", "mia": "f.sg",
        "miei": "m.pl", "mie": "f.pl", "tuo": "m.sg", "tua": "f.sg", "tuoi": "m.pl", "tue": "f.pl", "suo": "m.sg",
        "sua": "f.sg", "suoi": "m.pl", "sue": "f.pl", "nostro": "m.sg", "nostra": "f.sg", "nostri": "m.pl",
        "nostre": "f.pl", "vostro": "m.sg", "vostra": "f.sg", "vostri": "m.pl", "vostre": "f.pl",
        "loro": "c.sg c.pl", "ogni": "c.sg", "qualche": "c.sg", "qualsiasi": "c.sg", "qualunque": "c.sg",
        "ciascun": "m.sg", "ciascuna": "f.sg", "alcun": "m.sg", "alcuna": "f.sg", "alcuni": "m.pl",
        "alcune": "f.pl", "nessun": "m.sg", "nessuno": "m.sg", "nessuna": "f.sg", "tutto": "m.sg", "tutta": "f.sg",
        "tutti": "m.pl", "tutte": "f.pl", "molto": "m.sg", "molta": "f.sg", "molti": "m.pl", "molte": "f.pl",
        "poco": "m.sg", "poca": "f.sg", "pochi": "m.pl", "poche": "f.pl", "tanto": "m.sg", "tanta": "f.sg",
        "tanti": "m.pl", "tante": "f.pl", "troppo": "m.sg", "troppa": "f.sg", "troppi": "m.pl", "troppe": "f.pl",
        "altro": "m.sg", "altra": "f.sg", "altri": "m.pl", "altre": "f.pl", "quale": "c.sg", "quali": "c.pl",
        "quanto": "m.sg", "quanta": "f.sg", "quanti": "m.pl", "quante": "f.pl", "certo": "m.sg", "certa": "f.sg",
        "certi": "m.pl", "certe": "f.pl", "diversi": "m.pl", "diverse": "f.pl", "parecchi": "m.pl",
        "parecchie": "f.pl", "entrambi": "m.pl", "entrambe": "f.pl", "stesso": "m.sg", "stessa": "f.sg",
        "stessi": "m.pl", "stesse": "f.pl", "tale": "c.sg", "tali": "c.pl",
    },
    articles={
        "il": "m.sg", "lo": "m.sg", "la": "f.sg", "l'": "c.sg", "i": "m.pl", "gli": "m.pl", "gl'": "m.pl",
        "le": "f.pl", "un": "m.sg", "uno": "m.sg", "una": "f.sg", "un'": "f.sg", "del": "m.sg", "dello": "m.sg",
        "della": "f.sg", "dell'": "c.sg", "dei": "m.pl", "degli": "m.pl", "delle": "f.pl", "al": "m.sg",
        "allo": "m.sg", "alla": "f.sg", "all'": "c.sg", "ai": "m.pl", "agli": "m.pl", "alle": "f.pl", "dal": "m.sg",
        "dallo": "m.sg", "dalla": "f.sg", "dall'": "c.sg", "dai": "m.pl", "dagli": "m.pl", "dalle": "f.pl",
        "nel": "m.sg", "nello": "m.sg", "nella": "f.sg", "nell'": "c.sg", "nei": "m.pl", "negli": "m.pl",
        "nelle": "f.pl", "sul": "m.sg", "sullo": "m.sg", "sulla": "f.sg", "sull'": "c.sg", "sui": "m.pl",
        "sugli": "m.pl", "sulle": "f.pl",
    },
    prepositions=wordset("""
        di a da in con su per tra fra d' ad verso contro durante senza sopra sotto dopo prima dietro davanti dentro
        fuori oltre presso entro mediante secondo lungo circa eccetto salvo tranne nonostante malgrado attraverso
        vicino lontano accanto intorno attorno insieme rispetto grazie fino sino del dello della dell' dei degli delle
        al allo alla all' ai agli alle dal dallo dalla dall' dai dagli dalle nel nello nella nell' nei negli nelle sul
        sullo sulla sull' sui sugli sulle col coi senz' versus vs via
    """),
    contracted={
        "di il": "del", "di lo": "dello", "di la": "della", "di i": "dei", "di gli": "degli", "di le": "delle",
        "a il": "al", "a lo": "allo", "a la": "alla", "a i": "ai", "a gli": "agli", "a le": "alle", "da il": "dal",
        "da lo": "dallo", "da la": "dalla", "da i": "dai", "da gli": "dagli", "da le": "dalle", "in il": "nel",
        "in lo": "nello", "in la": "nella", "in i": "nei", "in gli": "negli", "in le": "nelle", "su il": "sul",
        "su lo": "sullo", "su la": "sulla", "su i": "sui", "su gli": "sugli", "su le": "sulle",
    },
    coordinators=wordset("e ed o"),
    conjunctions=wordset("""
        e ed o od ma né che se perché poiché quando mentre come dove anche però quindi dunque perciò infatti oppure
        ovvero ossia cioè sebbene benché affinché finché siccome giacché purché anziché sia neanche nemmeno neppure
        bensì tuttavia eppure anch'
    """),
    pronouns=wordset("""
        io tu lui lei esso essa noi voi loro essi esse egli ella mi ti si ci vi lo la l' li le gli ne me te sé se ce
        ve glielo gliela glieli gliele gliene m' t' s' c' v' n' che chi cui quale quali cosa cos' ciò questo questa
        questi queste quello quella quelli quelle colui colei coloro qualcuno qualcuna qualcosa nessuno niente nient'
        nulla ognuno ognuna chiunque ciascuno uno tutto tutti tutte tutt' altro altri altre alcuni alcune molti stesso
        stessa stessi stesse quanto
    """),
    auxiliaries=wordset("""
        essere sono sei è siamo siete era ero eri eravamo eravate erano fui fosti fu fummo foste furono sarò sarai
        sarà saremo sarete saranno sarei saresti sarebbe saremmo sarebbero sia siano siate fosse fossi fossero essendo
        stato stata stati state avere ho hai ha abbiamo avete hanno avevo avevi aveva avevamo avevate avevano ebbi
        ebbe ebbero avrò avrai avrà avremo avrete avranno avrei avresti avrebbe avremmo avrebbero abbia abbiano avesse
        avessi avessero avendo avuto avuta potere posso puoi può possiamo potete possono poteva potevo potevano poté
        potrà potranno potrebbe potrebbero potrei possa possano potesse potessero potuto dovere devo devi deve
        dobbiamo dovete devono debbono doveva dovevano dovrà dovranno dovrebbe dovrebbero dovrei debba debbano dovesse
        dovuto volere voglio vuoi vuole vogliamo volete vogliono voleva volevano volle vorrà vorrebbe vorrebbero
        vorrei voglia voluto viene vengono veniva venivano venne vennero verrà verranno verrebbe venga venuto stare
        sto stai sta stiamo stanno stava stavano starà vado vai va andiamo vanno c'è c'era
    """),
    adverbs=wordset("""
        non mai più meno molto poco troppo tanto assai abbastanza così quasi già ancora sempre spesso ora adesso
        allora poi dopo prima oggi ieri domani qui qua lì là dove dov' come com' quando perché quanto anche pure solo
        soltanto solamente inoltre invece infine insomma circa forse bene male meglio peggio sì no proprio appena
        subito presto tardi intanto davvero ormai ovunque altrove almeno addirittura perfino persino piuttosto
        talvolta neanche nemmeno neppure
    """),
    possessives=wordset("""
        mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre
        loro proprio propria propri proprie altrui
    """),
    numerals=wordset("""
        zero due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
        diciassette diciotto diciannove venti ventuno ventidue ventitré ventiquattro venticinque trenta quaranta
        cinquanta sessanta settanta ottanta novanta cento duecento trecento mille duemila
    """),
    elided={
        "l'": "lo la", "gl'": "gli", "un'": "una", "dell'": "dello della", "all'": "allo alla",
        "dall'": "dallo dalla", "nell'": "nello nella", "sull'": "sullo sulla", "quest'": "questo questa",
        "quell'": "quello quella", "d'": "di da", "c'": "ci", "m'": "mi", "t'": "ti", "s'": "si", "v'": "vi",
        "n'": "ne", "dov'": "dove", "com'": "come", "cos'": "cosa", "anch'": "anche", "nient'": "niente",
        "tutt'": "tutto tutta", "senz'": "senza", "bell'": "bello bella", "sant'": "santo santa",
        "mezz'": "mezzo mezza", "quand'": "quando", "null'": "nulla", "nessun'": "nessuna", "alcun'": "alcuna",
        "ciascun'": "ciascuna", "buon'": "buona", "grand'": "grande", "quant'": "quanto",
    },
    elides_before=frozenset("aeiouhàèéìíòóùú"),
    # i before a vowel and w are consonants; a foreign h is sounded or not ("l'hotel", "lo Hezbollah").
    aspirated=wordset("ia ie io iu ya ye yi yo yu whi"),
    mute=wordset("iod iot"),
    unsettled=wordset("ha he hi ho hu hy iat iato ion ioni iot     "),
    decimal=",",
    thousands=(".", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", " ", "’", "'"),
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
        "novembre", "dicembre",
    ),
    weekdays=("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 zero 1 un uno una 2 due 3 tre 4 quattro 5 cinque 6 sei 7 sette 8 otto 9 nove 10 dieci 11 undici 12 dodici 13
        tredici 14 quattordici 15 quindici 16 sedici 17 diciassette 18 diciotto 19 diciannove 20 venti 30 trenta 40
        quaranta 50 cinquanta 60 sessanta 70 settanta 80 ottanta 90 novanta 100 cento
    """),
    number_hints=hinted("""
        1 primo prima primi prime unico unica 2 secondo seconda entrambi entrambe doppio doppia coppia paio duo mezzo
        mezza metà 3 terzo terza terzi triplo trio 4 quarto quarta quarti 5 quinto quinta 6 sesto sesta 7 settimo
        settima 8 ottavo ottava ottavi 9 nono nona 10 decimo decima decina decine decennio decenni 12 dozzina dozzine
        15 quindicina 20 ventina 30 trentina 40 quarantina 50 cinquantina metà 100 centinaio centinaia secolo secoli
        1000 migliaio migliaia
    """),
    scales=valued("3 mille mila 6 milione milioni mln mio 9 miliardo miliardi mld 12 bilione bilioni"),
    fuses_numbers=True,
    number_pieces=valued("3 tré 20 vent 30 trent 40 quarant 50 cinquant 60 sessant 70 settant 80 ottant 90 novant"),
    doubtful_cardinals=wordset("sei"),
    tens_links=wordset("e"),
    halves=wordset("mezzo mezza"),
    roughly=wordset("circa quasi oltre intorno"),
    hours=("ore", "h"),
    of_words=wordset("di d"),
    units=named("""
        % per_cento percento; km km chilometro chilometri; m m metro metri; cm cm centimetro centimetri; mm mm
        millimetri; mi miglio miglia; nmi miglia_nautiche miglia_marine; ft piede piedi; in pollice pollici; yd iarda
        iarde; kg kg chilo chili chilogrammo chilogrammi; g grammo grammi; t tonnellata tonnellate; oz oncia once; lb
        libbra libbre; m2 metri_quadrati metri_quadri; km2 chilometri_quadrati; ha ettaro ettari; ac acro acri; mi2
        miglia_quadrate; l litro litri; gal gallone galloni; bbl barile barili; m3 metri_cubi; km/h km_h kmh
        chilometri_orari chilometri_all; mph mph miglia_orarie miglia_all; kn nodi; °C|°F grado gradi; °C
        gradi_celsius gradi_centigradi; °F gradi_fahrenheit; s secondo secondi; min minuto minuti; hour ora ore; day
        giorno giorni; week settimana settimane; month mese mesi; year anno anni; EUR euro eur; USD dollaro dollari
        usd; GBP sterlina sterline gbp; JPY yen; CNY yuan renminbi; RUB rublo rubli; CHF franco franchi chf;
        SEK|NOK|DKK|CZK corona corone; PLN zloty; HUF fiorino fiorini huf; INR rupia rupie; TRY lira_turca
        lire_turche; MXN|ARS|CLP|COP peso pesos
    """),
    quotes=(("«", "»"), ("“", "”"), ("‘", "’"), ("„", "”"), ('"', '"')),
    address=wordset("sig sig.ra signor signora signorina dottor dottoressa"),
    negations=wordset("non mai nessun nessun' nessuno nessuna niente nulla neanche nemmeno neppure né no"),
    half_negations=wordset(
        "né senza solo soltanto appena finché impossibile evitare impedire rifiutare manca meno"
    ),
    abbreviations=wordset("""
        sig. sigg. sig.ra sig.na sigg.ri dott. dott.ssa dr. dr.ssa prof. prof.ssa proff. avv. ing. arch. geom. rag.
        onn. magg. brig. serg. mons. pp. ss. sta. sto. s.s. s.e. s.m. s.a.r. egr. gent. gent.ma gent.mo spett.
        ill. ill.mo cav. comm. nn. nr. num. art. artt. pag. pagg. fig. figg. tab. vol. voll. ed. edd. op._cit. ibid.
        id. cfr. cf. vd. ecc. etc. p.es. p._es. ad_es. vs. ca. c.a. a.c. d.c. a._c. d._c. a.m. p.m. tel. p.za p.zza
        v.le c.so l.go km. sec. s.p.a. s._p._a. s.r.l. s._r._l. s.n.c. s.a.s. s.a. coop. f.lli inc. ltd. corp. u.s.
        u.s.a. u.e. o.n.u. n.d.r. n.d.t. c.d. d.l. d.lgs. d.p.r. d.p.c.m. r.d. g.u. c.c. c.p. c.p.c. c.p.p. cost. sez.
        trib. proc. febbr. feb. apr. giu. lug. ago. sett. ott. nov. dic. dipl. ecc.mo fasc. febb. ital. mld. pross.
        rist. scad. segg. suppl. tit. univ. jr. mr. mrs. ph.d. n.b. p.s. r.s.v.p. v. ten. gen. sen. col. amm. cap.
        pres. dir. dip. prov. uff. on. st. ms. ft. s. cass. et_al. per_es. soc. reg. co. mln. h. min. max. p. n. par.
        t. lett. es. l. cod.
    """),
    closing=wordset("""
        a.c. d.c. a._c. d._c. a.m. p.m. s.p.a. s._p._a. s.r.l. s._r._l. s.n.c. s.a.s. s.a. inc. ltd. corp. u.s. u.s.a.
        u.e. o.n.u. n.d.r. n.d.t. jr. mld. km. d.p.c.m. d.p.r. d.l. d.lgs. c.c. c.p. c.p.c. c.p.p. ph.d. p.s. coop.
        mln. sec. co. h. min. max. uff.
    """),
    trailing=wordset("ecc. etc. segg. ibid. id. ss."),
    counting=wordset("""
        p. pp. n. nn. nr. num. art. artt. par. pag. pagg. fig. figg. tab. vol. voll. t. ed. edd. lett. sez. tit. es.
        l. cod.
    """),
    capital_particles=True,
    particles=wordset("""
        di de d' da dei del della dello degli delle dal dalla la lo li le van von der den du dos das y al bin ibn ben
        abu
    """),
    honorifics=wordset("""
        sig. sig.ra sig.na signor signora signorina signori dott. dott.ssa dottor dottoressa dr. prof. prof.ssa
        professor professore professoressa avv. avvocato avvocata ing. ingegner ingegnere arch. architetto on.
        onorevole sen. senatore senatrice don donna mons. monsignor monsignore padre fra suor san santo santa sant'
        papa re regina principe principessa duca duchessa conte contessa marchese barone baronessa emiro sultano
        sceicco ayatollah imam rabbino cardinale cardinal vescovo arcivescovo sir lord lady mr. mrs. presidente
        presidentessa premier vicepresidente ministro ministra viceministro cancelliere cancelliera segretario
        segretaria sottosegretario deputato deputata sindaco sindaca governatore governatrice prefetto commissario
        commissaria ambasciatore ambasciatrice generale colonnello maggiore capitano tenente ammiraglio maresciallo
        sergente giudice procuratore procuratrice magistrato direttore direttrice allenatore tecnico capo portavoce
        leader ex-presidente
    """),
    indefinite=wordset("un uno una un'"),
    classifiers=wordset("""
        movimento giornale quotidiano partito film libro romanzo album canzone gruppo sito associazione club
        festival programma rivista collettivo serie spettacolo ristorante opera unione sindacato federazione
        società azienda progetto operazione marchio titolo commedia documentario gioco fondazione coalizione
        alleanza agenzia studio bar hotel teatro cinema sala premio trofeo coppa mostra concerto campagna
        piano intitolato intitolata chiamato chiamata denominato denominata quartiere via viale piazza
        collana parola termine espressione slogan nome dipartimento
        ministero segreteria
    """),
    doubled=wordset("""
        via piano molto così sì no bla ah eh ha quasi mano passo subito pian ora man or ben appena sempre lungo poco
        noi voi tutto tutti mai più ciao
    """),
    inflections=("s",),
    loans=wordset("""
        landtag landtage bundeswehr bundestag bundesrat bundesliga bundesbank land länder kindergarten blitzkrieg leitmotiv ersatz
        diktat hinterland anschluss realpolitik ostpolitik weltanschauung zeitgeist wehrmacht luftwaffe reich
        reichstag führer stasi gestapo kaiser lied lieder kitsch putsch krapfen würstel wurstel strudel schnitzel
        speck kaputt panzer bauhaus deutsche volkswagen nazi bunker hamster quarzo spread bund autobahn doppelgänger
        schadenfreude computer software hardware internet web online offline email e-mail mail blog chat tweet hashtag
        selfie app smartphone tablet streaming podcast youtuber influencer hacker malware ransomware phishing spam
        cookie cloud big data bot link click marketing manager management leader leadership business holding leasing
        trading trader broker hedge fund startup start-up coaching coach meeting workshop stock crash boom rating
        ranking top dumping lobby lockdown smart working jobs act welfare ticket tax spending review premier question
        time exit poll election day privacy authority governance deal brexit impeachment shutdown establishment think
        tank devolution task force green pass recovery show reality casting film fiction thriller western remake
        trailer star rock pop rap jazz blues punk single hit tour fan backstage gag cult talent scout best-seller
        bestseller horror look design designer stilista fashion glamour shopping outlet sport derby goal gol assist
        penalty corner dribbling pressing match set tie-break playoff play-off pole position pit stop box team sprint
        doping fair play record bomber mister stopper fitness jogging tennis golf hockey basket volley rugby bar pub
        club sandwich hamburger toast snack drink cocktail brunch chef menu gourmet dessert croissant jeans t-shirt
        pullover slip shorts smoking make-up beauty spa resort camping parking garage bus tram taxi jet charter killer
        gang gangster boss racket pusher stalker stalking mobbing bullismo kidnapping hooligan sniper raid blitz gay
        transgender coming out step standard test stress partner baby sitter babysitter tsunami karate judo sushi
        manga anime kamikaze samurai karaoke geisha ninja glasnost perestrojka sputnik zar duma cremlino gulag pogrom
        apparatčik nomenklatura vodka dacia intifada jihad sharia fatwa burqa hijab imam ayatollah mullah talebano
        kebab falafel boutique chic élite atelier toilette souvenir ballet début collage chalet amateur affaire
        dossier première premiere tournée vernissage buffet abat-jour gilet privé moquette foulard cliché routine
        réclame goleador corrida torero paella sombrero siesta movida desaparecidos golpe junta guerriglia caudillo
    """),
)  # fmt: skip
