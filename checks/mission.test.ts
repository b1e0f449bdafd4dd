import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, root } from './source-files.ts';

/** A row of docs/mission.md; a cell that holds a dash is empty. */
interface Row {
  readonly process: string;
  readonly status: string;
  readonly screens: readonly string[];
  readonly commands: readonly string[];
  /** `file › title`. */
  readonly test: { readonly file: string; readonly title: string } | undefined;
  readonly issue: string;
}

const page = readFileSync(join(root, 'docs/mission.md'), 'utf8');

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');

function rowsOf(markdown: string): readonly Row[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, process, , status, screen, command, proof, issue] = cells;
    if (process === undefined || !/^[PT]\d+$/.test(process)) return [];
    const [, file, title] = /^`([^`]+)` › (.+)$/.exec(proof ?? '') ?? [];
    return {
      process,
      status: status ?? '',
      screens: quoted(screen ?? ''),
      commands: quoted(command ?? ''),
      test: file === undefined || title === undefined ? undefined : { file, title },
      issue: issue ?? '',
    };
  });
}

const rows = rowsOf(page);
const working = rows.filter((row) => row.status === 'working');

test('the mission lists P01 to P65 and T1 to T10, once each and in order', () => {
  const processes = Array.from({ length: 65 }, (_, n) => `P${String(n + 1).padStart(2, '0')}`);
  const errors = Array.from({ length: 10 }, (_, n) => `T${n + 1}`);
  expect(rows.map((row) => row.process)).toEqual([...processes, ...errors]);
});

test('a row is working or planned, and says with which issue it came or will come', () => {
  const unclear = rows.filter(
    ({ status, issue }) =>
      !(status === 'working' && /^#\d+$/.test(issue)) &&
      !(status === 'planned' && (/^#\d+$/.test(issue) || issue === 'not yet opened')),
  );
  expect(unclear).toEqual([]);
});

test('a planned row names no page, command or test that would seem to carry it', () => {
  const pretending = rows.filter(
    (row) =>
      row.status === 'planned' &&
      (row.test !== undefined || row.screens.length > 0 || row.commands.length > 0),
  );
  expect(pretending).toEqual([]);
});

describe.each(working.map((row) => [row.process, row] as const))('%s works', (_, row) => {
  test('as a test says that exists', () => {
    const { file = '', title = '' } = row.test ?? {};
    expect(existsSync(join(root, file)) ? file : `no such file: ${file}`).toBe(file);
    const source = readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'");
    expect(
      source.includes(`'${title}'`) || source.includes(`\`${title}\``) ? title : `no such title: ${title}`,
    ).toBe(title);
  });

  test('on pages and by commands that exist', () => {
    expect(row.screens.length + row.commands.length).toBeGreaterThan(0);
    const pages = filesIn(['web/src'], /\.tsx?$/).flatMap(({ text }) =>
      [...text.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? ''),
    );
    const commands = filesIn(['cli/src'], /\.ts$/).flatMap(({ text }) =>
      [...text.matchAll(/^\s*name: '([^']+)'/gm)].map(([, name]) => `payung ${name}`),
    );
    expect(row.screens.filter((screen) => !pages.includes(screen))).toEqual([]);
    expect(
      row.commands.filter((call) => !commands.some((known) => `${call} `.startsWith(`${known} `))),
    ).toEqual([]);
  });
});
