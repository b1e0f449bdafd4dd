import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep sea green: white text on shades 6 and darker has a contrast of at least 6:1. */
const sea: MantineColorsTuple = [
  '#eaf5f5',
  '#d5e8e8',
  '#a9d1d2',
  '#7ab9bb',
  '#4f9fa3',
  '#2b858a',
  '#0f6a70',
  '#0b5a60',
  '#0b4f55',
  '#063b40',
];

/** Payung's own look: calm colours, the system's own typeface, tight rows. */
export const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  primaryShade: 6,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.15rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    // A link is told from the words around it by more than its colour (WCAG 1.4.1).
    Anchor: { defaultProps: { underline: 'always' } },
    // A dialog is a Paper: its head stays above that padding, or what scrolls by would show over it.
    Modal: { styles: { header: { top: 'calc(-1 * var(--mantine-spacing-md))' } } },
    Paper: { defaultProps: { withBorder: true, p: 'md' } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});

/** Greys of Mantine that are too pale to read (WCAG 2.2, 1.4.3) are darkened. */
export const readableGreys: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#56616a',
    '--mantine-color-placeholder': '#68737c',
    '--mantine-color-default-border': '#cfd6da',
    '--mantine-color-error': '#b42318',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2529',
  },
  dark: {},
});
