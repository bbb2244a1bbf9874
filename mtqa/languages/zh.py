"""Chinese, enough to be told as a source language; it stands without spaces, so nothing is known of single words."""

from mtqa.languages import Language, wordset

LANGUAGE = Language(
    tag="zh",
    name="Chinese",
    script="Han",
    scripts=("Han",),
    written_without_spaces=True,
    prepositions=wordset("""
        在 从 從 对 對 向 把 被 跟 由 于 於 以 为 為 到 给 給 关于 關於 根据 根據
        按照 经过 經過 通过 通過 除了
    """),
    conjunctions=wordset("""
        和 与 與 及 或 或者 但 但是 而 而且 并 並 并且 因为 因為 所以 如果 虽然 雖然
        不过 不過 以及 因此 还是 還是
    """),
    pronouns=wordset("""
        我 你 他 她 它 我们 我們 你们 你們 他们 他們 她们 她們 这 這 那 这个 這個
        那个 那個 这些 這些 那些 谁 誰 什么 什麼 自己 大家
    """),
    auxiliaries=wordset("""
        是 有 会 會 能 可以 可能 应该 應該 必须 必須 要 想 没有 沒有
    """),
    adverbs=wordset("""
        不 也 都 就 还 還 很 最 更 太 已 已经 已經 再 又 才 只 现在 現在 今天 昨天
        明天 怎么 怎麼 的 了 着 著 过 過 吗 嗎 呢 地 得
    """),
    numerals=wordset("""
        一 二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億
    """),
    months=(
        "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
    ),
    weekdays=("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》")),
)  # fmt: skip
