import type { InferRequestType } from 'hono/client';
import { api, type Brings, type FromBrowser, type Json, type Query, read } from './client.ts';

export const getRegistration = (query: Query<typeof api.registration.$get>) =>
  read(api.registration.$get({ query }));
export const makeBatch = (json: Json<typeof api.registration.batches.$post>) =>
  read(api.registration.batches.$post({ json }));
type AnswerForm = InferRequestType<(typeof api.registration.batches)[':id']['answer']['$post']>['form'];
export const answerBatch = (id: string, form: FromBrowser<AnswerForm>) =>
  read(api.registration.batches[':id'].answer.$post({ param: { id }, form: form as AnswerForm }));
type WorkForm = InferRequestType<typeof api.registration.work.$post>['form'];
export const completeMembers = (form: FromBrowser<WorkForm>) =>
  read(api.registration.work.$post({ form: form as WorkForm }));
export const correctRejection = (id: string, ordinal: number) =>
  api.registration.batches[':id'].rows[':ordinal'].correction.$post({
    param: { id, ordinal: String(ordinal) },
  });
export const completeMember = (id: string, json: Json<(typeof api.registration.people)[':id']['$put']>) =>
  api.registration.people[':id'].$put({ param: { id }, json });

export type Registration = Brings<typeof getRegistration>;
export type Incomplete = Registration['incomplete'][number];
export type Rejection = Registration['rejections'][number];
export type Batch = Registration['batches'][number];
export type Presumed = Registration['presumed'][number];
export type Wanted = NonNullable<Query<typeof api.registration.$get>>;
export type WorkPlace = NonNullable<Wanted['workPlace']>;

/** Where a table of whoever lacks something or was rejected is downloaded. */
export function workListUrl(wanted: Wanted, format: 'xlsx' | 'csv'): string {
  const asked = Object.entries(wanted).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/api/registration/work?${new URLSearchParams([...asked, ['format', format]])}`;
}
