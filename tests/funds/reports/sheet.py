"""Pages to write on. Places are points from the top left of the page as a reader sees it, whatever its /Rotate."""
import pathlib

from reportlab.lib.pagesizes import A4, landscape, legal, letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

PAPERS = {"A4": A4, "letter": letter, "legal": legal}
DEJAVU, NOTO = pathlib.Path("/usr/share/fonts/truetype/dejavu"), pathlib.Path("/usr/share/fonts/truetype/noto")
FONT_FILES = {
    "DejaVu Sans": (DEJAVU / "DejaVuSans.ttf", DEJAVU / "DejaVuSans-Bold.ttf"),
    "DejaVu Condensed": (DEJAVU / "DejaVuSansCondensed.ttf", DEJAVU / "DejaVuSansCondensed-Bold.ttf"),
    "DejaVu Serif": (DEJAVU / "DejaVuSerif.ttf", DEJAVU / "DejaVuSerif-Bold.ttf"),
    "Noto Sans": (NOTO / "NotoSans-Regular.ttf", NOTO / "NotoSans-Bold.ttf"),
    "Noto Serif": (NOTO / "NotoSerif-Regular.ttf", NOTO / "NotoSerif-Bold.ttf"),
}
BUILT_IN = {"Helvetica": ("Helvetica", "Helvetica-Bold"), "Times": ("Times-Roman", "Times-Bold")}
FAMILIES = [*BUILT_IN, *FONT_FILES]


def font_names(family):
    if family in BUILT_IN:
        return BUILT_IN[family]
    names = []
    for file, weight in zip(FONT_FILES[family], ("", " Bold")):
        if not file.exists():
            raise SystemExit(f"{file} is missing: install fonts-dejavu-core and fonts-noto-core")
        name = family + weight
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(file)))
        names.append(name)
    return tuple(names)


class Unfit(Exception):
    """The content does not fit the paper: another plan is drawn."""


class Sheet:
    def __init__(self, path, paper, orientation, family, size, margin, ink=(0, 0, 0)):
        self.regular, self.bold = font_names(family)
        self.size, self.margin, self.ink = size, margin, ink
        self.rotate = {"rotated 90": 90, "rotated 270": 270}.get(orientation, 0)
        shown = landscape(PAPERS[paper]) if orientation != "portrait" else PAPERS[paper]
        self.width, self.height = shown
        self.media = (shown[1], shown[0]) if self.rotate else shown
        # The canvas turns the media box of a rotated page by itself.
        self.canvas = Canvas(str(path), pagesize=shown, invariant=1, pageCompression=1)
        self.footer = None  # called with the sheet at the end of each page
        self.page = 0
        self.new_page(first=True)

    @property
    def left(self):
        return self.margin

    @property
    def room_across(self):
        return self.width - 2 * self.margin

    @property
    def bottom(self):
        return self.height - self.margin - 14

    @property
    def room(self):
        return self.bottom - self.y

    def new_page(self, first=False):
        if not first:
            self._finish_page()
        self.page += 1
        if self.page > 40:
            raise Unfit("too many pages")
        c = self.canvas
        c.setPageRotation(self.rotate)
        if self.rotate == 90:
            c.translate(self.media[0], 0)
            c.rotate(90)
        elif self.rotate == 270:
            c.translate(0, self.media[1])
            c.rotate(-90)
        self.y = self.margin

    def _finish_page(self):
        if self.footer:
            self.footer(self)
        self.canvas.showPage()

    def save(self):
        self._finish_page()
        self.canvas.save()

    def measure(self, text, size=None, bold=False):
        return pdfmetrics.stringWidth(text, self.bold if bold else self.regular, size or self.size)

    def write(self, x, baseline, text, size=None, bold=False, align="left", color=None):
        """Writes one line and returns its box."""
        size = size or self.size
        across = self.measure(text, size, bold)
        x -= {"left": 0, "right": across, "center": across / 2}[align]
        self.canvas.setFillColorRGB(*(color or self.ink))
        self.canvas.setFont(self.bold if bold else self.regular, size)
        self.canvas.drawString(x, self.height - baseline, text)
        return (x, baseline - 0.78 * size, x + across, baseline + 0.22 * size)

    def rule(self, x0, y0, x1, y1, weight=0.5, color=(0.35, 0.35, 0.35)):
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColorRGB(*color)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def fill(self, x0, y0, x1, y1, color):
        self.canvas.setFillColorRGB(*color)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def wrapped(self, text, across, size=None, bold=False):
        """The lines of a text that fits `across`; breaks at ordinary spaces only."""
        lines, line = [], ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if line and self.measure(longer, size, bold) > across:
                lines.append(line)
                line = word
            else:
                line = longer
        return lines + [line]

    def line(self, text, size=None, bold=False, gap=1.35, color=None, align="left"):
        size = size or self.size
        if self.room < size * gap:
            self.new_page()
        x = {"left": self.left, "center": self.width / 2, "right": self.width - self.margin}[align]
        box = self.write(x, self.y + size, text, size, bold, align, color)
        self.y += size * gap
        return self.page, box

    def paragraph(self, text, size=None, color=None, after=0.7):
        size = size or self.size
        for line in self.wrapped(text, self.room_across, size):
            self.line(line, size, color=color)
        self.y += size * after
