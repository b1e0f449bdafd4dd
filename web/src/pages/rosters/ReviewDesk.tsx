import { Paper, Text } from '@mantine/core';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { DecidedRow, ReviewChoice, ReviewRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { type DeskAction, KeyDesk } from '../../ui/KeyDesk.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { WaterfallView } from '../people/WaterfallView.tsx';
import { ComparedRows } from './ComparedRows.tsx';
import { DecisionText } from './DecisionText.tsx';

interface Progress {
  readonly total: number;
  readonly decided: number;
}

/** The file whose rows lie on the desk: what a decision does, and how the page speaks of it. */
export interface DeskMatter {
  readonly decide: (ordinal: number, choice: ReviewChoice) => Promise<DecidedRow>;
  readonly reopen: (ordinal: number) => Promise<DecidedRow>;
  /** What else a decision changes. */
  readonly changes: readonly QueryKey[];
  /** What the desk is called where it holds one person and no file: then nothing is numbered, counted or paged. */
  readonly alone?: string;
  /** The way back. */
  readonly back: ReactNode;
  readonly words: {
    readonly desk: string;
    /** Head of the row's own column. */
    readonly inFile: string;
    /** None of the candidates. */
    readonly none: string;
    readonly notNew: string;
    /** Takes what is no likeness but doubtful in itself; that of a row when left out. */
    readonly take?: string;
    /** What it means that the number is somebody else's; that of a row when left out. */
    readonly claims?: string;
    /** What comes of a choice that died; nothing when left out. */
    readonly dead?: string;
    readonly closed: string;
  };
}

/** One row at a time: 1…9 the same as that candidate, b none of them, l leave, u take the last one back, arrows to look around. */
export function ReviewDesk(props: {
  readonly matter: DeskMatter;
  readonly mayDecide: boolean;
  readonly progress: Progress;
  readonly rows: readonly ReviewRow[];
  readonly hasMore: boolean;
  readonly more: () => void;
}) {
  const { matter, hasMore, more } = props;
  const { words } = matter;
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [place, setPlace] = useState(0);
  const [progress, setProgress] = useState(props.progress);
  const [changed, setChanged] = useState<ReadonlyMap<number, ReviewRow>>(new Map());
  /** Places that were decided here, the last one last. */
  const [path, setPath] = useState<readonly number[]>([]);
  const [why, setWhy] = useState('');
  const rows = props.rows.map((row) => changed.get(row.ordinal) ?? row);
  const row = rows[place];
  const kept = ({ row: now, total, decided }: DecidedRow) => {
    setProgress({ total, decided });
    setChanged((before) => new Map(before).set(now.ordinal, now));
    for (const queryKey of matter.changes) void queries.invalidateQueries({ queryKey });
  };
  const deciding = useMutation({
    mutationFn: ({ ordinal, choice }: { readonly ordinal: number; readonly choice: ReviewChoice }) =>
      matter.decide(ordinal, why.trim() === '' ? choice : { ...choice, why: why.trim() }),
    onSuccess: (answer) => {
      kept(answer);
      setPath((before) => [...before, place]);
      setPlace(place + 1);
    },
  });
  const undoing = useMutation({
    mutationFn: (ordinal: number) => matter.reopen(ordinal),
    onSuccess: kept,
  });
  // The next page is there before its first row is asked for.
  useEffect(() => {
    if (hasMore && place >= props.rows.length - 3) more();
  }, [hasMore, more, place, props.rows.length]);

  const decide = (choice: ReviewChoice) => {
    if (row !== undefined) deciding.mutate({ ordinal: row.ordinal, choice });
  };
  const undo = () => {
    // Whoever looks around may take back what stands there, too.
    const last = path.at(-1) ?? place;
    const undone = rows[last];
    if (undone === undefined) return;
    undoing.mutate(undone.ordinal);
    setPath(path.slice(0, -1));
    setPlace(last);
  };
  const { alone } = matter;
  const rowName = (one: ReviewRow) => t('review.row', { row: String(one.row), sheet: one.sheet });
  const name = row === undefined ? t('review.done') : (alone ?? rowName(row));
  const closed = !props.mayDecide;
  const turning: readonly DeskAction[] = [
    {
      key: 'arrowleft',
      label: t('review.previous'),
      disabled: place === 0,
      run: () => setPlace(place - 1),
    },
    {
      key: 'arrowright',
      label: t('review.next'),
      disabled: row === undefined,
      run: () => setPlace(place + 1),
    },
  ];
  const actions: readonly DeskAction[] = [
    ...(row?.candidates ?? []).flatMap((one): DeskAction[] =>
      one.kind === 'elsewhere'
        ? []
        : [
            {
              key: String(one.place),
              label: t('review.same', { place: String(one.place) }),
              main: true,
              disabled: closed,
              run: () => decide({ choice: 'same', candidate: one.place }),
            },
          ],
    ),
    {
      key: 'b',
      label: row?.candidates.length === 0 ? (words.take ?? t('review.take')) : words.none,
      main: true,
      disabled: closed || row?.mayBeNew !== true,
      run: () => decide({ choice: 'new' }),
    },
    {
      key: 'l',
      label: t('review.leave'),
      disabled: closed || row === undefined,
      run: () => decide({ choice: 'left' }),
    },
    {
      key: 'u',
      label: t('review.undo'),
      disabled: closed || (path.length === 0 && row?.decision == null),
      run: undo,
    },
    ...(alone === undefined ? turning : []),
  ];
  return (
    <KeyDesk
      label={words.desk}
      title={name}
      said={row === undefined ? t('review.done') : `${name}: ${row.person.name}. ${row.text}`}
      progress={
        alone === undefined
          ? t('review.progress', { decided: progress.decided, total: progress.total })
          : undefined
      }
      busy={deciding.isPending || undoing.isPending}
      actions={actions}
      why={why}
      onWhy={setWhy}
    >
      {row === undefined ? (
        <Paper>
          <Text>{t('review.doneNext')}</Text>
          {matter.back}
        </Paper>
      ) : (
        <>
          <Text>
            {row.text}{' '}
            <Text span c="dimmed">
              {row.remedy}
            </Text>
          </Text>
          {row.doubts
            .filter(({ text }) => text !== row.text)
            .map((doubt) => (
              <Text key={doubt.code}>{doubt.text}</Text>
            ))}
          <ComparedRows person={row.person} candidates={row.candidates} first={words.inFile} />
          {row.candidates.map((one) =>
            one.kind === 'elsewhere' ? null : (
              <WaterfallView
                key={one.place}
                waterfall={one.waterfall}
                title={t('waterfall.of', { place: String(one.place) })}
              />
            ),
          )}
          {words.dead !== undefined &&
            row.candidates.some((one) => one.kind === 'person' && one.person.diedOn !== null) && (
              <Text>{words.dead}</Text>
            )}
          <DecisionText row={row} none={words.none} />
          {row.mayBeNew && row.claims && <Text size="sm">{words.claims ?? t('review.claims')}</Text>}
          {!row.mayBeNew && <Text size="sm">{words.notNew}</Text>}
        </>
      )}
      <ProblemBox error={deciding.error ?? undoing.error} />
      {closed && <Text>{words.closed}</Text>}
    </KeyDesk>
  );
}
