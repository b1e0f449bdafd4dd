import { listParameters, type ShownParameter } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { codesOf } from '../../messages/index.ts';

/** The group of a parameter: the programme or room its id begins with. The disability table is one of its own: it is long. */
export function groupOf(id: string): string {
  if (id.startsWith('jkk.disability_table.')) return 'disability';
  return id.split('.')[0] ?? id;
}

/** The groups that have a name, in the order of the catalogue: what is paid, what is given, then how. */
const named = codesOf('lawGroup');

/** Every parameter in the order of ids as people count: row 2 of a table before row 10. */
export function parametersInOrder(): readonly ShownParameter[] {
  return listParameters().toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));
}

/** The parameters by group, in the order of the groups' names; the parameters of a group as they come. */
export function grouped(
  parameters: readonly ShownParameter[],
): readonly (readonly [group: string, parameters: readonly ShownParameter[]])[] {
  const codes: readonly string[] = named;
  const place = (group: string) => {
    const at = codes.indexOf(group);
    return at < 0 ? named.length : at;
  };
  return [...Map.groupBy(parameters, ({ id }) => groupOf(id))].sort(
    ([one], [other]) => place(one) - place(other),
  );
}

/** The parameters in which every word of the filter stands: in the name, the id, a value, a law or an article. */
export function filtered(parameters: readonly ShownParameter[], filter: string): readonly ShownParameter[] {
  return parameters.filter(({ id, label, rows }) =>
    hasWords(filter, [
      id,
      label.id,
      label.en,
      ...rows.flatMap(({ source, text }) => [source.law, source.article, text?.id, text?.en]),
    ]),
  );
}

/** Whether every word of the filter stands in one of the texts, in capitals or not. */
export function hasWords(filter: string, texts: readonly (string | null | undefined)[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The name of a group; one that has none is called by its code. */
export function useGroupText(): (group: string) => string {
  const { t } = useLanguage();
  return (group) => {
    const code = named.find((one) => one === group);
    return code === undefined ? group : t(`lawGroup.${code}`);
  };
}
