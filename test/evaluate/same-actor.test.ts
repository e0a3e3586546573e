import { describe, expect, it } from 'vitest';
import { indexActors, isSameActor, normaliseName } from '../../src/evaluate/same-actor.ts';

describe('normaliseName', () => {
  it.each([
    ['The Kremlin’s', 'kremlin'],
    ['Erdoğan', 'erdogan'],
    ['Côte d’Ivoire', 'cote d ivoire'],
    ['U.S.  State Department', 'u s state department'],
    ['A an the', 'an the'],
    ['’s', ''],
  ])('makes “%s” into “%s”', (name, normalised) => {
    expect(normaliseName(name)).toBe(normalised);
  });
});

describe('isSameActor', () => {
  const gold = indexActors({
    id: 'a',
    claims: [],
    entities: [
      {
        id: 'e1',
        label: 'Sergey Lavrov',
        qid: 'Q4281',
        mentions: [
          { start: 0, end: 6, surface: 'Lavrov' },
          { start: 9, end: 21, surface: 'the minister', nominal: true },
        ],
      },
    ],
  })('e1');
  const plain = (name: string): ReturnType<typeof gold.names.has> =>
    isSameActor(gold, indexActors({ id: 'a', claims: [], entities: [] })(name));

  it('knows an actor by its label and by its literal names, not by a description', () => {
    expect(['Sergey Lavrov', 'LAVROV', 'the minister', 'Sergey', ''].filter(plain)).toEqual([
      'Sergey Lavrov',
      'LAVROV',
    ]);
  });

  it('knows an actor by its Wikidata item whatever it is called', () => {
    const [right, wrong] = ['Q4281', 'Q7747'].map((qid) => ({
      qid,
      label: 'S. V. L.',
      names: new Set<string>(),
    }));
    expect(right && isSameActor(gold, right)).toBe(true);
    expect(wrong && isSameActor(gold, wrong)).toBe(false);
  });
});
