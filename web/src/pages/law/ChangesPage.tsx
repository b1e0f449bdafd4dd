import { Stack, Text, TextInput, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { useAddressField } from './address-field.ts';
import { ChangeText } from './ChangeText.tsx';
import { LawText } from './CitationText.tsx';
import { changesByDay, type DayOfChange } from './changes.ts';
import { readersToday } from './DayField.tsx';
import { parametersInOrder } from './groups.ts';
import { LawHead } from './LawHead.tsx';

const route = getRouteApi('/aturan/perubahan');

/** Above this a day's changes by one law are kept closed: the first day of the programmes alone has a hundred. */
const openUpTo = 12;

/** What changed when, over all parameters, the latest day first. */
export function ChangesPage() {
  const { t } = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [today] = useState(readersToday);
  const [filter, setFilter] = useAddressField(search.cari ?? '', (cari) => {
    void navigate({ to: '/aturan/perubahan', search: { cari }, replace: true, resetScroll: false });
  });
  const shown = useDeferredValue(filter);
  const days = changesByDay(parametersInOrder(), shown);
  const coming = days.filter(({ day }) => day > today);
  const count = days.reduce(
    (sum, { laws }) => sum + laws.reduce((sumOfDay, { changes }) => sumOfDay + changes.length, 0),
    0,
  );
  return (
    <>
      <LawHead title={t('law.changes')} part="changes" />
      <Text mb="md">{t('law.changesAbout')}</Text>
      <TextInput
        type="search"
        label={t('law.filter')}
        placeholder={t('law.filterHint')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        maw="22rem"
        mb="sm"
      />
      <Text role="status" fw={600} mb="md">
        {t('law.changesFound', { count, days: days.length })}
      </Text>
      {days.length === 0 && <Empty what={t('law.nothing')}>{t('law.nothingNext')}</Empty>}
      {coming.length > 0 && (
        // Some are far away: the pension age rises until 2043.
        <details className="opener law-coming" open={shown.trim() !== ''}>
          <summary>{t('law.coming', { days: coming.length })}</summary>
          <DayList days={coming} />
        </details>
      )}
      <DayList days={days.filter(({ day }) => day <= today)} />
    </>
  );
}

function DayList(props: { readonly days: readonly DayOfChange[] }) {
  return (
    <Stack gap="lg">
      {props.days.map((one) => (
        <DayView key={one.day} day={one} />
      ))}
    </Stack>
  );
}

function DayView(props: { readonly day: DayOfChange }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { day, laws } = props.day;
  return (
    <section className="law-day">
      <Title order={2} mb={4}>
        {format.day(day)}
      </Title>
      {laws.map(({ law, changes }) => {
        const list = (
          <ul className="law-changes">
            {changes.map((change) => (
              <li key={change.parameter.id}>
                <ChangeText change={change} />
              </li>
            ))}
          </ul>
        );
        return (
          <div key={law} className="law-of-day">
            <h3>
              <LawText law={law} />
            </h3>
            {changes.length <= openUpTo ? (
              list
            ) : (
              <details className="opener">
                <summary>{t('law.changesCount', { count: changes.length })}</summary>
                {list}
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}
