import {
  ActionIcon,
  Anchor,
  AppShell,
  Box,
  Burger,
  Group,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { type ReactElement, type RefObject, Suspense, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import styles from './app.module.css';
import { SearchBox } from './home/search-box.js';
import logo from './logo.svg';
import { Navigation } from './navigation.js';
import { Pages } from './pages.js';
import { Loading } from './parts/states.js';

/** The frame around every page. */
export function App(): ReactElement {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main, pathname);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 196, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
            <Anchor component={Link} to="/" underline="never" c="inherit" aria-label="mlmd-graphql: overview">
              <Group gap={8} wrap="nowrap">
                <img src={logo} alt="" width={33} height={20} />
                <Text fw={650} visibleFrom="sm">
                  mlmd-graphql
                </Text>
              </Group>
            </Anchor>
          </Group>
          {/* The overview has a larger one of its own. */}
          {pathname !== '/' && (
            <Box flex="1 1 0" maw={480} miw={0} role="search">
              <SearchBox size="sm" />
            </Box>
          )}
          <SchemeSwitch />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <Navigation onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Suspense fallback={<Loading />}>
          <Pages />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}

/** A new page begins where reading begins, also for those who go by keyboard or have it read out. */
function useFocusOnNewPage(main: RefObject<HTMLElement | null>, pathname: string): void {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }, [main, pathname]);
}

function SchemeSwitch(): ReactElement {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      aria-label={isDark ? 'Light colours' : 'Dark colours'}
    >
      {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}
