import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { firstDay, monthOf } from '@payung/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Agreement, listPartners, type Partner } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useSession, useToday } from '../../app/session.tsx';
import { AreaChooser } from '../../ui/AreaChooser.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const purposes = ['enrol', 'record'] as const;

/** What a list is sent for: an agreement under which its people become members, or the records of a partner in an area. */
export function SentFor(props: {
  readonly agreements: readonly Agreement[];
  readonly chosen?: string | undefined;
}) {
  const { t } = useLanguage();
  const { agreements } = props;
  // Until somebody chooses: the list of agreements may still be an old one, from before the first was signed.
  const [picked, setPicked] = useState<string>();
  const purpose = picked ?? (agreements.length === 0 ? 'record' : 'enrol');
  return (
    <>
      <Radio.Group label={t('send.purpose')} name="purpose" value={purpose} onChange={setPicked}>
        <Stack gap="xs" mt="xs">
          {purposes.map((one) => (
            <Radio key={one} value={one} label={t(`purpose.${one}`)} description={t(`purpose.${one}Hint`)} />
          ))}
        </Stack>
      </Radio.Group>
      {purpose === 'enrol' ? <ToEnrol {...props} /> : <ToRecord />}
    </>
  );
}

function ToEnrol({ agreements, chosen }: Parameters<typeof SentFor>[0]) {
  const { t } = useLanguage();
  const today = useToday();
  if (agreements.length === 0) {
    return (
      <Empty what={t('send.noAgreement')}>
        <Go to="/perjanjian">{t('send.noAgreementNext')}</Go>
      </Empty>
    );
  }
  return (
    <>
      <NativeSelect
        label={t('send.agreement')}
        name="agreementId"
        required
        defaultValue={chosen}
        data={agreements.map((one) => ({
          value: one.agreementId,
          label: `${one.number} · ${one.partnerName} · ${t(`group.${one.group}`)}`,
        }))}
      />
      <DayField
        label={t('send.startsOn')}
        description={t('send.startsOnHint')}
        name="startsOn"
        required
        defaultValue={firstDay(monthOf(today))}
      />
    </>
  );
}

function ToRecord() {
  const { t } = useLanguage();
  const today = useToday();
  const query = useQuery({ queryKey: ['partners'], queryFn: listPartners });
  const { grants } = useSession();
  const own = grants.find(({ area }) => area !== null)?.area;
  const ofPartners = grants.flatMap(({ partnerId }) => partnerId ?? []);
  return (
    <Loaded query={query}>
      {({ partners }) => {
        const root = own ?? partners.find(({ partnerId }) => ofPartners.includes(partnerId))?.area;
        const mine =
          own == null ? partners.filter(({ partnerId }) => ofPartners.includes(partnerId)) : partners;
        return root === undefined || mine.length === 0 ? (
          <Empty what={t('send.noPartner')}>
            <Go to="/perjanjian">{t('send.noPartnerNext')}</Go>
          </Empty>
        ) : (
          <>
            <PlaceAndPartner root={String(root)} partners={mine} />
            <DayField
              label={t('rosters.asOf')}
              description={t('send.asOfHint')}
              name="startsOn"
              required
              defaultValue={today}
            />
          </>
        );
      }}
    </Loaded>
  );
}

function PlaceAndPartner(props: { readonly root: string; readonly partners: readonly Partner[] }) {
  const { t } = useLanguage();
  const [area, setArea] = useState(props.root);
  const [from, beyond] = rangeOf(Number(area));
  const seatedWell = props.partners.filter((one) => {
    const [seat, past] = rangeOf(one.area);
    return from < past && seat < beyond;
  });
  return (
    <>
      <AreaChooser label={t('send.area')} root={props.root} value={area} onChange={setArea} />
      <input type="hidden" name="area" value={area} />
      {seatedWell.length === 0 ? (
        <Text role="alert">{t('send.noPartnerHere')}</Text>
      ) : (
        <NativeSelect
          label={t('rosters.partner')}
          description={t('send.partnerHint')}
          name="partnerId"
          required
          data={seatedWell.map((one) => ({ value: one.partnerId, label: one.name }))}
        />
      )}
    </>
  );
}

/** First code and the one after the last, by the zeros at the end, as on the official list. */
function rangeOf(code: number): readonly [number, number] {
  const size = [100_000_000, 1_000_000, 10_000].find((one) => code % one === 0) ?? 1;
  return [code, code + size];
}
