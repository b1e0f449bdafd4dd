import { Button, Group, Kbd, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../app/language.tsx';
import './desk.css';

/** Something that can be done at a desk, by its key or its button. */
export interface DeskAction {
  /** As the keyboard names it, in small letters. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  /** Decides something; the others only move about. */
  readonly main?: boolean;
}

const arrows: Readonly<Record<string, string>> = { arrowleft: '←', arrowright: '→' };

/**
 * A desk at which one thing after another is decided with the keyboard alone. The keys work while the focus is in it, and it
 * stays there.
 *
 * @param props.said read out when it changes: what lies on the desk now
 */
export function KeyDesk(props: {
  readonly label: string;
  readonly title: string;
  readonly said: string;
  /** How many are done of how many; absent where there is only one. */
  readonly progress: string | undefined;
  readonly busy: boolean;
  readonly actions: readonly DeskAction[];
  readonly why: string;
  readonly onWhy: (why: string) => void;
  readonly children: ReactNode;
}) {
  const { busy, actions } = props;
  const { t } = useLanguage();
  const desk = useRef<HTMLElement>(null);
  useEffect(() => desk.current?.focus({ preventScroll: true }), []);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const action = actions.find(({ key }) => key === event.key.toLowerCase());
    if (action === undefined || action.disabled === true) return;
    event.preventDefault();
    // A key that is held down turns the pages, and decides once.
    if (!busy && (!event.repeat || action.key in arrows)) action.run();
  };
  return (
    <section
      ref={desk}
      className="review desk"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys work while the focus is here, and only then (WCAG 2.1.4)
      tabIndex={0}
      aria-label={props.label}
      aria-busy={busy}
      onKeyDown={press}
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{props.title}</Title>
          {props.progress !== undefined && <Text fw={600}>{props.progress}</Text>}
        </Group>
        <VisuallyHidden role="status">{props.said}</VisuallyHidden>
        {props.children}
        <Group gap="xs" role="group" aria-label={t('review.choices')}>
          {actions.map(({ key, label, run, disabled = false, main = false }) => (
            <Button
              key={key}
              size="xs"
              variant={main ? 'filled' : 'default'}
              disabled={disabled}
              onClick={() => {
                if (!busy) run();
              }}
            >
              <Kbd mr={6}>{arrows[key] ?? key}</Kbd>
              {label}
            </Button>
          ))}
        </Group>
        <TextInput
          label={t('review.why')}
          description={t('review.whyHint')}
          maxLength={300}
          value={props.why}
          onChange={(event) => props.onWhy(event.currentTarget.value)}
        />
      </Stack>
    </section>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, .table-box');
}
