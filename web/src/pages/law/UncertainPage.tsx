import { Paper, Stack, Text, Title } from '@mantine/core';
import { type Confidence, confidenceText, listOpenQuestions, type OpenQuestion } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Go } from '../../ui/Go.tsx';
import { Table } from '../../ui/Table.tsx';
import { CitationText, ReadAt } from './CitationText.tsx';
import { DayText } from './DayText.tsx';
import { parametersInOrder } from './groups.ts';
import { believedRows, doubts } from './history.ts';
import { LawHead } from './LawHead.tsx';
import { ParameterName } from './ParameterName.tsx';
import { ValueText } from './ValueText.tsx';

/** What is not settled: the open questions, and the values that were not read in a source, by how they are known. */
export function UncertainPage() {
  const { t, language } = useLanguage();
  const questions = listOpenQuestions();
  const doubtful = doubts.flatMap((confidence) => {
    const rows = rowsKnownBy(confidence);
    return rows.length === 0 ? [] : [{ confidence, rows }];
  });
  return (
    <>
      <LawHead title={t('law.uncertain')} part="uncertain" />
      <Text mb="sm">{t('law.uncertainAbout')}</Text>
      <nav aria-label={t('law.groups')}>
        <ul className="law-groups">
          <li>
            <Jump to="pertanyaan" text={t('law.questionsCount', { count: questions.length })} />
          </li>
          {doubtful.map(({ confidence, rows }) => (
            <li key={confidence}>
              <Jump
                to={confidence}
                text={t('law.doubtsCount', {
                  sure: confidenceText(confidence)[language],
                  count: rows.length,
                })}
              />
            </li>
          ))}
        </ul>
      </nav>
      <Stack gap="xl" mt="md">
        <section id="pertanyaan" className="law-group">
          <Title order={2} mb="xs">
            {t('law.questions')}
          </Title>
          <Stack gap="sm">
            {questions.map((question) => (
              <QuestionView key={question.id} question={question} />
            ))}
          </Stack>
        </section>
        {doubtful.map((one) => (
          <DoubtTable key={one.confidence} {...one} />
        ))}
      </Stack>
    </>
  );
}

function Jump(props: { readonly to: string; readonly text: string }) {
  return (
    <Go to="." search hash={props.to} hashScrollIntoView size="sm">
      {props.text}
    </Go>
  );
}

function QuestionView(props: { readonly question: OpenQuestion }) {
  const { t, language } = useLanguage();
  const { id, title, practice, needed, rules } = props.question;
  return (
    <Paper component="article" aria-labelledby={id}>
      <h3 id={id} className="law-question">
        {id} · {title[language]}
      </h3>
      <Facts
        of={[
          [t('law.practice'), practice[language]],
          [t('law.needed'), needed[language]],
          ...(rules.length === 0 ? [] : [[t('law.rules'), rules.join(', ')] as const]),
        ]}
      />
    </Paper>
  );
}

type DoubtfulRow = ReturnType<typeof rowsKnownBy>[number];

function rowsKnownBy(confidence: Confidence) {
  return parametersInOrder().flatMap((parameter) =>
    believedRows(parameter)
      .filter(({ source }) => source.confidence === confidence)
      .map((row) => ({ parameter, row })),
  );
}

function DoubtTable(props: { readonly confidence: Confidence; readonly rows: readonly DoubtfulRow[] }) {
  const { t, language } = useLanguage();
  const { confidence, rows } = props;
  const sure = confidenceText(confidence)[language];
  return (
    <section id={confidence} className="law-group">
      <Title order={2} mb={4} className="law-sentence">
        {sure}
      </Title>
      <Text mb="xs">{t(`lawSureMeans.${confidence}`)}</Text>
      <Table
        caption={sure}
        rows={rows}
        rowKey={({ parameter, row }) => `${parameter.id} ${row.from}`}
        columns={[
          {
            key: 'name',
            label: t('law.parameter'),
            cell: ({ parameter, row }) => <ParameterName parameter={parameter} day={row.from} />,
          },
          { key: 'from', label: t('law.from'), cell: ({ row }) => <DayText day={row.from} /> },
          { key: 'value', label: t('law.value'), cell: ({ row }) => <ValueText row={row} brief /> },
          { key: 'by', label: t('law.by'), cell: ({ row }) => <CitationText source={row.source} /> },
          { key: 'read', label: t('law.read'), cell: ({ row }) => <ReadAt page={row.source.page} /> },
        ]}
      />
    </section>
  );
}
