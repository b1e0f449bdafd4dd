import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { firstDay, monthOf, partsOf } from '@payung/kernel';
import { type UseMutationResult, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  type Agreement,
  checkNik,
  type NewRegistration,
  type Partner,
  type Registration,
} from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useSession, useToday } from '../../app/session.tsx';
import { AreaChooser } from '../../ui/AreaChooser.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { sexText } from './words.ts';

/** Oldest year of birth that can be chosen, before this year. */
const oldest = 110;

/** What is known of the person. The NIK is checked as it is typed, and fills in what it says and nobody has written. */
export function RegisterForm(props: {
  readonly agreements: readonly Agreement[];
  readonly partners: readonly Partner[];
  readonly sending: UseMutationResult<Registration, Error, NewRegistration>;
}) {
  const { agreements, partners, sending } = props;
  const { t } = useLanguage();
  const today = useToday();
  const { grants } = useSession();
  const [first] = agreements;
  const [purpose, setPurpose] = useState(
    first === undefined ? `partner ${partners[0]?.partnerId}` : `agreement ${first.agreementId}`,
  );
  const agreement = agreements.find(({ agreementId }) => purpose === `agreement ${agreementId}`);
  const partner = partners.find(({ partnerId }) => purpose === `partner ${partnerId}`);
  const own = grants.find(({ area }) => area !== null)?.area;
  const root = String(own ?? agreement?.area ?? partner?.area ?? '');
  const [village, setVillage] = useState(root);
  const [birthDate, setBirthDate] = useState('');
  const [sex, setSex] = useState('');
  const { year } = partsOf(today);
  if (root === '' || (first === undefined && partners.length === 0)) {
    return (
      <Empty what={t('register.nothing')}>
        <Go to="/perjanjian">{t('register.nothingNext')}</Go>
      </Empty>
    );
  }
  const isVillage = /[1-9]$/.test(village);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    sending.mutate({
      person: {
        name: text('name') ?? '',
        nik: text('nik'),
        birthDate: /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? birthDate : undefined,
        sex: sex === 'L' || sex === 'P' ? sex : undefined,
        village: Number(village),
        rt: text('rt'),
        rw: text('rw'),
        occupation: text('occupation'),
        mother: text('mother'),
        phone: text('phone'),
      },
      for:
        agreement === undefined
          ? { partnerId: partner?.partnerId ?? '' }
          : { agreementId: agreement.agreementId, startsOn: startOf(agreement, today) },
    });
  };
  return (
    <Paper p="lg" maw="44rem">
      <form onSubmit={submit}>
        <Stack>
          <NativeSelect
            label={t('register.for')}
            description={t(agreement === undefined ? 'register.forRecord' : 'register.forEnrol')}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
            data={[
              ...agreements.map((one) => ({
                value: `agreement ${one.agreementId}`,
                label: t('register.enrolFor', { number: one.number, partner: one.partnerName }),
              })),
              ...partners.map((one) => ({
                value: `partner ${one.partnerId}`,
                label: t('register.recordFor', { partner: one.name }),
              })),
            ]}
          />
          <NikField
            onRead={(read) => {
              if (birthDate === '') setBirthDate(read.birthDate);
              if (sex === '') setSex(read.sex);
            }}
          />
          <TextInput label={t('register.name')} name="name" required maxLength={200} autoComplete="off" />
          <Moment
            label={t('register.birthDate')}
            value={birthDate}
            onChange={setBirthDate}
            hasDay
            years={{ first: year - oldest, last: year }}
          />
          <NativeSelect
            label={t('people.sex')}
            value={sex}
            onChange={(event) => setSex(event.currentTarget.value)}
            data={[
              { value: '', label: '–' },
              { value: 'L', label: t('sex.L') },
              { value: 'P', label: t('sex.P') },
            ]}
          />
          <AreaChooser label={t('people.home')} root={root} value={village} onChange={setVillage} />
          {!isVillage && <Text size="sm">{t('register.chooseVillage')}</Text>}
          <Group grow>
            <TextInput label="RT" name="rt" maxLength={10} inputMode="numeric" />
            <TextInput label="RW" name="rw" maxLength={10} inputMode="numeric" />
          </Group>
          <TextInput
            label={t('people.work')}
            description={t('register.workHint')}
            name="occupation"
            maxLength={100}
          />
          <TextInput
            label={t('reveal.mother')}
            description={t('register.motherHint')}
            name="mother"
            maxLength={200}
            autoComplete="off"
          />
          <TextInput label={t('reveal.phone')} name="phone" type="tel" maxLength={40} autoComplete="off" />
          <ProblemBox error={sending.error} />
          <Button type="submit" loading={sending.isPending} disabled={!isVillage}>
            {t('register.check')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

/** The first of this month, or the day the agreement begins if that is later. */
function startOf(agreement: Agreement, today: ReturnType<typeof useToday>): string {
  const month = firstDay(monthOf(today));
  return agreement.from > month ? agreement.from : month;
}

interface NikRead {
  readonly birthDate: string;
  readonly sex: 'L' | 'P';
}

function NikField(props: { readonly onRead: (read: NikRead) => void }) {
  const { t } = useLanguage();
  const format = useFormats();
  const [nik, setNik] = useState('');
  const digits = nik.replace(/\D/g, '').length;
  const query = useQuery({
    queryKey: ['nik', nik],
    queryFn: async () => {
      const answer = await checkNik(nik);
      if (answer.ok) props.onRead(answer);
      return answer;
    },
    enabled: digits >= 15,
    gcTime: 0,
  });
  const answer = digits >= 15 ? query.data : undefined;
  return (
    <div>
      <TextInput
        label="NIK"
        description={t('register.nikHint')}
        name="nik"
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={nik}
        onChange={(event) => setNik(event.currentTarget.value)}
        error={answer?.ok === false ? `${answer.text} ${answer.remedy}` : undefined}
      />
      <Text size="sm" role="status" mt={4}>
        {answer?.ok === true
          ? t('register.nikSays', {
              birth: format.day(answer.birthDate),
              sex: sexText(t, answer.sex),
              place: answer.issuedIn ?? '–',
            })
          : digits > 0 && digits < 16 && answer === undefined
            ? t('register.nikDigits', { digits })
            : ''}
      </Text>
    </div>
  );
}
