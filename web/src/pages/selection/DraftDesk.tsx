import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listCandidates, type ProposalFile, rankPeople, type SelectionCandidate } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { Candidates } from './Candidates.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { RankList } from './RankList.tsx';
import { withAdded } from './rank.ts';

/** A draft: who may be on the list, in which order, and what the meeting decided of it. */
export function DraftDesk(props: { readonly file: ProposalFile; readonly onChanged: () => Promise<void> }) {
  const { proposal } = props.file;
  const { t } = useLanguage();
  const query = useQuery({
    queryKey: ['candidates', proposal.proposalId],
    queryFn: () => listCandidates(proposal.proposalId),
  });
  return (
    <Loaded query={query}>
      {({ candidates }) =>
        candidates.length === 0 ? (
          <Empty what={t('calon.none')}>
            <Go to="/daftar">{t('calon.noneNext')}</Go>
          </Empty>
        ) : (
          <Desk {...props} candidates={candidates} />
        )
      }
    </Loaded>
  );
}

function Desk(props: {
  readonly file: ProposalFile;
  readonly candidates: readonly SelectionCandidate[];
  readonly onChanged: () => Promise<void>;
}) {
  const { file, candidates, onChanged } = props;
  const { proposal, entries } = file;
  const { t } = useLanguage();
  const saved = entries.filter(({ struck }) => struck === null).map(({ personId }) => personId);
  const [ranked, setRanked] = useState<readonly string[]>(saved);
  const isSaved = ranked.join() === saved.join();
  const saving = useMutation({
    mutationFn: () => rankPeople(proposal.proposalId, [...ranked]),
    onSuccess: onChanged,
  });
  const struck = new Set(entries.flatMap(({ personId, struck: why }) => (why === null ? [] : [personId])));
  return (
    <>
      <Candidates
        proposalId={proposal.proposalId}
        rule={file.rule}
        candidates={candidates.filter(({ personId }) => !struck.has(personId))}
        listed={new Set(ranked)}
        onAdd={(people) => setRanked((before) => withAdded(before, people))}
        onAssessed={onChanged}
      />
      <section>
        <Title order={2} mb="xs">
          {t('urutan.title')}
        </Title>
        {ranked.length === 0 ? (
          <Empty what={t('urutan.none')}>{t('urutan.noneNext')}</Empty>
        ) : (
          <RankList ranked={ranked} candidates={candidates} quota={proposal.quota} onChange={setRanked} />
        )}
        <Stack mt="sm" gap="sm">
          <ProblemBox error={saving.error} />
          <Group>
            <Button onClick={() => saving.mutate()} loading={saving.isPending} disabled={isSaved}>
              {t('urutan.save')}
            </Button>
            {ranked.length > 1 && (
              <Button
                variant="default"
                onClick={() =>
                  setRanked(
                    candidates.flatMap(({ personId }) => (ranked.includes(personId) ? [personId] : [])),
                  )
                }
              >
                {t('urutan.byScore')}
              </Button>
            )}
            <Text size="sm" role="status">
              {isSaved ? (saved.length > 0 ? t('urutan.saved') : '') : t('urutan.unsaved')}
            </Text>
          </Group>
        </Stack>
      </section>
      <Paper>
        <Title order={2}>{t('musdes.title')}</Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('musdes.about')}
        </Text>
        {saved.length > 0 && isSaved ? (
          <MeetingForm proposalId={proposal.proposalId} onDone={onChanged} />
        ) : (
          <Text>{t('musdes.saveFirst')}</Text>
        )}
      </Paper>
    </>
  );
}
