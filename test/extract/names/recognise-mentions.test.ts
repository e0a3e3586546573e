import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceText } from '../../../src/model/span.ts';
import { extractFrom } from '../../link/link-text.ts';

/** `words kind/type [title]` of the mentions but pronouns. */
function mentionsOf(text: string): string[] {
  return extractFrom(text)
    .mentions.filter((mention) => mention.kind !== 'pronoun')
    .map((mention) => {
      const title = mention.title === undefined ? '' : ` [${sliceText(text, mention.title)}]`;
      return `${sliceText(text, mention)} ${mention.kind}/${mention.type}${title}`;
    });
}

describe('recogniseMentions', () => {
  it.each([
    [
      'Ethiopia’s water minister, Seleshi Bekele, said talks would go on.',
      'Seleshi Bekele name/person [Ethiopia’s water minister]',
    ],
    [
      'Iran’s supreme leader, Ayatollah Ali Khamenei, has not spoken.',
      'Ali Khamenei name/person [Iran’s supreme leader, Ayatollah]',
    ],
    [
      'Its Americas director, José Miguel Vivanco, said he had doubts.',
      'José Miguel Vivanco name/person [Americas director]',
    ],
    [
      'Its chairman, South African President Cyril Ramaphosa, was hopeful.',
      'Cyril Ramaphosa name/person [chairman, South African President]',
    ],
    [
      'The minister, President Emmanuel Macron and Angela Merkel met.',
      'Emmanuel Macron name/person [President]',
    ],
    ['Juan Manuel Santos left. There is no other plan, Mr Santos warned.', 'Santos name/person'],
  ])('reads the office beside the name in “%s”', (text, mention) => {
    expect(mentionsOf(text)).toContain(mention);
  });

  it.each([
    ['The parties to the conflict welcomed the truce.', ['parties to the conflict group/group']],
    ['A group of mayors in Lyon denounced it.', ['group of mayors in Lyon group/group', 'Lyon name/place']],
    ['A court in Nairobi rejected it.', ['court in Nairobi nominal/organisation', 'Nairobi name/place']],
    [
      'The members of the Quartet (Japan, India and Australia) criticised the test.',
      [
        'members of the Quartet (Japan, India and Australia) group/group',
        'Quartet name/organisation',
        'Japan name/state',
        'India name/state',
        'Australia name/state',
      ],
    ],
    [
      'Officials of the ministry who resigned criticised the test.',
      ['Officials of the ministry group/group'],
    ],
    [
      'Ethiopian Prime Minister Abiy Ahmed said Sudan had agreed.',
      ['Abiy Ahmed name/person [Ethiopian Prime Minister]', 'Sudan name/state'],
    ],
    [
      'Russia’s foreign minister, Sergei Lavrov, rejected the offer.',
      ['Sergei Lavrov name/person [Russia’s foreign minister]'],
    ],
    [
      'Maria Zakharova, spokeswoman for the Russian Foreign Ministry, called it absurd.',
      ['Maria Zakharova name/person [spokeswoman for the Russian Foreign Ministry]'],
    ],
    [
      'US Ambassador to Germany Richard Grenell warned the airline.',
      ['Richard Grenell name/person [US Ambassador to Germany]'],
    ],
    [
      'The announcement by Sovereign Council Chair General Burhan was welcomed.',
      ['Burhan name/person [Sovereign Council Chair General]'],
    ],
    [
      'South Korea’s foreign minister, Kang Kyung-wha, met Kim Yo-jong.',
      ['Kang Kyung-wha name/person [South Korea’s foreign minister]', 'Kim Yo-jong name/person'],
    ],
    [
      'Taiwan’s Premier Su Tseng-chang met Vice Premier Chen Chi-mai.',
      ['Su Tseng-chang name/person [Taiwan’s Premier]', 'Chen Chi-mai name/person [Vice Premier]'],
    ],
    ['Mr. Yushchenko said Kiev was ready.', ['Yushchenko name/person', 'Kiev metonym/state']],
  ])('keeps office and honorific out of the name: %s', (text, expected) => {
    expect(mentionsOf(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['The Kremlin denied the report.', 'Kremlin metonym/state'],
    ['The White House declined to comment.', 'White House metonym/state'],
    ['Tehran rejected the accusation.', 'Tehran metonym/state'],
    ['Ankara’s demands were refused.', 'Ankara metonym/state'],
    ['Pristina: no talks without recognition\n\nThe talks ended on Monday.', 'Pristina metonym/state'],
    ['The talks ended on Monday. Pristina: no news yet.', 'Pristina name/place'],
    ['Talks were held in Geneva.', 'Geneva name/place'],
    ['The ministers flew to Beijing.', 'Beijing name/place'],
    ['Protesters gathered outside the White House.', 'White House name/place'],
    ['The Syrian government denied it.', 'Syrian government metonym/state'],
    ['The government of Rwanda denied it.', 'government of Rwanda metonym/state'],
    ['The French foreign minister denied it.', 'French foreign minister office/person'],
    ['The minister denied it.', 'minister nominal/person'],
    ['European leaders denied it.', 'European leaders group/group'],
    ['Many Armenians fled.', 'Many Armenians group/group'],
    ['The Saudis denied it.', 'Saudis demonym/state'],
    ['NATO’s Secretary General denied it.', 'NATO name/organisation'],
    [
      'The report was denied by the Turkish Ministry of Foreign Affairs.',
      'Turkish Ministry of Foreign Affairs name/organisation',
    ],
    ['The Munich Security Conference begins on Friday.', 'Munich Security Conference name/organisation'],
  ])('reads “%s”', (text, expected) => {
    expect(mentionsOf(text)).toContain(expected);
  });

  it.each([
    ['Negotiations began on Monday in May.', []],
    ['Leaders Meet As Talks Stall\n\nThe leaders met for talks, which stall.', []],
    ['It gave us hope. Who knows?', []],
    ['As the war goes on, prices rise.', []],
  ])('makes no name of capitals that show nothing: %s', (text, expected) => {
    expect(mentionsOf(text).filter((mention) => mention.includes(' name/'))).toEqual(expected);
  });

  it.each([
    ['Turkey and Libya agreed on a line.', 'Turkey and Libya group/group'],
    ['Lavrov and Pompeo agreed on a new treaty.', 'Lavrov and Pompeo group/group'],
    ['France, Germany and Britain jointly called for talks.', 'France, Germany and Britain group/group'],
    ['Russian and Ukrainian leaders denied it.', 'Russian and Ukrainian leaders group/group'],
    ['The German and French governments criticised it.', 'German and French governments group/group'],
  ])('takes those who act as one for one group: %s', (text, expected) => {
    expect(mentionsOf(text)).toContain(expected);
  });

  it('lets each of those speak for himself who do not act as one', () => {
    const mentions = mentionsOf('Peru, Chile and Brazil rejected the plan.');
    expect(mentions.filter((one) => one.includes('group'))).toEqual([]);
  });

  it('makes no group of a speaker and the owner of another', () => {
    const text = 'Poland’s Donald Tusk and France’s Emmanuel Macron said Kyiv was safe.';
    expect(mentionsOf(text)).not.toContain('Poland’s Donald Tusk and France group/group');
  });

  it('makes no group of a list that does not speak', () => {
    expect(
      mentionsOf('Turkey denied that Libya and Egypt were asked.').filter((one) => one.includes('group')),
    ).toEqual([]);
  });

  it('takes one name for one kind of thing throughout', () => {
    const text =
      'The chain Netto sold its shops. Netto said prices would fall. Shoppers bought less from Netto, Netto said.';
    const kinds = mentionsOf(text).filter((mention) => mention.startsWith('Netto '));
    expect(new Set(kinds)).toEqual(new Set(['Netto name/organisation']));
  });

  it('keeps a given name that is a surname elsewhere in the name of its bearer', () => {
    expect(mentionsOf('Niger’s president, Mahamadou Issoufou, signed. Issoufou left.')).toEqual(
      expect.arrayContaining(['Mahamadou Issoufou name/person [Niger’s president]', 'Issoufou name/person']),
    );
  });

  it('gives every source a mention', () => {
    const text = 'A source close to the negotiations said the deal was dead.';
    const { attributions, mentions } = extractFrom(text);
    const [source] = attributions.flatMap((attribution) => attribution.source);
    expect(source).toBeDefined();
    expect(
      mentions.some((mention) => mention.start >= (source?.start ?? 0) && mention.end <= (source?.end ?? 0)),
    ).toBe(true);
  });

  it('divides two surnames run together, and no full name', () => {
    const text = 'Angela Merkel met Emmanuel Macron. The Merkel Macron talks failed. Scott Morrison left.';
    const words = mentionsOf(text).map((mention) => mention.split(' name/')[0]);
    expect(words).toEqual(expect.arrayContaining(['Merkel', 'Macron', 'Scott Morrison']));
    expect(words).not.toContain('Merkel Macron');
  });

  it('orders mentions, keeps them inside the text and cuts no word', () => {
    const words = [
      'Lavrov',
      'said',
      'the',
      'EU',
      'president',
      'of',
      'Kenya',
      '“',
      '”',
      ',',
      'he',
      'Mr.',
      'officials',
      '.',
      '\n\n',
      'U.S.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (parts) => {
        const text = parts.join(' ');
        const { mentions } = extractFrom(text);
        for (const [index, mention] of mentions.entries()) {
          expect(mention.index).toBe(index);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(sliceText(text, mention)).toMatch(/^\S[\s\S]*$/);
          expect(mention.start).toBeGreaterThanOrEqual(mentions[index - 1]?.start ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
