import { expect, test } from 'vitest';
import { workbookAnswer } from './workbook-answer.ts';

test('a workbook leaves with its own bytes and none that lie beside it in memory', async () => {
  const shared = Buffer.from('rahasia milik orang lain, lalu berkas ini');
  const content = shared.subarray(shared.indexOf('berkas'));
  const sent = Buffer.from(await workbookAnswer(content, 'a.xlsx').arrayBuffer());
  expect(sent.toString()).toBe('berkas ini');
});
