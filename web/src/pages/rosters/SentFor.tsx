import { Radio, Stack } from '@mantine/core';
import { firstDay, monthOf } from '@payung/kernel';
import { useState } from 'react';
import type { Agreement, Partner } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { AreaChooser } from '../../ui/AreaChooser.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Go } from '../../ui/Go.tsx';
import { SearchChooser } from '../../ui/SearchChooser.tsx';
import { useAgreements, useMyPartners } from '../../ui/searched.ts';
import { isOpen } from '../agreements/open.ts';
import { useMyArea } from '../coverage/my-area.ts';

const purposes = ['enrol', 'record'] as const;
export type Purpose = (typeof purposes)[number];

/** What a list is sent for: an agreement under which its people become members, or the records of a partner in an area. */
export function SentFor(props: {
  readonly purpose: Purpose;
  readonly onPurpose: (purpose: Purpose) => void;
  readonly hasAgreements: boolean;
  /** Some of those for which the user may record people; empty when there are none. */
  readonly partners: readonly Partner[];
  /** The agreement one came from; null when one came from elsewhere. */
  readonly asked: Agreement | null;
}) {
  const { t } = useLanguage();
  const { purpose, hasAgreements, partners, asked } = props;
  const today = useToday();
  const [open, closed] = asked === null || isOpen(asked, today) ? [asked, null] : [null, asked];
  const [agreement, setAgreement] = useState(open ?? undefined);
  const root = useMyArea() ?? partners[0]?.area;
  return (
    <>
      <Radio.Group
        label={t('send.purpose')}
        name="purpose"
        value={purpose}
        onChange={(chosen) => props.onPurpose(chosen === 'enrol' ? 'enrol' : 'record')}
      >
        <Stack gap="xs" mt="xs">
          {purposes.map((one) => (
            <Radio key={one} value={one} label={t(`purpose.${one}`)} description={t(`purpose.${one}Hint`)} />
          ))}
        </Stack>
      </Radio.Group>
      {purpose === 'enrol' &&
        (hasAgreements ? (
          <ToEnrol closed={closed} chosen={agreement} onChoose={setAgreement} />
        ) : (
          <Empty what={t('send.noAgreement')}>
            <Go to="/perjanjian">{t('send.noAgreementNext')}</Go>
          </Empty>
        ))}
      {purpose === 'record' &&
        (partners.length > 0 && root !== undefined ? (
          <ToRecord root={String(root)} />
        ) : (
          <Empty what={t('send.noPartner')}>
            <Go to="/perjanjian">{t('send.noPartnerNext')}</Go>
          </Empty>
        ))}
    </>
  );
}

function ToEnrol({
  closed,
  ...props
}: {
  /** The agreement one came from, when nobody can become a member under it any more; else null. */
  readonly closed: Agreement | null;
  readonly chosen: Agreement | undefined;
  readonly onChoose: (agreement: Agreement | undefined) => void;
}) {
  const { t } = useLanguage();
  const today = useToday();
  return (
    <>
      <SearchChooser
        label={t('send.agreement')}
        name="agreementId"
        required
        of={useAgreements({ open: true })}
        {...(closed !== null && { description: t('send.agreementClosed', { number: closed.number }) })}
        {...props}
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

function ToRecord(props: { readonly root: string }) {
  const { t } = useLanguage();
  const today = useToday();
  const [area, setArea] = useState(props.root);
  const [partner, setPartner] = useState<Partner>();
  return (
    <>
      <AreaChooser
        label={t('send.area')}
        root={props.root}
        value={area}
        onChange={(code) => {
          setArea(code);
          // Whoever had people there need not have any here.
          setPartner(undefined);
        }}
      />
      <input type="hidden" name="area" value={area} />
      <SearchChooser
        label={t('rosters.partner')}
        description={t('send.partnerHint')}
        name="partnerId"
        required
        of={useMyPartners(area)}
        nothing={t('send.noPartnerHere')}
        chosen={partner}
        onChoose={setPartner}
      />
      <DayField
        label={t('rosters.asOf')}
        description={t('send.asOfHint')}
        name="startsOn"
        required
        defaultValue={today}
      />
    </>
  );
}
