import type { Day } from '@payung/kernel';
import type { Area } from '#areas';

/** Kinds of training that somebody may wish for; none when only work is looked for. */
export const trainings = [
  'none',
  'farming',
  'livestock',
  'fisheries',
  'construction',
  'mechanics',
  'sewing',
  'cooking',
  'hospitality',
  'computer',
  'driving',
  'care',
  'language',
  'other',
] as const;
export type Training = (typeof trainings)[number];

export const seekerEnds = ['found_work', 'trained', 'moved', 'stopped'] as const;
export type SeekerEnd = (typeof seekerEnds)[number];

/** Somebody who looks for work. */
export interface JobSeeker {
  readonly seekerId: string;
  readonly personId: string;
  /** Null when the person has since moved to where the caller may not look. */
  readonly name: string | null;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  readonly village: number;
  readonly villageName: string;
  readonly training: Training;
  readonly since: Day;
  readonly source: string;
}

/** The job seekers of an area. */
export interface SeekerList {
  readonly area: Area;
  readonly parents: readonly Area[];
  /** The areas right below, with how many look for work in each. */
  readonly below: readonly { readonly code: number; readonly name: string; readonly people: number }[];
  /** How many wish for which training; those for which nobody does are left out. */
  readonly wished: readonly { readonly training: Training; readonly people: number }[];
  readonly total: number;
  /** A page of them by village and name. */
  readonly seekers: readonly JobSeeker[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}
