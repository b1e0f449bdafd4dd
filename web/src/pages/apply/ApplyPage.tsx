import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { useSimulationDay } from '../simulation/today.ts';
import '../simulation/simulation.css';
import './apply.css';
import type { Asked } from './asked.ts';
import { CostAndGain } from './CostAndGain.tsx';
import { listBranchOffices } from './offices.ts';
import { Questions } from './Questions.tsx';
import { Ways } from './Ways.tsx';

/** What it costs, what one gets and how to register: for every worker, without an account. Nothing filled in is sent or kept. */
export function ApplyPage() {
  const { t } = useLanguage();
  const today = useSimulationDay();
  const offices = useQuery({ queryKey: ['branches'], queryFn: listBranchOffices, staleTime: Infinity });
  const [asked, setAsked] = useState<Asked>({
    work: 'own',
    income: '1.000.000',
    sponsor: 'village',
    size: 'micro',
    kabupaten: '',
  });
  return (
    <div className="apply">
      <div className="no-print">
        <PageHead title={t('apply.title')} />
        <Text mb="sm" maw="44rem">
          {t('apply.about')}
        </Text>
        <Text mb="md" maw="44rem" fw={600}>
          {t('apply.nothingSent')}
        </Text>
      </div>
      <Loaded query={offices}>
        {({ branches }) => (
          <>
            <div className="no-print">
              <div className="simulation">
                <Questions
                  asked={asked}
                  branches={branches}
                  onChange={(changes) => setAsked({ ...asked, ...changes })}
                />
                <CostAndGain asked={asked} today={today} />
              </div>
            </div>
            <Ways asked={asked} branches={branches} today={today} />
          </>
        )}
      </Loaded>
    </div>
  );
}
