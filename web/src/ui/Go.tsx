import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to a page of ours. */
export const Go = createLink(Anchor<'a'>);

/** A link to a page of ours that looks like a button: for what one is most likely to do next. */
export const GoButton = createLink(Button<'a'>);
