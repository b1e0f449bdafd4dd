import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { acceptRoster, getRegistration, listReview, type RegistrationFile } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { ReviewDesk } from '../rosters/ReviewDesk.tsx';
import { useRosterMatter } from '../rosters/RosterMatter.tsx';

const tones: Readonly<Record<NonNullable<RegistrationFile['found']>['verdict'], Tone>> = {
  new: 'good',
  known: 'link',
  doubtful: 'wait',
  refused: 'bad',
  ignored: 'bad',
};

/** What was found of the person, and what is to be done next: correct, decide, take, or nothing. */
export function RegistrationResult(props: {
  readonly rosterId: string;
  readonly repeated: boolean;
  readonly again: () => void;
  /** Told once the person is recorded or enrolled. */
  readonly onDone: () => void;
}) {
  const { rosterId, repeated, again, onDone } = props;
  const { t } = useLanguage();
  const place = useRef<HTMLElement>(null);
  const query = useQuery({
    queryKey: ['roster', rosterId, 'registration'],
    queryFn: () => getRegistration(rosterId),
    // The answer waits for what is under way; if that takes longer still, it is asked for again.
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? 1_000 : false),
  });
  const isDone = query.data?.state === 'accepted';
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is nothing to clean up with.
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section ref={place} aria-label={t('register.result')}>
      <Paper p="lg" maw="60rem">
        <Loaded query={query}>{(file) => <Found file={file} repeated={repeated} again={again} />}</Loaded>
      </Paper>
    </section>
  );
}

function isMoving({ state }: RegistrationFile): boolean {
  return state === 'received' || state === 'checking' || state === 'accepting';
}

function Found(props: {
  readonly file: RegistrationFile;
  readonly repeated: boolean;
  readonly again: () => void;
}) {
  const { file, repeated, again } = props;
  const { rosterId, found, state, takes, personId } = file;
  const { t } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const accepting = useMutation({
    mutationFn: () => acceptRoster(rosterId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['roster', rosterId] }),
  });
  if (found === null) return <Text role="status">{t('register.checking')}</Text>;
  const done = state === 'accepted';
  // The desk says the doubt itself, beside whom they may be.
  const decides = !done && found.verdict === 'doubtful' && may('rosters.review');
  const openToTake = state === 'checked' && takes;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Title order={2}>{t(done ? 'register.done' : 'register.result')}</Title>
        <Mark tone={done ? 'good' : tones[found.verdict]}>
          {done ? t(found.enrol ? 'register.enrolled' : 'register.recorded') : t(`verdict.${found.verdict}`)}
        </Mark>
      </Group>
      {repeated && <Text size="sm">{t('register.repeated')}</Text>}
      {!done && !decides && (
        <Text role="status">
          {found.text} {found.remedy}
        </Text>
      )}
      {found.warnings.map((warning) => (
        <Text key={warning.text} size="sm">
          {warning.text} {warning.remedy}
        </Text>
      ))}
      {found.verdict === 'refused' && <Text>{t('register.correct')}</Text>}
      {decides && <Doubt rosterId={rosterId} />}
      {openToTake && !may('rosters.accept') && <Text>{t('register.waits')}</Text>}
      <ProblemBox error={accepting.error} />
      <Group>
        {openToTake && may('rosters.accept') && (
          <Button loading={accepting.isPending || state !== 'checked'} onClick={() => accepting.mutate()}>
            {t(found.enrol ? 'register.enrol' : 'register.record')}
          </Button>
        )}
        {personId !== null && (
          <GoButton to="/orang/$id" params={{ id: personId }} variant="default">
            {t('register.openPerson')}
          </GoButton>
        )}
        {(done || found.verdict === 'known') && <Button onClick={again}>{t('register.again')}</Button>}
        <Go to="/daftar/$id" params={{ id: rosterId }} size="sm">
          {t('register.openList')}
        </Go>
      </Group>
    </Stack>
  );
}

/** The person beside whom they may be, decided as in any list. */
function Doubt(props: { readonly rosterId: string }) {
  const { rosterId } = props;
  const query = useQuery({
    queryKey: ['review', rosterId, 'one'],
    queryFn: () => listReview(rosterId, {}),
    staleTime: Infinity,
    gcTime: 0,
  });
  const { t } = useLanguage();
  const matter = useRosterMatter(rosterId);
  const { words } = matter;
  const none = useCallback(() => undefined, []);
  return (
    <Loaded query={query}>
      {(review) => (
        <ReviewDesk
          matter={{
            ...matter,
            alone: t('register.resembles'),
            words: {
              ...words,
              desk: t('register.desk'),
              inFile: t('register.typed'),
              notNew: t('register.notNew'),
              take: t('register.take'),
              claims: t('register.claims'),
              closed: t('register.closed'),
            },
          }}
          mayDecide={review.mayDecide}
          progress={review}
          rows={review.rows}
          hasMore={false}
          more={none}
        />
      )}
    </Loaded>
  );
}
