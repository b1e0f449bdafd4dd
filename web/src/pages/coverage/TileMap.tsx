import type { MouseEvent } from 'react';
import type { Percentage, Tile } from '../../app/api.ts';
import { scale, stepOf } from './tile-scale.ts';

const width = 122;
const height = 74;
const gap = 6;

/** The words of the map. */
interface TileWords {
  readonly title: string;
  readonly legend: string;
  readonly noDenominator: string;
  readonly outside: string;
  percent(value: number): string;
  people(count: number): string;
}

/**
 * One tile per kabupaten, laid out like the islands, so that Kota Kupang weighs as much as Sumba Timur. The value is written
 * in every tile; the colour repeats it.
 *
 * @param props.percentageOf the percentage to show of a tile; undefined when it has no denominator
 * @param props.href address of a tile's area
 */
export function TileMap(props: {
  readonly tiles: readonly Tile[];
  readonly words: TileWords;
  readonly percentageOf: (tile: Tile) => Percentage | undefined;
  readonly href: (code: number) => string;
  readonly onOpen: (code: number) => void;
}) {
  const { tiles, words } = props;
  const columns = Math.max(0, ...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(0, ...tiles.map(({ row }) => row)) + 1;
  const open = (event: MouseEvent, code: number) => {
    // With a modifier, the browser opens the address in another window by itself.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    props.onOpen(code);
  };
  return (
    <figure style={{ margin: 0 }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="tile-box" aria-label={words.title} tabIndex={0}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: a title on the whole would pop up over every tile; the box has the name */}
        <svg className="tiles" viewBox={`-3 -3 ${columns * (width + gap)} ${rows * (height + gap)}`}>
          {tiles.map((tile) => {
            const place = `translate(${tile.column * (width + gap)} ${tile.row * (height + gap)})`;
            if (tile.counts === null) {
              return (
                <g key={tile.code} transform={place}>
                  <title>{`${nameOf(tile)}: ${words.outside}`}</title>
                  <rect
                    width={width}
                    height={height}
                    rx={8}
                    fill="#fff"
                    stroke="#9aa7ad"
                    strokeDasharray="4 4"
                  />
                  <TileText name={nameOf(tile)} lines={[]} ink="#56616a" />
                </g>
              );
            }
            const shown = props.percentageOf(tile);
            const step = shown === undefined ? undefined : stepOf(shown.percent);
            const value = shown === undefined ? words.noDenominator : words.percent(shown.percent);
            const people = words.people(tile.counts.people);
            return (
              <a
                key={tile.code}
                href={props.href(tile.code)}
                aria-label={`${tile.name}: ${value}, ${people}`}
                onClick={(event) => open(event, tile.code)}
              >
                <g transform={place}>
                  <rect
                    width={width}
                    height={height}
                    rx={8}
                    fill={step?.fill ?? '#fff'}
                    stroke={step === undefined ? '#56616a' : '#7d8b91'}
                    strokeDasharray={step === undefined ? '2 3' : undefined}
                  />
                  <TileText
                    name={nameOf(tile)}
                    lines={[shown === undefined ? '–' : value, people]}
                    ink={step?.ink ?? '#1b2529'}
                  />
                </g>
              </a>
            );
          })}
        </svg>
      </section>
      <figcaption>
        <Legend words={words} />
      </figcaption>
    </figure>
  );
}

function TileText(props: { readonly name: string; readonly lines: readonly string[]; readonly ink: string }) {
  const [value, people] = props.lines;
  return (
    <g fill={props.ink} fontSize={12}>
      <text x={8} y={18}>
        {props.name}
      </text>
      <text x={8} y={44} fontSize={20} fontWeight={650}>
        {value}
      </text>
      <text x={8} y={62} fontSize={11.5}>
        {people}
      </text>
    </g>
  );
}

function Legend(props: { readonly words: TileWords }) {
  const { words } = props;
  return (
    <div className="legend">
      <span>{words.legend}</span>
      {scale.map((step, place) => {
        const next = scale[place + 1];
        return (
          <span key={step.from} className="legend-step" style={{ background: step.fill, color: step.ink }}>
            {next === undefined
              ? `≥ ${words.percent(step.from)}`
              : `${step.from}–${words.percent(next.from)}`}
          </span>
        );
      })}
      <span className="legend-step legend-open">– {words.noDenominator}</span>
    </div>
  );
}

/** The usual short form, else the name without its kind. */
export function nameOf(tile: Pick<Tile, 'name' | 'shortName'>): string {
  return tile.shortName ?? tile.name.replace(/^Kabupaten /, '');
}
