import { z } from '@hono/zod-openapi';
import { subtree } from '#platform/access';

/** Levels of the official list, from the top. */
export const levels = ['province', 'regency', 'district', 'village'] as const;
export type Level = (typeof levels)[number];

/**
 * Reads a Kemendagri code, whole or shortened to its level: '53', '53.04', '53.04.01', '53.04.01.2001', or ten digits.
 * Returns the ten digits as a number (53.04 → 5304000000), undefined when the text is no code. Whether the area exists is
 * not asked here.
 */
export function parseAreaCode(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[1-9]\d{9}$/.test(trimmed)) return isWhole(trimmed) ? Number(trimmed) : undefined;
  const dotted = /^([1-9]\d)(?:\.(\d\d)(?:\.(\d\d)(?:\.(\d{4}))?)?)?$/.exec(trimmed);
  if (dotted === null) return undefined;
  const [, province = '', regency = '00', district = '00', village = '0000'] = dotted;
  const digits = `${province}${regency}${district}${village}`;
  return isWhole(digits) ? Number(digits) : undefined;
}

/** A part that is not zero needs the parts before it: 5300010000 is a kecamatan of no kabupaten. */
function isWhole(digits: string): boolean {
  const [regency, district, village] = [digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)];
  if (regency === '00') return district === '00' && village === '0000';
  return district !== '00' || village === '0000';
}

/** The code as people write it: 5304000000 → '53.04', 5304012001 → '53.04.01.2001'. */
export function formatAreaCode(code: number): string {
  const digits = String(code);
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)];
  return parts.slice(0, levels.indexOf(levelOf(code)) + 1).join('.');
}

/** The level shows in the zeros. */
export function levelOf(code: number): Level {
  if (code % 10_000 !== 0) return 'village';
  if (code % 1_000_000 !== 0) return 'district';
  if (code % 100_000_000 !== 0) return 'regency';
  return 'province';
}

/** First code after the subtree. */
export function beyondOf(code: number): number {
  return subtree(code)[1];
}

/** The area one level up; undefined for a province. */
export function parentOf(code: number): number | undefined {
  const level = levelOf(code);
  if (level === 'province') return undefined;
  const step = { village: 10_000, district: 1_000_000, regency: 100_000_000 }[level];
  return code - (code % step);
}

/** An area code in a URL or body: ten digits or dotted; its output is the ten digits as a number. */
export const areaCode = z
  .string()
  .transform((text, check) => {
    const code = parseAreaCode(text);
    if (code === undefined) {
      check.addIssue({ code: 'custom', message: 'likeArea' });
      return z.NEVER;
    }
    return code;
  })
  .openapi({
    type: 'string',
    example: '53.04',
    description: 'Kemendagri code, dotted (53.04) or ten digits (5304000000).',
  });
