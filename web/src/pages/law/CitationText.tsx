import { Anchor } from '@mantine/core';
import { findRegulation, regulationsIn, type Source } from '@payung/law';
import { Fragment } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { slugOf } from './slug.ts';

/** The law and the article that say a value; each regulation leads to its page. */
export function CitationText(props: { readonly source: Pick<Source, 'law' | 'article'> }) {
  const { law, article } = props.source;
  return (
    <>
      <LawText law={law} />
      {article !== undefined && `, ${article}`}
    </>
  );
}

/** The regulations of a citation, each leading to its page. */
export function LawText(props: { readonly law: string }) {
  const ids = regulationsIn(props.law);
  // Words of the citation and what joins them, by turns: the words name one regulation each.
  const parts = props.law.split(/( jo\. |; ?)/);
  return parts.map((part, place) => {
    const id = place % 2 === 0 ? ids[place / 2] : undefined;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a citation never change their order
      <Fragment key={place}>{id === undefined ? part : <RegulationLink id={id} words={part} />}</Fragment>
    );
  });
}

/** A regulation, which leads to its page where the register has it. */
export function RegulationLink(props: { readonly id: string; readonly words?: string }) {
  const { id, words = id } = props;
  if (findRegulation(id) === undefined) return words;
  return (
    <Go to="/aturan/peraturan/$id" params={{ id: slugOf(id) }} inherit>
      {words}
    </Go>
  );
}

/** The page on which something was read, by the name of its site; words for none. */
export function ReadAt(props: { readonly page: string | null | undefined }) {
  const { t } = useLanguage();
  const { page } = props;
  if (page === undefined || page === null) return t('law.noPage');
  return (
    <Anchor href={page} rel="noreferrer" target="_blank" inherit>
      {siteOf(page)
        .split('.')
        .map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never change their order
          <Fragment key={place}>
            {place > 0 && (
              <>
                <wbr />.
              </>
            )}
            {part}
          </Fragment>
        ))}
    </Anchor>
  );
}

function siteOf(page: string): string {
  return URL.parse(page)?.hostname.replace(/^www\./, '') ?? page;
}
