import { Button, Group, Text, Title } from '@mantine/core';
import { firstDay, lastDay, month as monthOfText } from '@payung/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../app/language.tsx';
import { type ListChange, listPartnerChanges, undoLeaving } from '../../app/lists.ts';
import { useRefresh } from '../../app/refresh.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Exports } from './Exports.tsx';

/** Who came on the list and who left it in a month; what was recorded by hand can be taken back. */
export function ChangeList(props: { readonly partnerId: string; readonly month: string }) {
  const { partnerId, month } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const refresh = useRefresh();
  const span = { from: firstDay(monthOfText(month)), to: lastDay(monthOfText(month)) };
  const query = useQuery({
    queryKey: ['changes', partnerId, month],
    queryFn: () => listPartnerChanges(partnerId, span),
  });
  const undoing = useMutation({
    mutationFn: undoLeaving,
    onSuccess: () => refresh(['partner'], ['changes'], ['missing'], ['classes']),
  });
  const title = t('changes.title', { month: format.month(month) });
  const columns: Column<ListChange>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) =>
        one.name === null ? (
          t('partner.gone')
        ) : (
          <Go to="/orang/$id" params={{ id: one.personId }}>
            {one.name}
          </Go>
        ),
    },
    {
      key: 'kind',
      label: t('changes.kind'),
      cell: (one) => <Mark tone={one.kind === 'entered' ? 'good' : 'quiet'}>{t(`changes.${one.kind}`)}</Mark>,
    },
    { key: 'day', label: t('changes.day'), cell: (one) => format.day(one.on) },
    { key: 'village', label: t('partner.village'), cell: (one) => one.villageName },
    {
      key: 'why',
      label: t('changes.why'),
      cell: (one) =>
        one.kind === 'entered'
          ? one.note === null
            ? ''
            : t('changes.fromRoster', { file: one.note })
          : [one.reason === null ? '' : t(`leavingReason.${one.reason}`), one.note ?? '']
              .filter((text) => text !== '')
              .join(': '),
    },
    { key: 'by', label: t('changes.by'), cell: (one) => one.recordedBy ?? '' },
    ...(may('members.end')
      ? [
          {
            key: 'undo',
            label: t('offices.action'),
            cell: (one: ListChange) =>
              one.undoable && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('leaving.undoOne', { name: one.name ?? t('partner.gone') })}
                  loading={undoing.isPending && undoing.variables.membershipId === one.membershipId}
                  onClick={() => undoing.mutate({ personId: one.personId, membershipId: one.membershipId })}
                >
                  {t('leaving.undo')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <ProblemBox error={undoing.error} />
      <Loaded query={query}>
        {({ entered, left, changes }) =>
          changes.length === 0 ? (
            <Text c="dimmed">{t('changes.none')}</Text>
          ) : (
            <>
              <Group mb="sm">
                <Text>{t('changes.equation', { entered, left })}</Text>
                <Exports path={`/api/partners/${partnerId}/changes/file`} query={span} />
                {entered + left > changes.length && (
                  <Text size="sm">{t('missing.more', { shown: changes.length, total: entered + left })}</Text>
                )}
              </Group>
              <Table
                caption={title}
                columns={columns}
                rows={changes}
                rowKey={(one) => `${one.kind} ${one.membershipId}`}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
