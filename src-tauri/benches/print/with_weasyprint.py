"""The agreement by WeasyPrint, tagged. One font configuration for the whole run."""

from html import escape

from common import race
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

STYLE = """
@font-face {{ font-family: Body; font-weight: 400; src: url('{fonts}/SourceSans3-Regular.ttf') }}
@font-face {{ font-family: Body; font-weight: 700; src: url('{fonts}/SourceSans3-Bold.ttf') }}
@page {{ size: A4; margin: {top}pt {margin}pt 78pt;
  @bottom-left {{ content: string(footer); font: {small}; color: #4a5055; border-top: 0.7pt solid #9aa0a4; vertical-align: top;
    padding-top: 6pt; width: 70% }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: {small}; color: #4a5055;
    border-top: 0.7pt solid #9aa0a4; vertical-align: top; padding-top: 6pt; width: 30% }} }}
body {{ font: {body}; color: #141618; margin: 0; string-set: footer attr(data-footer) }}
h1 {{ font: bold {title}; margin: {step}pt 0 }} h2 {{ font: bold {heading}; margin: {heading_step}pt 0 0 }}
h3 {{ font: bold {subheading}; margin: {subheading_step}pt 0 0 }} p {{ margin: {paragraph_step}pt 0 0; orphans: 2; widows: 2 }}
table {{ width: 100%; border-collapse: collapse; margin-top: {paragraph_step}pt }} th, td {{ text-align: left; vertical-align: top;
  border-bottom: 0.7pt solid #9aa0a4; padding: 3pt 6pt 3pt 0 }}
.money thead th {{ background: #eef0f1; font: bold {small} }} .money th, .money td {{ padding-left: 6pt }}
.money tr > :last-child {{ text-align: right }} .facts th {{ width: 32% }}
ol, ul {{ margin: {paragraph_step}pt 0 0; padding-left: 30pt }} li {{ margin-top: {item_step}pt }}
.head {{ display: flex; justify-content: space-between; border-bottom: 1.5pt solid; padding-bottom: 9pt }}
.head p {{ margin: 0 }} .head .who {{ font: bold 16.5pt/21pt Body }} .head .what {{ font: {small}; text-align: right }}
.sign {{ display: inline-block; width: 46%; margin: 12pt 4% 0 0; vertical-align: top; break-inside: avoid }}
.sign p {{ margin: 0 }} .sign .role, .sign span {{ font: {small}; color: #4a5055 }}
.sign .line {{ margin-top: 9pt; border-bottom: 0.8pt solid }}
"""


def spans(list_):
    return "".join(f"<b>{escape(said)}</b>" if bold else escape(said) for said, bold in list_)


def table(one):
    head = "".join(f"<th scope=col>{escape(said)}</th>" for said in one["head"])
    rows = "".join("<tr>" + "".join(f"<td>{escape(said)}</td>" for said in row) + "</tr>" for row in one["rows"])
    totals = "".join("<tr>" + "".join(f"<td><b>{escape(said)}</b></td>" for said in row) + "</tr>" for row in one["totals"])
    return f"<table class=money><thead><tr>{head}</tr></thead><tbody>{rows}{totals}</tbody></table>"


def facts(one):
    rows = "".join(f"<tr><th scope=row>{escape(name)}</th><td>{'<br>'.join(map(escape, said))}</td></tr>" for name, said in one["facts"])
    return f"<table class=facts>{rows}</table>"


def signatures(one):
    blocks = []
    for block in one["blocks"]:
        signed = block["signed"] or [""] * len(one["labels"])
        lines = "".join(f"<p class=line><span>{escape(label)}</span> {escape(said)}</p>" for label, said in zip(one["labels"], signed))
        blocks.append(f"<div class=sign><p><b>{escape(block['party'])}</b></p><p class=role>{escape(block['role'])}</p>{lines}</div>")
    return "".join(blocks)


def clauses(one):
    before = int(one["clauses"][0][0].rstrip(".")) - 1
    return f"<ol style='counter-reset: list-item {before}'>" + "".join(f"<li>{spans(said)}</li>" for _, said in one["clauses"]) + "</ol>"


BLOCKS = {
    "letterhead": lambda one: f"<div class=head><p class=who>{escape(one['left'])}</p>"
    f"<p class=what>{'<br>'.join(map(escape, one['right']))}</p></div>",
    "title": lambda one: f"<h1>{escape(one['spans'][0][0])}</h1>",
    "heading": lambda one: f"<h2>{escape(one['spans'][0][0])}</h2>",
    "subheading": lambda one: f"<h3>{spans(one['spans'])}</h3>",
    "paragraph": lambda one: f"<p>{spans(one['spans'])}</p>",
    "bullets": lambda one: "<ul>" + "".join(f"<li>{spans(said)}</li>" for said in one["bullets"]) + "</ul>",
    "clauses": clauses,
    "facts": facts,
    "table": table,
    "signatures": signatures,
}


def make(words, fonts):
    font = {name: f"{words[key]['size']}pt/{words[key]['lead']}pt Body" for name, key in
            [("body", "body"), ("small", "small"), ("title", "title_style"), ("heading", "heading"), ("subheading", "subheading")]}
    step = words["step"]
    steps = {"step": step, "heading_step": step * 2.6, "subheading_step": step * 2, "paragraph_step": step * 1.2, "item_step": step * 0.7}
    configuration = FontConfiguration()
    style = STYLE.format(fonts=fonts.resolve().as_uri(), margin=words["margin"], top=words["margin"] - 8, **font, **steps)
    style = CSS(string=style, font_config=configuration)

    def one(words):
        body = "".join(BLOCKS[block["kind"]](block) for block in words["blocks"])
        page = (f"<!doctype html><html lang=en-GB><head><title>{escape(words['title'])}</title>"
                f"<meta name=author content=\"{escape(words['author'])}\"></head>"
                f"<body data-footer=\"{escape(words['footer'])}\">{body}</body></html>")
        return HTML(string=page).write_pdf(stylesheets=[style], font_config=configuration, pdf_tags=True)

    return one


race(make)
