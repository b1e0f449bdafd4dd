import { Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { LocalRule, SelectionCandidate } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { AssessForm } from './AssessForm.tsx';
import { type CandidateView, candidateViews, nextView, viewOf } from './candidate-views.ts';
import { Views } from './Views.tsx';
import { knownText } from './words.ts';

type Verdict = SelectionCandidate['verdict'];

const tones: Readonly<Record<Verdict, Tone>> = { eligible: 'good', open: 'wait', excluded: 'quiet' };
/** A longer table is slow to draw on an office's computer. */
const pageSize = 100;

/** Everybody of the village with what speaks for and against; those who are ticked are assessed, or put on the list. */
export function Candidates(props: {
  readonly proposalId: string;
  readonly rule: LocalRule | null;
  readonly candidates: readonly SelectionCandidate[];
  /** Who is on the list by now, saved or not. */
  readonly listed: ReadonlySet<string>;
  readonly onAdd: (personIds: readonly string[]) => void;
  readonly onAssessed: () => Promise<void>;
}) {
  const { candidates, listed } = props;
  const { t } = useLanguage();
  const [asked, setAsked] = useState<CandidateView>();
  const [sought, setSought] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(pageSize);
  const wanted = sought.trim().toLowerCase();
  // Until somebody opens a tab, the one that has the next thing to do is open.
  const view = asked ?? nextView(candidates, listed);
  const within = candidates.filter((one) => view === 'all' || viewOf(one, listed) === view);
  const found = within.filter((one) => one.name.toLowerCase().includes(wanted));
  const shown = found.slice(0, limit);
  const fit = candidates.filter(
    ({ personId, verdict: is }) => chosen.has(personId) && is === 'eligible' && !listed.has(personId),
  );
  const choose = (personIds: readonly string[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const personId of personIds)
        if (on) next.add(personId);
        else next.delete(personId);
      return next;
    });
  const views = candidateViews.map((key) => ({
    key,
    label: t(`calonTab.${key}`),
    count: key === 'all' ? candidates.length : candidates.filter((one) => viewOf(one, listed) === key).length,
  }));
  const columns: Column<SelectionCandidate>[] = [
    {
      key: 'name',
      label: t('calon.name'),
      cell: (one) => (
        <Checkbox
          label={one.name}
          aria-label={t('calon.choose', { name: one.name })}
          checked={chosen.has(one.personId)}
          onChange={(event) => choose([one.personId], event.currentTarget.checked)}
        />
      ),
    },
    { key: 'age', label: t('calon.age'), number: true, cell: (one) => one.age ?? '–' },
    {
      key: 'home',
      label: t('calon.home'),
      cell: (one) => [one.rt, one.rw].filter((part) => part !== null).join('/'),
    },
    { key: 'work', label: t('calon.work'), cell: (one) => one.occupation },
    { key: 'known', label: t('calon.known'), cell: (one) => knownText(t, one.findings) },
    {
      key: 'result',
      label: t('calon.result'),
      cell: (one) => (
        <>
          <Mark tone={tones[one.verdict]}>{t(`verdictOf.${one.verdict}`)}</Mark>{' '}
          {listed.has(one.personId) && <Mark tone="link">{t('calon.listed')}</Mark>}
          {one.reasons.map(({ code, text }) => (
            <Text key={code} size="sm">
              {text}
            </Text>
          ))}
        </>
      ),
    },
  ];
  return (
    <section>
      <Title order={2}>{t('calon.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm" maw="44rem">
        {t('calon.about')}
      </Text>
      <Stack gap="sm">
        <Views
          label={t('calon.show')}
          views={views}
          open={view}
          onOpen={(key) => {
            setAsked(key);
            setLimit(pageSize);
          }}
        >
          {within.length === 0 ? (
            <NothingHere view={view} candidates={candidates} listed={listed} onOpen={setAsked} />
          ) : (
            <Stack gap="sm">
              <Text size="sm">{t(`calonDo.${view}`)}</Text>
              <Group align="flex-end">
                <TextInput
                  label={t('calon.search')}
                  value={sought}
                  onChange={(event) => setSought(event.currentTarget.value)}
                />
                <Button
                  component="a"
                  href={`/api/selection/proposals/${props.proposalId}/candidates.table`}
                  download
                  variant="default"
                >
                  {t('usulan.xlsx')}
                </Button>
              </Group>
              {shown.length === 0 ? (
                <Text role="status">{t('calon.noneFound', { sought: sought.trim() })}</Text>
              ) : (
                <>
                  <Checkbox
                    label={t('calon.chooseShown')}
                    checked={shown.every(({ personId }) => chosen.has(personId))}
                    onChange={(event) =>
                      choose(
                        shown.map(({ personId }) => personId),
                        event.currentTarget.checked,
                      )
                    }
                  />
                  <Table
                    caption={t('calon.title')}
                    columns={columns}
                    rows={shown}
                    rowKey={(one) => one.personId}
                  />
                </>
              )}
              {found.length > shown.length && (
                <Group>
                  <Button variant="default" onClick={() => setLimit(limit + pageSize)}>
                    {t('calon.more', { count: Math.min(pageSize, found.length - shown.length) })}
                  </Button>
                </Group>
              )}
            </Stack>
          )}
        </Views>
        <Text role="status" fw={600}>
          {chosen.size > 0
            ? t('calon.chosen', { count: chosen.size })
            : within.length > 0
              ? t('calon.chooseFirst')
              : ''}
        </Text>
        {chosen.size > 0 && (
          <>
            <AssessForm rule={props.rule} personIds={[...chosen]} onDone={props.onAssessed} />
            <Group>
              <Button
                disabled={fit.length === 0}
                onClick={() => {
                  props.onAdd(fit.map(({ personId }) => personId));
                  setChosen(new Set());
                }}
              >
                {t('calon.add')} ({fit.length})
              </Button>
              {fit.length === 0 && <Text size="sm">{t('calon.addNone')}</Text>}
            </Group>
          </>
        )}
      </Stack>
    </section>
  );
}

/** An empty part of the list, and the part to go on with. */
function NothingHere(props: {
  readonly view: CandidateView;
  readonly candidates: readonly SelectionCandidate[];
  readonly listed: ReadonlySet<string>;
  readonly onOpen: (view: CandidateView) => void;
}) {
  const { view, candidates, listed, onOpen } = props;
  const { t } = useLanguage();
  const next = nextView(candidates, listed);
  return (
    <Empty what={t(`calonEmpty.${view}`)}>
      <Button variant="light" mt="xs" onClick={() => onOpen(next)}>
        {t(`calonNext.${next}`)}
      </Button>
    </Empty>
  );
}
