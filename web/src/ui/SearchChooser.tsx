import { Loader, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useLanguage } from '../app/language.tsx';
import { ProblemBox } from './ProblemBox.tsx';
import './chooser.css';

/** What the server found, and whether there is more of it. */
export interface Found<T> {
  readonly found: readonly T[];
  readonly more: boolean;
}

/** How a kind of thing is looked for, and how one of it is written. */
export interface Searched<T> {
  /** Begins the key of its queries: what changes what can be found stands in it. */
  readonly key: readonly unknown[];
  readonly search: (q: string) => Promise<Found<T>>;
  readonly idOf: (one: T) => string;
  readonly textOf: (one: T) => string;
  /** Shown, and not to be chosen. */
  readonly isBarred?: (one: T) => boolean;
}

/** The first of what is found when nothing is written. */
export function useFirstFound<T>({ key, search }: Searched<T>) {
  return useQuery({ queryKey: [...key, ''], queryFn: () => search('') });
}

/**
 * Chooses one of many: the server searches as one types, and what it finds is offered below the field. What the field
 * shows is what is chosen, except while one types: then nothing is. A required field that can hold but one thing holds it.
 */
export function SearchChooser<T>(props: {
  readonly label: string;
  readonly description?: string;
  readonly of: Searched<T>;
  readonly chosen: T | undefined;
  readonly onChoose: (one: T | undefined) => void;
  readonly required?: boolean;
  /** Of a hidden field that holds the id, for forms that are read as a whole. */
  readonly name?: string;
  /** Said when nothing can be found, whatever one writes. */
  readonly nothing?: string;
}) {
  const { label, of, chosen, onChoose, required = false, nothing } = props;
  const { t } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const written = (typed ?? '').trim();
  const [wanted] = useDebouncedValue(written, 200);
  const query = useQuery({
    queryKey: [...of.key, wanted],
    queryFn: () => of.search(wanted),
    enabled: required || open,
    placeholderData: keepPreviousData,
  });
  const { found, more } = query.data ?? { found: [], more: false };
  const waiting = query.isFetching || query.isPlaceholderData || wanted !== written;
  const settled = query.data !== undefined && !waiting;

  const isBarred = (one: T) => of.isBarred?.(one) === true;
  const [only] = wanted === '' && found.length === 1 ? found : [];
  const onlyOne = required && settled && only !== undefined && !isBarred(only) ? only : undefined;
  useEffect(() => {
    if (onlyOne !== undefined && chosen === undefined && !open) onChoose(onlyOne);
  }, [onlyOne, chosen, open, onChoose]);

  const optionId = (place: number) => `${id}-${place}`;
  const close = () => {
    setOpen(false);
    setTyped(undefined);
  };
  const choose = (one: T | undefined) => {
    if (one === undefined || isBarred(one)) return;
    onChoose(one);
    close();
  };
  const go = (place: number) => {
    setActive(place);
    document.getElementById(optionId(place))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (open) go(Math.max(0, Math.min(found.length - 1, active + (key === 'ArrowDown' ? 1 : -1))));
      else setOpen(true);
    }
    if (!open) return;
    if (key === 'Enter') {
      // The form around it is not sent: one is being looked for.
      event.preventDefault();
      if (settled) choose(found[active]);
    }
    if (key === 'Escape') close();
  };

  const shown = open && found.length > 0;
  const said = waiting
    ? t('choose.searching')
    : found.length > 0
      ? t(more ? 'choose.more' : 'choose.found', { count: found.length })
      : wanted === '' && nothing !== undefined
        ? nothing
        : t('choose.none');
  return (
    <div>
      <div className="chooser">
        <TextInput
          label={label}
          description={props.description}
          required={required}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          aria-activedescendant={shown && settled ? optionId(active) : undefined}
          autoComplete="off"
          // Escape closes what was found, and not yet a dialog around it: Mantine's hear the key first, and read this.
          data-mantine-stop-propagation={open}
          placeholder={query.isPending && required ? t('app.loading') : t('choose.hint')}
          value={typed ?? (chosen === undefined ? '' : of.textOf(chosen))}
          rightSection={open && waiting ? <Loader size="xs" /> : <Glass />}
          rightSectionPointerEvents="none"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setActive(0);
            // Whoever writes something else no longer means what was chosen, even if nothing new is chosen then.
            if (chosen !== undefined) onChoose(undefined);
          }}
          onClick={(event) => {
            if (!open) event.currentTarget.select();
            setOpen(true);
          }}
          onKeyDown={press}
          onBlur={close}
        />
        {open && (
          <div className="chooser-found">
            {shown && (
              <div
                role="listbox"
                id={id}
                aria-label={label}
                aria-busy={waiting}
                tabIndex={-1}
                // The focus stays in the field.
                onMouseDown={(event) => event.preventDefault()}
              >
                {found.map((one, place) => (
                  <Option
                    key={of.idOf(one)}
                    id={optionId(place)}
                    active={place === active}
                    barred={isBarred(one)}
                    onChoose={() => choose(one)}
                  >
                    {of.textOf(one)}
                  </Option>
                ))}
              </div>
            )}
            {(!shown || more || waiting) && (
              <Text size="sm" c="dimmed" px="sm" py={6} aria-hidden>
                {said}
              </Text>
            )}
          </div>
        )}
      </div>
      <VisuallyHidden role="status">{open ? said : ''}</VisuallyHidden>
      {!open && settled && found.length === 0 && wanted === '' && chosen === undefined && (
        <Text size="sm" mt={4}>
          {nothing}
        </Text>
      )}
      {props.name !== undefined && (
        <input type="hidden" name={props.name} value={chosen === undefined ? '' : of.idOf(chosen)} />
      )}
      <ProblemBox error={query.error} retry={() => void query.refetch()} />
    </div>
  );
}

function Option(props: {
  readonly id: string;
  readonly active: boolean;
  readonly barred: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field, which keeps the focus
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.active}
      aria-disabled={props.barred}
      onClick={props.onChoose}
    >
      {props.children}
    </div>
  );
}

/** That one searches here. */
function Glass() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="#56616a"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <circle cx="6.5" cy="6.5" r="4.5" />
      <path d="m10 10 4 4" strokeLinecap="round" />
    </svg>
  );
}
