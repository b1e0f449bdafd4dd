import { Button, Group, Kbd, Paper, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { decideReviewRow, type ReviewChoice, type ReviewRow, reopenReviewRow } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { ComparedRows } from './ComparedRows.tsx';
import { DecisionText } from './DecisionText.tsx';

interface Progress {
  readonly total: number;
  readonly decided: number;
}

/**
 * One row at a time. Keys work while the focus is in the desk, and it stays there: 1…9 the same as that candidate, b new,
 * l leave, u take the last one back, arrows to look around.
 */
export function ReviewDesk(props: {
  readonly rosterId: string;
  readonly mayDecide: boolean;
  readonly progress: Progress;
  readonly rows: readonly ReviewRow[];
  readonly hasMore: boolean;
  readonly more: () => void;
}) {
  const { rosterId, hasMore, more } = props;
  const { t } = useLanguage();
  const queries = useQueryClient();
  const desk = useRef<HTMLElement>(null);
  const [place, setPlace] = useState(0);
  const [progress, setProgress] = useState(props.progress);
  const [changed, setChanged] = useState<ReadonlyMap<number, ReviewRow>>(new Map());
  /** Places that were decided here, the last one last. */
  const [path, setPath] = useState<readonly number[]>([]);
  const [why, setWhy] = useState('');
  const rows = props.rows.map((row) => changed.get(row.ordinal) ?? row);
  const row = rows[place];
  const kept = ({ row: now, total, decided }: Progress & { readonly row: ReviewRow }) => {
    setProgress({ total, decided });
    setChanged((before) => new Map(before).set(now.ordinal, now));
    void queries.invalidateQueries({ queryKey: ['roster', rosterId] });
    void queries.invalidateQueries({ queryKey: ['rosters'] });
  };
  const deciding = useMutation({
    mutationFn: ({ ordinal, choice }: { readonly ordinal: number; readonly choice: ReviewChoice }) =>
      decideReviewRow(rosterId, ordinal, why.trim() === '' ? choice : { ...choice, why: why.trim() }),
    onSuccess: (answer) => {
      kept(answer);
      setPath((before) => [...before, place]);
      setPlace(place + 1);
    },
  });
  const undoing = useMutation({
    mutationFn: (ordinal: number) => reopenReviewRow(rosterId, ordinal),
    onSuccess: kept,
  });
  const busy = deciding.isPending || undoing.isPending;

  useEffect(() => desk.current?.focus({ preventScroll: true }), []);
  // The next page is there before its first row is asked for.
  useEffect(() => {
    if (hasMore && place >= props.rows.length - 3) more();
  }, [hasMore, more, place, props.rows.length]);

  const decide = (choice: ReviewChoice) => {
    if (busy || row === undefined || !props.mayDecide) return;
    deciding.mutate({ ordinal: row.ordinal, choice });
  };
  const undo = () => {
    // Whoever looks around may take back what stands there, too.
    const last = path.at(-1) ?? (row?.decision == null ? undefined : place);
    const undone = last === undefined ? undefined : rows[last];
    if (busy || last === undefined || undone === undefined) return;
    undoing.mutate(undone.ordinal);
    setPath(path.slice(0, -1));
    setPlace(last);
  };
  const step = (by: 1 | -1) => setPlace(Math.min(Math.max(place + by, 0), rows.length));
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const candidate = row?.candidates.find((one) => String(one.place) === key);
    const does =
      candidate !== undefined && candidate.kind !== 'elsewhere'
        ? () => decide({ choice: 'same', candidate: candidate.place })
        : key === 'b' && row?.mayBeNew === true
          ? () => decide({ choice: 'new' })
          : {
              l: () => decide({ choice: 'left' }),
              u: undo,
              arrowleft: () => step(-1),
              arrowright: () => step(1),
            }[key];
    if (does === undefined) return;
    event.preventDefault();
    does();
  };
  const name =
    row === undefined ? t('review.done') : t('review.row', { row: String(row.row), sheet: row.sheet });
  return (
    <section
      ref={desk}
      className="review"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys work while the focus is here, and only then (WCAG 2.1.4)
      tabIndex={0}
      aria-label={t('review.desk')}
      aria-busy={busy}
      onKeyDown={press}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{name}</Title>
          <Text fw={600}>{t('review.progress', { decided: progress.decided, total: progress.total })}</Text>
        </Group>
        <VisuallyHidden role="status">
          {row === undefined ? t('review.done') : `${name}: ${row.person.name}. ${row.text}`}
        </VisuallyHidden>
        {row === undefined ? (
          <Paper>
            <Text>{t('review.doneNext')}</Text>
            <Go to="/daftar/$id" params={{ id: rosterId }}>
              {t('review.back')}
            </Go>
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
            <ComparedRows row={row} />
            <DecisionText row={row} />
            {row.mayBeNew && row.claims && <Text size="sm">{t('review.claims')}</Text>}
            {!row.mayBeNew && <Text size="sm">{t('review.notNew')}</Text>}
          </>
        )}
        <ProblemBox error={deciding.error ?? undoing.error} />
        {!props.mayDecide && <Text>{t('review.closed')}</Text>}
        <Group gap="xs" role="group" aria-label={t('review.choices')}>
          {row?.candidates.map((one) =>
            one.kind === 'elsewhere' ? null : (
              <Button
                key={one.place}
                size="xs"
                disabled={!props.mayDecide}
                onClick={() => decide({ choice: 'same', candidate: one.place })}
              >
                <Kbd mr={6}>{one.place}</Kbd>
                {t('review.same', { place: String(one.place) })}
              </Button>
            ),
          )}
          <Button
            size="xs"
            disabled={!props.mayDecide || row?.mayBeNew !== true}
            onClick={() => decide({ choice: 'new' })}
          >
            <Kbd mr={6}>b</Kbd>
            {t(row?.candidates.length === 0 ? 'review.take' : 'review.new')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!props.mayDecide || row === undefined}
            onClick={() => decide({ choice: 'left' })}
          >
            <Kbd mr={6}>l</Kbd>
            {t('review.leave')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={path.length === 0 && row?.decision == null}
            onClick={undo}
          >
            <Kbd mr={6}>u</Kbd>
            {t('review.undo')}
          </Button>
          <Button size="xs" variant="default" disabled={place === 0} onClick={() => step(-1)}>
            <Kbd mr={6}>←</Kbd>
            {t('review.previous')}
          </Button>
          <Button size="xs" variant="default" disabled={row === undefined} onClick={() => step(1)}>
            <Kbd mr={6}>→</Kbd>
            {t('review.next')}
          </Button>
        </Group>
        <TextInput
          label={t('review.why')}
          description={t('review.whyHint')}
          maxLength={300}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </Stack>
    </section>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, .table-box');
}
