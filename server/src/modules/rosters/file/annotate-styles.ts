import { XmlScanner } from './xml.ts';

/** The colours of Excel's own good, neutral and bad styles, which users know. */
const FILLS = { good: 'FFC6EFCE', neutral: 'FFFFEB9C', bad: 'FFFFC7CE' } as const;
export type Tone = keyof typeof FILLS;

const TONES = Object.keys(FILLS) as Tone[];

/**
 * Adds coloured variants of a workbook's own cell styles: the number format, font and borders of the cell stay,
 * only the fill is ours.
 */
export class StyleSheet {
  /** The document cut in three: up to the end of its fills, on to the end of its cell formats, the rest. */
  readonly #parts: [string, string, string] = ['', '', ''];
  readonly #formats: string[] = [];
  readonly #added: string[] = [];
  readonly #variants = new Map<string, number>();
  #fills = 0;
  readonly #prefix: string;

  /** @param xml `xl/styles.xml` */
  constructor(xml: string) {
    let part: 0 | 1 | 2 = 0;
    let inside = '';
    const keep = (raw: string): void => {
      this.#parts[part] += raw;
      if (inside === 'cellXfs' && this.#formats.length > 0) {
        this.#formats[this.#formats.length - 1] += raw;
      }
    };
    const scanner = new XmlScanner({
      open: (name, raw, empty) => {
        if (name === 'fill' && inside === 'fills') this.#fills += 1;
        if (name === 'xf' && inside === 'cellXfs') this.#formats.push('');
        if ((name === 'fills' || name === 'cellXfs') && !empty) {
          this.#parts[part] += withoutCount(raw);
          inside = name;
        } else keep(raw);
      },
      close: (name, raw) => {
        if (name === inside) {
          inside = '';
          part = name === 'fills' ? 1 : 2;
        }
        keep(raw);
      },
      text: keep,
      other: keep,
    });
    scanner.feed(xml);
    scanner.end();
    this.#prefix = /<(\w+:)?styleSheet\b/.exec(xml)?.[1] ?? '';
  }

  /** Whether the workbook has the lists that variants are added to; without them cells stay uncoloured. */
  get canColour(): boolean {
    return this.#fills > 0 && this.#formats.length > 0;
  }

  /** The index of a style like `base` but filled with the colour of `tone`. */
  variant(base: number, tone: Tone): number {
    const source = this.#formats[base] ?? this.#formats[0];
    if (!this.canColour || source === undefined) return base;
    const key = `${base} ${tone}`;
    const known = this.#variants.get(key);
    if (known !== undefined) return known;
    const fill = this.#fills + TONES.indexOf(tone);
    this.#added.push(
      source.replace(/^<[^>]*>/, (tag) =>
        tag
          .replace(/\s(?:fillId|applyFill)="[^"]*"/g, '')
          .replace(/^(<[\w:]+)/, `$1 fillId="${fill}" applyFill="1"`),
      ),
    );
    const index = this.#formats.length + this.#added.length - 1;
    this.#variants.set(key, index);
    return index;
  }

  /** The style sheet with all variants handed out. */
  toXml(): string {
    const [before, between, after] = this.#parts;
    if (!this.canColour) return before + between + after;
    const p = this.#prefix;
    const fills = TONES.map(
      (tone) =>
        `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${FILLS[tone]}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    ).join('');
    return `${before}${fills}${between}${this.#added.join('')}${after}`;
  }
}

/** `count` is optional; a wrong one makes Excel repair the file. */
function withoutCount(tag: string): string {
  return tag.replace(/\scount="[^"]*"/, '');
}
