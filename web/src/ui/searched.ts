import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type Agreement,
  type Fund,
  getAgreement,
  getPartner,
  type Partner,
  searchAgreements,
  searchFunds,
  searchPartners,
} from '../app/api.ts';
import { Problem } from '../app/http.ts';
import { useLanguage } from '../app/language.tsx';
import { useSession } from '../app/session.tsx';
import { groupText } from '../pages/agreements/words.ts';
import type { Searched } from './SearchChooser.tsx';

/** As many as are read through at a glance; of more, one writes more of the name. */
const shown = 20;

/** Partners, all of them or those who may have people in an area. @param around its ten digits */
export function partnersAround(around?: string): Searched<Partner> {
  return {
    key: ['partners', 'chooser', around],
    search: async (q) => {
      const { partners, next } = await searchPartners({ q, around, limit: String(shown) });
      return { found: partners, more: next !== null };
    },
    idOf: ({ partnerId }) => partnerId,
    textOf: ({ name, areaName }) => (name.includes(areaName) ? name : `${name} · ${areaName}`),
  };
}

/** The partners for which the user may record people in an area: those around it, or one's own for whoever has no area. */
export function useMyPartners(around: string | undefined): Searched<Partner> {
  const { grants } = useSession();
  const queries = useQueryClient();
  return useMemo(() => {
    const all = partnersAround(around);
    if (grants.some(({ area }) => area !== null)) return all;
    const own = [...new Set(grants.flatMap(({ partnerId }) => partnerId ?? []))];
    return {
      ...all,
      key: ['partners', 'own', own],
      search: async (q) => {
        const words = q.toLowerCase().split(/\s+/);
        // Asked once, not with every letter: the server does not search among one's own.
        const partners = await Promise.all(
          own.map((id) =>
            queries.fetchQuery({
              queryKey: ['partners', id],
              queryFn: () => getPartner(id),
              staleTime: Infinity,
            }),
          ),
        );
        return {
          found: partners.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))),
          more: false,
        };
      },
    };
  }, [grants, around, queries]);
}

/** Agreements by words of their number, title, fund or partner, newest first. @param open only those under which people can still become members */
export function useAgreements({ open }: { readonly open: boolean }): Searched<Agreement> {
  const { t } = useLanguage();
  return useMemo(
    () => ({
      key: ['agreements', 'chooser', open],
      search: async (q) => {
        // One more than is shown tells whether there are more.
        const { agreements } = await searchAgreements({
          q,
          limit: String(shown + 1),
          ...(open && { open: 'true' }),
        });
        return { found: agreements.slice(0, shown), more: agreements.length > shown };
      },
      idOf: ({ agreementId }) => agreementId,
      textOf: (one) => `${one.number} · ${one.partnerName} · ${groupText(t, one.group)}`,
    }),
    [t, open],
  );
}

/** Purses by words of their name and year, the latest first. @param payingFor an area for whose workers they may pay */
export function fundsFor(payingFor?: number): Searched<Fund> {
  return {
    key: ['funds', 'chooser', payingFor],
    search: async (q) => {
      const area = payingFor === undefined ? {} : { payingFor: String(payingFor) };
      const { funds } = await searchFunds({ q, limit: String(shown + 1), ...area });
      return { found: funds.slice(0, shown), more: funds.length > shown };
    },
    idOf: ({ fundId }) => fundId,
    textOf: ({ name, year }) => (name.includes(String(year)) ? name : `${name} (${year})`),
  };
}

/** The agreement that the address names; null when it names none, or none that the user may see. */
export function useAskedAgreement(id: string | undefined) {
  return useQuery({
    // Not the key of the page of an agreement, which has to say what was refused.
    queryKey: ['agreement', id ?? 'none', 'asked'],
    queryFn: async () => {
      if (id === undefined) return null;
      try {
        return (await getAgreement(id)).agreement;
      } catch (error) {
        if (error instanceof Problem && unseen.includes(error.status)) return null;
        throw error;
      }
    },
    // A form begins with it: it must not begin with one that has ended since.
    gcTime: 0,
  });
}

/** Not the id of an agreement, not for this user, not there (any more). */
const unseen: readonly number[] = [400, 403, 404];
