import { Button, Group, Text } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';
import type { OfficeHolding, VillageOffice } from '../../app/lists.ts';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { officeText, termState } from './words.ts';

/** What somebody wants to do with a seat. */
export type SeatAction =
  | { readonly kind: 'replace'; readonly office: VillageOffice; readonly holding: OfficeHolding }
  | { readonly kind: 'end'; readonly office: VillageOffice; readonly holding: OfficeHolding }
  | { readonly kind: 'appoint'; readonly office: VillageOffice }
  | { readonly kind: 'seats'; readonly office: VillageOffice };

/** A row is a holder, or what stands for the seats without one. */
interface Row {
  readonly key: string;
  readonly office: VillageOffice;
  readonly holding: OfficeHolding | undefined;
  /** The first row of its office tells the number of seats. */
  readonly first: boolean;
  readonly vacant: number;
}

/** The seats of a body of a village, office by office, those without a holder as one row each. */
export function BodyTable(props: {
  readonly caption: string;
  readonly offices: readonly VillageOffice[];
  /** Names of offices, for whoever holds several. */
  readonly names: ReadonlyMap<string, string>;
  readonly on: string;
  /** Absent when the user may only look. */
  readonly onAct?: (action: SeatAction) => void;
}) {
  const { offices, names, on, onAct } = props;
  const { t, language } = useLanguage();
  const format = useFormats();
  const rows = offices.flatMap((office): Row[] => {
    const vacant = Math.max((office.count ?? 0) - office.holders.length, 0);
    const held = office.holders.map((holding, place) => ({
      key: holding.holdingId,
      office,
      holding,
      first: place === 0,
      vacant: 0,
    }));
    const open = vacant > 0 || held.length === 0;
    return open
      ? [...held, { key: office.office, office, holding: undefined, first: held.length === 0, vacant }]
      : held;
  });
  const columns: Column<Row>[] = [
    {
      key: 'office',
      label: t('offices.office'),
      cell: ({ office, holding, first }) => (
        <>
          {officeText(language, office)}
          {holding !== undefined && (office.count !== 1 || holding.label !== null) && (
            <Text size="sm" c="dimmed">
              {holding.label ?? t('offices.seatNumber', { seat: holding.seat })}
            </Text>
          )}
          {first && (
            <Text size="sm" c="dimmed">
              {office.count === null
                ? t('offices.countUnknown')
                : t('offices.count', { count: office.count, source: office.source ?? '–' })}
            </Text>
          )}
        </>
      ),
    },
    { key: 'holder', label: t('offices.holder'), cell: holderCell },
    {
      key: 'decree',
      label: t('offices.decree'),
      cell: ({ holding }) =>
        holding === undefined
          ? ''
          : holding.decreeNumber === null
            ? t('offices.noDecree')
            : `${holding.decreeNumber}${holding.decreeDay === null ? '' : `, ${format.day(holding.decreeDay)}`}`,
    },
    { key: 'term', label: t('offices.term'), cell: ({ holding }) => holding && termCell(holding) },
    {
      key: 'cover',
      label: t('offices.protection'),
      cell: ({ holding }) =>
        holding && (
          <Mark tone={holding.covered === true ? 'good' : holding.covered === false ? 'wait' : 'quiet'}>
            {holding.covered === true
              ? t('offices.paid')
              : holding.covered === false
                ? t('offices.notPaid')
                : t('offices.notSeen')}
          </Mark>
        ),
    },
    ...(onAct === undefined
      ? []
      : [{ key: 'act', label: t('offices.action'), cell: (row: Row) => actCell(row, onAct) }]),
  ];
  return <Table caption={props.caption} columns={columns} rows={rows} rowKey={(row) => row.key} />;

  function holderCell({ holding, office, vacant }: Row) {
    if (holding === undefined) {
      return office.count === null ? (
        ''
      ) : (
        <Mark tone="wait">
          {vacant > 1 ? `${format.count(vacant)} ${t('offices.isVacant')}` : t('offices.isVacant')}
        </Mark>
      );
    }
    return (
      <>
        {holding.name === null ? (
          t('offices.holderElsewhere')
        ) : (
          <Go to="/orang/$id" params={{ id: holding.personId }}>
            {holding.name}
          </Go>
        )}
        {holding.diedOn !== null && (
          <>
            {' '}
            <Mark tone="bad">{t('offices.dead', { day: format.day(holding.diedOn) })}</Mark>
          </>
        )}
        {holding.others.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('offices.alsoHolds', {
              offices: holding.others.map((one) => names.get(one) ?? one).join(', '),
            })}
          </Text>
        )}
      </>
    );
  }

  function termCell(holding: OfficeHolding) {
    const state = termState(holding, on);
    return (
      <>
        {t('offices.since', { day: format.day(holding.from) })}
        {holding.termUntil !== null && (
          <Text size="sm">
            {t('offices.to', { day: format.lastBefore(holding.termUntil) })}{' '}
            {state !== undefined && (
              <Mark tone={state === 'overdue' ? 'bad' : 'wait'}>
                {state === 'overdue' ? t('offices.isOverdue') : t('offices.isEnding')}
              </Mark>
            )}
          </Text>
        )}
      </>
    );
  }

  function actCell({ office, holding, first, vacant }: Row, act: (action: SeatAction) => void) {
    const name = officeText(language, office);
    const button = (text: string, about: string, action: SeatAction) => (
      <Button size="xs" variant="default" aria-label={`${text}: ${about}`} onClick={() => act(action)}>
        {text}
      </Button>
    );
    const who = holding?.name ?? name;
    return (
      <Group gap={6}>
        {holding !== undefined && (
          <>
            {button(t('offices.replace'), who, { kind: 'replace', office, holding })}
            {button(t('offices.end'), who, { kind: 'end', office, holding })}
          </>
        )}
        {holding === undefined &&
          (vacant > 0 || office.count === null) &&
          button(t('offices.appoint'), name, { kind: 'appoint', office })}
        {holding !== undefined &&
          first &&
          office.count === null &&
          button(t('offices.appointMore'), name, { kind: 'appoint', office })}
        {first &&
          office.seats === null &&
          button(office.count === null ? t('offices.stateSeats') : t('offices.changeSeats'), name, {
            kind: 'seats',
            office,
          })}
      </Group>
    );
  }
}
