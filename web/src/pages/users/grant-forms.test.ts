import { expect, test } from 'vitest';
import { grantIn } from './GrantForms.tsx';

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({
    role: 'planner',
    area: '',
    partnerId: '',
    from: '2026-11-21',
    last: '',
    ...fields,
  }))
    data.set(name, value);
  return data;
}

test('a grant is for the partner when one is chosen, else for the area', () => {
  expect(grantIn(form({ area: ' 53.04 ' }))).toEqual({ role: 'planner', area: '53.04', from: '2026-11-21' });
  expect(grantIn(form({ area: '53.04', partnerId: 'p' }))).toEqual({
    role: 'planner',
    partnerId: 'p',
    from: '2026-11-21',
  });
});

test('the last day people write is the day before the grant ends', () => {
  expect(grantIn(form({ area: '53', last: '2026-12-31' }))).toMatchObject({ until: '2027-01-01' });
});
