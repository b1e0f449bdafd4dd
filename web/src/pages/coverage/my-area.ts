import { useSession } from '../../app/session.tsx';

/** The area the user works in: of the first grant that has one; undefined when all grants are for partners. */
export function useMyArea(): string | undefined {
  const area = useSession().grants.find((grant) => grant.area !== null)?.area;
  return area === undefined || area === null ? undefined : String(area);
}
