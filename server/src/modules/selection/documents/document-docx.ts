import type { PrintedDocument } from '../service/annex.ts';
import { cellsOf, textsOf } from './document-texts.ts';

/** Folio (F4), on which offices print decrees, in twentieths of a point: 215 × 330 mm. */
const FOLIO = { width: 12_189, height: 18_709 } as const;
const MARGIN = 1_134;

/**
 * A decree or minutes with the numbered annex as an Office document in Indonesian, for the office to complete and the signatory
 * to sign. It says no more than the list does; reasons and letterhead are the office's own.
 */
export async function documentDocx(printed: PrintedDocument): Promise<Uint8Array> {
  // Loaded when somebody asks: it is large, and a server starts without it.
  const { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    await import('docx');
  const { decree, lines } = printed;
  const { title, subject, sections, signature: above, annex, columns } = textsOf(printed);
  const centred = (text: string, bold = false) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold })] });
  const plain = (text: string) => new Paragraph({ text, spacing: { after: 120 } });
  const numbered = (text: string, n: number) => plain(`${n + 1}. ${text}`);
  const signature = ['', ...above, '', '', '', decree.signedBy ?? ''].map(
    (text) => new Paragraph({ text, indent: { left: 5_400 } }),
  );
  const cell = (text: string, width: number, bold = false) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      children: [new Paragraph({ children: [new TextRun({ text, bold, size: 18 })] })],
    });
  const widths = [5, 20, 17, 5, 13, 11, 8, 12, 9];
  const row = (texts: readonly string[], isHeader = false) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: texts.map((text, n) => cell(text, widths[n] ?? 10, isHeader)),
    });
  const page = {
    page: { size: FOLIO, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
  };
  const document = new Document({
    creator: 'Payung',
    title: `${title} ${decree.number}`,
    styles: { default: { document: { run: { font: 'Bookman Old Style', size: 24 } } } },
    sections: [
      {
        properties: page,
        children: [
          centred(title, true),
          centred(`NOMOR ${decree.number}`, true),
          centred(''),
          centred('TENTANG', true),
          centred(subject, true),
          centred(''),
          ...sections.flatMap(({ heading, lines: said, isNumbered }) => [
            ...(heading === '' ? [] : [plain(heading)]),
            ...said.map((text, n) => (isNumbered ? numbered(text, n) : plain(text))),
          ]),
          ...signature,
        ],
      },
      {
        properties: page,
        children: [
          plain(annex),
          centred(subject, true),
          centred(''),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [row(columns, true), ...lines.map((line) => row(cellsOf(line)))],
          }),
          ...signature,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
