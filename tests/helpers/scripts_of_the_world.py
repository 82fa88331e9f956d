"""Words as people write them, in scripts and signs that rules of text have harmed; and the same with debris in them."""

from hypothesis import strategies as st

WRITTEN = (
    "stage", "Zoë", "Straße", "Łódź", "naïve", "Việt Nam", "Ελλάδα", "жизнь",
    "नमस्ते", "क्\u200dष", "हिन्दी", "বাংলা", "தமிழ்", "ශ්\u200dරී", "ලංකා", "\u0d28\u0d4d\u200d",
    "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", "שלום!\u200f", "مَدْرَسَة", "نمی\u200cخواهم", "ه\u200d",
    "\u0600\u0661", "اردو",
    "สวัสดี\u200bครับ", "ភាសា\u200bខ្មែរ", "မြန်မာ", "བོད་སྐད་", "ᠮᠣᠩᠭᠣᠯ\u180eᠠ", "한글", "日本語　です", "中文",
    "«\u202fici\u202f»", "co\u00adop", "\u2067שלום\u2069", "\u2068a\u2069",
    "Z̸̢̛̲͎̑̽a̵͉̓l̶̮̈́g̵̱̓o", "👨\u200d👩\u200d👧\u200d👦", "🧑🏽\u200d🚀", "❤️", "1️⃣", "☝🏽", "🇬🇧🇫🇷",
    "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "\U0001fae9", "\U0001f6dc", "\uf8ff", "Ａ１", "ﬁ", "½",
)  # fmt: skip
"""Some of these are newer than the Unicode of any Python that we run on."""
DEBRIS = (
    "\0",
    "\x08",
    "\x1b",
    "\x7f",
    "\ufeff",
    "\ud83d",
    "\udc00",
    "\ufffe",
    "\ufff9",
    "\U000e0041",
    "\u206a",
    "\u2069",
)


@st.composite
def noisy(draw):
    """(a text, the same with debris between its words)."""
    words = draw(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=8))
    spoilt = [draw(st.sampled_from(DEBRIS)) + w + draw(st.sampled_from(DEBRIS)) for w in words]
    return " ".join(words), " ".join(spoilt)
