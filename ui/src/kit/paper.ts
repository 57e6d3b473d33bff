// A small PDF of two pages, written by hand, to look at PdfView with.
function page(lines: readonly string[]): string {
  const text = lines.map((line, index) => `BT /F 20 Tf 72 ${String(740 - index * 36)} Td (${line}) Tj ET`).join("\n");
  return `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`;
}

export function samplePdf(): string {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 7 0 R >> >> >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F 7 0 R >> >> >>",
    page([
      "Your grant of 300.00 pounds",
      "This is an agreement between",
      "Second Spin Bike Workshop",
      "and the partnership.",
    ]),
    page(["Signatures", "Chair, for the partnership", "First signatory of the group"]),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.7\n";
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const size = String(objects.length + 1);
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`;
  return btoa(file);
}
