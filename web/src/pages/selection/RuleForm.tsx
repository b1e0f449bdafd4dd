import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { addDays, parseDay } from '@payung/kernel';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { createLocalRule } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { chosenOf } from '../../ui/chosen.ts';
import { DayField } from '../../ui/DayField.tsx';
import { areaCodeText } from '../../ui/format.ts';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { useMyArea } from '../coverage/my-area.ts';

const registers = ['P3KE', 'DTSEN', 'DTKS'] as const;
const confidences = ['known', 'quoted', 'secondary'] as const;
const flags = ['withoutRoutineIncome', 'withoutEmployer', 'resident'] as const;

/** Records what an area has decided; a field left empty is not asked. */
export function RuleForm(props: { readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage();
  const today = useToday();
  const mine = useMyArea();
  const recording = useMutation({ mutationFn: createLocalRule, onSuccess: props.onDone });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const number = (name: string) =>
      text(name) === '' ? {} : { [name]: Number(text(name).replaceAll('.', '')) };
    const words = (name: string) => {
      const list = text(name)
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '');
      return list.length === 0 ? {} : { [name]: list };
    };
    const listed = registers.filter((one) => form.get(one) !== null);
    const last = parseDay(text('last'));
    recording.mutate({
      area: text('area'),
      law: text('law'),
      article: text('article') === '' ? null : text('article'),
      confidence: chosenOf(confidences, form.get('confidence')),
      criteria: {
        ...Object.fromEntries(flags.filter((name) => form.get(name) !== null).map((name) => [name, true])),
        ...number('minAge'),
        ...number('maxAge'),
        ...number('incomeBelow'),
        ...number('maxDecile'),
        ...words('occupations'),
        ...words('excludedOccupations'),
        ...(listed.length > 0 && { registers: listed }),
      },
      from: text('from'),
      // People write the last day; the register keeps the first day after.
      until: last === undefined ? null : addDays(last, 1),
    });
  };
  return (
    <Paper mt="lg" p="lg" maw="52rem">
      <Title order={2} mb="sm">
        {t('aturanDaerah.new')}
      </Title>
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('aturanDaerah.area')}
              description={t('aturanDaerah.areaHint')}
              name="area"
              required
              defaultValue={mine === undefined ? '' : areaCodeText(Number(mine))}
            />
            <TextInput
              label={t('aturanDaerah.law')}
              description={t('aturanDaerah.lawHint')}
              name="law"
              required
              minLength={3}
              maxLength={200}
            />
            <TextInput label={t('aturanDaerah.article')} name="article" maxLength={100} />
            <NativeSelect
              label={t('aturanDaerah.confidence')}
              name="confidence"
              data={confidences.map((value) => ({ value, label: t(`ruleConfidence.${value}`) }))}
            />
            <DayField label={t('aturanDaerah.from')} name="from" defaultValue={today} required />
            <DayField label={t('aturanDaerah.last')} description={t('aturanDaerah.lastHint')} name="last" />
          </SimpleGrid>
          <Text fw={600}>{t('aturanDaerah.criteria')}</Text>
          {flags.map((name) => (
            <Checkbox
              key={name}
              name={name}
              label={t(`criterion.${name}`)}
              defaultChecked={name === 'withoutRoutineIncome'}
            />
          ))}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {(['minAge', 'maxAge', 'incomeBelow', 'maxDecile'] as const).map((name) => (
              <TextInput
                key={name}
                name={name}
                label={t(`criterion.${name}`)}
                inputMode="numeric"
                pattern="[0-9.]{1,13}"
              />
            ))}
            {(['occupations', 'excludedOccupations'] as const).map((name) => (
              <TextInput
                key={name}
                name={name}
                label={t(`criterion.${name}`)}
                description={t('aturanDaerah.occupationsHint')}
                maxLength={1000}
              />
            ))}
          </SimpleGrid>
          <Group>
            <Text size="sm">{t('criterion.registers')}</Text>
            {registers.map((name) => (
              <Checkbox key={name} name={name} label={name} />
            ))}
          </Group>
          <ProblemBox error={recording.error} />
          <Group>
            <Button type="submit" loading={recording.isPending}>
              {t('aturanDaerah.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
