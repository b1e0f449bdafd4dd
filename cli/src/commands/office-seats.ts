import { formatDay } from '@payung/kernel';
import { type AreaSeats, areaSeats, formatAreaCode, type Language } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { dayIn, theArea } from './office-options.ts';

const texts = {
  id: {
    head: '{area} ({code}) · {day}',
    share: 'Terlindungi: {covered} dari {seats} kursi yang diketahui ({percent} %)',
    noShare: 'Jumlah kursi belum diketahui, jadi belum ada persentase.',
    people:
      'Terisi {filled}, kosong {vacant}; {people} orang, {several} di antaranya memegang lebih dari satu kursi.',
    ending: 'Masa jabatan berakhir dalam 60 hari: {ending}, sudah lewat: {overdue}.',
    unknown: 'Jabatan tanpa jumlah kursi: {unknown}.',
    row: '{code}  {name}: {covered}/{seats} terlindungi, {filled} terisi, {vacant} kosong, {unknown} jabatan tanpa jumlah',
    source: 'Sumber: {source} ({seats} kursi)',
  },
  en: {
    head: '{area} ({code}) · {day}',
    share: 'Covered: {covered} of {seats} known seats ({percent} %)',
    noShare: 'The number of seats is not known, so there is no percentage yet.',
    people: 'Filled {filled}, vacant {vacant}; {people} people, {several} of whom hold several seats.',
    ending: 'Terms that end within 60 days: {ending}, over: {overdue}.',
    unknown: 'Offices without a number of seats: {unknown}.',
    row: '{code}  {name}: {covered}/{seats} covered, {filled} filled, {vacant} vacant, {unknown} offices without a number',
    source: 'Source: {source} ({seats} seats)',
  },
} as const;

/** `payung office seats`: how many seats the village bodies of an area have, are filled and covered, and what that rests on. */
export const officeSeats: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, {
    area: { type: 'string' },
    on: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const wanted = { area: theArea(values.area, terminal.language), on: dayIn(values.on) };
  const seats = await areaSeats(await terminal.open(), wanted);
  if (values.json) terminal.out(JSON.stringify(seats, null, 2));
  else for (const line of linesOf(seats, terminal.language)) terminal.out(line);
  return 0;
};

function linesOf(seats: AreaSeats, language: Language): string[] {
  const said = texts[language];
  const { total, rows, sources, area } = seats;
  const percent = ((total.coveredOfKnown * 100) / total.seats).toFixed(2);
  return [
    fill(said.head, language, {
      area: area.name,
      code: formatAreaCode(area.code),
      day: formatDay(seats.on, language),
    }),
    total.seats === 0
      ? said.noShare
      : fill(said.share, language, {
          covered: total.coveredOfKnown,
          seats: total.seats,
          percent: language === 'id' ? percent.replace('.', ',') : percent,
        }),
    fill(said.people, language, { ...total, people: seats.people, several: seats.severalSeats }),
    fill(said.ending, language, { ...total }),
    fill(said.unknown, language, { ...total }),
    ...sources.map(({ source, seats: count }) => fill(said.source, language, { source, seats: count })),
    ...rows.map((row) =>
      fill(said.row, language, { ...row, code: formatAreaCode(row.code), covered: row.coveredOfKnown }),
    ),
  ];
}
