import { useDocumentTitle } from '@mantine/hooks';

/**
 * Names the page in the browser's tab, its history and its bookmarks.
 *
 * @param title - what the reader looks at, for example an artifact's name; undefined while it is not known yet.
 */
export function usePageTitle(title: string | undefined): void {
  useDocumentTitle(title === undefined ? 'mlmd-graphql' : `${title} · mlmd-graphql`);
}
