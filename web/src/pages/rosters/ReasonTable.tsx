import type { RosterReason } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { VerdictMark } from './RosterMark.tsx';

/** Where somebody must act comes first. */
const order = ['refused', 'doubtful', 'known', 'new', 'ignored'];

/** Why rows were judged as they were, with the remedy: what must be mended first, the most frequent reason before others. */
export function ReasonTable(props: { readonly rosterId: string; readonly reasons: readonly RosterReason[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const columns: Column<RosterReason>[] = [
    {
      key: 'text',
      label: t('rosters.reason'),
      cell: (one) => (
        <Go
          to="/daftar/$id"
          params={{ id: props.rosterId }}
          search={{ hasil: one.verdict, alasan: one.reason }}
          hash="baris"
          resetScroll={false}
        >
          {one.text}
        </Go>
      ),
    },
    { key: 'verdict', label: t('rosters.verdict'), cell: (one) => <VerdictMark verdict={one.verdict} /> },
    { key: 'remedy', label: t('rosters.remedy'), cell: (one) => one.remedy },
    { key: 'count', label: t('rosters.rows'), number: true, cell: (one) => format.count(one.count) },
  ];
  return (
    <Table
      caption={t('rosters.reasons')}
      columns={columns}
      rows={[...props.reasons].sort(
        (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || b.count - a.count,
      )}
      rowKey={(one) => `${one.verdict} ${one.reason} ${one.text}`}
    />
  );
}
