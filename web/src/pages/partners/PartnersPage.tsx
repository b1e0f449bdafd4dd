import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { listPartners, type Partner } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { listClasses, type MemberClass } from '../../app/lists.ts';
import { useMay, useToday } from '../../app/session.tsx';
import { codesOf } from '../../messages/index.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go, GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Table } from '../../ui/Table.tsx';
import { groupText, segmentText } from '../agreements/words.ts';

const route = getRouteApi('/mitra');

/** The partners with their members, and how those are classified. */
export function PartnersPage() {
  const { t } = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const today = useToday();
  const month = search.bulan ?? monthOf(today);
  const kinds = codesOf('partnerKind');
  const kind = kinds.find((one) => one === search.jenis);
  const counted = useQuery({
    queryKey: ['classes', month],
    queryFn: () => listClasses({ month }),
    placeholderData: keepPreviousData,
  });
  const partners = useQuery({ queryKey: ['partners'], queryFn: listPartners });
  const go = (changed: Partial<typeof search>) =>
    void navigate({ to: '/mitra', search: { ...search, ...changed }, resetScroll: false });
  const file = (format: string) => `/api/memberships/classes/file?${new URLSearchParams({ month, format })}`;
  return (
    <>
      <PageHead title={t('nav.partners')}>
        <Button component="a" href={file('csv')} download variant="default">
          {t('partner.csv')}
        </Button>
        <Button component="a" href={file('xlsx')} download variant="default">
          {t('partner.xlsx')}
        </Button>
        {may('agreements.manage') && (
          <GoButton to="/perjanjian/baru" variant="light">
            {t('agreements.new')}
          </GoButton>
        )}
      </PageHead>
      <Text c="dimmed" mb="md" maw="44rem">
        {t('partner.about')}
      </Text>
      <Group align="flex-end" mb="md">
        <MonthSelect label={t('coverage.month')} value={month} onChange={(bulan) => go({ bulan })} />
        <NativeSelect
          label={t('partner.kindFilter')}
          value={kind ?? ''}
          onChange={(event) => go({ jenis: event.currentTarget.value })}
          data={[
            { value: '', label: t('partner.allKinds') },
            ...kinds.map((value) => ({ value, label: t(`partnerKind.${value}`) })),
          ]}
        />
      </Group>
      <Loaded query={counted}>
        {({ classes }) => {
          const shown = classes.filter((one) => kind === undefined || one.kind === kind);
          return (
            <Stack gap="xl">
              {shown.length === 0 ? (
                <Empty what={t('partner.none')}>{t('partner.noneNext')}</Empty>
              ) : (
                <>
                  <PartnersTable classes={shown} month={month} />
                  <ClassesTable classes={shown} />
                </>
              )}
              <Loaded query={partners}>
                {({ partners: all }) => (
                  <WithoutMembers
                    month={month}
                    partners={all.filter(
                      (one) =>
                        (kind === undefined || one.kind === kind) &&
                        !classes.some(({ partnerId }) => partnerId === one.partnerId),
                    )}
                  />
                )}
              </Loaded>
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}

const sumOf = (classes: readonly MemberClass[], key: 'members' | 'paid') =>
  classes.reduce((sum, one) => sum + one[key], 0);

function PartnersTable(props: { readonly classes: readonly MemberClass[]; readonly month: string }) {
  const { classes, month } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const rows = [...Map.groupBy(classes, ({ partnerId }) => partnerId).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ ...first, own }];
  });
  return (
    <Table
      caption={t('nav.partners')}
      columns={[
        {
          key: 'name',
          label: t('partner.name'),
          cell: (one) => (
            <Go to="/mitra/$id" params={{ id: one.partnerId }} search={{ bulan: month }}>
              {one.partnerName}
            </Go>
          ),
          foot: t('coverage.sum'),
        },
        { key: 'kind', label: t('partners.kind'), cell: (one) => t(`partnerKind.${one.kind}`) },
        { key: 'seat', label: t('partner.seat'), cell: (one) => one.areaName },
        {
          key: 'groups',
          label: t('partner.groups'),
          cell: ({ own }) => own.map(({ group }) => groupText(t, group)).join(', '),
        },
        {
          key: 'members',
          label: t('partner.members'),
          number: true,
          cell: ({ own }) => format.count(sumOf(own, 'members')),
          foot: format.count(sumOf(classes, 'members')),
        },
        {
          key: 'paid',
          label: t('partner.paid'),
          number: true,
          cell: ({ own }) => format.count(sumOf(own, 'paid')),
          foot: format.count(sumOf(classes, 'paid')),
        },
      ]}
      rows={rows}
      rowKey={(one) => one.partnerId}
    />
  );
}

function ClassesTable(props: { readonly classes: readonly MemberClass[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const rows = [...Map.groupBy(props.classes, ({ segment, group }) => `${segment} ${group}`).values()]
    .flatMap((own) => {
      const [first] = own;
      return first === undefined
        ? []
        : [{ ...first, members: sumOf(own, 'members'), paid: sumOf(own, 'paid') }];
    })
    .sort((a, b) => b.members - a.members);
  return (
    <section>
      <Title order={2} mb="xs">
        {t('partner.classes')}
      </Title>
      <Text size="sm" mb="xs" maw="44rem">
        {t('partner.classesAbout')}
      </Text>
      <Table
        caption={t('partner.classes')}
        columns={[
          { key: 'group', label: t('partner.group'), cell: (one) => groupText(t, one.group) },
          { key: 'segment', label: t('partner.segment'), cell: (one) => segmentText(t, one.segment) },
          {
            key: 'members',
            label: t('partner.members'),
            number: true,
            cell: (one) => format.count(one.members),
          },
          { key: 'paid', label: t('partner.paid'), number: true, cell: (one) => format.count(one.paid) },
          {
            key: 'share',
            label: t('partner.share'),
            number: true,
            cell: (one) => format.share(one.paid, one.members),
          },
        ]}
        rows={rows}
        rowKey={(one) => `${one.segment} ${one.group}`}
      />
    </section>
  );
}

function WithoutMembers(props: { readonly partners: readonly Partner[]; readonly month: string }) {
  const { partners, month } = props;
  const { t } = useLanguage();
  if (partners.length === 0) return null;
  return (
    <details className="opener">
      <summary>
        {t('partner.without')} ({partners.length})
      </summary>
      <ul>
        {partners.map((one) => (
          <li key={one.partnerId}>
            <Go to="/mitra/$id" params={{ id: one.partnerId }} search={{ bulan: month }}>
              {one.name}
            </Go>{' '}
            · {t(`partnerKind.${one.kind}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
