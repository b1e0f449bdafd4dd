import { List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { registerPerson } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useFirstFound } from '../../ui/SearchChooser.tsx';
import { useAgreements, useMyPartners } from '../../ui/searched.ts';
import { useMyArea } from '../coverage/my-area.ts';
import { RegisterForm } from './RegisterForm.tsx';
import { RegistrationResult } from './RegistrationResult.tsx';

/** Registers one person: what is needed in plain words, a form, what was found, and then recorded or enrolled. */
export function RegisterPage() {
  const { t } = useLanguage();
  const agreements = useFirstFound(useAgreements({ open: true }));
  const partners = useFirstFound(useMyPartners(useMyArea()));
  /** Counts the people, so that each gets an empty form. */
  const [turn, setTurn] = useState(0);
  const sending = useMutation({ mutationFn: registerPerson });
  const [done, setDone] = useState(false);
  const again = () => {
    setDone(false);
    sending.reset();
    setTurn(turn + 1);
  };
  return (
    <>
      <PageHead title={t('register.title')}>
        <Go to="/orang">{t('nav.people')}</Go>
      </PageHead>
      <Text maw="44rem">{t('register.about')}</Text>
      <List size="sm" mb="md" mt="xs">
        <List.Item>{t('register.needRecord')}</List.Item>
        <List.Item>{t('register.needEnrol')}</List.Item>
        <List.Item>{t('register.needMore')}</List.Item>
      </List>
      <Loaded query={agreements}>
        {({ found: open }) => (
          <Loaded query={partners}>
            {({ found: known }) => (
              <Stack key={turn}>
                {!done && <RegisterForm hasAgreements={open.length > 0} partners={known} sending={sending} />}
                {sending.data !== undefined && (
                  <RegistrationResult
                    key={sending.data.rosterId}
                    rosterId={sending.data.rosterId}
                    repeated={sending.data.repeated}
                    again={again}
                    onDone={() => setDone(true)}
                  />
                )}
              </Stack>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
