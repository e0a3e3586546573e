import { describe, expect, it } from 'vitest';
import { mergeStanceLexicons, parseStanceLexicon } from '../../src/position/stance-lexicon.ts';
import { stemWord } from '../../src/position/stem-word.ts';
import { LEXICON } from './settings.ts';

describe('parseStanceLexicon', () => {
  it('reads every kind of row', () => {
    const lexicon = parseStanceLexicon(
      '# words\nattitude\treject\trule out, oppose\npredicate\tjoin\tjoin, enter\tleave\nplace\tchina\tchina, PRC\nrarity\t0.25\tand\n',
      'x.tsv',
    );
    expect(lexicon.attitudes.get('rule')).toEqual([{ words: ['rule', 'out'], name: 'reject' }]);
    expect(lexicon.classes.get('join')).toEqual({
      words: ['join', 'enter'],
      contraries: ['leave'],
      isPredicate: true,
    });
    expect(lexicon.places.get('china')).toEqual(['china', 'PRC']);
    expect(lexicon.rarity.get('and')).toBe(0.25);
  });

  it.each([
    ['opinion\tx\ty', 'x.tsv:1: unknown kind "opinion"'],
    ['# a\nattitude\tlove\tlove', 'x.tsv:2: unknown attitude "love"; use say'],
    ['rarity\tmuch\ta', 'x.tsv:1: rarity "much"'],
  ])('says what is wrong with %j', (contents, message) => {
    expect(() => parseStanceLexicon(contents, 'x.tsv')).toThrow(message);
  });

  it('joins several files', () => {
    const first = parseStanceLexicon('attitude\treject\toppose', 'a');
    const second = parseStanceLexicon('evaluation\tdoubt\tunlikely', 'b');
    const both = mergeStanceLexicons([first, second]);
    expect([both.attitudes.size, both.evaluations.size]).toEqual([1, 1]);
  });

  it('names only contrary classes that exist', () => {
    const contraries = [...LEXICON.classes.values()].flatMap((wordClass) => wordClass.contraries);
    expect(contraries.filter((name) => !LEXICON.classes.has(name))).toEqual([]);
  });
});

describe('stemWord', () => {
  it.each([
    ['negotiate', 'negotiations'],
    ['withdraws', 'withdrawing'],
    ['sanction', 'sanctions'],
    ['implement', 'implementation'],
    ['extradite', 'extradited'],
    ['deploy', 'deployment'],
    ['member', 'membership'],
    ['ban', 'banned'],
    ['Turkey’s', 'turkey'],
  ])('%s and %s are of one family', (left, right) => {
    expect(stemWord(left)).toBe(stemWord(right));
  });

  it.each([
    ['union', 'unit'],
    ['state', 'station'],
    ['nation', 'native'],
    ['party', 'part'],
  ])('%s and %s are not', (left, right) => {
    expect(stemWord(left)).not.toBe(stemWord(right));
  });
});
