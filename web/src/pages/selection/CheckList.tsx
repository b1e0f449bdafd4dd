import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  checkPeople,
  listCandidates,
  type ProposalEntry,
  type ProposalFile,
  verifyProposal,
} from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay, useSession } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Views } from './Views.tsx';

const tones: Readonly<Record<ProposalEntry['standing'], Tone>> = {
  in: 'good',
  substitute: 'quiet',
  struck: 'bad',
};

/** Parts of a decided list: still to be checked, by standing, everybody. */
const entryViews = ['unchecked', 'in', 'substitute', 'struck', 'all'] as const;
type EntryView = (typeof entryViews)[number];

/** The list as it was decided: who fills a place, who is checked, who was struck and why, and what became of each. */
export function CheckList(props: { readonly file: ProposalFile; readonly onChanged: () => Promise<void> }) {
  const { file, onChanged } = props;
  const { proposal, entries } = file;
  const { proposalId, state } = proposal;
  const { t } = useLanguage();
  const may = useMay();
  const { userId } = useSession();
  const [striking, setStriking] = useState<ProposalEntry>();
  const [asked, setAsked] = useState<EntryView>();
  const checking = useMutation({
    mutationFn: (people: readonly string[]) => checkPeople(proposalId, [...people], null),
    onSuccess: onChanged,
  });
  const strike = useMutation({
    mutationFn: (why: string) => checkPeople(proposalId, [striking?.personId ?? ''], why),
    onSuccess: async () => {
      await onChanged();
      setStriking(undefined);
    },
  });
  const finishing = useMutation({ mutationFn: () => verifyProposal(proposalId), onSuccess: onChanged });
  const isOwn = proposal.makers.includes(userId);
  const mayCheck = state === 'decided' && may('selection.verify') && !isOwn;
  // What has come true since the list was made: whoever checks it sees it beside the name.
  const candidates = useQuery({
    queryKey: ['candidates', proposalId],
    queryFn: () => listCandidates(proposalId),
    enabled: mayCheck,
  });
  if (entries.length === 0) return <Empty what={t('urutan.none')}>{t('nextStep.draft')}</Empty>;
  const against = new Map(candidates.data?.candidates.map(({ personId, reasons }) => [personId, reasons]));
  // The check of somebody who assessed a candidate since counts for nothing.
  const isChecked = ({ checkedBy }: ProposalEntry) =>
    checkedBy !== null && !proposal.makers.includes(checkedBy);
  const filling = entries.filter(({ standing }) => standing === 'in');
  const unchecked = filling.filter((one) => !isChecked(one));
  const parts: Readonly<Record<EntryView, readonly ProposalEntry[]>> = {
    unchecked,
    in: filling,
    substitute: entries.filter(({ standing }) => standing === 'substitute'),
    struck: entries.filter(({ standing }) => standing === 'struck'),
    all: entries,
  };
  const view = asked ?? (mayCheck && unchecked.length > 0 ? 'unchecked' : 'in');
  const views = entryViews.filter((key) => key !== 'unchecked' || state === 'decided');
  const columns: Column<ProposalEntry>[] = [
    { key: 'name', label: t('calon.name'), cell: (one) => one.name },
    { key: 'place', label: t('periksa.place'), number: true, cell: (one) => one.place },
    {
      key: 'standing',
      label: t('usulan.state'),
      cell: (one) => <Mark tone={tones[one.standing]}>{t(`standing.${one.standing}`)}</Mark>,
    },
    {
      key: 'home',
      label: t('calon.home'),
      cell: (one) => [one.rt, one.rw].filter((part) => part !== null).join('/'),
    },
    { key: 'work', label: t('calon.work'), cell: (one) => one.occupation },
    {
      key: 'check',
      label: t('periksa.check'),
      cell: (one) =>
        one.struck !== null
          ? t('periksa.struck', { reason: one.struck })
          : t(isChecked(one) ? 'periksa.verified' : 'periksa.unchecked'),
    },
    ...(mayCheck
      ? [
          {
            key: 'now',
            label: t('periksa.now'),
            cell: (one: ProposalEntry) =>
              (against.get(one.personId) ?? []).length === 0
                ? ''
                : against.get(one.personId)?.map(({ code, text }) => <div key={code}>{text}</div>),
          },
        ]
      : []),
    ...(mayCheck
      ? [
          {
            key: 'do',
            label: t('periksa.verify'),
            cell: (one: ProposalEntry) => (
              <Group gap={4} wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="light"
                  disabled={isChecked(one) && one.struck === null}
                  aria-label={t('periksa.verifyName', { name: one.name })}
                  loading={checking.isPending && checking.variables.includes(one.personId)}
                  onClick={() => checking.mutate([one.personId])}
                >
                  {t('periksa.verify')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={one.struck !== null}
                  aria-label={t('periksa.strikeName', { name: one.name })}
                  onClick={() => setStriking(one)}
                >
                  {t('periksa.strike')}
                </Button>
              </Group>
            ),
          },
        ]
      : []),
    ...(state === 'enrolled'
      ? [
          {
            key: 'outcome',
            label: t('periksa.outcome'),
            cell: (one: ProposalEntry) =>
              one.outcome === 'enrolled' ? t('periksa.enrolled') : (one.outcomeText ?? ''),
          },
        ]
      : []),
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('periksa.title')}
      </Title>
      {state === 'decided' && isOwn && may('selection.verify') && (
        <Alert color="yellow" mb="sm" title={t('periksa.ownList')} styles={{ title: { color: '#5f4300' } }} />
      )}
      <Views
        label={t('calon.show')}
        views={views.map((key) => ({ key, label: t(`periksaTab.${key}`), count: parts[key].length }))}
        open={view}
        onOpen={setAsked}
      >
        {parts[view].length === 0 ? (
          <Empty what={t(`periksaEmpty.${view}`)}>
            {view === 'unchecked' && mayCheck ? t('periksaEmpty.finish') : t(`nextStep.${state}`)}
          </Empty>
        ) : (
          <Table
            caption={t('periksa.title')}
            columns={columns}
            rows={parts[view]}
            rowKey={(one) => one.personId}
          />
        )}
      </Views>
      <Stack mt="sm" gap="sm">
        <ProblemBox error={checking.error ?? finishing.error} />
        {mayCheck && (
          <Group>
            {unchecked.length > 0 ? (
              <Button
                variant="light"
                loading={checking.isPending}
                onClick={() => checking.mutate(unchecked.map(({ personId }) => personId))}
              >
                {t('periksa.verifyAll', { count: unchecked.length })}
              </Button>
            ) : (
              <Button loading={finishing.isPending} onClick={() => finishing.mutate()}>
                {t('periksa.finish')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      <ReasonDialog
        opened={striking !== undefined}
        title={t('periksa.strikeName', { name: striking?.name ?? '' })}
        label={t('periksa.strikeWhy', { name: striking?.name ?? '' })}
        length={[3, 500]}
        button={t('periksa.strike')}
        doing={strike}
        onClose={() => setStriking(undefined)}
      />
    </section>
  );
}
