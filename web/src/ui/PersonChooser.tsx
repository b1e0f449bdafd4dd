import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Person, searchPeople } from '../app/api.ts';
import { useLanguage } from '../app/language.tsx';
import { birthText } from '../pages/people/words.ts';
import { useFormats } from './format.ts';
import { ProblemBox } from './ProblemBox.tsx';

/** People shown before one asks for the others: a form goes on below them. */
const shownFirst = 8;

/** Chooses somebody the register knows: search by name or NIK, then one of those found. Stands inside a form of its own. */
export function PersonChooser(props: {
  readonly label: string;
  /** Ten digits of a village whose people are offered first. */
  readonly near?: string;
  readonly chosen: Person | undefined;
  readonly onChoose: (person: Person) => void;
}) {
  const { label, near, chosen, onChoose } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<string>();
  const [all, setAll] = useState(false);
  const query = useQuery({
    queryKey: ['people', wanted, undefined],
    queryFn: () => searchPeople({ q: wanted ?? '' }),
    enabled: wanted !== undefined,
    gcTime: 0,
  });
  const find = () => {
    if (typed.trim().length < 3) return;
    setWanted(typed.trim());
    setAll(false);
  };
  const found = (query.data?.people ?? [])
    .filter(({ diedOn }) => diedOn === null)
    .sort((a, b) => Number(String(b.area) === near) - Number(String(a.area) === near));
  const shown = all ? found : found.slice(0, shownFirst);
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <TextInput
          label={label}
          description={t('choosePerson.hint')}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form around it is not sent: a person is being looked for.
            event.preventDefault();
            find();
          }}
          style={{ flex: '1 1 12rem' }}
        />
        <Button variant="default" onClick={find} loading={query.isFetching}>
          {t('people.find')}
        </Button>
      </Group>
      <ProblemBox error={query.error} />
      {query.data !== undefined && found.length === 0 && <Text size="sm">{t('choosePerson.none')}</Text>}
      {found.length > 0 && (
        <Radio.Group
          label={t('people.found')}
          value={chosen?.personId ?? null}
          onChange={(personId) => {
            const person = found.find((one) => one.personId === personId);
            if (person !== undefined) onChoose(person);
          }}
        >
          <Stack gap={6} mt={4}>
            {shown.map((one) => (
              <Radio
                key={one.personId}
                value={one.personId}
                label={`${one.name} · ${birthText(format, one)} · ${one.areaName}`}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {shown.length < found.length && (
        <Button variant="subtle" onClick={() => setAll(true)} style={{ alignSelf: 'flex-start' }}>
          {t('choosePerson.others', { people: found.length - shown.length })}
        </Button>
      )}
      {shown.length === found.length && query.data?.next != null && (
        <Text size="sm">{t('choosePerson.more')}</Text>
      )}
      <Text size="sm" aria-live="polite" fw={600}>
        {chosen === undefined ? '' : t('choosePerson.chosen', { name: chosen.name })}
      </Text>
    </Stack>
  );
}
