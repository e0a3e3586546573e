import { describe, expect, it } from 'vitest';

import { parseReportingLexicon } from '../../src/extract/reporting-lexicon.ts';
import { parseRuleReliability } from '../../src/extract/rule-reliability.ts';
import { InputError } from '../../src/model/input-error.ts';

const HEADER = '# words\nlemma\tclass\tkind\tweight\tcomplements\n';

describe('the reporting lexicon', () => {
  it('keeps a word with its particle apart from the word alone', () => {
    const lexicon = parseReportingLexicon(
      `${HEADER}call\tverb\tspeech\t0.2\tobj\ncall for\tverb\tspeech\t0.8\tobj\n`,
      'reporting.tsv',
    );
    expect(lexicon.entries.verb.get('call for')).toMatchObject({ kind: 'speech', weight: 0.8 });
    expect(lexicon.entries.verb.size).toBe(2);
  });

  it.each([
    ['say\tadverb\tspeech\t0.5\tthat', 'reporting.tsv:3: unknown class "adverb"; use verb, noun, adjective'],
    ['say\tverb\tsong\t0.5\tthat', 'reporting.tsv:3: unknown kind "song"; use speech, attitude, act, noun'],
    ['say\tverb\tspeech\t1.5\tthat', 'reporting.tsv:3: weight "1.5" is not a number from 0 to 1'],
    ['say\tverb\tspeech\t0.5\tthat,why', 'reporting.tsv:3: unknown complement "why"'],
    ['\tverb\tspeech\t0.5\tthat', 'reporting.tsv:3: the lemma is empty'],
  ])('names what is wrong in “%s”', (line, message) => {
    const read = () => parseReportingLexicon(HEADER + line, 'reporting.tsv');
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  });

  it('refuses a word that is there twice', () => {
    const line = 'say\tverb\tspeech\t0.5\tthat\n';
    expect(() => parseReportingLexicon(HEADER + line + line, 'reporting.tsv')).toThrow(
      'reporting.tsv:4: the verb "say" is there twice',
    );
  });
});

describe('the reliability of the rules', () => {
  it('reads a rule and its probability, whatever columns follow', () => {
    expect(parseRuleReliability('rule\treliability\ndirect-quotation\t0.9\t4/5\n', 'r.tsv')).toEqual(
      new Map([['direct-quotation', 0.9]]),
    );
  });

  it('names the line of a probability that is none', () => {
    expect(() => parseRuleReliability('direct-quotation\tnine\n', 'r.tsv')).toThrow('r.tsv:1');
  });
});
