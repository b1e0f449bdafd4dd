import { Button, Checkbox, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listRosters } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import {
  listMissing,
  type MissingMember,
  type PresumedLeavers,
  recordStays,
  stateComplete,
  withdrawComplete,
} from '../../app/lists.ts';
import { useRefresh } from '../../app/refresh.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { LeavingDialog } from './LeavingDialog.tsx';

/** Members who are missing on the partner's complete list, to be decided by somebody; and stating that a list is complete. */
export function MissingList(props: { readonly partnerId: string }) {
  const { partnerId } = props;
  const { t } = useLanguage();
  const may = useMay();
  const query = useQuery({ queryKey: ['missing', partnerId], queryFn: () => listMissing(partnerId) });
  return (
    <section>
      <Title order={2} mb="xs">
        {t('missing.title')}
      </Title>
      <Loaded query={query}>
        {(presumed) => (
          <Stack>
            <Text size="sm" maw="44rem">
              {presumed.lists.length === 0 ? t('missing.noList') : t('missing.about')}
            </Text>
            <CompleteLists lists={presumed.lists} />
            {presumed.lists.length > 0 && <MissingTable presumed={presumed} />}
            {may('members.end') && may('rosters.read') && <StateComplete partnerId={partnerId} />}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

/** What changes when a list is stated, withdrawn, or somebody missing on it is decided. */
function useChanged() {
  const refresh = useRefresh();
  return () => refresh(['missing']);
}

function CompleteLists(props: { readonly lists: PresumedLeavers['lists'] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const refresh = useChanged();
  const withdrawing = useMutation({ mutationFn: withdrawComplete, onSuccess: refresh });
  return (
    <>
      {props.lists.map((list) => (
        <Group key={list.listId} gap="sm">
          <div>
            <Go to="/daftar/$id" params={{ id: list.rosterId }}>
              {t('missing.list', {
                file: list.fileName,
                day: format.day(list.asOf),
                number: list.agreementNumber,
              })}
            </Go>
            {list.unrecognised > 0 && (
              <Text size="sm">{t('missing.unrecognised', { count: list.unrecognised })}</Text>
            )}
          </div>
          {may('members.end') && (
            <Button
              size="xs"
              variant="default"
              loading={withdrawing.isPending && withdrawing.variables === list.listId}
              onClick={() => withdrawing.mutate(list.listId)}
            >
              {t('missing.withdraw')}
            </Button>
          )}
        </Group>
      ))}
      <ProblemBox error={withdrawing.error} />
    </>
  );
}

function MissingTable(props: { readonly presumed: PresumedLeavers }) {
  const { missing, total } = props.presumed;
  const { t } = useLanguage();
  const format = useFormats();
  const mayEnd = useMay()('members.end');
  const refresh = useChanged();
  const [chosen, setChosen] = useState<ReadonlyMap<string, MissingMember>>(new Map());
  const [leaving, setLeaving] = useState(false);
  const staying = useMutation({
    mutationFn: async (members: readonly MissingMember[]) => {
      for (const [listId, own] of Map.groupBy(members, (one) => one.listId)) {
        await recordStays(listId, {
          members: own.map(({ personId, membershipId }) => ({ personId, membershipId })),
        });
      }
    },
    onSuccess: async () => {
      await refresh();
      setChosen(new Map());
    },
  });
  if (missing.length === 0) return <Text>{t('missing.nobody')}</Text>;
  const members = [...chosen.values()];
  const lists = new Set(members.map(({ listId }) => listId));
  const columns: Column<MissingMember>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) => (
        <>
          {one.name === null ? (
            t('partner.gone')
          ) : (
            <Go to="/orang/$id" params={{ id: one.personId }}>
              {one.name}
            </Go>
          )}
          {one.likeRow !== null && (
            <Text size="sm" c="dimmed">
              {t('missing.likeRow', { row: one.likeRow })}
            </Text>
          )}
        </>
      ),
    },
    { key: 'birth', label: t('people.birth'), cell: (one) => format.day(one.birthDate) },
    { key: 'village', label: t('partner.village'), cell: (one) => one.villageName },
    { key: 'from', label: t('partner.since'), cell: (one) => format.day(one.from) },
    ...(mayEnd
      ? [
          {
            key: 'choose',
            label: t('partner.choose'),
            cell: (one: MissingMember) => (
              <Checkbox
                aria-label={t('partner.chooseOne', { name: one.name ?? t('partner.gone') })}
                checked={chosen.has(one.membershipId)}
                onChange={() => {
                  const now = new Map(chosen);
                  if (!now.delete(one.membershipId)) now.set(one.membershipId, one);
                  setChosen(now);
                }}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Table
        caption={t('missing.title')}
        columns={columns}
        rows={missing}
        rowKey={(one) => one.membershipId}
      />
      {total > missing.length && <Text size="sm">{t('missing.more', { shown: missing.length, total })}</Text>}
      {mayEnd && (
        <Group>
          <Button disabled={members.length === 0} onClick={() => setLeaving(true)}>
            {t('missing.leave', { count: members.length })}
          </Button>
          <Button
            variant="default"
            disabled={members.length === 0}
            loading={staying.isPending}
            onClick={() => staying.mutate(members)}
          >
            {t('missing.stay', { count: members.length })}
          </Button>
        </Group>
      )}
      <ProblemBox error={staying.error} />
      <LeavingDialog
        opened={leaving}
        members={members}
        listId={lists.size === 1 ? ([...lists][0] ?? null) : null}
        onClose={() => setLeaving(false)}
        onDone={() => setChosen(new Map())}
      />
    </>
  );
}

function StateComplete(props: { readonly partnerId: string }) {
  const { t } = useLanguage();
  const format = useFormats();
  const refresh = useChanged();
  const query = useQuery({ queryKey: ['rosters'], queryFn: listRosters });
  const stating = useMutation({ mutationFn: stateComplete, onSuccess: refresh });
  return (
    <Loaded query={query}>
      {({ rosters }) => {
        const own = rosters.filter(
          (one) =>
            one.partnerId === props.partnerId &&
            one.agreementId !== null &&
            (one.state === 'accepted' || one.state === 'checked'),
        );
        if (own.length === 0) {
          return (
            <Text size="sm" c="dimmed">
              {t('missing.noRoster')}
            </Text>
          );
        }
        return (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              stating.mutate(String(new FormData(event.currentTarget).get('roster')));
            }}
          >
            <Group align="flex-end">
              <NativeSelect
                label={t('missing.roster')}
                name="roster"
                data={own.map((one) => ({
                  value: one.rosterId,
                  label: `${one.fileName} · ${format.day(one.startsOn)} · ${one.areaName}`,
                }))}
              />
              <Button type="submit" variant="light" loading={stating.isPending}>
                {t('missing.state')}
              </Button>
            </Group>
            <ProblemBox error={stating.error} />
          </form>
        );
      }}
    </Loaded>
  );
}
