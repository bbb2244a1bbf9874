"""Portuguese, as news of Portugal and Brazil writes it."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="pt",
    name="Portuguese",
    tier="supported",
    determiners={
        "o": "m.sg", "a": "f.sg", "os": "m.pl", "as": "f.pl", "um": "m.sg", "uma": "f.sg", "uns": "m.pl",
        "umas": "f.pl", "do": "m.sg", "da": "f.sg", "dos": "m.pl", "das": "f.pl", "no": "m.sg", "na": "f.sg",
        "nos": "m.pl", "nas": "f.pl", "ao": "m.sg", "à": "f.sg", "aos": "m.pl", "às": "f.pl", "pelo": "m.sg",
        "pela": "f.sg", "pelos": "m.pl", "pelas": "f.pl", "num": "m.sg", "numa": "f.sg", "nuns": "m.pl",
        "numas": "f.pl", "dum": "m.sg", "duma": "f.sg", "este": "m.sg", "esta": "f.sg", "estes": "m.pl",
        "estas": "f.pl", "esse": "m.sg", "essa": "f.sg", "esses": "m.pl", "essas": "f.pl", "aquele": "m.sg",
        "aquela": "f.sg", "aqueles": "m.pl", "aquelas": "f.pl", "deste": "m.sg", "desta": "f.sg", "destes": "m.pl",
        "destas": "f.pl", "desse": "m.sg", "dessa": "f.sg", "desses": "m.pl", "dessas": "f.pl", "daquele": "m.sg",
        "daquela": "f.sg", "daqueles": "m.pl", "daquelas": "f.pl", "neste": "m.sg", "nesta": "f.sg",
        "nestes": "m.pl", "nestas": "f.pl", "nesse": "m.sg", "nessa": "f.sg", "nesses": "m.pl", "nessas": "f.pl",
        "naquele": "m.sg", "naquela": "f.sg", "naqueles": "m.pl", "naquelas": "f.pl", "àquele": "m.sg",
        "àquela": "f.sg", "àqueles": "m.pl", "àquelas": "f.pl", "meu": "m.sg", "minha": "f.sg", "meus": "m.pl",
        "minhas": "f.pl", "teu": "m.sg", "tua": "f.sg", "teus": "m.pl", "tuas": "f.pl", "seu": "m.sg",
        "sua": "f.sg", "seus": "m.pl", "suas": "f.pl", "nosso": "m.sg", "nossa": "f.sg", "nossos": "m.pl",
        "nossas": "f.pl", "vosso": "m.sg", "vossa": "f.sg", "vossos": "m.pl", "vossas": "f.pl", "cujo": "m.sg",
        "cuja": "f.sg", "cujos": "m.pl", "cujas": "f.pl", "algum": "m.sg", "alguma": "f.sg", "alguns": "m.pl",
        "algumas": "f.pl", "nenhum": "m.sg", "nenhuma": "f.sg", "nenhuns": "m.pl", "nenhumas": "f.pl",
        "todo": "m.sg", "toda": "f.sg", "todos": "m.pl", "todas": "f.pl", "outro": "m.sg", "outra": "f.sg",
        "outros": "m.pl", "outras": "f.pl", "muito": "m.sg", "muita": "f.sg", "muitos": "m.pl", "muitas": "f.pl",
        "pouco": "m.sg", "pouca": "f.sg", "poucos": "m.pl", "poucas": "f.pl", "vários": "m.pl", "várias": "f.pl",
        "ambos": "m.pl", "ambas": "f.pl", "cada": "c.sg", "qualquer": "c.sg", "quaisquer": "c.pl", "certo": "m.sg",
        "certa": "f.sg", "certos": "m.pl", "certas": "f.pl", "tanto": "m.sg", "tanta": "f.sg", "tantos": "m.pl",
        "tantas": "f.pl", "quanto": "m.sg", "quanta": "f.sg", "quantos": "m.pl", "quantas": "f.pl",
        "que": "c.sg c.pl", "qual": "c.sg", "quais": "c.pl", "tal": "c.sg", "tais": "c.pl", "mesmo": "m.sg",
        "mesma": "f.sg", "mesmos": "m.pl", "mesmas": "f.pl", "diversos": "m.pl", "diversas": "f.pl",
    },
    articles={
        "o": "m.sg", "a": "f.sg", "os": "m.pl", "as": "f.pl", "um": "m.sg", "uma": "f.sg", "uns": "m.pl",
        "umas": "f.pl", "do": "m.sg", "da": "f.sg", "dos": "m.pl", "das": "f.pl", "no": "m.sg", "na": "f.sg",
        "nos": "m.pl", "nas": "f.pl", "ao": "m.sg", "à": "f.sg", "aos": "m.pl", "às": "f.pl", "pelo": "m.sg",
        "pela": "f.sg", "pelos": "m.pl", "pelas": "f.pl", "num": "m.sg", "numa": "f.sg", "nuns": "m.pl",
        "numas": "f.pl", "dum": "m.sg", "duma": "f.sg",
    },
    prepositions=wordset("""
        a de em por para com sem sob sobre entre até desde contra durante perante ante após conforme segundo mediante
        trás exceto excepto salvo fora consoante do da dos das no na nos nas ao à aos às pelo pela pelos pelas num
        numa nuns numas dum duma deste desta destes destas desse dessa desses dessas neste nesta nestes nestas nesse
        nessa nesses nessas daquele daquela daqueles daquelas naquele naquela naqueles naquelas disto disso daquilo
        nisto nisso naquilo àquele àquela dele dela deles delas nele nela neles nelas junto perto longe dentro atrás
        diante através acerca versus vs via pra pro
    """),
    contracted={
        "de o": "do", "de os": "dos", "de as": "das", "de a": "da", "em o": "no", "em a": "na", "em os": "nos",
        "em as": "nas", "a o": "ao", "a os": "aos", "por o": "pelo", "por os": "pelos", "por as": "pelas",
    },
    coordinators=wordset("e ou"),
    conjunctions=wordset("""
        e ou mas que se porque pois porém contudo todavia entretanto embora quando enquanto como onde nem logo
        portanto caso conforme ora quer senão porquanto conquanto
    """),
    pronouns=wordset("""
        eu tu você vocês ele ela eles elas nós vós me te se o a os as lhe lhes nos vos mim ti si comigo contigo
        consigo connosco conosco convosco que quem qual quais quanto quantos isto isso aquilo este esta esse essa
        aquele aquela alguém ninguém algo nada tudo cada outrem nenhum nenhuma algum alguma alguns algumas outro outra
        outros outras todo todos todas mesmo mesma lo la los las no na qualquer
    """),
    auxiliaries=wordset("""
        ser sou és é somos sois são era eras éramos eram fui foste foi fomos foram serei será seremos serão seria
        seriam seríamos seja sejam sejamos fosse fossem for forem sido sendo fora estar estou estás está estamos estão
        estava estavas estávamos estavam estive esteve estivemos estiveram estará estarão estaria estariam esteja
        estejam estivesse estivessem estiver estiverem estado estando ter tenho tens tem temos têm tinha tinhas
        tínhamos tinham tive teve tivemos tiveram terei terá teremos terão teria teriam tenha tenham tivesse tivessem
        tiver tiverem tido tendo haver há hei hão havia haviam houve houvesse haja hajam haverá haveria havido havendo
        poder posso podes pode podemos podem podia podiam pude pôde puderam poderá poderão poderia poderiam possa
        possam pudesse pudessem puder puderem podido dever devo deve devemos devem devia deviam deveu deverá deverão
        deveria deveriam deva devam ir vou vais vai vamos vão ia iam irá irão iria iriam vá querer quero quer queremos
        querem queria queriam quis quiseram queira ficar
    """),
    adverbs=wordset("""
        não nunca jamais também mais menos muito pouco bastante demasiado quase já ainda sempre agora então depois
        antes hoje ontem amanhã aqui aí ali lá cá assim bem mal melhor pior só somente apenas tão tanto onde aonde
        quando como porquê porque talvez inclusive ademais além aliás até logo cedo tarde nem sim mesmo perto longe
        dentro fora acima abaixo atrás adiante
    """),
    possessives=wordset("""
        meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas vosso vossa vossos vossas
        cujo cuja cujos cujas dele dela deles delas
    """),
    numerals=wordset("""
        zero dois duas três quatro cinco seis sete oito nove dez onze doze treze quatorze catorze quinze dezesseis
        dezasseis dezessete dezassete dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta setenta
        oitenta noventa cem cento duzentos duzentas trezentos trezentas quatrocentos quinhentos mil
    """),
    decimal=",",
    thousands=(".", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", " "),
    clock_marks=("h", "p.m."),
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
        "novembro", "dezembro",
    ),
    weekdays=("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 zero 1 um uma 2 dois duas 3 três 4 quatro 5 cinco 6 seis 7 sete 8 oito 9 nove 10 dez 11 onze 12 doze 13
        treze 14 catorze quatorze 15 quinze 16 dezesseis dezasseis 17 dezessete dezassete 18 dezoito 19 dezenove
        dezanove 20 vinte 30 trinta 40 quarenta 50 cinquenta 60 sessenta 70 setenta 80 oitenta 90 noventa 100 cem
        cento 200 duzentos duzentas 300 trezentos trezentas 400 quatrocentos quatrocentas 500 quinhentos quinhentas
        600 seiscentos seiscentas 700 setecentos setecentas 800 oitocentos oitocentas 900 novecentos novecentas
    """),
    number_hints=hinted("""
        1 primeiro primeira primeiros primeiras único única 2 segundo segunda ambos ambas duplo dupla casal par dobro
        meio meia metade 3 terceiro terceira terço terços triplo trio 4 quarto quarta quartos 5 quinto quinta 6 sexto
        sexta meia 7 sétimo sétima 8 oitavo oitava oitavas 9 nono nona 10 décimo décima dezena dezenas década décadas
        12 dúzia dúzias 15 quinzena 14 quinzena 50 metade 100 centena centenas século séculos 1000 milhar milhares
    """),
    scales=valued("3 mil 6 milhão milhões mi 9 bilhão bilhões bi 12 bilião biliões trilhão trilhões tri"),
    tens_links=wordset("e"),
    hundreds_links=wordset("e"),
    halves=wordset("meio meia"),
    roughly=wordset("cerca quase aproximadamente uns umas perto"),
    hours=("h", "horas", "hs"),
    of_words=wordset("de"),
    units=named("""
        % por_cento; km km quilômetro quilômetros quilómetro quilómetros; m m metro metros; cm cm centímetro
        centímetros; mm mm milímetros; mi milha milhas; nmi milhas_náuticas; ft pé pés; in polegada polegadas; yd
        jarda jardas; kg kg quilo quilos quilograma quilogramas; g grama gramas; t tonelada toneladas; oz onça onças;
        lb|GBP libra libras; m2 metros_quadrados; km2 quilômetros_quadrados quilómetros_quadrados; ha hectare
        hectares; ac acre acres; mi2 milhas_quadradas; l litro litros; gal galão galões; bbl barril barris; m3
        metros_cúbicos; km/h km_h kmh quilômetros_por_hora quilómetros_por_hora; mph mph milhas_por_hora; kn nós;
        °C|°F grau graus; °C graus_celsius; °F graus_fahrenheit; s segundo segundos; min minuto minutos; hour hora
        horas; day dia dias; week semana semanas; month mês meses; year ano anos; EUR euro euros eur; USD dólar
        dólares usd; GBP gbp libras_esterlinas; JPY iene ienes; CNY yuan yuans; RUB rublo rublos; CHF franco francos
        chf; BRL reais; BRL|- real r; SEK|NOK|DKK|CZK coroa coroas; MXN|ARS|CLP|COP peso pesos
    """),
    quotes=(("“", "”"), ("«", "»"), ("‘", "’"), ('"', '"')),
    address=wordset("sr sra senhor senhora"),
    negations=wordset("não nunca jamais ninguém nada nenhum nenhuma nem tampouco"),
    half_negations=wordset(
        "nem sem só apenas somente até impossível evitar impedir recusar falta menos"
    ),
    abbreviations=wordset("""
        sr. sra. srs. sras. srta. dr. dra. drs. dras. prof. profa. profª. eng. enga. arq. gen. cel. maj. sgt. alm.
        brig. dep. sen. gov. sto. sta. mons. card. exmo. exma. ilmo. ilma. v.exa. v._exa. rev. revmo. art. arts. caps.
        pág. págs. p. pp. n. n.º nº. no. núm. vol. vols. eds. fig. figs. p.ex. p._ex. etc. cf. cfr. vs. ibid. id.
        op._cit. ss. segs. aprox. pç. pça. apto. km. telef. depto. dept. adm. assoc. cia. c.ia. ltda. lda. s.a. s._a.
        s/a. inc. ltd. corp. sgps. a.c. d.c. a._c. d._c. a.m. p.m. u.s. e.u.a. u.e. o.n.u. fev. jun. jul. nov. dez.
        máx. mín. hab. séc. univ. jr. st. i.e. e.g. ph.d. mr. mrs. n.r. n.t. f.c. d.f. r.j. s.p. fls. r. s. v. al.
        des. del. ten. cap. pe. fr. pref. pres. rod. trav. av. tel. est. por_ex. et_al. ms. ft. min. dir. inst. proc.
        co. h. seg. jan. abr. ago. set. out. t. ex.
    """),
    closing=wordset("""
        a.c. d.c. a._c. d._c. a.m. p.m. s.a. s._a. lda. ltda. cia. inc. ltd. corp. u.s. e.u.a. u.e. o.n.u. jr. km.
        hab. f.c. d.f. r.j. s.p. ph.d. n.r. sgps. fev. jun. jul. nov. dez. aprox. univ. depto. máx. mín. co. h. seg.
        jan. abr. ago. set. out.
    """),
    trailing=wordset("etc. ss. segs. ibid. id."),
    counting=wordset("art. arts. cap. caps. pág. págs. p. pp. n. n.º nº. no. núm. vol. vols. t. fig. figs. ex."),
    capital_particles=True,
    particles=wordset("de do da dos das e di del della van von der den la le el al bin ibn ben abu san santa"),
    honorifics=wordset("""
        sr. sra. srs. srta. senhor senhora senhores dom dona dr. dra. doutor doutora prof. profa. professor professora
        eng. engenheiro engenheira gen. general coronel major capitão tenente sargento comandante almirante marechal
        padre frei frade irmã irmão são santo santa papa rei rainha príncipe princesa duque duquesa conde condessa
        marquês barão imperador emir sultão xeque aiatolá imã imame rabino cardeal bispo arcebispo sir lord lady mr.
        mrs. presidente presidenta ex-presidente vice-presidente primeiro-ministro primeira-ministra ministro ministra
        ex-ministro chanceler secretário secretária senador senadora deputado deputada vereador vereadora prefeito
        prefeita governador governadora comissário comissária embaixador embaixadora juiz juíza procurador procuradora
        desembargador desembargadora delegado delegada advogado advogada diretor diretora treinador técnico capitã
        chefe líder porta-voz
    """),
    indefinite=wordset("um uma uns umas num numa nuns numas dum duma"),
    classifiers=wordset("""
        movimento jornal partido filme livro romance álbum canção grupo site associação clube festival
        programa revista coletivo série espetáculo restaurante obra união sindicato federação sociedade
        empresa projeto operação marca título comédia documentário jogo fundação coligação aliança agência
        estúdio bar hotel teatro cinema sala prémio prêmio troféu taça exposição concerto campanha plano
        intitulado intitulada chamado chamada denominado denominada bairro rua avenida praça palavra termo
        expressão lema nome departamento banda canal
        ministério secretaria
    """),
    doubled=wordset("""
        não sim já muito bem se que nos bla ah ha tudo pouco quase logo mesmo nunca todos mais blá quando
    """),
    inflections=("s", "es"),
    loans=wordset("""
        landtag landtage bundeswehr bundestag bundesrat bundesliga bundesbank land länder kindergarten blitzkrieg leitmotiv ersatz
        diktat anschluss realpolitik weltanschauung zeitgeist wehrmacht luftwaffe reich reichstag führer stasi gestapo
        kaiser kitsch putsch strudel oktoberfest doppelgänger schadenfreude autobahn panzer bauhaus deutsche
        volkswagen nazi bunker hamster quartzo chucrute software hardware internet web online offline site sites email
        e-mail mail blog blogs chat tweet tweets hashtag selfie selfies app apps smartphone smartphones tablet
        streaming podcast youtuber influencer hacker hackers malware ransomware phishing spam cookie cookies cloud bot
        link links click marketing branding manager business holding leasing trading trader broker hedge fund startup
        startups start-up coach coaching workshop stock crash boom ranking rankings top dumping lobby lobbies rating
        show shows reality casting filme thriller western remake trailer star rock pop rap jazz blues punk heavy metal
        hip-hop funk single hit hits fan fans backstage best-seller bestseller design designer fashion glamour
        shopping outlet look gol pênalti penálti derby set sets match ball tie-break playoff playoffs pole position
        pit stop kart rally rugby golfe hóquei surf skate fitness doping fair play box boxe ringue hat-trick sprint
        sprinter bar pub sandwich hambúrguer hot dog burger bacon ketchup brunch snack catering chef gourmet menu
        buffet croissant jeans t-shirt short shorts pullover lingerie spa resort camping ferry jet charter check-in
        gangster hooligan sniper dealer crack gay gays bullying stalker fake news brexit impeachment shutdown lockdown
        establishment think tank thinktank sheriff lord lady sir mister miss stand outdoor outdoors ticket royalties
        slogan tsunami karatê judô sushi mangá anime kamikaze samurai karaoke gueixa ninja máfia paparazzi pizza
        pizzas pasta espaguete maestro diva ópera glasnost perestroika sputnik czar duma kremlin gulag pogrom vodka
        dacha intifada jihad sharia fatwa burca hijab imã aiatolá kebab falafel boutique chic élite atelier toilette
        souvenir ballet début chalé amateur affaire boulevard cabaret dossier première premiere tournée garçon abajur
        réveillon
    """),
)  # fmt: skip
