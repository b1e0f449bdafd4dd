import type { Day } from '@payung/kernel';
import { errorText, type Invalid } from '@payung/law';
import { createContext, use, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import type { Address } from './address.ts';
import { changedAddress, type Filled, filledIn } from './filled.ts';

/** The fields of a simulation and what the law says of them. */
export interface Form {
  readonly filled: Filled;
  readonly change: (changes: Address) => void;
  /** The first field at fault, in the law's own names. */
  readonly error: Invalid | undefined;
}

/** The form around a field. */
export const FormContext = createContext<Form | undefined>(undefined);

/** The form around a field. @throws Error outside one */
export function useForm(): Form {
  const form = use(FormContext);
  if (form === undefined) throw new Error('no form around the field');
  return form;
}

/** What is wrong with the field that the law calls `path`, in words; undefined if nothing is, or another comes first. */
export function useFault(path: string): string | undefined {
  const { language } = useLanguage();
  const { error } = useForm();
  return error?.path === path ? errorText(error, language) : undefined;
}

/** A text field that passes on what was typed when it is left: half an amount is no mistake yet. */
export function useDraft(kept: string, written: (typed: string) => string, onKeep: (typed: string) => void) {
  const [draft, setDraft] = useState<string>();
  // What is kept has caught up, or came from elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is not read, only its change counts
  useEffect(() => setDraft(undefined), [kept]);
  return {
    value: draft ?? written(kept),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft(event.currentTarget.value),
    onBlur: () => {
      if (draft === undefined) return;
      setDraft(written(draft));
      onKeep(draft);
    },
  };
}

/**
 * The fields as the address has them, changed at once and written to the address behind it.
 *
 * @param write replaces the address
 */
export function useAddress(
  inAddress: Address,
  today: Day,
  write: (address: Address) => void,
): Omit<Form, 'error'> & { readonly address: Address } {
  const [address, setAddress] = useState(inAddress);
  const latest = useRef(address);
  const expected = useRef(JSON.stringify(inAddress));
  useEffect(() => {
    const arrived = JSON.stringify(inAddress);
    if (arrived === expected.current) return;
    // Somebody followed a link, or went back.
    expected.current = arrived;
    latest.current = inAddress;
    setAddress(inAddress);
  }, [inAddress]);
  return {
    address,
    filled: filledIn(address, today),
    change: (changes) => {
      const changed = changedAddress(latest.current, today, changes);
      latest.current = changed;
      expected.current = JSON.stringify(changed);
      setAddress(changed);
      write(changed);
    },
  };
}

/** The id of the field that the law calls `path`, for a link to it. */
export function fieldId(path: string): string {
  return `simulation-${path.replaceAll('.', '-')}`;
}
