"""Makes NotoSansSC-Regular.ttf: the full Noto Sans SC cut to the characters of everyday Chinese.

Run once, by hand, with fontTools 4.68: python chinese.py NotoSansSC_400Regular.ttf NotoSansSC-Regular.ttf
The full font is the file of the same name in the npm package @expo-google-fonts/noto-sans-sc 0.4.3.

Kept are the characters of GB 2312 (simplified), the first level of Big5 (the 5,401 most common traditional ones),
and Chinese punctuation. Letters of other scripts come from other fonts.
"""

import sys
from fontTools import subset
from fontTools.ttLib import TTFont

# Letters that people have in their names, and those of written Cantonese, which neither standard has.
NAMES = "喆垚堃婳媞嬅孖彣彧旻昉暐曈曌沄沚沨洺淏湉溁炘燊燚犇珺琇琤瑀瑄祎禛翀芃赟锜镕頔骉龑"
CANTONESE = "㗎佢冇冚咁咗哋啩啱啲喎喐喺嗰嘅嘢嘥噉嚟孭抦揾搵摷攞攰焗瞓腍諗踎躝鎅靚餸"


def of_codec(codec, firsts):
    for first in firsts:
        for second in range(0x40, 0xFF):
            try:
                yield ord(bytes([first, second]).decode(codec))
            except (UnicodeDecodeError, TypeError):
                pass


kept = set(of_codec("gb2312", range(0xA1, 0xF8)))
kept |= set(of_codec("big5", range(0xA4, 0xC7)))
kept = {point for point in kept if 0x3400 <= point <= 0x9FFF}
kept |= {ord(letter) for letter in NAMES + CANTONESE}
kept |= set(range(0x3000, 0x3030)) | set(range(0xFE30, 0xFE50)) | set(range(0xFF01, 0xFF61)) | {0x20, 0xA0}

options = subset.Options()
options.hinting = False
options.notdef_outline = True
options.name_IDs = ["*"]
options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "STAT", "GSUB", "GPOS", "gasp"]

font = TTFont(sys.argv[1])
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=kept)
subsetter.subset(font)
font.save(sys.argv[2])
print(len(font.getBestCmap()), "characters,", len(font.getGlyphOrder()), "glyphs")
