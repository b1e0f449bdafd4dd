import { Anchor, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/** A link to a page of ours. */
export const Go = createLink(Anchor<'a'>);

/** A link to a page of ours that looks like a button: for what one is most likely to do next. */
export const GoButton = createLink(ButtonAnchor);

/** Without `component` it would be a button with an address: not a link to a screen reader, and not to be opened in a new tab. */
function ButtonAnchor(props: ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>) {
  return <Button component="a" {...props} />;
}
