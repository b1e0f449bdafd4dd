import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkAudit, type NotedHead, parseHead } from '@payung/server/local';
import type { Run, Terminal } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { auditFaults } from './audit-faults.ts';

const texts = {
  id: {
    badKey: '{path} bukan kunci publik audit. Buat dengan: payung keys public > kunci-audit.pem',
    badHead:
      'Tidak ada nomor blok dan sidik di dalam --head. Salin kalimatnya dari notulen, atau tulis: --head "12 7Q2M-0AXK-9TRB-44ZD-PWCE".',
    intact:
      'Log audit utuh: {entries} catatan dalam {blocks} blok, sidik {fingerprint}; {open} catatan belum disegel.',
    empty: 'Log audit belum berisi blok; {open} catatan belum disegel.',
    broken: 'Log audit TIDAK utuh: {faults} temuan.',
    more: '… hanya 1.000 temuan pertama yang dicetak.',
  },
  en: {
    badKey: '{path} is no public audit key. Make one with: payung keys public > audit-key.pem',
    badHead:
      'There is no block number and fingerprint in --head. Copy the sentence from the minutes, or write: --head "12 7Q2M-0AXK-9TRB-44ZD-PWCE".',
    intact:
      'The audit log is intact: {entries} entries in {blocks} blocks, fingerprint {fingerprint}; {open} entries are not sealed yet.',
    empty: 'The audit log holds no block yet; {open} entries are not sealed.',
    broken: 'The audit log is NOT intact: {faults} findings.',
    more: '… only the first 1,000 findings are printed.',
  },
} as const;

/** The length at which a report's findings are cut. */
const MOST_FINDINGS = 1_000;

/**
 * `payung audit verify`: reads the whole log again. Exit status 1 when anything is wrong with it.
 *
 * Without `--key` the installation vouches for itself; without `--head`, an end that was cut off cannot be seen.
 */
export const auditVerify: Run = async (argv, terminal) => {
  const given = readOptions(argv, {
    key: { type: 'string', multiple: true },
    head: { type: 'string' },
    json: { type: 'boolean' },
  }).values;
  const { language } = terminal;
  const keys = (given.key ?? []).map((path) => {
    const key = publicKeyIn(path);
    if (key === undefined) throw new Misuse(fill(texts[language].badKey, language, { path }));
    return key;
  });
  const head = given.head === undefined ? undefined : parseHead(given.head);
  if (given.head !== undefined && head === undefined) throw new Misuse(texts[language].badHead);
  return verify(terminal, keys, head, given.json === true);
};

async function verify(
  terminal: Terminal,
  keys: readonly KeyObject[],
  head: NotedHead | undefined,
  json: boolean,
): Promise<number> {
  const { language } = terminal;
  const said = texts[language];
  const report = await checkAudit(await terminal.open(), {
    ...(keys.length === 0 ? {} : { publicKeys: keys }),
    ...(head === undefined ? {} : { head }),
  });
  if (json) {
    terminal.out(JSON.stringify(report));
  } else if (report.intact) {
    const { blocks, entries, open, fingerprint } = report;
    terminal.out(
      fingerprint === undefined
        ? fill(said.empty, language, { open })
        : fill(said.intact, language, { blocks, entries, open, fingerprint }),
    );
  } else {
    terminal.out(fill(said.broken, language, { faults: report.findings.length }));
    for (const { code, block, entry } of report.findings) {
      // Numbers of blocks and entries are names, written without separators as in the minutes.
      terminal.out(
        fill(auditFaults[code][language], language, {
          block: String(block ?? '?'),
          entry: String(entry ?? '?'),
        }),
      );
    }
    if (report.findings.length === MOST_FINDINGS) terminal.out(said.more);
  }
  return report.intact ? 0 : 1;
}

/** An Ed25519 public key in PEM; undefined when the file holds none. A private key is refused: its public half would pass. */
function publicKeyIn(path: string): KeyObject | undefined {
  try {
    const pem = readFileSync(path, 'utf8');
    if (pem.includes('PRIVATE KEY')) return undefined;
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
