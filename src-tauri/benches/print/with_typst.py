"""The agreement by Typst, tagged. One compiler for the whole run, which keeps its caches and fonts."""

import json
from pathlib import Path

import typst
from common import race

TEMPLATE = Path(__file__).with_name("agreement.typ")


def make(_, fonts):
    compiler = typst.Compiler(str(TEMPLATE), font_paths=[str(fonts)], ignore_system_fonts=True)
    return lambda words: compiler.compile(format="pdf", sys_inputs={"words": json.dumps(words)})


race(make)
