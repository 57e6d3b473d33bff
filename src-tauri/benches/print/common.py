"""What the rivals share: words, fonts, the clock, and the one line of figures they end with."""

import json
import resource
import sys
import time
from pathlib import Path

# A point is the same for everybody. Widths are those of A4.
WIDTH, HEIGHT = 595.276, 841.89


def numbered(value, number):
    """The words of one agreement: another group, reference and account than every other one."""
    if isinstance(value, str):
        return value.replace("NUMBER", f"{number:04}")
    if isinstance(value, list):
        return [numbered(one, number) for one in value]
    if isinstance(value, dict):
        return {key: numbered(one, number) for key, one in value.items()}
    return value


def processor_ms():
    """How long processors have worked for this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return round((used.ru_utime + used.ru_stime) * 1000)


def race(make):
    """Arguments: WORDS FONTS COUNT, or WORDS FONTS save FILE. `make(words, fonts)` gives a function from words to a PDF."""
    words = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    one = make(words, Path(sys.argv[2]))
    if sys.argv[3] == "save":
        Path(sys.argv[4]).write_bytes(one(numbered(words, 1)))
        return
    times, size, worked = [], 0, processor_ms()
    for number in range(int(sys.argv[3])):
        began = time.perf_counter()
        size = len(one(numbered(words, number)))
        times.append(round((time.perf_counter() - began) * 1000, 3))
    worked = processor_ms() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"bytes": size, "peak_kb": peak, "processor_ms": worked, "ms": times}))
