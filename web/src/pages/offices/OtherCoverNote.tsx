import { Alert } from '@mantine/core';
import { addYears, parseDay } from '@payung/kernel';
import { useQuery } from '@tanstack/react-query';
import type { Person } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { getOtherCover } from '../../app/lists.ts';
import { useToday } from '../../app/session.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';

/** Says of whoever is chosen for a seat what protects them already; nothing while nobody is chosen, or nothing does. */
export function OtherCoverNote(props: {
  readonly person: Person | undefined;
  readonly office: string;
  /** First day in office; empty while it is being typed. */
  readonly from: string;
  /** Who holds the seat now, when the chosen one is to be enrolled in their place. */
  readonly replaces: string | undefined;
}) {
  const { person, office, from, replaces } = props;
  const { t } = useLanguage();
  const today = useToday();
  const first = parseDay(from);
  // The server answers for a year either way; a seat held for longer is recorded without asking.
  const isNear = first !== undefined && addYears(today, -1) <= first && first <= addYears(today, 1);
  const query = useQuery({
    queryKey: ['offices', 'other-cover', person?.personId, office, from, replaces],
    queryFn: () =>
      getOtherCover(person?.personId ?? '', {
        office,
        from,
        ...(replaces === undefined ? {} : { replaces }),
      }),
    enabled: person !== undefined && isNear,
    gcTime: 0,
  });
  const found = query.data?.elsewhere ?? null;
  if (person === undefined || found === null) return <ProblemBox error={query.error} />;
  const { by, fundKind, regency } = found;
  const key = by === 'fund' && replaces !== undefined ? 'fundEnrol' : by;
  return (
    <Alert role="status" color={by === 'fund' ? 'yellow' : 'blue'}>
      {t(`otherCover.${key}`, { name: person.name, fund: t(`fundKind.${fundKind}`), regency })}
    </Alert>
  );
}
