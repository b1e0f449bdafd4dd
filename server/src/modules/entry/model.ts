import type { Day } from '@payung/kernel';

/** What is known of somebody who is registered alone. */
export interface PersonInput {
  readonly name: string;
  /** As typed; without one the person is recorded and not enrolled. */
  readonly nik?: string | undefined;
  readonly birthDate?: Day | undefined;
  readonly sex?: 'L' | 'P' | undefined;
  /** Village, ten digits. */
  readonly village: number;
  readonly rt?: string | undefined;
  readonly rw?: string | undefined;
  readonly occupation?: string | undefined;
  readonly mother?: string | undefined;
  readonly phone?: string | undefined;
}

/** What for: an agreement under which the person becomes a member, or the records of a partner. */
export type EntryFor =
  | { readonly agreementId: string; readonly startsOn: Day }
  | { readonly partnerId: string };

/** What a NIK says, before anything is sent. */
export type NikCheck =
  | {
      readonly ok: true;
      readonly birthDate: Day;
      readonly sex: 'L' | 'P';
      /** Where it was issued; null for a place no longer on the list. */
      readonly issuedIn: string | null;
    }
  | { readonly ok: false; readonly text: string; readonly remedy: string };
