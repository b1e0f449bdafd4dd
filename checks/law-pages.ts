/** The pages of docs/law that are made from the law package: `node checks/law-pages.ts` writes them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Confidence,
  listOpenQuestions,
  listParameters,
  listRegulations,
  type Regulation,
  type Result,
  rules,
  type ShownParameter,
  type ShownRow,
  type TraceNode,
} from '@payung/law';
import { lawExamples, tracesByRule } from './law-examples.ts';
import { root } from './source-files.ts';

/** The pages, by their path from the root. */
export function lawPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/law/parameters.md', parametersPage()],
    ['docs/law/regulations.md', regulationsPage()],
    ['docs/law/coverage.md', coveragePage()],
  ]);
}

const MADE = '<!-- Made by `node checks/law-pages.ts`; a check compares it. -->';

/** How sure a value is, from the surest down. */
const CONFIDENCES: Readonly<Record<Confidence, string>> = {
  quoted: 'read in a source (the link); the gazettes themselves were not opened',
  secondary: "read in other people's software that transcribes the official text",
  derived: 'arithmetic from one of these',
  known: 'from knowledge; no page with it was read',
  inferred: 'worked back from printed totals or taken from the context',
  convention: 'our own decision where the law is silent',
};

function parametersPage(): string {
  const parameters = listParameters();
  const groups = Map.groupBy(parameters, ({ id }) => id.split('.')[0] ?? '');
  return page(
    '# Parameters of the law',
    MADE,
    `Every figure of the law that changes over time: ${parameters.length} parameters. A row holds from its day until the next row of the`,
    'same parameter; “none” says that nothing holds from that day on, “awaited” that the value is announced and not known yet,',
    '“unknown” that there is one, which was not found. A day',
    'beside a number such as (U-01) is not settled: [coverage.md](coverage.md) lists that question.',
    'Regulations: [regulations.md](regulations.md). How sure:',
    '',
    ...Object.entries(CONFIDENCES).map(([name, meaning]) => `- **${name}**: ${meaning}`),
    ...[...groups].flatMap(([group, members]) => [
      '',
      `## ${group}`,
      '',
      ...table(
        ['parameter', 'unit', 'from', 'value', 'law', 'how sure', 'checked', 'known since'],
        members.flatMap((parameter) => parameter.rows.map((row, at) => parameterRow(parameter, row, at))),
      ),
    ]),
  );
}

function parameterRow({ id, label, unit, checked }: ShownParameter, row: ShownRow, at: number): string[] {
  const { from, dayQuestion, state, text, source, known, replaced } = row;
  const value = state === 'value' ? (text?.en ?? '') : state;
  return [
    at === 0 ? `${code(id)}<br>${label.en}` : '',
    at === 0 ? unit : '',
    dayQuestion === undefined ? from : `${from} (${dayQuestion})`,
    replaced === null ? value : `~~${value}~~ replaced ${replaced}`,
    [source.law, source.article ?? ''].join(' ').trim(),
    sure(source.confidence, source.page),
    checked,
    known,
  ];
}

function regulationsPage(): string {
  const regulations = listRegulations();
  const groups = Map.groupBy(regulations, ({ kind }) => kind);
  return page(
    '# Regulations',
    MADE,
    `The ${regulations.length} regulations that the law package names. “In force” is the first day, and the first day no longer; a dash is a`,
    'day that is not established. A title is given where it was read or is known; the links lead to where it was read, which was',
    'never the gazette itself. What “how sure” means: [parameters.md](parameters.md).',
    ...[...groups].flatMap(([kind, members]) => [
      '',
      `## ${kind === 'usage' ? 'Without a regulation' : kind}`,
      '',
      ...table(
        ['regulation', 'title', 'about', 'in force', 'changes', 'changed by', 'how sure', 'checked'],
        members.map(regulationRow),
      ),
      ...members.flatMap(({ id, note }) => (note === null ? [] : ['', `**${id}**: ${note.en}.`])),
    ]),
  );
}

function regulationRow(regulation: Regulation): string[] {
  const { id, title, subject, from, until, amends, replaces, amendedBy, replacedBy } = regulation;
  const named = (verb: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : `${verb} ${ids.join(', ')}`;
  return [
    id,
    title ?? '–',
    subject.en,
    until === null ? (from ?? '–') : `${from ?? '–'} to ${until}`,
    [named('amends', amends), named('replaces', replaces)].flat().join('<br>'),
    [named('amended by', amendedBy), named('replaced by', replacedBy)].flat().join('<br>'),
    sure(regulation.confidence, regulation.page),
    regulation.checked,
  ];
}

function coveragePage(): string {
  const traces = tracesByRule();
  const examples = Map.groupBy(lawExamples(), ({ rule }) => rule);
  const questions = listOpenQuestions();
  return page(
    '# What is modelled, and how sure it is',
    MADE,
    `${rules.size} rules answer. “Since” is the first day on which everything that one of its examples reads is in force; “how sure” counts`,
    'the provisions that its examples rest on, by [confidence](parameters.md). A rule that is composed of others, such as',
    '`benefit.case`, has their open questions too. What a rule takes and answers: [interface.md](interface.md).',
    '',
    ...table(
      ['rule', 'answers', 'since', 'examples', 'how sure', 'open'],
      [...rules.values()].map(({ id, about }) => [
        code(id),
        about.en,
        sinceOf(traces.get(id) ?? []),
        String(examples.get(id)?.length ?? 0),
        surenessOf(traces.get(id) ?? []),
        questions.flatMap((question) => (question.rules.includes(id) ? link(question.id) : [])).join(', '),
      ]),
    ),
    '',
    '## Open questions',
    '',
    `${questions.length} questions that the sources read leave open. An answer that depends on one is never presented as settled.`,
    ...questions.flatMap((question) => [
      '',
      `### ${question.id}`,
      '',
      `**${question.title.en}.** ${question.rules.map(code).join(', ') || 'Not modelled'}.`,
      '',
      `- What we do: ${question.practice.en}.`,
      `- What would settle it: ${question.needed.en}.`,
    ]),
  );
}

/** The first day on which everything that one of the examples reads is in force; a dash if they read no parameter. */
function sinceOf(traces: readonly Result[]): string {
  const beginnings = new Map(listParameters().map(({ id, rows }) => [id, rows[0]?.from]));
  const complete = traces.flatMap((trace) => {
    const read = nodesOf(trace).flatMap((node) =>
      node.kind === 'parameter' ? (beginnings.get(node.id) ?? []) : [],
    );
    return read.sort().at(-1) ?? [];
  });
  return complete.sort()[0] ?? '–';
}

/** How many provisions of each confidence the explanations rest on; arithmetic is left out. */
function surenessOf(traces: readonly Result[]): string {
  const used = new Map(
    traces.flatMap(nodesOf).flatMap((node): [string, Confidence][] => {
      if (node.kind === 'parameter') return [[`${node.id} ${node.from}`, node.confidence]];
      return node.kind === 'step' || node.kind === 'finding' ? [[node.id, node.confidence]] : [];
    }),
  );
  const counts = Map.groupBy(used.values(), (confidence) => confidence);
  return Object.keys(CONFIDENCES)
    .flatMap((name) => {
      const count = counts.get(name as Confidence)?.length ?? 0;
      return count === 0 || name === 'derived' ? [] : `${name} ${count}`;
    })
    .join(', ');
}

function nodesOf(node: TraceNode): readonly TraceNode[] {
  return node.kind === 'result' ? [node, ...node.parts.flatMap(nodesOf)] : [node];
}

function sure(confidence: Confidence, address: string | null | undefined): string {
  return address === null || address === undefined ? confidence : `[${confidence}](${encodeURI(address)})`;
}

const code = (text: string): string => `\`${text}\``;

const link = (question: string): string => `[${question}](#${question.toLowerCase()})`;

function page(title: string, made: string, ...lines: readonly string[]): string {
  return `${[title, '', made, '', ...lines].join('\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

if (import.meta.main) for (const [path, text] of lawPages()) writeFileSync(join(root, path), text);
