import { useQuery } from '@tanstack/react-query';
import { getArea, getPartner, type Session } from './api.ts';
import { useLanguage } from './language.tsx';
import { roleText } from './role.ts';

/** A role and where it holds, in words. */
export function GrantText(props: {
  readonly grant: Pick<Session['grants'][number], 'role' | 'area' | 'partnerId'>;
}) {
  const { t } = useLanguage();
  const { role, area, partnerId } = props.grant;
  const place = useQuery({
    queryKey: ['area', area],
    queryFn: () => getArea(String(area)),
    enabled: area !== null,
    staleTime: Infinity,
  });
  const partner = useQuery({
    queryKey: ['partners', partnerId],
    queryFn: () => getPartner(partnerId ?? ''),
    enabled: partnerId !== null,
    staleTime: Infinity,
  });
  const name = place.data?.area.name ?? partner.data?.name;
  return (
    <>
      {roleText(t, role)}
      {name !== undefined && ` · ${name}`}
    </>
  );
}
