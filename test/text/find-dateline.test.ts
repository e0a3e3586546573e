import { describe, expect, it } from 'vitest';
import { findDateline } from '../../src/text/find-dateline.ts';

describe('findDateline', () => {
  it.each([
    ['CAIRO — Egypt on Tuesday rejected the plan.', 'Egypt'],
    ['SEOUL, March 5 (Yonhap) -- North Korea fired a missile.', 'North'],
    ['BEIJING (AP) — China protested.', 'China'],
    ['UNITED NATIONS, N.Y. – The council met.', 'The'],
    ['ADDIS ABABA, Ethiopia (AFP) - “We will not wait,” he said.', '“We'],
    ['PORT-AU-PRINCE, Haiti — Gangs attacked.', 'Gangs'],
    ['Islamabad (Reuters) - Pakistan summoned the envoy.', 'Pakistan'],
    ['Moscow, 4 May (TASS) — Russia denied it.', 'Russia'],
    ['(Reuters) - Poland closed the crossing.', 'Poland'],
    ['(CNN)Venezuela expelled the ambassador.', 'Venezuela'],
    ['ISLAMABAD, March 3, 2021 (AP) — Pakistan offered to hold talks.', 'Pakistan'],
    ['Kigali, 4 May 2009 (IRIN) - Rwanda said it would wait.', 'Rwanda'],
  ])('ends the dateline of %j before %j', (paragraph, body) => {
    expect(paragraph.slice(findDateline(paragraph))).toMatch(new RegExp(`^${body}`, 'u'));
  });

  it.each([
    'NATO and the EU — Turkey’s partners — said no.',
    'Lavrov — Russia’s foreign minister — said no.',
    'Mali (formerly French Sudan) said no.',
    'UNHCR said no.',
    'The IMF – Greece’s creditor – said no.',
    'CAIRO',
    '(He later apologised.)',
  ])('finds none in %j', (paragraph) => {
    expect(findDateline(paragraph)).toBe(0);
  });
});
