"""Polish, enough to be told as a source language."""

from mtqa.languages import Language, wordset

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
