import type { Catalogue } from '../index.ts';
import { account } from './account.ts';
import { agreements } from './agreements.ts';
import { app } from './app.ts';
import { apply } from './apply.ts';
import { audit } from './audit.ts';
import { bills } from './bills.ts';
import { coverage } from './coverage.ts';
import { deaths } from './deaths.ts';
import { duplicates } from './duplicates.ts';
import { exchange } from './exchange.ts';
import { home } from './home.ts';
import { law } from './law.ts';
import { mapping } from './mapping.ts';
import { memberReview } from './member-review.ts';
import { offices } from './offices.ts';
import { partners } from './partners.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { register } from './register.ts';
import { registration } from './registration.ts';
import { review } from './review.ts';
import { rosters } from './rosters.ts';
import { seekers } from './seekers.ts';
import { selection } from './selection.ts';
import { simulation } from './simulation.ts';
import { users } from './users.ts';

/** English. Indonesian terms of art stay as they are written in the law. */
export const en: Catalogue = {
  ...app,
  ...account,
  ...home,
  ...rosters,
  ...review,
  ...mapping,
  ...registration,
  ...agreements,
  ...bills,
  ...payments,
  ...people,
  ...deaths,
  ...duplicates,
  ...register,
  ...coverage,
  ...exchange,
  ...memberReview,
  ...selection,
  ...offices,
  ...partners,
  ...seekers,
  ...users,
  ...audit,
  ...law,
  ...simulation,
  ...apply,
};
