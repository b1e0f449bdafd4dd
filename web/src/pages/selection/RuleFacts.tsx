import { firstDay, parseMonth } from '@payung/kernel';
import { vulnerableWorker } from '@payung/law';
import type { LocalRule, Proposal } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { TraceTree } from '../../ui/TraceTree.tsx';
import { criteriaLines } from './words.ts';

/** By what people are chosen: the local rule, or the criterion proposed, with what the law says of there being none. */
export function RuleFacts(props: {
  readonly proposal: Pick<Proposal, 'from'>;
  readonly rule: LocalRule | null;
}) {
  const { rule } = props;
  const { t, language } = useLanguage();
  const format = useFormats();
  if (rule !== null) {
    const cited = [rule.law, rule.article].filter((part) => part !== null).join(', ');
    return (
      <span>
        {t('usulan.version', { law: cited, version: rule.version })}
        {criteriaLines(t, format, rule.criteria).map((line) => (
          <small key={line}>
            <br />
            {line}
          </small>
        ))}
      </span>
    );
  }
  const month = parseMonth(props.proposal.from);
  return (
    <div>
      {t('usulan.noRule')}
      <br />
      <small>{t('usulan.noRuleWhy')}</small>
      {month !== undefined && (
        <details className="opener">
          <summary>{t('usulan.law')}</summary>
          <TraceTree
            trace={vulnerableWorker({ date: firstDay(month), person: {} }).trace}
            language={language}
          />
        </details>
      )}
    </div>
  );
}
