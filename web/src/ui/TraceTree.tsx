import type { Language } from '@payung/kernel';
import { type TraceNode, traceLines } from '@payung/law';

/**
 * An explanation as it was stored with the decision: opened branch by branch, with the articles. Nothing is computed anew.
 */
export function TraceTree(props: { readonly trace: TraceNode; readonly language: Language }) {
  return (
    <ul className="trace">
      <TraceItem node={props.trace} language={props.language} open />
    </ul>
  );
}

function TraceItem(props: { readonly node: TraceNode; readonly language: Language; readonly open: boolean }) {
  const { node, language } = props;
  // The first line of a branch is its own; the others are its parts, which are drawn below.
  const text = traceLines(node, language)[0]?.text ?? '';
  if (node.kind !== 'result' || node.parts.length === 0) return <li>{text}</li>;
  return (
    <li>
      <details open={props.open}>
        <summary>{text}</summary>
        <ul className="trace">
          {node.parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stored explanation never changes its order
            <TraceItem key={place} node={part} language={language} open={false} />
          ))}
        </ul>
      </details>
    </li>
  );
}
