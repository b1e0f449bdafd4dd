import { Group, Paper, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  type DuplicateChoice,
  type DuplicatePair,
  type DuplicateProgress,
  decideDuplicate,
  reopenDuplicate,
} from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { type DeskAction, KeyDesk } from '../../ui/KeyDesk.tsx';
import { MadeBy } from '../../ui/MadeBy.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { PairTable } from './PairTable.tsx';

type Choice = DuplicateChoice['choice'];

/**
 * One pair at a time: 1 one person, the first record speaks; 2 one person, the second speaks; b two people; l later; u take the
 * last one back; arrows to look around.
 */
export function DuplicateDesk(props: {
  readonly progress: DuplicateProgress;
  readonly pairs: readonly DuplicatePair[];
  readonly hasMore: boolean;
  readonly more: () => void;
}) {
  const { pairs, hasMore, more } = props;
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [place, setPlace] = useState(0);
  const [progress, setProgress] = useState(props.progress);
  /** What was decided here, by place. */
  const [decided, setDecided] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [path, setPath] = useState<readonly number[]>([]);
  const [why, setWhy] = useState('');
  const pair = pairs[place];
  const deciding = useMutation({
    mutationFn: ({ of, choice }: { readonly of: DuplicatePair; readonly choice: DuplicateChoice }) => {
      const [one, other] = of.people;
      const said = why.trim() === '' ? choice : { ...choice, why: why.trim() };
      return decideDuplicate(one.personId, other.personId, said);
    },
    onSuccess: (now, { choice }) => {
      setProgress(now);
      setDecided((before) => new Map(before).set(place, choice.choice));
      setPath((before) => [...before, place]);
      setPlace(place + 1);
      void queries.invalidateQueries({ queryKey: ['person'] });
    },
  });
  const undoing = useMutation({
    mutationFn: ({ of }: { readonly of: DuplicatePair; readonly at: number }) =>
      reopenDuplicate(of.people[0].personId, of.people[1].personId),
    onSuccess: (now, { at }) => {
      setProgress(now);
      setDecided((before) => new Map([...before].filter(([one]) => one !== at)));
      setPath((before) => before.filter((one) => one !== at));
      setPlace(at);
      void queries.invalidateQueries({ queryKey: ['person'] });
    },
  });

  // The next page is there before its first pair is asked for.
  useEffect(() => {
    if (hasMore && place >= pairs.length - 3) more();
  }, [hasMore, more, place, pairs.length]);

  const decide = (choice: DuplicateChoice) => {
    if (pair !== undefined) deciding.mutate({ of: pair, choice });
  };
  const undo = () => {
    const at = path.at(-1) ?? place;
    const of = pairs[at];
    if (of !== undefined) undoing.mutate({ of, at });
  };
  const here = decided.get(place) ?? pair?.decision?.choice;
  const settled = pair === undefined || decided.has(place);
  const [one, other] = pair?.people ?? [];
  const keeps = (which: typeof one, against: typeof one) =>
    !settled && which !== undefined && (which.numbered || against?.numbered === false);
  const actions: readonly DeskAction[] = [
    {
      key: '1',
      label: t('duplicates.sameFirst'),
      main: true,
      disabled: !keeps(one, other),
      run: () => decide({ choice: 'same', keep: one?.personId }),
    },
    {
      key: '2',
      label: t('duplicates.sameSecond'),
      main: true,
      disabled: !keeps(other, one),
      run: () => decide({ choice: 'same', keep: other?.personId }),
    },
    {
      key: 'b',
      label: t('duplicates.different'),
      main: true,
      disabled: settled,
      run: () => decide({ choice: 'different' }),
    },
    { key: 'l', label: t('duplicates.later'), disabled: settled, run: () => decide({ choice: 'later' }) },
    {
      key: 'u',
      label: t('review.undo'),
      disabled: path.length === 0 && here === undefined,
      run: undo,
    },
    { key: 'arrowleft', label: t('review.previous'), disabled: place === 0, run: () => setPlace(place - 1) },
    {
      key: 'arrowright',
      label: t('review.next'),
      disabled: pair === undefined,
      run: () => setPlace(place + 1),
    },
  ];
  const title = pair === undefined ? t('duplicates.done') : t('duplicates.pair', { place: place + 1 });
  return (
    <KeyDesk
      label={t('duplicates.desk')}
      title={title}
      said={pair === undefined ? title : `${title}: ${one?.name}, ${other?.name}`}
      progress={t('duplicates.open', { pairs: progress.open })}
      busy={deciding.isPending || undoing.isPending}
      actions={actions}
      why={why}
      onWhy={setWhy}
    >
      {pair === undefined ? (
        <Paper>
          <Text>{t('review.doneNext')}</Text>
          <Go to="/orang">{t('nav.people')}</Go>
        </Paper>
      ) : (
        <>
          <PairTable pair={pair} />
          <Group gap="md">
            {pair.people.map(({ personId, numbered }, at) => (
              <Go key={personId} to="/orang/$id" params={{ id: personId }} target="_blank" size="sm">
                {t('duplicates.open1', { place: at + 1 })}
                {numbered ? '' : ` (${t('duplicates.noNik')})`}
              </Go>
            ))}
          </Group>
          {here !== undefined && (
            <Group gap="xs">
              <Mark tone={here === 'later' ? 'wait' : 'good'}>{t(`duplicateDecision.${here}`)}</Mark>
              {pair.decision !== null && !decided.has(place) && (
                <Text size="sm">
                  <MadeBy at={pair.decision.at} by={pair.decision.by} />
                  {pair.decision.why === null ? '' : ` · ${pair.decision.why}`}
                </Text>
              )}
            </Group>
          )}
        </>
      )}
      <ProblemBox error={deciding.error ?? undoing.error} />
    </KeyDesk>
  );
}
