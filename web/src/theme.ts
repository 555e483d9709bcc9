import { createTheme } from '@mantine/core';

/** Type of the system that the reader uses: nothing is fetched for it. */
export const theme = createTheme({
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  primaryColor: 'blue',
  // Of the library's blues the first that small text on white, or white text on it, may have: 5.1 to 1, where 4.5 is needed.
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '600' },
});
