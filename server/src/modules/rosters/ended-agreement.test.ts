import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { getAgreement, stepAgreement } from '#partners';
import { read } from '#platform/context';
import { acceptRoster, requestAcceptance } from './service/accept.ts';
import { getRoster, textOf } from './service/read.ts';
import { beluLists, fatuketi, listOf } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal, people } = lists;

const end = (agreementId: string, on: string) => stepAgreement(terminal, agreementId, 'ended', day(on), null);
const membersBy = (agreementId: string) =>
  lists.look('select person_id from payung.membership where agreement_id = $1', agreementId);

describe('an agreement that was ended', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['before the first day',  'PKS-E1',  '2026-10-20',  '2026-11-01'],
    ['after it',              'PKS-E2',  '2026-11-19',  '2026-11-19'],
  ])('%s takes no list that enrols', async (_, number, endedOn, told) => {
    const agreementId = await lists.sign(number);
    await end(agreementId, endedOn);
    await expect(lists.send(agreementId, listOf(...people(1)))).rejects.toMatchObject({
      code: 'agreements.notInForce',
      facts: { number, day: told },
    });
  });

  test('after the check is accepted no more, and the list goes to another agreement or records', async () => {
    const [agreementId, other] = [await lists.sign('PKS-E3'), await lists.sign('PKS-E4')];
    const content = listOf(...people(2));
    const rosterId = await lists.send(agreementId, content);
    await end(agreementId, '2026-11-19');
    await expect(requestAcceptance(terminal, rosterId)).rejects.toMatchObject({
      code: 'agreements.notInForce',
      facts: { number: 'PKS-E3', day: '2026-11-19' },
    });
    expect(await membersBy(agreementId)).toEqual([]);
    expect((await getRoster(terminal, rosterId)).roster.state).toBe('checked');

    const { partnerId } = await read(terminal, 'agreements.read', (tx) => getAgreement(tx, agreementId));
    const recording = await lists.record({ area: fatuketi, partnerId }, content);
    await lists.accept(recording);
    expect((await getRoster(terminal, recording)).roster.state).toBe('accepted');
    await lists.accept(await lists.send(other, content));
    expect(await membersBy(other)).toHaveLength(2);
  });

  test('after acceptance was asked for enrols nobody, and the list says why', async () => {
    const agreementId = await lists.sign('PKS-E5');
    const rosterId = await lists.send(agreementId, listOf(...people(2)));
    await requestAcceptance(terminal, rosterId);
    await end(agreementId, '2026-11-19');
    await acceptRoster.run(terminal, rosterId);
    expect(await membersBy(agreementId)).toEqual([]);
    const { roster, stopped } = await getRoster(terminal, rosterId);
    expect(roster.state).toBe('checked');
    expect(stopped).toEqual({
      code: 'agreements.notInForce',
      facts: { number: 'PKS-E5', day: '2026-11-19' },
    });
    expect(textOf('id', stopped?.code ?? '', stopped?.facts ?? {})).toEqual({
      text: 'Perjanjian PKS-E5 tidak berlaku pada 19 November 2026.',
      remedy: 'Pilih bulan dalam masa perjanjian, perpanjang perjanjian, atau pilih perjanjian lain.',
    });
  });
});
