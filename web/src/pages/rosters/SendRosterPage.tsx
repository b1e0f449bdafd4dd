import { Button, Paper, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Agreement, type Partner, type RosterPolicy, sendRoster } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { useFirstFound } from '../../ui/SearchChooser.tsx';
import { useAgreements, useAskedAgreement, useMyPartners } from '../../ui/searched.ts';
import { useMyArea } from '../coverage/my-area.ts';
import { type Purpose, SentFor } from './SentFor.tsx';
import { Templates } from './Templates.tsx';

const route = getRouteApi('/daftar/kirim');

/** Sends a list of workers, for an agreement or for the records. The form comes once what it offers to choose is there. */
export function SendRosterPage() {
  const { t } = useLanguage();
  const agreements = useFirstFound(useAgreements({ open: true }));
  const partners = useFirstFound(useMyPartners(useMyArea()));
  const asked = useAskedAgreement(route.useSearch().perjanjian);
  return (
    <>
      <PageHead title={t('rosters.send')} />
      <Text c="dimmed" mb="md" maw="44rem">
        {t('send.about')}
      </Text>
      <Templates />
      <Loaded query={agreements}>
        {({ found: open }) => (
          <Loaded query={partners}>
            {({ found: known }) => (
              <Loaded query={asked}>
                {(one) => <SendForm hasAgreements={open.length > 0} partners={known} asked={one} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function SendForm(props: {
  readonly hasAgreements: boolean;
  readonly partners: readonly Partner[];
  readonly asked: Agreement | null;
}) {
  const { hasAgreements, partners, asked } = props;
  const { t } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  // Until somebody chooses: the list of agreements may still be an old one, from before the first was signed.
  const [picked, setPicked] = useState<Purpose>();
  const purpose = picked ?? (hasAgreements ? 'enrol' : 'record');
  const hasChoice = purpose === 'enrol' ? hasAgreements : partners.length > 0;
  const sending = useMutation({
    mutationFn: sendRoster,
    onSuccess: async ({ rosterId, repeated }) => {
      await queries.invalidateQueries({ queryKey: ['rosters'] });
      await navigate({
        to: '/daftar/$id',
        params: { id: rosterId },
        search: repeated ? { kiriman: 'lama' } : {},
      });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(file === undefined);
    if (file === undefined) return;
    const form = new FormData(event.currentTarget);
    sending.mutate({
      file,
      ...sentFor(form),
      startsOn: String(form.get('startsOn')),
      policy: String(form.get('policy')) as RosterPolicy,
      sameFrom: String(form.get('sameFrom')),
      newBelow: String(form.get('newBelow')),
    });
  };
  return (
    <Paper p="lg" maw="44rem">
      <form onSubmit={submit}>
        <Stack>
          <SentFor
            purpose={purpose}
            onPurpose={setPicked}
            hasAgreements={hasAgreements}
            partners={partners}
            asked={asked}
          />
          <Radio.Group label={t('send.policy')} name="policy" defaultValue="good_rows">
            <Stack gap="xs" mt="xs">
              <Radio value="good_rows" label={t('policy.good_rows')} />
              <Radio value="all_or_nothing" label={t('policy.all_or_nothing')} />
            </Stack>
          </Radio.Group>
          <details className="opener">
            <summary>{t('send.thresholds')}</summary>
            <Stack gap="xs" mt="xs">
              <Text size="sm">{t('send.thresholdsHint')}</Text>
              <TextInput label={t('send.sameFrom')} name="sameFrom" type="number" min={1} max={100} />
              <TextInput label={t('send.newBelow')} name="newBelow" type="number" min={1} max={100} />
            </Stack>
          </details>
          <FileDrop
            label={t('send.file')}
            hint={t('send.fileHint')}
            accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            file={file}
            onFile={(chosen) => {
              setFile(chosen);
              setMissing(false);
            }}
          />
          {missing && (
            <Text c="red.9" size="sm" role="alert">
              {t('send.fileMissing')}
            </Text>
          )}
          <ProblemBox error={sending.error} />
          <Button type="submit" loading={sending.isPending} disabled={!hasChoice}>
            {t('send.submit')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

/** What the list is for, as the form says. */
function sentFor(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  return form.get('purpose') === 'record'
    ? ({ purpose: 'record', area: text('area'), partnerId: text('partnerId') } as const)
    : ({ purpose: 'enrol', agreementId: text('agreementId') } as const);
}
