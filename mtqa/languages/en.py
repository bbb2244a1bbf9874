"""English, as news of Britain and the United States writes it."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="en",
    name="English",
    tier="first-class",
    determiners={
        "the": "c.sg c.pl", "a": "c.sg", "an": "c.sg", "this": "c.sg", "that": "c.sg", "these": "c.pl",
        "those": "c.pl", "my": "c.sg c.pl", "your": "c.sg c.pl", "his": "c.sg c.pl", "her": "c.sg c.pl",
        "its": "c.sg c.pl", "our": "c.sg c.pl", "their": "c.sg c.pl", "whose": "c.sg c.pl", "what": "c.sg c.pl",
        "which": "c.sg c.pl", "every": "c.sg", "each": "c.sg", "either": "c.sg", "neither": "c.sg",
        "another": "c.sg", "both": "c.pl", "some": "c.sg c.pl", "any": "c.sg c.pl", "no": "c.sg c.pl",
        "all": "c.sg c.pl", "such": "c.sg c.pl", "much": "c.sg", "many": "c.pl", "several": "c.pl", "few": "c.pl",
        "fewer": "c.pl", "more": "c.sg c.pl", "most": "c.sg c.pl", "less": "c.sg c.pl", "little": "c.sg",
        "enough": "c.sg c.pl",
    },
    articles={"the": "c.sg c.pl", "a": "c.sg", "an": "c.sg"},
    prepositions=wordset("""
        of to in for on with at by from about as into like through after over between out against during without
        before under around among amongst within along following across behind beyond up down off near above upon per
        via despite toward towards until till since throughout beneath below beside besides inside outside onto except
        underneath amid amidst alongside concerning regarding versus vs unlike plus minus past round opposite aboard
        atop notwithstanding barring
    """),
    coordinators=wordset("and or"),
    conjunctions=wordset("""
        and or but nor so yet for if because although though while whilst whereas unless until when whenever where
        wherever since as than that whether once before after lest provided
    """),
    pronouns=wordset("""
        i you he she it we they me him her us them myself yourself himself herself itself ourselves yourselves
        themselves oneself mine yours hers ours theirs who whom whose which what that this these those whoever
        whomever whatever whichever someone somebody something anyone anybody anything everyone everybody everything
        nobody nothing none one ones i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd
        it's it'll it'd we're we've we'll we'd they're they've they'll they'd that's that'll there's there'll who's
        who'd who've what's here's where's how's let's other others
    """),
    auxiliaries=wordset("""
        be am is are was were been being have has had having do does did doing done will would shall should can could
        may might must ought cannot isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't
        wouldn't shan't shouldn't can't couldn't mightn't mustn't needn't ain't would've could've should've might've
        must've
    """),
    adverbs=wordset("""
        not never no too very so quite rather almost nearly just only even still already yet also again always often
        sometimes seldom rarely hardly barely scarcely ever then now here there thus hence therefore however moreover
        nevertheless nonetheless meanwhile instead otherwise perhaps maybe indeed else away back ago soon later once
        twice why how when where well less least more most enough as about today yesterday tomorrow tonight further
        furthermore altogether together apart somewhere anywhere everywhere nowhere somehow anyway likewise besides
        whereby wherein thereby thereafter
    """),
    possessives=wordset("my your his her its our their mine yours hers ours theirs whose"),
    numerals=wordset("""
        zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    """),
    elides_before=frozenset("aeiou"),
    # "a" before these, "an" before those of `mute`: by the sound, after the CMU Pronouncing Dictionary.
    aspirated=wordset("""
        uni unanim one once oneself eu ewe ufo uk ukul ukrain ugand uran uret urin urolog us use usa usu uter util utopi utah
        ubiq u-
    """),
    mute=wordset("oner unin unim unidentif unidiomatic usher hour heir honest honor honour"),
    unsettled=wordset("herb historic historical historian hotel horrific homage hispanic"),
    thousands=(",", "\N{NARROW NO-BREAK SPACE}", " "),
    clock_marks=("p.m.",),
    ordinal_endings=("st", "nd", "rd", "th"),
    month_first=True,
    months=(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 zero 1 one 2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven 12 twelve 13 thirteen
        14 fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty 30 thirty 40 forty 50 fifty
        60 sixty 70 seventy 80 eighty 90 ninety 100 hundred
    """),
    number_hints=hinted("""
        1 first once single firstly primary 2 second twice both pair couple double duo twin twins twofold secondly
        bilateral either neither halves half 3 third triple trio thrice treble threefold triplets thirds 4 fourth
        quarter quarters quadruple foursome 5 fifth quintet fifths 6 sixth sixths half-dozen 7 seventh 8 eighth 9
        ninth 10 tenth decade decades tenths 11 eleventh 12 twelfth dozen dozens 13 thirteenth 14 fourteenth fortnight
        15 fifteenth 16 sixteenth 17 seventeenth 18 eighteenth 19 nineteenth 20 twentieth twenties score 30 thirtieth
        thirties 40 fortieth forties 50 fiftieth fifties half 60 sixties 70 seventies 80 eighties 90 nineties 100
        hundreds century centuries hundredth centenary
    """),
    scales=valued("""
        3 thousand thousands 5 lakh lakhs 7 crore crores 6 million millions mn mln 9 billion billions bn bln 12
        trillion trillions tn trn
    """),
    short_scales=valued("3 k 6 m 9 b"),
    hundreds_links=wordset("and"),
    halves=wordset("half"),
    roughly=wordset("about around nearly almost roughly approximately some circa ca"),
    hours=("o'clock", "o’clock", "hours", "hrs", "hr"),
    of_words=wordset("of"),
    units=named("""
        % percent per_cent pct; km km kilometre kilometres kilometer kilometers kms; m m metre metres meter meters; cm
        cm centimetre centimetres centimeter centimeters; mm mm millimetre millimetres millimeter millimeters; mi mile
        miles; nmi nautical_miles nautical_mile; ft foot feet ft; in inch inches; yd yard yards; kg kg kilo kilos
        kilogram kilograms kilogramme kilogrammes; g gram grams grammes; t ton tons tonne tonnes; oz ounce ounces oz;
        lb lb lbs; lb|GBP|EGP|SYP|LBP pound pounds; st stone stones; m2 square_metres square_meters; km2
        square_kilometres square_kilometers; ha hectare hectares; ac acre acres; ft2 square_feet square_foot; mi2
        square_miles square_mile; l litre litres liter liters; gal gallon gallons; bbl barrel barrels; m3 cubic_metres
        cubic_meters; km/h kmh kph km_h kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour;
        mph mph miles_per_hour miles_an_hour; kn knots; °C|°F degree degrees; °C degrees_celsius; °F
        degrees_fahrenheit; s second seconds sec secs; min minute minutes; hour hour hours; day day days; week week
        weeks; month month months; year year years; EUR euro euros eur; USD dollar dollars usd; GBP gbp sterling; JPY
        yen jpy; CNY yuan renminbi cny; RUB rouble roubles ruble rubles rub; CHF franc francs chf; SEK|NOK|DKK krona
        kronor krone kroner; CZK koruna korunas crowns czk; PLN zloty zlotys pln; HUF forint forints huf; UAH hryvnia
        hryvnias uah; INR rupee rupees inr; TRY|- lira liras; MXN|ARS|CLP|COP peso pesos
    """),
    quotes=(("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")),
    capital_months=True,
    capital_demonyms=True,
    title_case_headings=True,
    address=wordset("mr mrs ms miss mister madam"),
    negations=wordset("""
        not never no nobody none nothing nor neither cannot n't nowhere don't doesn't didn't won't
        wouldn't can't couldn't isn't aren't wasn't weren't hasn't haven't hadn't shouldn't
    """),
    half_negations=wordset("""
        only without hardly barely scarcely but until unless few little rather refuse refused deny
        denied fail failed unable impossible lack avoid prevent stop any yet refuses refusing denies denying fails
        failing failure lacks lacked lacking avoids avoided prevents prevented stopped warn warns warned against ban
        banned bans forbid forbids forbidden prohibit prohibited cancel cancelled canceled cancellation missing absent
        absence non decline declined declines reject rejected rejects lose loses instead rarely seldom
    """),
    abbreviations=wordset("""
        mr. mrs. ms. mx. messrs. mmes. dr. drs. prof. rev. fr. sr. jr. st. sts. ste. rt. gov. govs. lt. col. gen. maj.
        capt. cpl. cmdr. comdr. cpt. sgt. pvt. pfc. adm. brig. insp. supt. sen. rep. reps. sec. secy. treas. atty.
        msgr. mgr. bp. abp. pr. esq. jnr. snr. bros. inc. ltd. corp. co. llc. plc. bhd. pty. assn. assoc. dept. div.
        univ. inst. intl. natl. govt. etc. e.g. i.e. viz. cf. et_al. vs. approx. appt. ave. blvd. rd. hwy. pkwy. sq.
        bldg. apt. ft. mt. mts. no. nos. vol. vols. p. pp. para. paras. art. arts. fig. figs. ch. chap. ed. eds. sect.
        pt. op._cit. ibid. jan. feb. apr. aug. sept. oct. nov. dec. tue. tues. thur. thurs. a.m. p.m. a._m. p._m. a.d.
        b.c. b.c.e. c.e. u.s. u.s.a. u.k. u.n. e.u. d.c. l.a. n.y. u.s.s. u.s.s.r. n.j. n.h. n.c. s.c. n.d. s.d. n.m.
        w.va. r.i. p.r. ala. ariz. calif. colo. conn. fla. ga. kan. kans. ky. md. minn. neb. nebr. nev. okla. tenn.
        vt. va. wisc. wyo. ont. que. b.a. b.s. b.sc. m.a. m.s. m.sc. m.b.a. ph.d. m.d. j.d. ll.b. d.phil. d.d.s. r.n.
        q.c. k.c. m.p. m.e.p. p.o. p.s. r.i.p. a.k.a. d.o.b. w.h.o. f.b.i. c.i.a. n.a.t.o. i.m.f. n.b. q.v. r.s.v.p.
        oz. lb. lbs. mph. hr. hrs. yr. yrs. tel. ext. incl. excl. u.s.c. f.c. a.f.c. s.p.a. a.g. n.v. s.a. ing. tex.
        pa. mass. ill. mich. wis. wash. est. min. max. ver. c. ca. v. eg. ie. pres. hon. det. rte. dist. amb. sens.
        fed.
    """),
    closing=wordset("""
        jr. sr. jnr. snr. esq. inc. ltd. corp. co. llc. plc. bros. a.m. p.m. a._m. p._m. a.d. b.c. b.c.e. c.e. u.s.
        u.s.a. u.k. u.n. e.u. d.c. l.a. n.y. u.s.s.r. n.j. n.h. n.c. s.c. n.d. s.d. n.m. w.va. r.i. p.r. ala. ariz.
        calif. colo. conn. fla. ga. kan. ky. md. minn. neb. nev. okla. tenn. va. vt. wyo. b.a. b.s. b.sc. m.a. m.s.
        m.sc. m.b.a. ph.d. m.d. j.d. r.n. q.c. k.c. m.p. m.e.p. r.i.p. f.b.i. c.i.a. w.h.o. n.a.t.o. i.m.f. ft. lb.
        lbs. oz. mph. ave. blvd. rd. hwy. pkwy. st. jan. feb. apr. aug. sept. oct. nov. dec. intl. assn. dept. et_al.
        ibid. hrs. yrs. hr. yr. ont. que. f.c. a.f.c. s.p.a. a.g. n.v. s.a. mt. p.s. univ. govt. incl. excl. approx.
        appt. tex. pa. mass. ill. mich. wis. wash. est. min. max.
    """),
    counting=wordset("""
        no. nos. p. pp. art. arts. fig. figs. ch. chap. vol. vols. para. paras. sec. pt. ver. sect. ext.
    """),
    trailing=wordset("etc."),
    particles=wordset("""
        of the de van von der den ter ten du des la le di da del della al el bin ibn ben abu ould zu y e o' st. and ap
        af av dos das
    """),
    honorifics=wordset("""
        mr. mrs. ms. mx. mr mrs ms miss dr. dr doctor prof. prof professor sir dame lord lady baroness baron rev.
        reverend fr. father sister brother st. st saint hon. pope king queen prince princess duke duchess earl count
        countess emperor empress emir sultan sheikh ayatollah imam rabbi cardinal archbishop bishop pastor president
        vice-president chancellor premier prime_minister minister secretary senator sen. rep. representative
        congressman congresswoman gov. governor mayor commissioner ambassador general gen. colonel col. major maj.
        captain capt. lieutenant lt. sergeant sgt. corporal private admiral adm. marshal commander judge justice
        attorney prosecutor sheriff constable inspector detective chief chairman chairwoman chair director coach
        manager speaker mp councillor deputy ex-president
    """),
    indefinite=wordset("a an"),
    classifiers=wordset("""
        film movie book novel album song group band show series magazine newspaper paper site website party
        movement association club festival programme program play musical single record game app platform
        project operation campaign foundation charity union coalition alliance agency studio company firm
        brand label prize award trophy cup exhibition concert tour titled entitled called named dubbed
        nicknamed street district restaurant café cafe bar pub hotel theatre theater cinema word term phrase
        slogan motto name department division episode podcast blog column drama comedy documentary sitcom
        novella poem painting opera ballet
        ministry secretary
    """),
    doubled=wordset("""
        had that very so no is really many more yes now there again bye ha blah boo tut well her you it knock pom
        duran walla hear long far never who what in on bora chop cha over plus
    """),
    particle_verbs=wordset("""
        add barge bail book break bring build bury burst butt buy call carry cash cave check chime chip clock close
        come cram crash crowd cut dial dig dive draw drive drop dwell factor fall fence file fill fit fly follow
        freeze get give go grow hand hang head hem hold home horn hurry invite join jump keep kick knock lead leap
        leave let live lock log look marry mix move muscle opt pack pass pay phase phone pile pitch plug pop pour pull
        push put rake reel ring roll rope rub run rush score see send set settle shut sign sink sit slip snow squeeze
        stand start stay step stick storm strike swear sweep swoop take throw tie trade tune turn usher walk wash
        weigh wheel wire work write zero zoom drag drone insist linger lay count depend hit plan play plod power press
        rely soldier spur switch tack tag tap touch try urge cheer catch act egg focus wear
    """),
    doubtful_nouns=wordset("""
        kind sort type means series species aircraft spacecraft offspring headquarters crossroads barracks works data
        media criteria phenomena bacteria agenda statistics economics politics mathematics news youth staff crew people
    """),
    inflections=("s",),
    loans=wordset("""
        bundeswehr bundestag bundesrat bundesliga bundesbank bundesamt bundeskriminalamt land länder lander landtag
        kindergarten kindergartens blitzkrieg blitz leitmotif leitmotiv ersatz diktat hinterland hinterlands anschluss
        realpolitik ostpolitik weltanschauung zeitgeist wehrmacht luftwaffe reich reichstag reichsmark führer fuehrer
        stasi gestapo kaiser kristallnacht lied lieder kitsch putsch schnapps schnaps pretzel pretzels edelweiss
        strudel schnitzel biergarten oktoberfest wurst bratwurst currywurst sauerkraut frankfurter hamburger
        delicatessen schadenfreude weltschmerz doppelgänger doppelganger doppelgängers gestalt bildungsroman
        mittelstand energiewende autobahn autobahns pickelhaube panzer wunderkind willkommenskultur wirtschaftswunder
        trabant bauhaus jugendstil spiel spieler deutsche deutschmark deutschmarks pfennig thaler volkswagen nazi
        nazis kommandant stalag stolperstein stolpersteine gastarbeiter spätzle lebensraum muesli foehn poltergeist
        poltergeists glockenspiel zugzwang hamster quartz noodle dachshund rottweiler poodle rucksack rucksacks abseil
        angst verboten über uber kaput kaputt wanderlust gesundheit dummkopf schwarm sitzfleisch katzenjammer
        vergangenheitsbewältigung spitzenkandidat spitzenkandidaten drang sturm landwehr volkssturm umlaut zeppelin
        bunker coup coups d'état détente rapprochement communiqué communiqués ententes entente laissez-faire régime
        regime attaché chargé d'affaires aide-mémoire fait accompli carte blanche déjà vu façade cliché clichés café
        cafés crêpe crêpes soufflé croissant croissants baguette baguettes gâteau gateau menu cuisine chef chefs
        maître sommelier restaurant restaurateur bourgeois bourgeoisie chic avant-garde art nouveau déco décor débris
        debris début debut debuts ballet genre auteur noir oeuvre œuvre vernissage atelier salon couture prêt-à-porter
        lingerie boutique boutiques parfum eau ennui joie malaise milieu niche panache penchant protégé protégée
        raison d'être résumé soirée tête-à-tête volte-face vis-à-vis riche femme fatale fiancé fiancée divorcé
        divorcée née naïve naïveté exposé touché cortège matinée première premiere repertoire rendezvous rendez-vous
        sabotage saboteur dossier dossiers liaison lieutenant élan élite gendarme gendarmes gendarmerie arrondissement
        département départements préfet lycée école polytechnique élysée banlieue banlieues gilets jaunes pastis
        château châteaux chateau chalet piste après-ski tricolore peloton maillot jaune tour petanque pétanque
        roulette croupier baccarat casino camouflage reconnaissance barrage matériel personnel guerrilla guerrillas
        junta juntas caudillo desaparecidos peso pesos real reais siesta fiesta fiestas patio plaza tapas paella
        chorizo salsa taco tacos burrito burritos guacamole tequila mezcal sangria rioja flamenco matador torero
        corrida rodeo ranch machete macho machismo tornado mosquito embargo aficionado barrio favela favelas cartel
        cartels generalissimo generalitat lehendakari etarra podemos vox ciudadanos mossos mafia paparazzi diva prima
        donna maestro opera libretto soprano aria virtuoso concerto piano cello pizza pasta spaghetti cappuccino
        espresso latte prosecco risotto gelato al dente fiasco ghetto graffiti imbroglio manifesto incognito inferno
        stiletto studio villa piazza palazzo carabinieri duce risorgimento scudetto catenaccio serie tsunami karate
        judo sushi manga anime kamikaze samurai karaoke geisha haiku ninja sumo origami tofu ramen glasnost
        perestroika sputnik tsar czar oblast duma kremlin gulag pogrom apparatchik samizdat intelligentsia
        nomenklatura vodka dacha taiga tundra steppe soviet bolshevik politburo kolkhoz troika siloviki intifada jihad
        sharia fatwa burqa hijab niqab imam ayatollah mullah mujahideen taliban peshmerga souk halal kosher kibbutz
        knesset shekel torah bar mitzvah hummus falafel kebab yoghurt baksheesh apartheid veldt trek boer laager spoor
        aardvark boss cookie loya jirga lok sabha rajya bollywood guru yoga pundit curry tandoori chai avatar karma
        nirvana fjord ski slalom ombudsman smorgasbord hygge lagom storting riksdag folketing eduskunta sejm verkhovna
        rada saeima seimas taoiseach dáil seanad tánaiste garda gardaí sinn féin fianna fáil fine gael oireachtas
        ceilidh loch whisky
    """),
)  # fmt: skip
