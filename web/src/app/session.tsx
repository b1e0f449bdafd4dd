import { type Day, day } from '@payung/kernel';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { getSession, type Permission, type Session } from './api.ts';
import { isSignedOut } from './http.ts';

/** Asks who is signed in; `data` is null when nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      try {
        return await getSession();
      } catch (error) {
        if (isSignedOut(error)) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** Forgets what one user was shown, before another sits down at the same browser. */
export function forgetUser(queries: QueryClient): void {
  const kept = ['session', 'installation'];
  queries.removeQueries({
    predicate: ({ queryKey }) => queryKey.length > 1 || !kept.includes(String(queryKey[0])),
  });
}

/** The signed-in user, for everything inside the shell. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The signed-in user. @throws Error outside the shell */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('no session outside the shell');
  return session;
}

/** Tells whether the user holds a permission. The server decides all the same; this only hides what would be refused. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

/** The day it is where the branch is, by the server's clock. */
export function useToday(): Day {
  return day(useSession().today);
}
