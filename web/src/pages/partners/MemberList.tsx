import { Button, Checkbox, Group, NativeSelect, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import type { ListedMember, PaymentState } from '../../app/lists.ts';
import { useMay } from '../../app/session.tsx';
import { codesOf } from '../../messages/index.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { Pages } from '../../ui/Pages.tsx';
import type { PagePlace } from '../../ui/page-place.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { groupText } from '../agreements/words.ts';
import { Exports } from './Exports.tsx';
import { LeavingDialog } from './LeavingDialog.tsx';

const tones: Readonly<Record<PaymentState, Tone>> = { paid: 'good', unpaid: 'wait', lapsed: 'bad' };

/** The members of a month, page by page, to be chosen and recorded as having left. */
export function MemberList(props: {
  readonly partnerId: string;
  readonly month: string;
  readonly state: PaymentState | undefined;
  readonly onState: (state: string) => void;
  readonly members: readonly ListedMember[];
  readonly place: PagePlace<string>;
  readonly next: string | null;
  readonly onPlace: (place: PagePlace<string>) => void;
}) {
  const { partnerId, month, state, members, place, next, onPlace } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const mayEnd = useMay()('members.end');
  const [chosen, setChosen] = useState<ReadonlyMap<string, ListedMember>>(new Map());
  const [leaving, setLeaving] = useState(false);
  const choose = (one: ListedMember) => {
    const now = new Map(chosen);
    if (!now.delete(one.membershipId)) now.set(one.membershipId, one);
    setChosen(now);
  };
  const columns: Column<ListedMember>[] = [
    {
      key: 'name',
      label: t('rows.name'),
      cell: (one) =>
        one.name === null ? (
          t('partner.gone')
        ) : (
          <>
            <Go to="/orang/$id" params={{ id: one.personId }}>
              {one.name}
            </Go>
            <Text size="sm" c="dimmed">
              {format.day(one.birthDate)}
            </Text>
          </>
        ),
    },
    { key: 'village', label: t('partner.village'), cell: (one) => one.villageName },
    {
      key: 'agreement',
      label: t('partner.agreement'),
      cell: (one) => (
        <>
          {groupText(t, one.group)}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {one.agreementNumber}
          </Text>
        </>
      ),
    },
    {
      key: 'span',
      label: t('partner.span'),
      cell: (one) =>
        one.until === null
          ? t('offices.since', { day: format.day(one.from) })
          : t('offices.fromTo', { from: format.day(one.from), to: format.lastBefore(one.until) }),
    },
    {
      key: 'state',
      label: t('partner.state'),
      cell: (one) => (
        <>
          <Mark tone={tones[one.state]}>{t(`paymentState.${one.state}`)}</Mark>
          {one.paidThrough !== null && (
            <Text size="sm" c="dimmed">
              {t('people.paidThrough', { month: format.month(one.paidThrough) })}
            </Text>
          )}
        </>
      ),
    },
    ...(mayEnd
      ? [
          {
            key: 'choose',
            label: t('partner.choose'),
            cell: (one: ListedMember) => (
              <Checkbox
                aria-label={t('partner.chooseOne', { name: one.name ?? t('partner.gone') })}
                checked={chosen.has(one.membershipId)}
                onChange={() => choose(one)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <section>
      <Title order={2} mb="xs">
        {t('partner.list', { month: format.month(month) })}
      </Title>
      <Group align="flex-end" mb="sm">
        <NativeSelect
          label={t('partner.state')}
          value={state ?? ''}
          onChange={(event) => props.onState(event.currentTarget.value)}
          data={[
            { value: '', label: t('partner.allStates') },
            ...codesOf('paymentState').map((value) => ({ value, label: t(`paymentState.${value}`) })),
          ]}
        />
        {mayEnd && (
          <Button disabled={chosen.size === 0} onClick={() => setLeaving(true)}>
            {t('leaving.record', { count: chosen.size })}
          </Button>
        )}
        <Exports
          path={`/api/partners/${partnerId}/members/file`}
          query={state === undefined ? { month } : { month, state }}
        />
      </Group>
      {members.length === 0 ? (
        <Empty what={t('partner.noMembers')}>{t('partner.noMembersNext')}</Empty>
      ) : (
        <Table
          caption={t('partner.list', { month: format.month(month) })}
          columns={columns}
          rows={members}
          rowKey={(one) => one.membershipId}
        />
      )}
      <Pages place={place} next={next} onPlace={onPlace} />
      <LeavingDialog
        opened={leaving}
        members={[...chosen.values()]}
        listId={null}
        onClose={() => setLeaving(false)}
        onDone={() => setChosen(new Map())}
      />
    </section>
  );
}
