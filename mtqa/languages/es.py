"""Spanish, as news of Spain and Latin America writes it."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="es",
    name="Spanish",
    tier="first-class",
    determiners={
        "el": "m.sg", "la": "f.sg", "lo": "n.sg", "los": "m.pl", "las": "f.pl", "al": "m.sg", "del": "m.sg",
        "un": "m.sg", "una": "f.sg", "unos": "m.pl", "unas": "f.pl", "este": "m.sg", "esta": "f.sg",
        "estos": "m.pl", "estas": "f.pl", "ese": "m.sg", "esa": "f.sg", "esos": "m.pl", "esas": "f.pl",
        "aquel": "m.sg", "aquella": "f.sg", "aquellos": "m.pl", "aquellas": "f.pl", "mi": "c.sg", "mis": "c.pl",
        "tu": "c.sg", "tus": "c.pl", "su": "c.sg", "sus": "c.pl", "nuestro": "m.sg", "nuestra": "f.sg",
        "nuestros": "m.pl", "nuestras": "f.pl", "vuestro": "m.sg", "vuestra": "f.sg", "vuestros": "m.pl",
        "vuestras": "f.pl", "cuyo": "m.sg", "cuya": "f.sg", "cuyos": "m.pl", "cuyas": "f.pl", "todo": "m.sg",
        "toda": "f.sg", "todos": "m.pl", "todas": "f.pl", "algún": "m.sg", "alguna": "f.sg", "algunos": "m.pl",
        "algunas": "f.pl", "ningún": "m.sg", "ninguna": "f.sg", "ningunos": "m.pl", "ningunas": "f.pl",
        "otro": "m.sg", "otra": "f.sg", "otros": "m.pl", "otras": "f.pl", "mucho": "m.sg", "mucha": "f.sg",
        "muchos": "m.pl", "muchas": "f.pl", "poco": "m.sg", "poca": "f.sg", "pocos": "m.pl", "pocas": "f.pl",
        "varios": "m.pl", "varias": "f.pl", "ambos": "m.pl", "ambas": "f.pl", "cada": "c.sg", "cualquier": "c.sg",
        "cualesquiera": "c.pl", "cierto": "m.sg", "cierta": "f.sg", "ciertos": "m.pl", "ciertas": "f.pl",
        "tanto": "m.sg", "tanta": "f.sg", "tantos": "m.pl", "tantas": "f.pl", "cuánto": "m.sg", "cuánta": "f.sg",
        "cuántos": "m.pl", "cuántas": "f.pl", "qué": "c.sg c.pl", "demasiado": "m.sg", "demasiada": "f.sg",
        "demasiados": "m.pl", "demasiadas": "f.pl", "sendos": "m.pl", "sendas": "f.pl", "diversos": "m.pl",
        "diversas": "f.pl", "dicho": "m.sg", "dicha": "f.sg", "dichos": "m.pl", "dichas": "f.pl", "tal": "c.sg",
        "tales": "c.pl", "mismo": "m.sg", "misma": "f.sg", "mismos": "m.pl", "mismas": "f.pl",
    },
    articles={
        "el": "m.sg", "la": "f.sg", "lo": "n.sg", "los": "m.pl", "las": "f.pl", "al": "m.sg", "del": "m.sg",
        "un": "m.sg", "una": "f.sg", "unos": "m.pl", "unas": "f.pl",
    },
    # Nouns in stressed a-: "el agua", "un arma", "ningún área"; "esta agua", "las aguas".
    masculine_article=wordset("""
        agua águila ala alba alga alma alta ama ánima ánfora ancla anca ansia ara arca área aria arma arpa asa ascua
        asma aspa asta aula ave aya haba habla hacha hada hambre hampa haya haz acta álgebra alza ánade áncora ápoca
        arte árnica aura abra áfrica asia auca hidra_
    """) - wordset("hidra_ ápoca alta ama"),
    determiner_forms=(
        "el la los las", "un una unos unas", "este esta estos estas", "ese esa esos esas", "aquel aquella aquellos aquellas",
        "nuestro nuestra nuestros nuestras", "cuyo cuya cuyos cuyas", "todo toda todos todas", "algún alguna algunos algunas",
        "ningún ninguna", "otro otra otros otras", "mucho mucha muchos muchas", "poco poca pocos pocas", "varios varias",
        "ambos ambas", "cierto cierta ciertos ciertas", "dicho dicha dichos dichas", "diversos diversas",
    ),
    prepositions=wordset("""
        a ante bajo cabe con contra de desde durante en entre hacia hasta mediante para por según sin so sobre tras
        versus vía excepto salvo incluso pro al del junto dentro fuera cerca lejos encima debajo delante detrás
        alrededor acerca respecto conforme allende vs
    """),
    contracted={"a el": "al", "de el": "del"},
    coordinators=wordset("y e o u"),
    conjunctions=wordset("""
        y e ni o u pero mas sino que si porque pues aunque como cuando donde mientras conque luego siquiera sea ya
        bien apenas salvo según
    """),
    pronouns=wordset("""
        yo tú vos usted él ella ello nosotros nosotras vosotros vosotras ustedes ellos ellas me te se nos os lo la los
        las le les mí ti sí conmigo contigo consigo que quien quienes cual cuales qué quién quiénes cuál cuáles cuanto
        cuanta cuantos cuantas esto eso aquello este esta estos estas ese esa esos esas aquel aquella aquellos
        aquellas éste ésta éstos éstas ése ésa ésos ésas aquél aquélla aquéllos aquéllas alguien algo nadie nada
        alguno ninguno uno cualquiera quienquiera todo todos todas otro otros otras mismo misma
    """),
    auxiliaries=wordset("""
        ser soy eres es somos sois son era eras éramos erais eran fui fuiste fue fuimos fuisteis fueron seré serás
        será seremos seréis serán sería serías seríamos seríais serían sea seas seamos seáis sean fuera fueras
        fuéramos fueran fuese fuesen sido siendo estar estoy estás está estamos estáis están estaba estabas estábamos
        estaban estuve estuvo estuvimos estuvieron estará estarán estaría estarían esté estén estemos estuviera
        estuvieran estuviese estado estando haber he has ha hemos habéis han había habías habíamos habíais habían hube
        hubo hubieron habré habrás habrá habremos habrán habría habrías habríamos habrían haya hayas hayamos hayan
        hubiera hubieras hubiéramos hubieran hubiese hubiesen habido habiendo hay poder puedo puedes puede podemos
        podéis pueden podía podían pudo pudieron podrá podrán podría podrían podríamos pueda puedan pudiera pudieran
        pudiese podido pudiendo deber debo debes debe debemos debéis deben debía debían debió debieron deberá deberán
        debería deberían deba deban debiera debieran debido querer quiero quieres quiere queremos quieren quería
        querían quiso quisieron querrá querría quiera quieran quisiera tener tengo tienes tiene tenemos tenéis tienen
        tenía tenían tuvo tuvieron tendrá tendrán tendría tendrían tenga tengan tuviera tuvieran tenido teniendo ir
        voy vas va vamos vais van iba iban irá irán iría vaya vayan yendo ido soler suele suelen solía solían
    """),
    adverbs=wordset("""
        no nunca jamás tampoco también muy más menos tan tanto mucho poco bastante demasiado casi apenas sólo solo
        solamente ya aún aun todavía siempre ahora entonces luego después antes hoy ayer mañana anoche aquí ahí allí
        allá acá así bien mal mejor peor cómo cuándo dónde adónde adonde incluso además quizá quizás acaso arriba
        abajo dentro fuera cerca lejos delante detrás encima debajo adelante atrás pronto tarde temprano asimismo
        sobre_todo sin_embargo no_obstante mientras inclusive excepto medio algo nada
    """),
    possessives=wordset("""
        mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras mío mía míos mías
        tuyo tuya tuyos tuyas suyo suya suyos suyas cuyo cuya cuyos cuyas
    """),
    numerals=wordset("""
        cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
        dieciocho diecinueve veinte veintiuno veintiún veintiuna veintidós veintitrés veinticuatro veinticinco
        veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
        ciento doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos quinientas mil
    """),
    decimal=",",
    thousands=(".", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", " ", ","),
    clock_marks=("h", "p.m."),
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 cero 1 un uno una 2 dos 3 tres 4 cuatro 5 cinco 6 seis 7 siete 8 ocho 9 nueve 10 diez 11 once 12 doce 13
        trece 14 catorce 15 quince 16 dieciséis 17 diecisiete 18 dieciocho 19 diecinueve 20 veinte 21 veintiuno
        veintiún veintiuna 22 veintidós 23 veintitrés 24 veinticuatro 25 veinticinco 26 veintiséis 27 veintisiete 28
        veintiocho 29 veintinueve 30 treinta 40 cuarenta 50 cincuenta 60 sesenta 70 setenta 80 ochenta 90 noventa 100
        cien ciento 200 doscientos doscientas 300 trescientos trescientas 400 cuatrocientos cuatrocientas 500
        quinientos quinientas 600 seiscientos seiscientas 700 setecientos setecientas 800 ochocientos ochocientas 900
        novecientos novecientas
    """),
    number_hints=hinted("""
        1 primer primero primera primeros primeras único única 2 segundo segunda segundos ambos ambas doble par pareja
        dúo dobles medio media mitad gemelos 3 tercer tercero tercera tercio tercios triple trío 4 cuarto cuarta
        cuartos 5 quinto quinta 6 sexto sexta 7 séptimo séptima 8 octavo octava octavos 9 noveno novena 10 décimo
        décima decena decenas década décadas 12 docena docenas 14 quincena 15 quincena quincenal 20 veintena 30
        treintena 40 cuarentena 50 mitad cincuentena 100 centenar centenares siglo siglos 1000 millar millares miles
    """),
    scales=valued("""
        3 mil 6 millón millones mill mio 9 millardo millardos 12 billón billones 18 trillón trillones
    """),
    tens_links=wordset("y"),
    halves=wordset("medio media"),
    roughly=wordset("unos unas casi cerca alrededor aproximadamente"),
    hours=("h", "horas", "hs", "hrs"),
    of_words=wordset("de"),
    units=named("""
        % por_ciento porciento; km km kilómetro kilómetros; m m metro metros; cm cm centímetro centímetros; mm mm
        milímetro milímetros; mi milla millas; nmi millas_náuticas; ft pie pies; in pulgada pulgadas; yd yarda yardas;
        kg kg kilo kilos kilogramo kilogramos; g gramo gramos; t tonelada toneladas; oz onza onzas; lb|GBP|EGP|SYP|LBP
        libra libras; m2 metros_cuadrados; km2 kilómetros_cuadrados; ha hectárea hectáreas; ac acre acres; ft2
        pies_cuadrados; mi2 millas_cuadradas; l litro litros; gal galón galones; bbl barril barriles; m3
        metros_cúbicos; km/h km_h kmh kilómetros_por_hora; mph mph millas_por_hora; kn nudos; °C|°F grado grados; °C
        grados_centígrados grados_celsius; °F grados_fahrenheit; s segundo segundos; min minuto minutos; hour hora
        horas; day día días; week semana semanas; month mes meses; year año años; EUR euro euros eur; USD dólar
        dólares usd; GBP gbp libras_esterlinas; JPY yen yenes; CNY yuan yuanes renminbi; RUB rublo rublos; CHF franco
        francos chf; SEK|NOK|DKK|CZK corona coronas; PLN zloty zlotys; HUF forinto forintos huf florines; UAH grivna
        grivnas jrivnia; INR rupia rupias; TRY|- lira liras; MXN|ARS|CLP|COP peso pesos
    """),
    quotes=(("«", "»"), ("“", "”"), ("‘", "’"), ('"', '"')),
    address=wordset("sr sra srta señor señora señorita don doña"),
    negations=wordset("no nunca jamás nadie nada ningún ninguno ninguna tampoco"),
    half_negations=wordset(
        "ni sin sólo solo apenas sino excepto salvo hasta imposible evitar impedir rechazar falta menos"
        " evita evitó impide impidió rechaza rechazó faltan faltaba carece carecen negar niega negó negaron prohibir"
        " prohíbe prohibió prohibido advertir advierte advirtió cancelado cancelar dejar dejó deja ausencia rara raramente"
    ),
    abbreviations=wordset("""
        sr. sra. srta. sres. sras. srtas. dª. dña. dr. dra. dres. dras. prof. profa. lic. licda. ing. arq. abog. mtro.
        mtra. gral. cnel. tte. cdte. sgto. alm. pdte. pdta. presid. vicepdte. mons. pbro. sto. sta. ud. uds. vd. vds.
        excmo. excma. ilmo. ilma. rvdo. rvda. hno. hna. hnos. a.c. d.c. a._c. d._c. a._de_c. d._de_c. a._j.c. d._j.c.
        a.m. p.m. a._m. p._m. art. arts. pág. págs. p. pp. núm. núms. n.º n.o no. nro. nros. vol. vols. ed. eds. fig.
        figs. ej. p.ej. p._ej. etc. cf. cfr. vs. ibid. ibíd. íd. op._cit. sigs. aprox. apdo. avda. avd. ctra. pza.
        plza. pl. pso. p.º dpto. depto. esq. izq. izda. dcha. teléf. tfno. tlf. telf. admón. adm. asoc. atte. ayto.
        bco. bibl. cía. cia. c.ía. corp. inc. ltda. s.a. s._a. s.l. s._l. s.a.u. s.l.u. s.a.d. s.c. s.r.l.
        s._a._de_c._v. s.a.b. s.a.p.i. ee.uu. ee._uu. e.u.a. u.s. u.e. o.n.u. rr.hh. rr._hh. ff.aa. ff._aa. cc.oo.
        cc._oo. jj.oo. jj._oo. ff.cc. d.f. n.y. l.a. c.f. f.c. u.d. r.d. s.m. ss.mm. aa.rr. s.s. r.a.e. i.v.a. d.n.i.
        p.d. n._del_t. n._de_la_r. gov. febr. mzo. agto. sept. máx. mín. rte. subdir. univ. vto. vda. jr. st. ph.d.
        i.e. e.g. fdo. ntra. ntro. entlo. dto. gta. hda. mtz. fdez. fco. hdez. glez. gmo. m.ª mª. j.c. j._c. q.e.p.d.
        av. dir. gob. cl. edif. prov. incl. tel. fr. ft. ms. mr. mrs. et_al. por_ej. inst. reg. s. ref. min. seg. km.
        kg. hab. hrs. h. ha. mill. e.u. ltd. co. ene. feb. abr. ago. sep. oct. nov. dic. cap. caps. t. col. sec. ss.
        a._e._c. d._e._c. v. cmdr. rep. sen.
    """),
    closing=wordset("""
        a.m. p.m. a._m. p._m. a.c. d.c. a._c. d._c. a._de_c. d._de_c. a._j.c. d._j.c. s.a. s._a. s.l. s._l. s.a.u.
        s.l.u. s.a.d. s.c. s.r.l. s._a._de_c._v. s.a.b. s.a.p.i. ee.uu. ee._uu. e.u.a. u.s. u.e. o.n.u. rr.hh. rr._hh.
        ff.aa. ff._aa. cc.oo. cc._oo. jj.oo. jj._oo. d.f. n.y. l.a. c.f. f.c. u.d. inc. ltda. corp. cía. jr. ph.d.
        i.v.a. d.n.i. uds. ud. vd. vds. j.c. j._c. q.e.p.d. máx. mín. aprox. r.a.e. dpto. depto. ayto. univ. sept.
        min. seg. km. kg. hab. hrs. h. ha. mill. e.u. ltd. co. ene. feb. abr. ago. sep. oct. nov. dic. a._e._c.
        d._e._c.
    """),
    trailing=wordset("etc. ss. sigs. ibid. ibíd. íd."),
    counting=wordset("""
        art. arts. cap. caps. pág. págs. p. pp. núm. núms. n.º n.o no. nro. nros. vol. vols. t. fig. figs. ej. col.
        sec.
    """),
    capital_particles=True,
    particles=wordset("""
        de del la las los el y e i da dos das do van von der den di du le al bin ibn ben abu san santa ap
    """),
    honorifics=wordset("""
        sr. sra. srta. sres. sras. señor señora señorita señores don doña dña. dr. dra. doctor doctora prof. profesor
        profesora lic. licenciado licenciada ing. ingeniero ingeniera arq. gral. general cnel. coronel tte. teniente
        capitán comandante sargento almirante mariscal mons. monseñor padre hermano hermana fray sor san santo santa
        papa rey reina príncipe princesa infanta infante duque duquesa conde condesa marqués marquesa barón baronesa
        emperador emir sultán jeque ayatolá imán rabino cardenal obispo arzobispo sir lord lady mr. mrs. ms.
        presidente presidenta expresidente expresidenta vicepresidente vicepresidenta primer_ministro primera_ministra
        ministro ministra exministro exministra canciller secretario secretaria senador senadora diputado diputada
        alcalde alcaldesa gobernador gobernadora comisario comisaria embajador embajadora consejero consejera juez
        jueza fiscal magistrado magistrada abogado abogada director directora entrenador técnico jefe jefa líder
        portavoz maestro
    """),
    indefinite=wordset("un una unos unas"),
    classifiers=wordset("""
        movimiento periódico diario partido película libro novela álbum canción grupo sitio asociación club
        festival programa revista colectivo serie espectáculo restaurante obra unión sindicato federación
        sociedad empresa compañía proyecto operación sello marca título tema comedia documental juego
        fundación coalición alianza agencia estudio café bar hotel teatro cine sala premio trofeo copa
        exposición concierto gira campaña plan llamado llamada titulado titulada denominado denominada
        barrio calle avenida plaza colección editorial palabra término expresión lema nombre departamento
        banda canal cadena web blog aplicación plataforma
        ministerio secretaría
    """),
    doubled=wordset("no sí ya muy bla ja je que se casi poco así nos mucho tan nunca todo bien más walla bora duran"),
    # Nouns of two genders in print (Diccionario panhispánico de dudas).
    doubtful_nouns=wordset("""
        mar internet covid coronavirus web radio azúcar calor sartén maratón lente tilde agravante atenuante interrogante
        dote margen orden frente cura capital editorial guardia policía parte cólera cometa corte pendiente final puente
        arte tanga pijama wifi vodka prez pelambre linde hojaldre herpes dínamo cobaya bikini autostop anatema acné
        terminal vocal apóstrofe presidente modelo juez jefe cliente oficial médico ministro soldado piloto miembro testigo bebé
    """),
    inflections=("s", "es"),
    loans=wordset("""
        landtag landtage bundeswehr bundestag bundesrat bundesliga bundesbank land länder kindergarten blitzkrieg leitmotiv ersatz
        diktat hinterland anschluss realpolitik ostpolitik weltanschauung zeitgeist wehrmacht luftwaffe reich
        reichstag führer stasi gestapo káiser kaiser lied lieder kitsch putsch pretzel strudel schnitzel oktoberfest
        schadenfreude doppelgänger gestalt bildungsroman mittelstand energiewende autobahn panzer bauhaus deutsche
        volkswagen nazi nazis kommandatura búnker bunker poltergeist hámster hamster cuarzo spätzle stolperstein
        stolpersteine pfennig trabant muesli software hardware internet web online offline email e-mail mail blog
        blogs chat chats tweet tweets hashtag hashtags selfie selfies app apps smartphone smartphones tablet tablets
        router streaming podcast podcasts youtuber youtubers influencer influencers hacker hackers malware ransomware
        phishing spam cookie cookies cloud big data bot bots link links click marketing branding manager managers
        management holding leasing renting trading trader traders broker brokers hedge fund funds startup startups
        start-up business coaching coach networking coworking freelance outsourcing feedback briefing brainstorming
        meeting meetings workshop stock crash boom rating ranking rankings top dumping lobby lobbies lobbista show
        shows reality casting film thriller western remake trailer trailers teaser spoiler spoilers blockbuster star
        stars rock pop rap jazz blues punk heavy metal hip-hop techno house indie single hit hits tour fan fans fandom
        backstage sketch gag cómic comic cómics best-seller best-sellers bestseller bestsellers fútbol penalti córner
        sprint sprints sprinter ring round set sets match ball match-ball break tie-break playoff playoffs play-off
        play-offs final four racing kart motocross rally rallies rugby golf hockey surf windsurf snowboard skate
        crossfit running runner runners trail pressing hat-trick doping fair play récord ránking box boxes pit lane
        pole pole-position paddock stand stands parking camping ferry ferris jet jets charter overbooking low cost
        check-in lounge resort spa hall sandwich sándwich hot dog burger bacon ketchup brunch snack catering chef
        gourmet menú buffet buffets champagne cava jersey short shorts jean jeans look fashion glamour shopping outlet
        mall gym fitness pilates piercing bikini gang gangster gángster hooligan hooligans skinhead sniper dealer
        crack stop sexy sex-appeal gay gais gays drag queen bullying mobbing grooming stalker sexting fake news
        trending topic boicot boicots apartheid impeachment shutdown brexit lockdown whistleblower think tank
        thinktank establishment sheriff lord lady sir míster mister miss tsunami karate judo sushi manga anime
        kamikaze samurái karaoke geisha ninja mafia paparazzi pizza pizzas pasta espagueti libretto soprano diva
        vendetta capo pianissimo ghetto glasnost perestroika sputnik zar duma kremlin gulag pogromo pogrom apparatchik
        politburó vodka dacha intifada yihad sharia fatua burka hiyab imán ayatolá muecín talibán peshmerga kebab
        falafel boutique chic élite atelier toilette souvenir souvenirs bricolage ballet debut début collage croissant
        cruasán chalet chalés amateur affaire boulevard cabaret dossier premier première crêpe mousse foie gras
        gendarme gendarmes tournée ertzaintza lehendakari batzoki abertzale borroka kale ikastola etarra aberri mossos
        esquadra mosso generalitat president conseller consellera govern parlament procés diada castell castells
        senyera estelada xunta pazo parlamento
    """),
)  # fmt: skip
