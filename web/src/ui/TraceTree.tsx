import type { Language } from '@payung/kernel';
import { type TraceNode, traceLines } from '@payung/law';
import { useLanguage } from '../app/language.tsx';
import { useFormats } from './format.ts';
import './trace.css';

/**
 * An explanation as it was stored with the decision: opened branch by branch, with the articles. Nothing is computed anew.
 */
export function TraceTree(props: { readonly trace: TraceNode; readonly language: Language }) {
  return <TraceList nodes={[props.trace]} language={props.language} />;
}

/** Parts of an explanation under one another, their branches closed; one alone is open. */
export function TraceList(props: { readonly nodes: readonly TraceNode[]; readonly language: Language }) {
  return (
    <ul className="trace">
      {props.nodes.map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an explanation never changes its order
        <TraceItem key={place} node={node} language={props.language} open={props.nodes.length === 1} />
      ))}
    </ul>
  );
}

function TraceItem(props: { readonly node: TraceNode; readonly language: Language; readonly open: boolean }) {
  const { node, language } = props;
  // The first line of a branch is its own; the others are its parts, which are drawn below.
  const text = traceLines(node, language)[0]?.text ?? '';
  if (node.kind !== 'result' || node.parts.length === 0) {
    return (
      <li className={node.kind === 'uncertainty' ? 'trace-open' : undefined}>
        {text} <TraceNote node={node} />
      </li>
    );
  }
  return (
    <li>
      <details open={props.open}>
        <summary>{text}</summary>
        <TraceList nodes={node.parts} language={language} />
      </details>
    </li>
  );
}

/** Since when a parameter holds and when it was last compared with its source; how a step was rounded. */
function TraceNote(props: { readonly node: TraceNode }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { node } = props;
  if (node.kind === 'step' && node.rounding !== undefined) {
    return <span className="trace-note">{t(`rounding.${node.rounding}`)}</span>;
  }
  if (node.kind !== 'parameter') return null;
  const checked = format.day(node.checked);
  const from = format.day(node.from);
  return (
    <span className="trace-note">
      {node.until === null
        ? t('trace.since', { from, checked })
        : t('trace.during', { from, last: format.lastBefore(node.until), checked })}
    </span>
  );
}
