import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useLanguage } from '../app/language.tsx';
import { ProblemBox } from './ProblemBox.tsx';

interface Reasoned {
  /** What the reason is called; "Alasan" unless told. */
  readonly label?: string;
  readonly description?: string;
  /** Fewest and most letters that the server takes. */
  readonly length?: readonly [least: number, most: number];
  /** What will be done, shown above the reason. */
  readonly children?: ReactNode;
  /** What the button says that does it. */
  readonly button: string;
  /** What the button says that leaves it. */
  readonly leave?: string;
  /** True when it cannot be taken back: the button is red. */
  readonly isFinal?: boolean;
  /** What is done with the reason. */
  readonly doing: {
    readonly mutate: (reason: string) => void;
    readonly reset: () => void;
    readonly error: Error | null;
    readonly isPending: boolean;
  };
  readonly onClose: () => void;
}

/** Asks in a dialog why something is done, before it is done. What was refused is forgotten when the dialog closes. */
export function ReasonDialog(props: Reasoned & { readonly opened: boolean; readonly title: string }) {
  const { opened, title, ...form } = props;
  const { t } = useLanguage();
  const close = () => {
    form.doing.reset();
    form.onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <ReasonForm {...form} onClose={close} />
    </Modal>
  );
}

/** The inside of such a dialog, for dialogs that show something else as well. */
export function ReasonForm(props: Reasoned) {
  const { t } = useLanguage();
  const { doing, length: [least, most] = [5, 300] } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    doing.mutate(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {props.children}
        <Textarea
          label={props.label ?? t('reveal.reason')}
          description={props.description}
          name="reason"
          required
          minLength={least}
          maxLength={most}
          // Spaces are no letters, though the browser counts them.
          onChange={({ currentTarget: field }) =>
            field.setCustomValidity(
              field.value.trim().length < least ? t('reveal.reasonShort', { least }) : '',
            )
          }
          autosize
          data-autofocus
        />
        <ProblemBox error={doing.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {props.leave ?? t('app.cancel')}
          </Button>
          <Button type="submit" loading={doing.isPending} {...(props.isFinal === true && { color: 'red.9' })}>
            {props.button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
