import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { SelectionCandidate } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { movedTo } from './rank.ts';
import './rank.css';

/** The list by rank; each number is a box: arrows move by one, a number and Enter jump. */
export function RankList(props: {
  readonly ranked: readonly string[];
  readonly candidates: readonly SelectionCandidate[];
  readonly quota: number;
  readonly onChange: (ranked: readonly string[]) => void;
}) {
  const { ranked, candidates, quota, onChange } = props;
  const { t } = useLanguage();
  const [said, setSaid] = useState('');
  const moved = useRef<HTMLInputElement>(null);
  const [last, setLast] = useState<string>();
  // The browser forgets the focus of a line that is put elsewhere in the page.
  useLayoutEffect(() => {
    if (ranked.length > 0) moved.current?.focus();
  }, [ranked]);
  const people = new Map(candidates.map((one) => [one.personId, one]));
  const nameOf = (personId: string) => people.get(personId)?.name ?? '–';
  const move = (personId: string, place: number) => {
    const next = movedTo(ranked, personId, place);
    setLast(personId);
    onChange(next);
    setSaid(t('urutan.moved', { name: nameOf(personId), place: next.indexOf(personId) + 1 }));
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs" maw="44rem">
        {t('urutan.about')}
      </Text>
      <ol className="rank-list">
        {ranked.map((personId, n) => {
          const one = people.get(personId);
          return (
            <li key={personId} className={n === quota ? 'first-substitute' : undefined}>
              <RankNumber
                {...(personId === last && { focused: moved })}
                label={t('urutan.number', { name: nameOf(personId) })}
                place={n + 1}
                onMove={(place) => move(personId, place)}
              />
              <span className="rank-name">
                {nameOf(personId)}
                <Text span size="sm" c="dimmed">
                  {' '}
                  {[one?.age ?? undefined, one?.occupation]
                    .filter((part) => part !== undefined && part !== '')
                    .join(' · ')}
                </Text>
              </span>
              <Mark tone={n < quota ? 'good' : 'quiet'}>
                {t(n < quota ? 'standing.in' : 'standing.substitute')}
              </Mark>
              <Group gap={4}>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('urutan.remove', { name: nameOf(personId) })}
                  onClick={() => {
                    setLast(undefined);
                    onChange(ranked.filter((other) => other !== personId));
                  }}
                >
                  {t('urutan.removeShort')}
                </Button>
              </Group>
            </li>
          );
        })}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

function RankNumber(props: {
  readonly label: string;
  readonly place: number;
  /** Holds the box of whoever was moved last. */
  readonly focused?: RefObject<HTMLInputElement | null>;
  readonly onMove: (place: number) => void;
}) {
  const { place, onMove } = props;
  /** What is being typed; null shows the place. */
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed !== null && /^\d{1,5}$/.test(typed) ? Number(typed) : place;
  return (
    <input
      {...(props.focused !== undefined && { ref: props.focused })}
      className="rank-number"
      inputMode="numeric"
      aria-label={props.label}
      value={typed ?? String(place)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        const step = { ArrowUp: place - 1, ArrowDown: place + 1, Enter: wanted }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        setTyped(null);
        onMove(step);
      }}
    />
  );
}
