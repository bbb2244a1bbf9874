"""Chinese, enough to be told as a source language; it stands without spaces, so nothing is known of single words."""

from mtqa.languages import Language, hinted, named, valued, wordset

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
    # Quantities, compared with a source's.
    cardinals=valued("0 零 〇 1 一 2 二 两 兩 3 三 4 四 5 五 6 六 7 七 8 八 9 九"),
    number_hints=hinted("2 双 雙 半 对 對 10 十 100 世 50 半"),
    scales=valued("1 十 2 百 3 千 4 万 萬 8 亿 億"),
    hours=("时", "時", "点", "點"),
    counters=wordset("""
        个 個 名 人 年 天 周 週 岁 歲 次 种 種 家 位 条 條 支 场 場 项 項 所 座 艘 辆 輛 倍 只 头 頭 张 張 届
        轮 輪 起 件 份 架 枚 笔 筆 层 層 公 英 元 美 欧 歐 小 分 秒
    """),
    units=named("""
        EUR 欧_元 歐_元; USD 美_元; GBP 英_镑 英_鎊; CNY 元 人_民_币; JPY 日_元; km 公_里; mi
        英_里; kg 公_斤; m 米; ha 公_顷; t 吨 噸; day 天; week 周 週; hour 小_时 小_時; min
        分_钟 分_鐘; km2 平_方_公_里
    """),
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》")),
)  # fmt: skip
