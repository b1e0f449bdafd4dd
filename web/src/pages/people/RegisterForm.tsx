import { Button, Group, NativeSelect, Paper, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type Day, firstDay, monthOf, partsOf } from '@payung/kernel';
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
import { useToday } from '../../app/session.tsx';
import { AreaChooser } from '../../ui/AreaChooser.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { ProblemBox } from '../../ui/ProblemBox.tsx';
import { SearchChooser } from '../../ui/SearchChooser.tsx';
import { useAgreements, useMyPartners } from '../../ui/searched.ts';
import { useMyArea } from '../coverage/my-area.ts';
import { sexText } from './words.ts';

/** Oldest year of birth that can be chosen, before this year. */
const oldest = 110;

/** What is known of the person. The NIK is checked as it is typed, and fills in what it says and nobody has written. */
export function RegisterForm(props: {
  readonly hasAgreements: boolean;
  /** Some of those for which the user may record people; empty when there are none. */
  readonly partners: readonly Partner[];
  readonly sending: UseMutationResult<Registration, Error, NewRegistration>;
}) {
  const { hasAgreements, partners, sending } = props;
  const { t } = useLanguage();
  const today = useToday();
  const own = useMyArea();
  const openAgreements = useAgreements({ open: true });
  const myPartners = useMyPartners(own);
  const [purpose, setPurpose] = useState(hasAgreements ? 'enrol' : 'record');
  const [agreement, setAgreement] = useState<Agreement>();
  const [partner, setPartner] = useState<Partner>();
  const enrols = purpose === 'enrol';
  const chosen = enrols ? agreement : partner;
  // Whoever has no area of their own chooses inside that of the agreement, or of the partner.
  const root = String(own ?? chosen?.area ?? '');
  const [named, setVillage] = useState<string>();
  const village = named ?? root;
  const choose = (set: () => void) => {
    set();
    if (own === undefined) setVillage(undefined);
  };
  const [birthDate, setBirthDate] = useState('');
  const [sex, setSex] = useState('');
  const { year } = partsOf(today);
  if (!hasAgreements && partners.length === 0) {
    return (
      <Empty what={t('register.nothing')}>
        <Go to="/perjanjian">{t('register.nothingNext')}</Go>
      </Empty>
    );
  }
  const isVillage = /[1-9]$/.test(village);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const ground = groundOf(enrols ? agreement : undefined, enrols ? undefined : partner, today);
    if (ground === undefined) return;
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
      for: ground,
    });
  };
  return (
    <Paper p="lg" maw="44rem">
      <form onSubmit={submit}>
        <Stack>
          <Radio.Group label={t('register.for')} value={purpose} onChange={setPurpose}>
            <Stack gap="xs" mt="xs">
              <Radio
                value="enrol"
                label={t('purpose.enrol')}
                description={t('register.forEnrol')}
                disabled={!hasAgreements}
              />
              <Radio
                value="record"
                label={t('purpose.record')}
                description={t('register.forRecord')}
                disabled={partners.length === 0}
              />
            </Stack>
          </Radio.Group>
          {enrols ? (
            <SearchChooser
              key="agreement"
              label={t('send.agreement')}
              required
              of={openAgreements}
              chosen={agreement}
              onChoose={(one) => choose(() => setAgreement(one))}
            />
          ) : (
            <SearchChooser
              key="partner"
              label={t('rosters.partner')}
              required
              of={myPartners}
              chosen={partner}
              onChoose={(one) => choose(() => setPartner(one))}
            />
          )}
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
          {root !== '' && (
            <AreaChooser label={t('people.home')} root={root} value={village} onChange={setVillage} />
          )}
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

/** What somebody is registered for: an agreement from this month on, or from its first day if that is later; or a partner. */
function groundOf(
  agreement: Agreement | undefined,
  partner: Partner | undefined,
  today: Day,
): NewRegistration['for'] | undefined {
  if (agreement !== undefined) {
    const month = firstDay(monthOf(today));
    const startsOn = agreement.from > month ? agreement.from : month;
    return { agreementId: agreement.agreementId, startsOn };
  }
  return partner === undefined ? undefined : { partnerId: partner.partnerId };
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
