"""French, as news of France, Belgium, Switzerland and Canada writes it."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="fr",
    name="French",
    tier="first-class",
    determiners={
        "le": "m.sg", "la": "f.sg", "l'": "c.sg", "les": "c.pl", "un": "m.sg", "une": "f.sg", "des": "c.pl",
        "du": "m.sg", "au": "m.sg", "aux": "c.pl", "ce": "m.sg", "cet": "m.sg", "cette": "f.sg", "ces": "c.pl",
        "mon": "m.sg", "ma": "f.sg", "mes": "c.pl", "ton": "m.sg", "ta": "f.sg", "tes": "c.pl", "son": "m.sg",
        "sa": "f.sg", "ses": "c.pl", "notre": "c.sg", "nos": "c.pl", "votre": "c.sg", "vos": "c.pl", "leur": "c.sg",
        "leurs": "c.pl", "quel": "m.sg", "quelle": "f.sg", "quels": "m.pl", "quelles": "f.pl", "tout": "m.sg",
        "toute": "f.sg", "tous": "m.pl", "toutes": "f.pl", "aucun": "m.sg", "aucune": "f.sg", "nul": "m.sg",
        "nulle": "f.sg", "chaque": "c.sg", "quelque": "c.sg", "quelques": "c.pl", "plusieurs": "c.pl",
        "certain": "m.sg", "certaine": "f.sg", "certains": "m.pl", "certaines": "f.pl", "divers": "m.pl",
        "diverses": "f.pl", "différents": "m.pl", "différentes": "f.pl", "maints": "m.pl", "maintes": "f.pl",
        "tel": "m.sg", "telle": "f.sg", "tels": "m.pl", "telles": "f.pl",
    },
    articles={
        "le": "m.sg", "la": "f.sg", "l'": "c.sg", "les": "c.pl", "un": "m.sg", "une": "f.sg", "des": "c.pl",
        "du": "m.sg", "au": "m.sg", "aux": "c.pl",
    },
    determiner_forms=(
        "le la les", "un une des", "ce cette ces", "mon ma mes", "ton ta tes", "son sa ses", "quel quelle quels quelles",
        "tout toute tous toutes", "aucun aucune", "nul nulle", "certain certaine certains certaines", "divers diverses",
        "différents différentes", "tel telle tels telles",
    ),
    prepositions=wordset("""
        à de en dans par pour sur avec sans sous entre chez vers contre depuis pendant durant avant après devant
        derrière dès selon malgré parmi outre hors envers jusque jusqu' jusqu'à jusqu'au jusqu'aux d' du des au aux
        via hormis sauf excepté moyennant concernant suivant voici voilà lors près quant face afin grâce autour auprès
        lez ès versus vs
    """),
    contracted={
        "de le": "du", "de les": "des", "à le": "au", "à les": "aux", "de lequel": "duquel",
        "de lesquels": "desquels", "de lesquelles": "desquelles", "à lequel": "auquel", "à lesquels": "auxquels",
        "à lesquelles": "auxquelles", "si il": "s'il", "si ils": "s'ils",
    },
    coordinators=wordset("et ou"),
    conjunctions=wordset("""
        et ou mais donc or ni car que qu' si s' quand lorsque lorsqu' comme puisque puisqu' quoique quoiqu' tandis
        alors_que ainsi_que tandis_que parce parce_que soit sinon
    """),
    pronouns=wordset("""
        je j' tu il elle on nous vous ils elles me m' te t' se s' lui leur y en le la les l' moi toi soi eux ce c' ça
        cela ceci celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci celui-là celle-là ceux-là celles-là qui
        que qu' quoi dont où lequel laquelle lesquels lesquelles duquel desquels desquelles auquel auxquels auxquelles
        quelqu' quelqu'un quiconque chacun chacune aucun aucune personne rien tout tous toutes autrui moi-même
        toi-même lui-même elle-même nous-mêmes vous-mêmes soi-même eux-mêmes elles-mêmes quelques-uns quelques-unes
        certains certaines plusieurs autre autres
    """),
    auxiliaries=wordset("""
        être suis es est sommes êtes sont étais était étions étiez étaient fus fut fûmes fûtes furent serai seras sera
        serons serez seront serais serait serions seriez seraient sois soit soyons soyez soient fusse fût fussent
        étant été avoir ai as a avons avez ont avais avait avions aviez avaient eus eut eûmes eûtes eurent aurai auras
        aura aurons aurez auront aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eût eussent ayant
        eu eue eues aller vais vas va allons allez vont allais allait allaient irai ira iront irait iraient pouvoir
        peux peut pouvons pouvez peuvent pouvais pouvait pouvions pouviez pouvaient put purent pourrai pourra pourrons
        pourrez pourront pourrais pourrait pourrions pourriez pourraient puisse puissent puissions puissiez pouvant pu
        devoir dois doit devons devez doivent devais devait devions deviez devaient dut durent devrai devra devrons
        devrez devront devrais devrait devrions devriez devraient doive dû due dus dues devant vouloir veux veut
        voulons voulez veulent voulais voulait voulaient voulut voulurent voudra voudront voudrais voudrait voudraient
        veuille veuillent voulu faut fallait fallut faudra faudrait faille fallu
    """),
    adverbs=wordset("""
        ne n' pas plus point guère jamais non oui si très trop peu assez aussi autant tant tellement moins presque
        encore déjà toujours souvent parfois ici là là-bas ainsi alors donc puis ensuite enfin surtout seulement même
        cependant pourtant toutefois néanmoins notamment également beaucoup bien mal mieux pis ailleurs dehors dedans
        dessus dessous aujourd'hui hier demain maintenant désormais bientôt tôt tard combien comment pourquoi environ
        plutôt voire certes davantage aussitôt autrefois jadis naguère tantôt quasi quasiment entre-temps là-dessus
        ci-dessous ci-dessus ci-contre
    """),
    possessives=wordset("""
        mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs mien mienne miens miennes tien tienne tiens
        tiennes sien sienne siens siennes nôtre nôtres vôtre vôtres
    """),
    numerals=wordset("""
        zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
        dix-neuf vingt trente quarante cinquante soixante soixante-dix septante quatre-vingts quatre-vingt
        quatre-vingt-dix nonante cent cents mille
    """),
    elided={
        "l'": "le la", "d'": "de", "j'": "je", "m'": "me", "t'": "te", "s'": "se si", "n'": "ne", "c'": "ce",
        "qu'": "que", "jusqu'": "jusque", "lorsqu'": "lorsque", "puisqu'": "puisque", "quoiqu'": "quoique",
        "quelqu'": "quelque", "presqu'": "presque",
    },
    must_elide=wordset("le la de je me te se ne ce que jusque lorsque puisque quoique"),
    before_vowel={"ma": "mon", "ta": "ton", "sa": "son", "ce": "cet", "du": "de l'", "au": "à l'"},
    infinitives={"aire": "", "re": "rait", "ir": "", "er": "é ée ant ait"},
    elides_before=frozenset("aeiouhyàâäæéèêëîïôöœùûü"),
    # h aspiré after the Trésor de la langue française, then what starts like a consonant (yacht), numbers, names.
    aspirated=wordset("""
        hache haché hachette hachi hachoir hachur hachich hack haddock hadj hagard haie hain haïr haïs haït haïe hais
        hait hâl halage halal hall halo halt hamac hamburger hameau hammam hampe hamster hanap hanche hand hangar
        hanneton hans hant happ haquenée harangu haras harass harcel harcèl hard harem hareng hargn haricot harki
        harnais harnach haro harp hasard hasch hasht hât hauban hauss haut havane hâve havre heaume hein héler henni
        hérauts héraut hère hériss hernie héron héros herse hêtr heurt hibou hideu hiérarch hi-fi high hijab hip
        hippie hiss hit hobby hobbit hoch hockey hold hollandais homard home hong honni hont hooligan hoquet horde
        horion hors hot houblon houe houill houle houlette houpp hourra houspill housse houx hub huch huée huer
        hugueno huit hulott hulul hun hupp hure hurl huron hussard hutt hype hoax husky haka haïku hamza happy
        hollywood hollande hambourg hanovre hamas hezbollah houthi hutu huawei harvard haye hesse hanoï haïfa hainaut
        hamilton hampshire hariri harlem harley harris harry hawk hayek heathrow heineken hewlett hillary hilton
        hobart hoffman hokkaido honda honduras hoover hopkins houston howard hudson hughes hull hunter hussein hyundai
        huis hic hajj hassid haredi ouf halloween onze onzi oui uhlan ulul ya ye yé yi yo yu
    """),
    mute=wordset("""
        hallucin halogèn halogén haltère haltéro haruspic hast hameçon hippiq hippo hipparq hypoth hypo hyper
        huissier hurluberlu huître huîtri huitre huitrier hôte hôtel hostie hostil ouïe ouïr yeux yeuse yonne yerres york
    """),
    unsettled=wordset("""
        haïti hitler hugo hawaï hawaii henri henriett hamlet himmler hindenburg hubert huang hyène ouate ouistiti
        hiatus haendel händel hébron helsinki heinz heidegger helmut hemingway homs hassan houellebecq yorkshire hippy
    """),
    decimal=",",
    thousands=("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", " ", ".", "’"),
    clock_marks=("h",),
    ordinal_endings=("ère", "ème", "ième", "nd", "nde"),
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 zéro 1 un une 2 deux 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 9 neuf 10 dix 11 onze 12 douze 13 treize 14
        quatorze 15 quinze 16 seize 20 vingt vingts 30 trente 40 quarante 50 cinquante 60 soixante 70 septante 80
        octante huitante 90 nonante 100 cent cents
    """),
    number_hints=hinted("""
        1 premier première premiers premières unique 2 deuxième deuxièmes second seconde seconds double doubles paire
        couple duo jumeaux jumelles demi demie moitié bilatéral bilatérale bilatéraux 3 troisième tiers triple trio 4
        quatrième quart quarts quadruple 5 cinquième cinquièmes 6 sixième 7 septième semaine 8 huitième huitièmes
        huitaine 9 neuvième neuf 10 dixième dizaine dizaines décennie décennies 11 onzième 12 douzième douzaine
        douzaines 14 quinzaine quinze 15 quinzième quinzaine 16 seizième 20 vingtième vingtaine 30 trentaine trentième
        40 quarantaine quarantième 50 cinquantaine cinquantième moitié 60 soixantaine 100 centaine centaines centième
        siècle siècles 1000 millier milliers millième
    """),
    scales=valued("""
        3 mille mil 6 million millions mio 9 milliard milliards mrd mds md 12 billion billions 18 trillion trillions
    """),
    short_scales=valued("3 k 6 m"),
    doubtful_cardinals=wordset("neuf"),
    tens_links=wordset("et"),
    halves=wordset("demi demie demis"),
    roughly=wordset("environ quelque quelques presque près"),
    hours=("h", "heures", "heure"),
    of_words=wordset("de d"),
    units=named("""
        % pour_cent pourcent; - cent cents; km km kilomètre kilomètres; m m mètre mètres; cm cm centimètre
        centimètres; mm mm millimètre millimètres; mi mile miles mille milles; nmi milles_nautiques mille_nautique
        milles_marins; ft pied pieds; in pouce pouces; yd yard yards verge verges; kg kg kilo kilos kilogramme
        kilogrammes; g gramme grammes; t tonne tonnes; oz once onces; lb|GBP|EGP|SYP|LBP livre livres; m2
        mètres_carrés mètre_carré; km2 kilomètres_carrés km_carrés; ha hectare hectares; ac acre acres; ft2
        pieds_carrés; mi2 miles_carrés milles_carrés; l litre litres; gal gallon gallons; bbl baril barils; m3
        mètres_cubes; km/h km_h kmh kilomètres_à_l kilomètres_heure kilomètres_par_heure; mph mph miles_à_l
        miles_par_heure; kn nœuds noeuds; °C|°F degré degrés; °C degrés_celsius; °F degrés_fahrenheit; s seconde
        secondes; min minute minutes; hour heure heures; day jour jours journée journées; week semaine semaines; month
        mois; year an ans année années; EUR euro euros eur; USD dollar dollars usd; GBP gbp livres_sterling
        livre_sterling; JPY yen yens; CNY yuan yuans renminbi; RUB rouble roubles rub; CHF franc francs chf;
        SEK|NOK|DKK|CZK couronne couronnes; PLN zloty zlotys; HUF forint forints huf; UAH hryvnia hryvnias; INR roupie
        roupies; TRY livre_turque livres_turques; MXN|ARS|CLP|COP peso pesos
    """),
    quotes=(("«", "»"), ("“", "”"), ("‹", "›"), ("‘", "’"), ("„", "”"), ('"', '"')),
    spaced_marks=":;!?»",
    address=wordset("m mm mme mlle monsieur madame mademoiselle maître"),
    negations=wordset("pas jamais rien personne aucun aucune non ni nul nulle"),
    negation_particles=wordset("ne n'"),
    half_with_particle=wordset("""
        que qu' plus guère point pu peut peuvent pouvait pouvaient pourrait pouvoir sait savait saurait saurais su sache cesse
        cessent cessait cessé cesser ose osent osait osé
    """),
    before_particle=wordset("""
        plus moins mieux pire meilleur meilleure autre autres autrement avant moins craindre craint crainte craignent
        craignait peur éviter évite empêcher empêche douter doute nier nie ni si s'
    """),
    half_negations=wordset(
        "sans sauf impossible refuser refuse refusé manque faute peu à_peine seulement empêcher éviter"
    ),
    abbreviations=wordset("""
        m. mm. mr. mrs. ms. dr. pr. st. ste. mgr. p. pp. no. nos. art. al. fig. chap. vol. éd. ed. cf. ex. p._ex.
        c.-à-d. c.à.d. i.e. e.g. etc. av. apr. av._j.-c. apr._j.-c. j.-c. env. min. max. h. sec. km. hab. tél. tel.
        bd. boul. rte. pl. fbg. imm. appt. dépt. ch. arr. bibl. cie. col. fasc. gén. gouv. gr. ibid. id. ill. inc.
        ing. introd. jr. janv. févr. juil. sept. oct. nov. déc. lieut. lt. ltd. méd. mme. mlle. op._cit. pdt. pres.
        prés. princ. prov. qq. qqn. réf. rép. s.a. s.a.r.l. s.n.c.f. soc. ss. suiv. suppl. théol. trad. trim. univ.
        vice-prés. vs. u.s. u.s.a. n.b. p.-s. p.-d._g. a.m. p.m. o.n.u. u.e. u.r.s.s. r.d.c. ph.d. r.-v. rdv. bcp.
        paragr. loc._cit. par_ex. et_al. prof. coll. dir. ft. t. part. par. n.
    """),
    closing=wordset("""
        a.m. p.m. s.a. s.a.r.l. inc. ltd. jr. u.s. u.s.a. o.n.u. u.e. u.r.s.s. r.d.c. j.-c. av._j.-c. apr._j.-c. h.
        km. min. max. hab. cie. p.-d._g. ph.d. s.n.c.f. arr. sec.
    """),
    counting=wordset("no. nos. p. pp. art. al. fig. chap. vol. ch. col. ex. t. part. par. n."),
    trailing=wordset("etc. suiv. ss. ibid. id."),
    capital_particles=True,
    particles=wordset("""
        de du des d' la le les l' van von der den dos da di del della al el ben bin ibn ould abu zu y e
    """),
    honorifics=wordset("""
        m. mm. mme mmes mlle mlles mr. mrs. ms. dr dr. docteur pr pr. professeur professeure me maître mgr monseigneur
        monsieur madame mademoiselle messieurs mesdames sir lord lady sainte saint st ste sœur frère père pape roi
        reine prince princesse duc duchesse comte comtesse baron baronne émir sultan cheikh ayatollah imam rabbin
        cardinal évêque archevêque abbé président présidente vice-président vice-présidente premier_ministre
        première_ministre ministre chancelier chancelière secrétaire sénateur sénatrice député députée maire
        gouverneur gouverneure préfet préfète commissaire ambassadeur ambassadrice général générale colonel colonelle
        commandant commandante capitaine lieutenant amiral maréchal sergent caporal juge procureur procureure avocat
        avocate directeur directrice patron patronne chef cheffe ex-président ex-présidente ex-ministre ex-premier
    """),
    indefinite=wordset("un une"),
    classifiers=wordset("""
        mouvement journal parti film livre roman album chanson groupe site association club festival
        programme émission magazine collectif série spectacle restaurant œuvre oeuvre union syndicat
        fédération société entreprise compagnie projet opération label marque single titre pièce tableau
        comédie documentaire clip tube jeu revue quotidien hebdomadaire mensuel podcast blog compte page
        application appli logiciel plateforme fondation ong liste coalition alliance agence studio café bar
        hôtel théâtre cinéma salle boîte prix trophée coupe exposition expo concert tournée campagne plan
        dispositif baptisé baptisée intitulé intitulée nommé nommée dit dite surnommé surnommée rubrique
        saga trilogie bande modèle version gamme quartier lieu-dit rue avenue boulevard place résidence
        collection maison éditions ex-parti mot terme expression slogan devise hashtag nom prénom
        département division filiale direction
        ministère secrétariat
    """),
    doubled=wordset("""
        nous vous très non oui si bla ha hé hi ho là plus jamais allons ah oh eh tam toc chut cha beaucoup mieux
    """),
    # Words that dictionaries or the press give both genders (Petit Robert, Office québécois de la langue française).
    doubtful_nouns=wordset("""
        covid après-midi avant-midi enzyme interview météorite oasis perce-neige amour orgue délice gens hymne alvéole
        amiante apostrophe autoroute chef député maire ministre juge wifi gps vidéo start-up startup job
    """),
    inflections=("s", "e", "es"),
    loans=wordset("""
        landtag landtage bundeswehr bundestag bundesrat bundesliga bundesbank bundesbanker land länder kindergarten blitzkrieg
        leitmotiv leitmotive leitmotivs ersatz diktat hinterland anschluss realpolitik ostpolitik weltanschauung
        zeitgeist wehrmacht luftwaffe reich reichstag reichsmark führer stasi gestapo kaiser kaiserreich kronprinz
        lied lieder kitsch krach loess lœss putsch schnaps bretzel bretzels edelweiss alpenstock vasistas choucroute
        strudel knödel schnitzel biergarten oktoberfest wurst currywurst schadenfreude weltschmerz doppelgänger
        gestalt bildungsroman sturm drang mittelstand energiewende autobahn autobahnen pickelhaube panzer sonderweg
        willkommenskultur wirtschaftswunder trabant trabi bauhaus jugendstil kunsthalle hochdeutsch schwyzerdütsch
        statthalter burgrave rösti frankfurter süddeutsche allgemeine rundschau handelsblatt tagesspiegel dax hartz
        schuss slalom rucksack bunker ecu thaler pfennig deutschemark deutsche volkswagen nazi nazis nazisme ss sa
        kapo kommandantur stalag oflag stolperstein stolpersteine gastarbeiter pegida spätzle berliner birchermüesli
        muesli müesli foehn föhn talweg poltergeist glockenspiel zugzwang hamster quark quartz nickel cobalt feldspath
        gneiss trinkhalle kanzler week-end week-ends weekend football foot rugby tennis basket-ball basket handball
        volley-ball golf match matches matchs score leader leaders leadership manager managers management marketing
        business businessman start-up startup startups start-ups smartphone smartphones web internet email emails
        e-mail e-mails mail mails blog blogs blogueur chat tweet tweets hashtag hashtags streaming podcast podcasts
        live show shows star stars casting film films thriller western jazz rock pop rap blues punk techno hip-hop
        single album tube hit hits box box-office top-model mannequin look design designer designers jean jeans
        tee-shirt t-shirt t-shirts sweat pull-over pull short shorts smoking shopping sandwich sandwichs hamburger
        hamburgers hot-dog ketchup bacon burger fast-food brunch cocktail cocktails whisky bar pub bars club clubs
        pressing parking parkings camping campings jogging footing dumping lobby lobbies lobbying meeting meetings
        briefing debriefing brainstorming burn-out stress stop test tests challenge coach coachs coaching sponsor
        sponsors fair-play corner penalty goal gardien record records sprint sprinter outsider open set round ring
        knock-out k.-o. boxe challenger holding cash crash boom trader traders trading hedge fund funds leasing spread
        swap brexit cluster clusters tracking low-cost crowdfunding coworking freelance turnover reporting audit
        budget slogan slogans reporter reporters interview interviews scoop scoops flash standing best-seller
        best-sellers fake news fact-checking storytelling buzz bluff gang gangs gangster gangsters kidnapping hold-up
        racket skinhead hooligan hooligans squat squats drone drones tank tanks jeep radar scanner laser badge badges
        container containers ferry ferries cargo steward jet jets charter black-out blackout lock-out boycott boycotts
        apartheid establishment impeachment shutdown packaging feedback deadline timing planning overdose dealer
        dealers dope crack joint sniper snipers cookies cookie spam firewall hacker hackers malware ransomware
        phishing cloud big data dollar dollars cent cents pound penny yard mile miles baby-boom baby-sitter boat
        people ghetto pogrom goulag apparatchik perestroïka glasnost tsar intifada charia jihad burqa hijab fatwa
        ayatollah imam halal casher kippa kibboutz tsunami karaté judo sushi manga mangas kamikaze samouraï karaoké
        geisha mafia paparazzi pizza pizzas pasta spaghetti opéra tempo maestro diva fiasco gazpacho paella corrida
        torero flamenco guérilla junte tapas tequila tango favela fado kiwi koala boomerang bungalow jungle safari
        apparatchiks datcha vodka blini toundra
    """),
)  # fmt: skip
