"""Polish, enough to be told as a source language."""

from mtqa.languages import Language, hinted, named, valued, wordset

LANGUAGE = Language(
    tag="pl",
    name="Polish",
    prepositions=wordset("""
        w we z ze na do od ode o po za przed przede przez przy u dla bez beze nad pod pode między pomiędzy obok oprócz
        poza podczas wobec wśród według mimo pomimo ku przeciw przeciwko koło wokół dookoła dzięki zamiast wskutek
        poprzez spod sprzed spoza znad zza
    """),
    conjunctions=wordset("""
        i a oraz albo lub ale lecz jednak więc zatem że żeby aby ażeby bo ponieważ gdyż kiedy gdy jeśli jeżeli choć
        chociaż ani czy niż jak jako natomiast zaś bądź
    """),
    pronouns=wordset("""
        ja ty on ona ono my wy oni one mnie mi ciebie cię ci jego go jemu mu jej ją nas nam was wam ich im je nich nim
        nią nimi siebie się sobie sobą to ten ta te tego tej tych temu tym tymi tę tą tamten tamta tamto kto kogo komu
        kim co czego czemu czym który która które którego której których którym którzy którą którymi jaki jaka jakie
        jakich nikt nikogo nic niczego ktoś coś każdy każda każde wszyscy wszystko wszystkie wszystkich sam sama samo
        inny inna inne innych taki taka takie
    """),
    auxiliaries=wordset("""
        być jest są jestem jesteś jesteśmy był była było byli były będzie będą będę będziemy byłby byłaby byłoby
        byliby zostać został została zostało zostali zostały zostanie zostaną może mogą mógł mogła mogli można musi
        muszą musiał musiała trzeba należy powinien powinna powinno powinni ma mają miał miała mieli
    """),
    adverbs=wordset("""
        nie tak też także również już jeszcze bardzo bardziej najbardziej tylko tu tutaj tam teraz wtedy potem zawsze
        nigdy często dziś dzisiaj wczoraj jutro dlaczego gdzie kiedy ile dużo mało więcej mniej prawie około nawet
        niech chyba znowu ponownie
    """),
    possessives=wordset("""
        mój moja moje twój twoja twoje swój swoja swoje swoją swojego swoich nasz nasza nasze naszych wasz jego jej
        ich
    """),
    numerals=wordset("""
        dwa dwie dwóch trzy trzech cztery czterech pięć pięciu sześć siedem osiem dziewięć dziesięć sto tysiąc
    """),
    decimal=",",
    thousands=("\N{NO-BREAK SPACE}", " ", "."),
    ordinal_dot=True,
    months=(
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
        "października", "listopada", "grudnia",
    ),
    weekdays=("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    # Quantities, compared with a source's.
    cardinals=valued("""
        0 zero 1 jeden jedna jedno jednego jednej 2 dwa dwie dwóch dwaj dwoma dwu dwoje 3 trzy trzech trzej trzema
        troje 4 cztery czterech czterej czterema czworo 5 pięć pięciu pięcioro 6 sześć sześciu 7 siedem siedmiu 8
        osiem ośmiu 9 dziewięć dziewięciu 10 dziesięć dziesięciu 11 jedenaście jedenastu 12 dwanaście dwunastu 13
        trzynaście trzynastu 14 czternaście czternastu 15 piętnaście piętnastu 16 szesnaście szesnastu 17 siedemnaście
        siedemnastu 18 osiemnaście osiemnastu 19 dziewiętnaście dziewiętnastu 20 dwadzieścia dwudziestu 30 trzydzieści
        trzydziestu 40 czterdzieści czterdziestu 50 pięćdziesiąt pięćdziesięciu 60 sześćdziesiąt sześćdziesięciu 70
        siedemdziesiąt 80 osiemdziesiąt 90 dziewięćdziesiąt 100 sto stu 200 dwieście dwustu 300 trzysta trzystu 400
        czterysta 500 pięćset pięciuset 600 sześćset 700 siedemset 800 osiemset 900 dziewięćset
    """),
    number_hints=hinted("""
        1 pierwszy pierwsza pierwsze pierwszego pierwszej pierwszym 2 drugi druga drugie drugiego drugiej drugim oba
        obie obu obaj para dwukrotnie podwójny podwójne pół połowa połowę połowy 3 trzeci trzecia trzecie trzeciego
        trzeciej trzecim 4 czwarty czwarta czwarte czwartego czwartej kwartał kwartale 5 piąty piąta piątego piątej 6
        szósty szósta szóstego 7 siódmy siódmego 8 ósmy ósmego ósma 9 dziewiąty 10 dziesiąty dziesiątki dekada dekady
        12 tuzin 50 połowa połowę 100 setki wiek wieku 1000 tysięczny
    """),
    scales=valued("""
        3 tysiąc tysiące tysięcy tysiąca tys 6 milion miliony milionów miliona mln 9 miliard miliardy miliardów
        miliarda mld 12 bilion biliony bilionów bln
    """),
    roughly=wordset("około prawie blisko niemal ponad ok"),
    units=named("""
        % procent procenta procentu; km km kilometr kilometry kilometrów kilometra; m m metr metry metrów; cm cm
        centymetrów; mi mila mile mil; ft stopa stopy stóp; kg kg kilogram kilogramy kilogramów; t tona tony ton; ha
        hektar hektary hektarów; ac akr akry akrów; l litr litry litrów; °C|°F stopień stopnie stopni; s sekunda
        sekundy sekund; min minuta minuty minut minutę; hour godzina godziny godzin; day dzień dni; week tydzień
        tygodnie tygodni; month miesiąc miesiące miesięcy; year rok lata lat; EUR euro eur; USD dolar dolary dolarów
        dolara usd; GBP funt funty funtów; PLN zł złoty złote złotych; RUB rubel ruble rubli; CHF frank franki
        franków; SEK|NOK|DKK|CZK korona korony koron
    """),
    quotes=(("„", "”"), ("«", "»"), ("»", "«"), ('"', '"')),
    abbreviations=wordset("""
        dr. prof. mgr. inż. gen. płk. kpt. św. ks. bp. abp. al. ul. pl. np. m.in. tzn. tj. tzw. itd. itp. ok. godz.
        min. r. w. n.e. p.n.e. pkt. poz. str. s. t. nr. art. ust. im. ur. zm. ww. jw. zob. por. tys. mln. mld. zł.
        red. wyd. woj. pow. gm. sp. o.o.
    """),
    closing=wordset("r. w. n.e. p.n.e. tys. mln. mld. zł. godz. min. o.o."),
    trailing=wordset("itd. itp."),
    particles=wordset("von van de di da del la le y i"),
    honorifics=wordset("""
        pan pani państwo prezydent premier minister poseł posłanka senator marszałek generał profesor doktor
    """),
)  # fmt: skip
