import { Anchor } from '@mantine/core';
import type { Figure } from '../../app/api.ts';
import { useFormats } from '../../ui/format.ts';

/** Who published a figure, when, and where to read it. */
export function FigureSource(props: { readonly figure: Figure }) {
  const format = useFormats();
  const { source, url, asOf } = props.figure;
  return (
    <>
      {url === null ? (
        source
      ) : (
        <Anchor href={url} rel="noreferrer" target="_blank" inherit>
          {source}
        </Anchor>
      )}
      {asOf !== null && `, ${format.day(asOf)}`}
    </>
  );
}
