"""The agreement by ReportLab. Its free library writes no tags."""

from html import escape
from io import BytesIO

from common import HEIGHT, WIDTH, race
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, ListFlowable, ListItem, PageTemplate, Paragraph, Spacer, Table

INK, QUIET = colors.HexColor("#141618"), colors.HexColor("#4a5055")
HAIRLINE, TINT = colors.HexColor("#9aa0a4"), colors.HexColor("#eef0f1")


class Numbered(Canvas):
    """Pages are written when their count is known."""

    def __init__(self, *arguments, words, styles, **more):
        super().__init__(*arguments, **more)
        self.words, self.styles, self.kept = words, styles, []

    def showPage(self):
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        for number, page in enumerate(self.kept, 1):
            self.__dict__.update(page)
            self.foot(number, len(self.kept))
            super().showPage()
        super().save()

    def foot(self, page, pages):
        margin = self.words["margin"]
        self.setStrokeColor(HAIRLINE)
        self.setLineWidth(0.7)
        self.line(margin, 62, WIDTH - margin, 62)
        self.setFillColor(QUIET)
        self.setFont("Body", self.words["small"]["size"])
        self.drawString(margin, 46, self.words["footer"])
        said = self.words["page_of"].replace("{page}", str(page)).replace("{pages}", str(pages))
        self.drawRightString(WIDTH - margin, 46, said)


def spans(list_):
    return "".join(f"<b>{escape(said)}</b>" if bold else escape(said) for said, bold in list_)


def make(words, fonts):
    for name, file in [("Body", "SourceSans3-Regular.ttf"), ("Body-Bold", "SourceSans3-Bold.ttf")]:
        pdfmetrics.registerFont(TTFont(name, str(fonts / file)))
    for bold, name in [(0, "Body"), (1, "Body-Bold")]:
        addMapping("Body", bold, 0, name)
    step, margin = words["step"], words["margin"]
    width = WIDTH - 2 * margin

    def style(key, before=0.0, font="Body", **more):
        size = words[key]
        return ParagraphStyle(key, fontName=font, fontSize=size["size"], leading=size["lead"], spaceBefore=before, textColor=INK,
                              allowWidows=0, allowOrphans=0, **more)

    styles = {
        "paragraph": style("body", step * 1.2),
        "cell": style("body"),
        "right": style("body", alignment=TA_RIGHT),
        "small": style("small"),
        "small_right": style("small", alignment=TA_RIGHT),
        "title": style("title_style", step, "Body-Bold", spaceAfter=step * 0.8, keepWithNext=1),
        "heading": style("heading", step * 2.6, "Body-Bold", keepWithNext=1),
        "subheading": style("subheading", step * 2, "Body-Bold", keepWithNext=1),
    }
    ruled = [("LINEBELOW", (0, 0), (-1, -1), 0.7, HAIRLINE), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 1),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 5)]
    flush = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]

    def letterhead(one):
        left = Paragraph(spans([[one["left"], True]]), styles["heading"])
        right = Paragraph("<br/>".join(map(escape, one["right"])), styles["small_right"])
        return [Table([[left, right]], [width / 2] * 2, style=flush + [("LINEBELOW", (0, 0), (-1, -1), 1.5, INK)]), Spacer(1, step)]

    def listed(items, **more):
        items = [ListItem(Paragraph(spans(said), styles["cell"]), spaceBefore=step * 0.7) for said in items]
        return [ListFlowable(items, leftIndent=24, bulletFontName="Body", bulletFontSize=words["body"]["size"], **more)]

    def facts(one):
        rows = [[Paragraph(spans([[name, True]]), styles["cell"]), [Paragraph(escape(line), styles["cell"]) for line in said]]
                for name, said in one["facts"]]
        return [Spacer(1, step * 1.2), Table(rows, [width * 0.32, width * 0.68], style=ruled + flush)]

    def money(one):
        def row(cells, kind, bold):
            last = len(cells) - 1
            return [Paragraph(spans([[said, bold]]), styles[("small_right" if kind == "head" else "right") if place == last else
                                                            ("small" if kind == "head" else "cell")]) for place, said in enumerate(cells)]
        rows = [row(one["head"], "head", True)] + [row(cells, "body", False) for cells in one["rows"]]
        rows += [row(cells, "total", True) for cells in one["totals"]]
        return [Spacer(1, step * 1.2), Table(rows, [width * share for share in one["shares"]], repeatRows=1,
                                             style=ruled + [("BACKGROUND", (0, 0), (-1, 0), TINT)])]

    def signature(block, labels):
        signed = block["signed"] or [""] * len(labels)
        lines = [[Paragraph(escape(label), styles["small"]), Paragraph(escape(said), styles["cell"])] for label, said in zip(labels, signed)]
        lines = Table(lines, [64, width / 2 - 84], rowHeights=[30] * len(lines),
                      style=flush + [("LINEBELOW", (1, 0), (1, -1), 0.8, INK), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")])
        return [Paragraph(spans([[block["party"], True]]), styles["cell"]), Paragraph(escape(block["role"]), styles["small"]), lines]

    def signatures(one):
        blocks = [signature(block, one["labels"]) for block in one["blocks"]]
        rows = [blocks[place:place + 2] for place in range(0, len(blocks), 2)]
        rows = [row + [""] * (2 - len(row)) for row in rows]
        return [Spacer(1, step * 2), Table(rows, [width / 2] * 2, style=flush + [("VALIGN", (0, 0), (-1, -1), "TOP")])]

    def blocks(one):
        kind = one["kind"]
        if kind in ("title", "heading", "subheading", "paragraph"):
            return [Paragraph(spans([[said, False] for said, _ in one["spans"]] if kind != "paragraph" else one["spans"]), styles[kind])]
        if kind == "clauses":
            start = one["clauses"][0][0].rstrip(".")
            return listed([said for _, said in one["clauses"]], bulletType="1", start=int(start), bulletFormat="%s.")
        if kind == "bullets":
            return listed(one["bullets"], bulletType="bullet", start="•")
        return {"letterhead": letterhead, "facts": facts, "table": money, "signatures": signatures}[kind](one)

    def one(words):
        out = BytesIO()
        document = BaseDocTemplate(out, pagesize=(WIDTH, HEIGHT), title=words["title"], author=words["author"], subject=words["subject"],
                                   lang="en-GB", pageCompression=1)
        frame = Frame(margin, 68, width, HEIGHT - margin + 8 - 68, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        document.addPageTemplates([PageTemplate(frames=[frame])])
        flowables = [flowable for block in words["blocks"] for flowable in blocks(block)]
        document.build(flowables, canvasmaker=lambda *given, **more: Numbered(*given, words=words, styles=styles, **more))
        return out.getvalue()

    return one


race(make)
