"""What a text is found by: cases for the build, and for the browser."""

CASES: tuple[tuple[str, list[str]], ...] = (
    ("The Envoys met in Kyiv.", ["envoys", "met", "kyiv"]),
    ("Erdoğan, Orbán and Wałęsa", ["erdogan", "orban", "walesa"]),
    ("Сергій Їжак, під’їзд, п'ять", ["сергій", "їжак", "підїзд", "пять"]),
    ("Kyiv's plan; Moscow’s answer", ["kyiv", "plan", "moscow", "answer"]),
    ("G7, 2025-03-03 and a", ["g7", "2025", "03", "03"]),
    ("x" * 40, ["x" * 32]),
    ("𐍈" * 40, ["𐍈" * 32]),
    # Stress marks, and letters in the form of file systems
    ("Бу\u0301рти, за\u0301мок і під’ї\u0301зд", ["бурти", "замок", "підїзд"]),
    ("ЗА\u0300МОК, и\u0301\u0306ти, о\u0341ко", ["замок", "йти", "око"]),
    ("Київ, мій", ["київ", "мій"]),
    ("Кии\u0306в, мі\u0308и\u0306 у\u0306се", ["кийв", "мїй", "ўсе"]),
    ("Erdog\u0306an, A\u030angstro\u0308m", ["erdogan", "angstrom"]),
    ("ёлка, елка, Ґалаґан, Галаган", ["елка", "елка", "галаган", "галаган"]),
    ("Θεός, ΘΕΌΣ", ["θεοσ", "θεοσ"]),
    # Apostrophes
    *((f"п{sign}ятниця об{sign}єкт", ["пятниця", "обєкт"]) for sign in "'`‘’´′ʹ‛＇ʼʻˈ｀΄ꞌ"),
    ("п''ятниця, п\u00ad'\u200bятниця", ["пятниця", "пятниця"]),
    ("‘quoted’ 'words' `code`", ["quoted", "words", "code"]),
    ("Moscow`s, Paris´s, L’Aquila", ["moscow", "paris", "laquila"]),
    # Invisible signs
    *(
        (f"роз{sign}броєння", ["розброєння"])
        for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c\u2066\u2069\u061c\u034f\ufe0f"
    ),
    # Dashes, spaces and forms of compatibility
    *((f"Нью{sign}Йорк", ["нью", "йорк"]) for sign in "-\u2010\u2011\u2012–—―−\u00a0\u202f\u3000／＿_"),
    ("ﬁre, oﬃce, ＧＲＡＩＮ, m², №7", ["fire", "office", "grain", "m2", "no7"]),
    ("ǅ, ŉa, Straße, STRAẞE, İstanbul, ısı", ["dz", "na", "strasse", "strasse", "istanbul", "isi"]),
    # Scripts whose marks are letters, or are left out
    ("हिन्दी, ไทย, が", ["हिन्दी", "ไทย"]),
    ("مُحَمَّد محمد مـحمد", ["محمد", "محمد", "محمد"]),
    ("שָׁלוֹם־עליכם", ["שלום", "עליכם"]),
    ("東京, 서울", ["東京", "서울"]),
    ("Бу\u0301рти, за\u0301мок, ї\u0301жак, і\u0301\u0308жак", ["бурти", "замок", "їжак", "їжак"]),
    ("и\u0306од йод", ["йод", "йод"]),
    ("e\u0301te\u0301, Αθήνα, שָׁלוֹם, مُحَمَّد", ["ete", "αθηνα", "שלום", "محمد"]),
    (" ".join(f"п{sign}ять" for sign in "'’‘‛`´′ʼʹʻʽʾˈ＇"), ["пять"] * 14),
    ("‘quoted’ `code` ʼдик Kyiv`s", ["quoted", "code", "дик", "kyiv"]),
    ("со\u00adюз Ки\u200bїв \u2066грант\u2069 \ufeffкрок", ["союз", "київ", "грант", "крок"]),
    ("grain\u2011deal no\u00a0break", ["grain", "deal", "no", "break"]),
    ("हिन्दी भाषा।", ["हिन्दी", "भाषा"]),
)
