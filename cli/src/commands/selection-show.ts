import { formatCount, formatRupiah } from '@payung/kernel';
import { getProposal, type Language, type ProposalFile, stateWords } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { proposalIdIn } from './selection-id.ts';

const texts = {
  id: {
    cost: '{quota} orang, {each} seorang selama {months} bulan: {total}',
    in: 'mengisi tempat',
    substitute: 'cadangan',
    struck: 'dicoret',
  },
  en: {
    cost: '{quota} people, {each} each over {months} months: {total}',
    in: 'fills a place',
    substitute: 'substitute',
    struck: 'struck',
  },
} as const;

/** `payung selection show`: one proposal with its list. */
export const selectionShow: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { json: { type: 'boolean', default: false } }, 1);
  const proposalId = proposalIdIn(positionals[0]);
  const file = await getProposal(await terminal.open(), proposalId);
  if (values.json) terminal.out(JSON.stringify(file, null, 2));
  else for (const line of linesOf(file, terminal.language)) terminal.out(line);
  return 0;
};

function linesOf({ proposal, cost, entries }: ProposalFile, language: Language): string[] {
  const said = texts[language];
  const state = stateWords[proposal.state][language];
  return [
    [proposal.areaName, proposal.agreementNumber, `${proposal.from}–${proposal.to}`, state].join('  '),
    fill(said.cost, language, {
      quota: proposal.quota,
      each: formatRupiah(cost.perPerson),
      months: cost.months,
      total: formatRupiah(cost.total),
    }),
    ...entries.map((one) => {
      const standing = one.struck === null ? said[one.standing] : `${said.struck}: ${one.struck}`;
      return `${formatCount(one.place, language)}. ${one.name}  ${standing}`;
    }),
  ];
}
