/** Words by which lists name an office, the narrower first. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\bwakil ketua\b.*\bbpd\b|\bbpd\b.*\bwakil\b/, 'bpd_vice_chair'],
  [/\bsekretaris\b.*\bbpd\b|\bbpd\b.*\bsekretaris\b/, 'bpd_secretary'],
  [/\bketua\b.*\bbpd\b|\bbpd\b.*\bketua\b/, 'bpd_chair'],
  [/\bbpd\b|badan permusyawaratan/, 'bpd_member'],
  [/\bketua\b.*\b(lpm|lpmd|lpmk)\b/, 'lpm_chair'],
  [/\b(lpm|lpmd|lpmk)\b|pemberdayaan masyarakat/, 'lpm_member'],
  [/\bketua\b.*\bpkk\b/, 'pkk_chair'],
  [/\bpkk\b/, 'pkk_member'],
  [/\brw\b|rukun warga/, 'rw_head'],
  [/\brt\b|rukun tetangga/, 'rt_head'],
  [/\b(sekdes|sekretaris desa)\b/, 'sekretaris_desa'],
  [/\b(kadus|kepala dusun|kepala kewilayahan|pelaksana kewilayahan)\b/, 'kepala_dusun'],
  [/\b(kaur|kepala urusan)\b/, 'kaur'],
  [/\b(kasi|kasie|kepala seksi)\b/, 'kasi'],
  [/\b(kades|kepala desa|pj kepala desa|penjabat kepala desa)\b/, 'kepala_desa'],
];

/** The office that a cell names, such as `KAUR Keuangan`; undefined when it names none we know. */
export function readOffice(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.find(([pattern]) => pattern.test(plain))?.[1];
}

/** What tells the seat from others of its office: the section of a kaur, the number of an RT; null when the cell says no more. */
export function readLabel(text: string, office: string): string | null {
  const rest = text
    .replace(
      /\b(ketua|kepala|anggota|pengurus|wakil|urusan|seksi|kaur|kasie?|kadus|dusun|tp|lpm[dk]?|pkk|bpd)\b/gi,
      ' ',
    )
    .replace(/[^\p{L}\p{N}/.-]+/gu, ' ')
    .trim();
  return rest === '' || !['kaur', 'kasi', 'kepala_dusun', 'rt_head', 'rw_head'].includes(office)
    ? null
    : rest.slice(0, 60);
}
