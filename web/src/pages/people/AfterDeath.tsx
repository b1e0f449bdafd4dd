import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../app/language.tsx';
import { getAfterDeath } from '../../app/lists.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';

/** Months billed or paid beyond somebody's death; nothing where there are none. */
export function AfterDeath(props: { readonly personId: string }) {
  const { t } = useLanguage();
  const format = useFormats();
  const query = useQuery({
    queryKey: ['person', props.personId, 'afterDeath'],
    queryFn: () => getAfterDeath(props.personId),
  });
  return (
    <Loaded query={query}>
      {({ openBills, paid }) => (
        <>
          {openBills.map(({ number, partnerName, months, amount }) => {
            const facts = { partner: partnerName, months, amount: format.money(amount) };
            return (
              <Text key={`${number} ${partnerName}`} size="sm">
                {number === null
                  ? t('death.openBillElsewhere', facts)
                  : t('death.openBill', { ...facts, number })}
              </Text>
            );
          })}
          {paid.map(({ partnerName, months, through }) => (
            <Text key={partnerName} size="sm">
              {t('death.paidBeyond', { partner: partnerName, months, through: format.month(through) })}
            </Text>
          ))}
        </>
      )}
    </Loaded>
  );
}
