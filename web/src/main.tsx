import './app/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isSignedOut, Problem } from './app/http.ts';
import { LanguageProvider } from './app/language.tsx';
import { createPages } from './app/router.tsx';
import { readableGreys, theme } from './app/theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only a server that did not answer is worth asking again.
      retry: (count, error) => count < 2 && error instanceof Problem && error.status === 0,
    },
    mutations: { networkMode: 'always' },
  },
});

// A session that ended anywhere ends everywhere: the shell then asks to sign in, and the page stays where it was.
queries.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'updated' && query.queryKey[0] !== 'session' && isSignedOut(query.state.error)) {
    void queries.invalidateQueries({ queryKey: ['session'] });
  }
});

const pages = createPages(queries);
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof pages;
  }
}

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" cssVariablesResolver={readableGreys}>
      <QueryClientProvider client={queries}>
        <LanguageProvider onChange={() => void queries.invalidateQueries()}>
          <RouterProvider router={pages} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
