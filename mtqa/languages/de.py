"""German, as news of Germany, Austria and Switzerland writes it."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="de",
    name="German",
    tier="first-class",
    determiners={
        "der": "m.sg f.sg c.pl", "die": "f.sg c.pl", "das": "n.sg", "dem": "m.sg n.sg", "den": "m.sg c.pl",
        "des": "m.sg n.sg", "im": "m.sg n.sg", "am": "m.sg n.sg", "vom": "m.sg n.sg", "zum": "m.sg n.sg",
        "beim": "m.sg n.sg", "zur": "f.sg", "ins": "n.sg", "ans": "n.sg", "aufs": "n.sg", "fürs": "n.sg",
        "durchs": "n.sg", "ums": "n.sg", "übers": "n.sg", "unterm": "m.sg n.sg", "überm": "m.sg n.sg",
        "hinterm": "m.sg n.sg", "vorm": "m.sg n.sg", "vors": "n.sg", "ein": "m.sg n.sg", "eine": "f.sg",
        "einen": "m.sg", "einem": "m.sg n.sg", "eines": "m.sg n.sg", "einer": "f.sg", "kein": "m.sg n.sg",
        "keine": "f.sg c.pl", "keinen": "m.sg c.pl", "keinem": "m.sg n.sg", "keines": "m.sg n.sg",
        "keiner": "f.sg c.pl", "dieser": "m.sg f.sg c.pl", "diese": "f.sg c.pl", "dieses": "m.sg n.sg",
        "diesem": "m.sg n.sg", "diesen": "m.sg c.pl", "jener": "m.sg f.sg c.pl", "jene": "f.sg c.pl",
        "jenes": "m.sg n.sg", "jenem": "m.sg n.sg", "jenen": "m.sg c.pl", "jeder": "m.sg f.sg", "jede": "f.sg",
        "jedes": "m.sg n.sg", "jedem": "m.sg n.sg", "jeden": "m.sg", "welcher": "m.sg f.sg c.pl",
        "welche": "f.sg c.pl", "welches": "m.sg n.sg", "welchem": "m.sg n.sg", "welchen": "m.sg c.pl",
        "mancher": "m.sg f.sg c.pl", "manche": "f.sg c.pl", "manches": "m.sg n.sg", "manchem": "m.sg n.sg",
        "manchen": "m.sg c.pl", "solcher": "m.sg f.sg c.pl", "solche": "f.sg c.pl", "solches": "m.sg n.sg",
        "solchem": "m.sg n.sg", "solchen": "m.sg n.sg c.pl", "aller": "m.sg f.sg c.pl", "alle": "c.pl",
        "alles": "m.sg n.sg", "allem": "m.sg n.sg", "allen": "m.sg n.sg c.pl", "beide": "c.pl", "beiden": "c.pl",
        "beider": "c.pl", "einige": "f.sg c.pl", "einigen": "m.sg n.sg c.pl", "einiger": "m.sg f.sg c.pl",
        "mehrere": "c.pl", "mehreren": "c.pl", "mehrerer": "c.pl", "mein": "m.sg n.sg", "meine": "f.sg c.pl",
        "meinen": "m.sg c.pl", "meinem": "m.sg n.sg", "meines": "m.sg n.sg", "meiner": "f.sg c.pl",
        "dein": "m.sg n.sg", "deine": "f.sg c.pl", "deinen": "m.sg c.pl", "deinem": "m.sg n.sg",
        "deines": "m.sg n.sg", "deiner": "f.sg c.pl", "sein": "m.sg n.sg", "seine": "f.sg c.pl",
        "seinen": "m.sg c.pl", "seinem": "m.sg n.sg", "seines": "m.sg n.sg", "seiner": "f.sg c.pl",
        "ihr": "m.sg n.sg", "ihre": "f.sg c.pl", "ihren": "m.sg c.pl", "ihrem": "m.sg n.sg", "ihres": "m.sg n.sg",
        "ihrer": "f.sg c.pl", "unser": "m.sg n.sg", "unsere": "f.sg c.pl", "unseren": "m.sg c.pl",
        "unsren": "m.sg c.pl", "unserem": "m.sg n.sg", "unserm": "m.sg n.sg", "unseres": "m.sg n.sg",
        "unserer": "f.sg c.pl", "euer": "m.sg n.sg", "eure": "f.sg c.pl", "euren": "m.sg c.pl",
        "eurem": "m.sg n.sg", "eures": "m.sg n.sg", "eurer": "f.sg c.pl",
    },
    articles={
        "der": "m.sg f.sg c.pl", "die": "f.sg c.pl", "das": "n.sg", "dem": "m.sg n.sg", "den": "m.sg c.pl",
        "des": "m.sg n.sg", "ein": "m.sg n.sg", "eine": "f.sg", "einen": "m.sg", "einem": "m.sg n.sg",
        "eines": "m.sg n.sg", "einer": "f.sg",
    },
    prepositions=wordset("""
        an auf aus bei durch für gegen hinter in mit nach neben ohne seit über um unter von vor zu zwischen bis
        gegenüber während wegen trotz statt anstatt außer außerhalb innerhalb oberhalb unterhalb diesseits jenseits
        entlang gemäß laut dank mittels binnen ab pro per je samt nebst mitsamt zufolge zugunsten zulasten zuliebe
        aufgrund anhand anlässlich angesichts bezüglich hinsichtlich infolge inmitten mangels namens seitens
        ungeachtet unweit via wider zwecks entgegen einschließlich ausschließlich inklusive exklusive abzüglich
        zuzüglich nahe nördlich südlich östlich westlich im am vom zum beim zur ins ans aufs fürs durchs ums übers
        unterm überm hinterm vorm vors hinters untern
    """),
    coordinators=wordset("und oder"),
    conjunctions=wordset("""
        und oder aber denn sondern doch sowie wie als bzw beziehungsweise weder noch entweder sowohl dass daß ob weil
        da wenn falls sofern soweit sobald solange nachdem bevor ehe während obwohl obgleich obschon wenngleich indem
        damit sodass so_dass zumal indes indessen wohingegen statt anstatt jedoch desto umso je
    """),
    pronouns=wordset("""
        ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen man wer wen wem wessen was der die das
        den dem deren dessen denen derer derjenige diejenige dasjenige diejenigen derjenigen denjenigen demjenigen
        derselbe dieselbe dasselbe dieselben demselben denselben selbst selber jemand jemanden jemandem niemand
        niemanden niemandem etwas nichts alles alle einander einer eine eines keiner keines jeder jedermann mancher
        manche viele vieles vielen vieler wenige weniges wenigen mehrere einige beide beides andere anderen anderer
        anderes anderem welcher welche welches irgendein irgendeine irgendjemand irgendwer irgendetwas
    """),
    auxiliaries=wordset("""
        sein bin bist ist sind seid war warst waren wart sei seist seien seiet wäre wärst wären wäret gewesen seiend
        haben habe hast hat habt hatte hattest hatten hattet hätte hättest hätten hättet gehabt werden werde wirst
        wird werdet wurde wurdest wurden wurdet würde würdest würden würdet geworden worden können kann kannst könnt
        konnte konntest konnten konntet könnte könntest könnten könntet gekonnt könne müssen muss musst müsst musste
        musstest mussten musstet müsste müsstest müssten gemusst müsse muß mußte mußten sollen soll sollst sollt
        sollte solltest sollten solltet gesollt solle wollen will willst wollt wollte wolltest wollten wolltet gewollt
        wolle dürfen darf darfst dürft durfte durftest durften durftet dürfte dürftest dürften gedurft dürfe mögen mag
        magst mögt mochte mochten möchte möchtest möchten möchtet möge lassen lässt ließ ließen
    """),
    adverbs=wordset("""
        nicht nie niemals kaum nur auch noch schon bereits sehr zu so ganz recht ziemlich fast beinahe etwa rund circa
        knapp mehr weniger meist meistens immer oft häufig manchmal selten hier dort da dann nun jetzt heute gestern
        morgen bald wieder weiter weiterhin zudem außerdem dabei dafür dagegen daher dahin damals damit danach daneben
        daran darauf daraufhin daraus darin darüber darum darunter davon davor dazu dazwischen deshalb deswegen
        demnach dennoch trotzdem allerdings also eben gerade etwas einmal zweimal mal ja nein doch wohl eher
        vielleicht wieso warum wann wo woher wohin womit wofür wobei worauf woran worin worüber wodurch wozu weshalb
        wie hin her hinaus heraus hinein herein hinauf herunter hinunter vorbei zurück zusammen auseinander oben unten
        vorn vorne hinten links rechts draußen drinnen überall nirgends irgendwo irgendwie irgendwann erst zuerst
        zuletzt zunächst schließlich sonst insgesamt jeweils mindestens höchstens wenigstens zumindest sogar selbst
        lediglich bloß genau ebenfalls ebenso gleichfalls unterdessen inzwischen mittlerweile derzeit zurzeit vorher
        nachher seither seitdem bisher einst stets gern gerne lieber leider
    """),
    possessives=wordset("""
        mein meine meinen meinem meines meiner dein deine deinen deinem deines deiner sein seine seinen seinem seines
        seiner ihr ihre ihren ihrem ihres ihrer unser unsere unseren unserem unseres unserer unsre unsren unsrem
        unserm euer eure euren eurem eures eurer
    """),
    numerals=wordset("""
        null zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
        siebzehn achtzehn neunzehn zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert
        tausend einhundert eintausend eins
    """),
    decimal=",",
    thousands=(".", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", " ", "’", "'"),
    ordinal_dot=True,
    clock_word="Uhr",
    months=(
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember",
    ),
    weekdays=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 null 1 ein eins eine einen einem einer eines 2 zwei zwo zweier 3 drei dreier 4 vier 5 fünf 6 sechs 7 sieben
        8 acht 9 neun 10 zehn 11 elf 12 zwölf 13 dreizehn 14 vierzehn 15 fünfzehn 16 sechzehn 17 siebzehn 18 achtzehn
        19 neunzehn 20 zwanzig 30 dreißig dreissig 40 vierzig 50 fünfzig 60 sechzig 70 siebzig 80 achtzig 90 neunzig
        100 hundert
    """),
    number_hints=hinted("""
        1 erste ersten erster erstes erstmals einmal 2 zweite zweiten zweiter zweites beide beiden beider beides paar
        doppelt doppelte doppelten zweimal halb halbe halben halber halbes hälfte 3 dritte dritten dritter drittes
        drittel trio 4 vierte vierten viertel 5 fünfte fünften fünftel 6 sechste sechsten 7 siebte siebten siebente
        siebenten 8 achte achten achter achtel 10 jahrzehnt jahrzehnte jahrzehnten zehntel 12 dutzend dutzende 50
        halbe hälfte 100 hunderte hunderten jahrhundert jahrhunderte jahrhunderts 1000 tausende tausenden tausender
    """),
    scales=valued("""
        3 tausend tsd 6 million millionen mio 9 milliarde milliarden mrd mia 12 billion billionen bio 15 billiarde
        billiarden
    """),
    fuses_numbers=True,
    fused_links=("und",),
    fused_halves=("einhalb",),
    halves=wordset("halb halbe halben halber halbes"),
    roughly=wordset("etwa rund fast knapp ungefähr circa ca gut nahezu beinahe"),
    hours=("Uhr", "h", "Std"),
    units=named("""
        % prozent; km km kilometer kilometern kilometers; m m meter metern; cm cm zentimeter zentimetern; mm mm
        millimeter millimetern; mi meile meilen; nmi seemeile seemeilen; ft fuß fuss; in zoll; yd yard yards; kg kg
        kilo kilos kilogramm; g gramm; t tonne tonnen; oz unze unzen; lb|GBP|EGP|SYP|LBP pfund; m2 quadratmeter
        quadratmetern qm; km2 quadratkilometer quadratkilometern; ha hektar hektare; ac acre acres morgen; ft2
        quadratfuß; mi2 quadratmeile quadratmeilen; l liter litern; gal gallone gallonen; bbl barrel fass; m3
        kubikmeter kubikmetern; km/h km_h kmh stundenkilometer stundenkilometern tempo; mph mph meilen_pro_stunde; kn
        knoten; °C|°F grad; °C grad_celsius; °F grad_fahrenheit; s sekunde sekunden; min minute minuten; hour stunde
        stunden; day tag tage tagen; week woche wochen; month monat monate monaten; year jahr jahre jahren; EUR euro
        euros eur; USD dollar dollars usd; GBP gbp pfund_sterling; JPY yen jpy; CNY yuan renminbi cny; RUB rubel rub;
        CHF franken chf; SEK|NOK|DKK|CZK krone kronen; PLN zloty złoty pln; HUF forint huf; UAH hrywnja griwna uah;
        INR rupie rupien; TRY|- lira; MXN|ARS|CLP|COP peso pesos
    """),
    quotes=(("„", "“"), ("»", "«"), ("«", "»"), ("‚", "‘"), ("›", "‹"), ("‹", "›"), ("“", "”"), ('"', '"')),
    capital_nouns=True,
    capital_months=True,
    address=wordset("herr herrn frau"),
    negations=wordset("""
        nicht nie niemals niemand niemandem niemanden nichts kein keine keinen keinem keiner keines
        nein nirgends keinesfalls
    """),
    half_negations=wordset("""
        ohne nur kaum weder noch statt anstatt außer erst sondern weniger verhindern vermeiden lehnt
        ablehnen unmöglich wenig lehnen lehnte lehnten abgelehnt warnen warnt warnte warnten gewarnt widersprechen
        widerspricht widersprach widersprochen bestreiten bestreitet bestritt bestritten verweigern verweigert verweigerte
        fehlen fehlt fehlte fehlten entfallen entfällt entfiel ausgeblieben ausbleiben abgesagt absagen verbieten
        verbietet verbot verboten verzichten verzichtet verzichtete scheitern scheiterte gescheitert
        unterlassen vermied vermieden verhindert verhinderte weigern weigert weigerte dementieren dementiert
        dementierte
    """),
    abbreviations=wordset("""
        abb. abs. abschn. abt. abzgl. adr. ahd. akad. allg. alttest. amtl. anm. antw. apl. art. aufl. ausg. ausschl.
        az. bd. bde. beil. betr. bez. bf. bhf. bl. br. bspw. bzgl. bzw. ca. chr. d. dez. dgl. dipl. dipl.-ing. dr. dt.
        dtl. ebd. ebf. eig. einschl. engl. entspr. etc. etw. eur. ev. evang. evtl. e.v. exkl. expl. feb. febr. forts.
        fr. franz. frl. frz. gd. geb. gebr. gegr. gesch. gez. ggf. griech. gzj. h.c. hbf. hdb. hg. hln. hoh. hr. hrn.
        hrsg. i.a. i.d.r. i.v. inkl. ing. insb. insbes. int. ital. jan. jap. jg. jgd. jh. jhdt. jhd. jr. jun. jur.
        kath. kfm. kgl. kgr. kpt. lat. lfd. lt. ltd. luth. m.a. m.b.a. m.sc. b.a. b.sc. mdb. mind. min. mio. mr. mrd.
        mrs. ms. mtl. mwst. n.chr. v.chr. nachf. nds. neutest. nachm. niederl. nordd. norw. nov. nr. nrn. od. okt. op.
        österr. o.ä. o.g. p.a. pfd. pfr. ph.d. pkt. präs. prof. prov. pst. qm. russ. s. s.a. s.o. s.u. schw. schweiz.
        sen. sept. sep. sog. sogen. staatl. stdl. stellv. str. stv. südd. tel. tgl. tsd. u. u.a. u.ä. u.u. u.s. u.s.a.
        u.n. usf. usw. uff. ugs. unbek. univ. urspr. v. v.a. vergl. vgl. vizepräs. vors. vs. westd. wiss. wwe. z.b.
        z.t. z.zt. zzgl. zz. ztr. zus. zw. zgl. d.h. i.e. d.j. d.ä. z._b. d._h. u._a. v._a. i._d._r. z._t. o._ä. u._ä.
        s._o. s._u. e._v. i._v. i._a. n._chr. v._chr. m._e. u._u. z._zt. o._g. p._a. a._d. a._m. b._w. a._a._o. a.a.o.
        h._c. d._j. d._ä. i._h._v. i._s._d. u._s. v._l. n._r. v.l. n.r. m._a. u._s._w. b._a. st._gallen inc. corp. co.
        a.g. v.l.n.r. m.b.h. k.o. k._o. u.v.m. u._v._m. p.s. bes. max. mag. verh. gest. gen. hist. orig. reg. ehem.
        vorm. med. phil. inst. hl. st. ges. fam. et_al. std. sek. f. kap. fig. pos. par. p. ff. wm. sra. sr. lic.
        cmdr. gov. rep.
    """),
    closing=wordset("""
        jan. feb. febr. okt. nov. dez. sept. inc. corp. ltd. co. jr. jun. sen. n.chr. v.chr. n._chr. v._chr. jh. jhdt.
        jhd. mio. mrd. tsd. u.s.a. u.s. s.a. p.a. p._a. a._d. k.o. k._o. ebd. mwst. hbf. bhf. d._j. d.j. d.ä. d._ä.
        min. v._l. n._r. v.l. n.r. h.c. h._c. v.l.n.r. ph.d. m.a. m._a. b._w. std. sek. max. mag. gest. f. u.a. u._a.
    """),
    counting=wordset("abs. art. nr. nrn. s. kap. bd. bde. abb. fig. anm. pos. pkt. par. jg. aufl. op. p."),
    trailing=wordset("usw. etc. usf. ff. o.ä. o._ä. u.ä. u._ä. dgl. e.v. e._v. u.v.m. u._v._m. u._s._w. m.b.h."),
    particles=wordset("""
        von vom zu zum zur und der den dem van ten ter de du des la le di da del della al el bin ibn ben abu ould ap
        af av y e
    """),
    honorifics=wordset("""
        herr herrn herren frau frauen fräulein dr. dr dres. prof. prof mag. dipl.-ing. ing. st. hl. sankt sir lord
        lady mr. mrs. ms. baron baronin freiherr freifrau graf gräfin fürst fürstin herzog herzogin prinz prinzessin
        könig königin kaiser kaiserin papst bischof erzbischof kardinal pfarrer pastor pater bruder schwester imam
        ajatollah scheich emir sultan rabbiner präsident präsidentin staatspräsident staatspräsidentin vizepräsident
        vizepräsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin altkanzler premier
        premierminister premierministerin ministerpräsident ministerpräsidentin regierungschef regierungschefin
        staatschef staatschefin minister ministerin außenminister außenministerin innenminister innenministerin
        finanzminister finanzministerin verteidigungsminister verteidigungsministerin justizminister
        wirtschaftsminister gesundheitsminister umweltminister bundesrat bundesrätin staatssekretär staatssekretärin
        landeshauptmann bürgermeister bürgermeisterin oberbürgermeister senator senatorin gouverneur gouverneurin
        abgeordneter abgeordnete kommissar kommissarin kommissionspräsidentin botschafter botschafterin general
        generalin oberst major hauptmann leutnant admiral feldmarschall richter richterin staatsanwalt staatsanwältin
        anwalt anwältin professor professorin doktor direktor direktorin trainer trainerin kapitän chef chefin
        parteichef parteichefin fraktionschef generalsekretär generalsekretärin ex-präsident ex-kanzler ex-minister
        sprecher sprecherin
    """),
    indefinite=wordset("ein eine einen einem einer eines"),
    doubled=wordset("""
        die der das den dem sie ihr wir uns es was wie so ja nein ha sehr wenn immer lange viel nie durch für an über
        nach um bis in zu vor bla tschüss wer du ich er deren dessen hin dass man sich aus auf mit ein
    """),
    compound_links=("", "s", "n", "en", "es", "er", "e"),
    name_endings=(
        "mann", "berg", "feld", "bach", "hof", "burg", "stein", "meier", "meyer", "maier",
        "mayer", "dorf", "hausen", "heim", "schmid", "schmidt", "bauer", "müller", "burger", "berger",
        "brunner", "huber", "wald", "thal", "tal", "see", "haus", "hofer", "hauser", "felder",
        "bacher", "dorfer", "steiner", "thaler", "reuter", "werth", "platz", "ring", "strasse", "gasse",
        "allee", "park", "brück", "brücken", "stadt", "städt", "kirchen", "münster", "ing", "macher",
        "hardt", "feldt", "reich", "graf", "vogel", "land", "heide", "steig", "hafen",
    ),
    # Nouns with two genders in print, the last parts of compounds too (Duden).
    doubtful_nouns=wordset("""
        virus meter liter teil blog joghurt event laptop radar erbe filter keks bonbon cola mail service terminal spray
        sims gehalt gefallen verdienst moment kunde band bund hut kiefer leiter mangel messer schild see steuer tau tor
        flur golf heide mark otter rabe raster knäuel barock biotop bereich dschungel dotter dress fakt fussel
        gummi gully hektar download upload iglu katapult kehricht klafter login marzipan match münster
        newsletter pack pontifikat poster puder python rebus rhododendron sample sandwich schlamassel schnipsel
        schrot silo taxi tattoo techno teller triangel trikot tunnel viadukt zigarillo zölibat zubehör update account
        app brexit lockdown tweet podcast hashtag backup feed level ticket essay interview quiz
        uhr moor fels friede gedanke glaube wille name single partner
    """),
    inflections=("e", "en", "er", "es", "em", "s"),
    loans=wordset("""
        team teams job jobs baby babys meeting meetings trainer manager managerin management marketing fan fans hobby
        hobbys party partys show shows star stars song songs hit hits band bands album alben single popstar rap rock
        jazz blues punk techno pop film filme thriller comedy comics comic cartoon cast casting soundtrack festival
        festivals event events computer laptop laptops smartphone smartphones handy handys tablet tablets internet
        website websites homepage online offline email e-mail e-mails mail mails app apps blog blogs blogger tweet
        tweets post posts chat chats link links server software hardware update updates download downloads upload
        browser cookie cookies spam hacker hackern cyber cloud streaming stream podcast podcasts youtuber influencer
        influencerin hashtag selfie selfies user screenshot start-up start-ups startup startups business deal deals
        boom booms crash banker boss chef investor investoren broker trader holding leasing controlling outsourcing
        cashflow budget budgets discounter supermarkt shop shops shopping onlineshop outlet center city cities service
        services check checks checkpoint ticket tickets camp camps camping trip trips tour touren tourist touristen
        charter jet jets pilot crew cockpit container lkw truck trucks scooter e-scooter bike bikes mountainbike
        e-bike carsharing airbag van suv limousine tunnel sport training coach coaches match foul fouls tor keeper
        team-chef comeback cup finale sprint sprinter doping fitness jogging tennis golf hockey basketball handball
        volleyball rugby surfen boxen boxer k.o. ranking playoff playoffs league champions fair fairness outsider
        tie-break slalom stress burnout stopp test tests trend trends tipp tipps workshop workshops know-how
        brainstorming briefing feedback deadline timing interview interviews reporter news newsletter story storys
        headline fake fakes statement statements slogan kampagne lobby lobbyist lobbyisten lobbying brexit lockdown
        lockdowns homeoffice shutdown impeachment whistleblower think tank thinktank hearing tanks drone sniper
        gangster gang gangs dealer kidnapping killer mafia hooligan hooligans razzia bunker bazooka jeep raid teenager
        teenie kids girl girls boy boys cowboy cowboys clown clowns gag gags joke quiz talkshow moderator sandwich
        burger hamburger pommes fast food snack snacks drink drinks cocktail cocktails bar bars club clubs pub pubs
        steak steaks ketchup toast chips keks cornflakes brunch müsli pizza pasta spaghetti espresso cappuccino jeans
        t-shirt t-shirts shirt shirts pullover blazer look outfit make-up model models design designer designerin
        style lifestyle cool clever smart live okay ok sorry hello balkon büro chance chancen saison restaurant
        restaurants hotel hotels café cafés portemonnaie milieu niveau affäre genre regime engagement attentat
        attentate gendarmerie gendarm de force élysée bourgeoisie countdown count-down high-tech hightech jackpot
        job-center jobcenter leader limit mainstream major minister mob monitor motel musical nonstop open air
        pipeline pipelines poker power primetime provider public viewing radar recycling remake roadmap safari scanner
        score secondhand second-hand set sex sexy skateboard sketch slang slum slums snowboard sound spot spots spray
        spread squash standing steward stewardess stunt surfer swing talk taskforce task toilette tuning twen
        underground upgrade video videos virus watchdog western whirlpool whisky workout yacht yachten yoga zoom
        tsunami sushi karate judo kamikaze geisha manga perestroika glasnost sputnik datscha wodka zar kreml oblast
        intifada dschihad scharia imam ayatollah burka hidschab guerilla junta macho siesta paella
    """),
)  # fmt: skip
