import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sliceText } from '../../src/model/span.ts';
import { entitiesOf, entityAt, linkText, shippedEntities } from './link-text.ts';

describe('linkEntities', () => {
  it('leads an exact name to the actor that a user has written down with nothing but that name', () => {
    const own = entitiesOf(`
      PREFIX dip: <https://w3id.org/demarche/ontology#>
      PREFIX schema: <https://schema.org/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      <https://example.org/abebe> a dip:Actor, schema:Person ; skos:prefLabel "Tirunesh Abebe" .`);
    const linked = linkText('Tirunesh Abebe said the dam would be filled.', {}, own);
    expect(entityAt(linked, 'Tirunesh Abebe')?.iri).toBe('https://example.org/abebe');
  });

  it.each([
    [
      'Russian Foreign Minister Sergei Lavrov said talks would go on.',
      '2019-03-04',
      'Sergei Lavrov',
      'Q58217',
    ],
    [
      'President Emmanuel Macron of France said the treaty was dead.',
      '2020-05-04',
      'Emmanuel Macron',
      'Q3052772',
    ],
    ['US Secretary of State Mike Pompeo warned Tehran.', '2019-05-09', 'Mike Pompeo', 'Q473239'],
    ['Indian Prime Minister Narendra Modi welcomed the deal.', '2021-01-09', 'Narendra Modi', 'Q1058'],
    [
      'Ukraine’s President Viktor Yuschenko said Kiev would join.',
      '2006-02-01',
      'Viktor Yuschenko',
      'Q1459699',
    ],
    ['“We will not wait,” Swedish Foreign Minister Ann Linde said.', '2021-03-02', 'Ann Linde', 'Q18243775'],
    ['South Korean President Moon Jae-in welcomed the talks.', '2018-06-12', 'Moon Jae-in', 'Q21001'],
    ['Chinese President Xi said the visit was a farce.', '2022-08-03', 'Xi', 'Q15031'],
    ['Ethiopia’s prime minister, Abiy Ahmed, declared victory.', '2021-11-04', 'Abiy Ahmed', 'Q50365049'],
    ['US House Speaker Nancy Pelosi flew to Taipei.', '2022-08-03', 'Nancy Pelosi', 'Q170581'],
    [
      'Senators of the United States criticised the deal. Mike Lee said it was void.',
      '2019-01-06',
      'Mike Lee',
      'Q627098',
    ],
    ['President Bush of the United States said time was short.', '2003-02-14', 'Bush', 'Q207'],
    ['The Security Council voted on Iraq.', '2003-02-14', 'Security Council', 'Q37470'],
    ['Florida and Georgia voted for the Republicans.', '2024-11-06', 'Georgia', 'Q230'],
    [
      'Georgia and Pennsylvania of the United States voted early; Florida followed.',
      '2024-11-06',
      'Georgia',
      'Q1428',
    ],
    [
      'Georgia said Tbilisi would not join. US senators from Pennsylvania and Florida came.',
      '2019-11-06',
      'Georgia',
      'Q230',
    ],
    ['American Samoa voted on Monday.', '2019-11-06', 'American Samoa', 'Q16641'],
    ['A main burst in White Plains, New York, on Friday.', '2020-08-13', 'New York', 'Q1384'],
    ['The talks in New York ended without a deal.', '2020-08-13', 'New York', 'Q60'],
    ['President-elect Biden spoke first. The United States voted.', '2020-11-20', 'Biden', 'Q6279'],
    ['India closed its border. Modi spoke on Monday.', '2020-06-20', 'Modi', 'Q1058'],
    ['She moved from Ontario to Virginia.', '2020-06-20', 'Virginia', 'Q1370'],
    ['Reporters in the United States asked Bill Clinton.', '2019-09-25', 'Bill Clinton', 'Q1124'],
    ['In Washington, lawmakers cheered.', '2020-08-13', 'Washington', 'Q61'],
    ['British ministers met in Belfast.', '1998-08-13', 'Belfast', 'Q10686'],
  ])('links in “%s”', (text, date, name, qid) => {
    expect(entityAt(linkText(text, { date }), name)?.qid).toBe(qid);
  });

  it.each([
    ['a bare surname that nothing supports', 'Lavrov said the shop would open again.', 'Lavrov'],
    [
      'a namesake in another office',
      'Canadian goalkeeper Mike Johnson said the ice was thin.',
      'Mike Johnson',
    ],
    ['a namesake of another state', 'Norwegian Foreign Minister Sergei Lavrov said so.', 'Sergei Lavrov'],
    [
      'an office still to come',
      'Former Philippine President Ferdinand Marcos was deposed.',
      'Ferdinand Marcos',
    ],
    [
      'a predecessor of nearly the same name',
      'Iran’s Supreme Leader Ayatollah Ruhollah Khomeini was quoted again.',
      'Ruhollah Khomeini',
    ],
    [
      'a father whose middle names are others',
      'Former US President George H.W. Bush declined to comment.',
      'George H.W. Bush',
    ],
    ['one of several of the name', 'The United Kingdom agreed. Johnson was hurt.', 'Johnson'],
    ['the parliament of another state', 'The Philippine Congress passed the bill.', 'Congress'],
    [
      'a party that is called like a parliament',
      'Congress leader Rahul Gandhi of India objected.',
      'Congress',
    ],
    [
      'an unknown expert',
      'Jon Alterman, an analyst in Washington, said little would change.',
      'Jon Alterman',
    ],
  ])('leaves nil %s', (_reason, text, name) => {
    expect(entityAt(linkText(text, { date: '2020-06-01' }), name)?.qid).toBeUndefined();
  });

  it.each([
    [
      'two persons of one surname',
      'Former President Bill Clinton praised the deal. Hillary Clinton said she was not sure.',
      ['Bill Clinton', 'Hillary Clinton'],
    ],
    [
      'the same office of two states',
      'Swedish Defense Minister Peter Hultqvist met Norwegian Defense Minister Frank Bakke-Jensen.',
      ['Peter Hultqvist', 'Frank Bakke-Jensen'],
    ],
    [
      'two leaders of near names',
      'President Alberto Fernández met President Juan Orlando Hernández. Fernández said little. Hernández agreed.',
      ['Fernández', 'Hernández'],
    ],
    [
      'two leaders of one skeleton in one sentence',
      'Ali Khamenei followed Khomeini in 1989. Khomeini was buried on Monday. Khamenei wept.',
      ['Khamenei', 'Khomeini'],
    ],
    [
      'two leaders of one skeleton with other titles',
      'Ali Khamenei, the Supreme Leader of Iran, praised him. He was raised in the school of Imam Khomeini.',
      ['Ali Khamenei', 'Khomeini'],
    ],
    [
      'a person and a city',
      'Sudesh Amman fled. Amman was shot. Jordan said so in Amman.',
      ['Amman', 'Jordan'],
    ],
    [
      'a son and his father',
      'Joe Biden spoke in Ohio. Reporters asked Joe Biden about Hunter Biden.',
      ['Joe Biden', 'Hunter Biden'],
    ],
    [
      'a president and his father',
      'President Bush said time was short. His father, former President George H.W. Bush, agreed.',
      ['Bush', 'George H.W. Bush'],
    ],
    ['two registered names', 'Ada Potter left. Then Potts spoke.', ['Ada Potter', 'Potts']],
    ['persons and places', 'Georgia said Nicola Georgia would visit.', ['Georgia', 'Nicola Georgia']],
  ])('never merges %s', (_reason, text, names) => {
    const linked = linkText(text, { date: '2019-06-01' });
    const ids = names.map((name) => entityAt(linked, name)?.id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(names.length);
  });

  it('takes a lone family name for the person whom the article is about', () => {
    const text =
      'Elijah Obi died on Monday. Obi was born in Baltimore.\n\nHis mother was Ruth Elma Obi, a cook. He left school at ten.\n\nObi was elected in 1996. Obi led the committee.';
    const linked = linkText(text);
    const names = linked.mentions.filter((mention) => sliceText(text, mention) === 'Obi');
    expect(new Set(names.map(({ index }) => linked.entityOfMention[index]))).toEqual(
      new Set([entityAt(linked, 'Elijah Obi')?.id]),
    );
  });

  it.each([
    ['The minister said no.', 'minister', true],
    ['The Yugoslav minister said no.', 'Yugoslav minister', false],
    ['The third minister to resign said no.', 'third minister', false],
    ['A minister said no.', 'minister', false],
    ['The Norwegian minister said no.', 'Norwegian minister', false],
  ])('reads who is meant by “%s”', (sentence, words, isSame) => {
    const linked = linkText(`Swedish Foreign Minister Ann Linde flew to Oslo. ${sentence}`, {
      date: '2021-03-02',
    });
    expect(entityAt(linked, words)?.id === entityAt(linked, 'Ann Linde')?.id).toBe(isSame);
  });

  it('joins acronyms with their expansions', () => {
    const linked = linkText(
      'The Kachin Independence Army (KIA) rejected the truce. The KIA said the army had attacked first.',
    );
    expect(entityAt(linked, 'KIA')?.id).toBe(entityAt(linked, 'Kachin Independence Army')?.id);
  });

  it('joins names of a state, its seat and its government', () => {
    const linked = linkText(
      'Moscow rejected the plan. Russia wants more. The Russian government has said so.',
    );
    const ids = ['Moscow', 'Russia', 'Russian government'].map((words) => entityAt(linked, words)?.id);
    expect(new Set(ids).size).toBe(1);
    expect(entityAt(linked, 'Russia')?.qid).toBe('Q159');
  });

  it('reads a seat behind a preposition as the place', () => {
    const linked = linkText('The ministers met in Moscow on Friday.');
    expect(entityAt(linked, 'Moscow')?.type).toBe('place');
  });

  it.each([
    ['his country', 'Armenian President Serzh Sargsyan has said his country will never accept the map.'],
    ['government', 'Sargsyan, the Armenian president, left. He said his government opposed the map.'],
    ['His side', 'Armenian President Serzh Sargsyan left. “His side wants peace,” Sargsyan said.'],
  ])('takes “%s” as the subject of what a leader says for the state he speaks for: %s', (words, text) => {
    expect(entityAt(linkText(text), words)).toMatchObject({ label: 'Armenia', type: 'state' });
  });

  it.each([
    ['another person’s', 'Armenian President Serzh Sargsyan said Ada Obi believed his country would win.'],
    ['a woman’s', 'Liberian President Ellen Johnson Sirleaf said his country would never accept the map.'],
    ['nobody’s office', 'Ada Obi has said her country will never accept the map.'],
  ])('takes %s country for no state that the speaker speaks for: %s', (_whose, text) => {
    const linked = linkText(text);
    const mention = linked.mentions.find(({ start }) => /^(?:his|her) country/.test(text.slice(start)));
    const entity = linked.entities.find(({ id }) => id === linked.entityOfMention[mention?.index ?? -1]);
    expect(entity?.type).not.toBe('state');
  });

  it.each([
    'Ada Obi, the leader of the Turkish Cypriots, rejected the plan.',
    'Turkish Cypriot leader Ada Obi rejected the plan.',
    'Bosnian Serb leader Ada Obi rejected the plan.',
  ])('names no state as the principal of a people’s leader: %s', (text) => {
    const leader = entityAt(linkText(text), 'Ada Obi');
    expect(leader?.role).toMatch(/leader/);
    expect(leader?.principal).toBeUndefined();
  });

  it('names the principal by the words of office, with an entity of its own where the state is not mentioned', () => {
    const linked = linkText('Swedish Defence Minister Peter Hultqvist said the alliance must stay open.');
    const minister = entityAt(linked, 'Peter Hultqvist');
    const principal = linked.entities.find((entity) => entity.id === minister?.principal);
    expect(principal).toMatchObject({ label: 'Sweden', qid: 'Q34', mentions: [] });
    expect(minister?.role).toBe('Swedish Defence Minister');
  });

  it.each([
    ['German Chancellor Angela Merkel rejected the plan. She said it was late.', 'She', 'Angela Merkel'],
    ['Lavrov met Kerry in Geneva. “It is over,” Lavrov said. He added that talks would end.', 'He', 'Lavrov'],
    ['Turkey denounced the accord. It said the deal was void.', 'It', 'Turkey'],
    ['Palestinian officials rejected the plan. They said it was one-sided.', 'They', 'Palestinian officials'],
    [
      'Kenyan President Uhuru Kenyatta spoke first. “We are ready,” he said.\n\nOn Monday, Somali Prime Minister Hassan Khaire called the plan void. He added that it was late.',
      'He',
      'Hassan Khaire',
    ],
    [
      'On Tuesday, an assembly of several ministers in Riyadh denounced the accord. They called on Kenya to end it.',
      'They',
      'assembly of several ministers in Riyadh',
    ],
    ['A court in Nairobi rejected the appeal. This court said it came late.', 'court', 'court in Nairobi'],
    [
      'A coalition of parties rejected the result. The coalition demanded a recount.',
      'coalition',
      'coalition of parties',
    ],
    [
      'Western diplomats condemn the coup.\n\nThe generals met all parties. They agreed on nothing.\n\nWe call on all actors to return to talks.',
      'We',
      'Western diplomats',
    ],
  ])('resolves the pronoun or the definite noun in “%s”', (text, pronoun, name) => {
    const linked = linkText(text);
    expect(entityAt(linked, pronoun)?.id).toBe(entityAt(linked, name)?.id);
  });

  it('leaves a pronoun without a fitting antecedent unresolved', () => {
    const linked = linkText('He said the war would end.');
    const he = linked.mentions.find((mention) => sliceText(linked.text.text, mention) === 'He');
    expect(he).toBeDefined();
    expect(linked.entityOfMention[he?.index ?? -1]).toBeUndefined();
  });

  it('takes a literal translation for the outlet where the words report to it, and nowhere else', () => {
    const told = linkText('The truce will not hold, Amal Saad, an analyst, told the island.');
    expect(entityAt(told, 'the island')).toMatchObject({ label: 'Al Jazeera', type: 'outlet' });
    const place = linkText('The president told the island’s mayor that troops had left the island.');
    expect(entityAt(place, 'the island')).toBeUndefined();
  });

  it('lets an entity file outrank the gazetteer, and dates its offices', () => {
    const mine = entitiesOf(`
      @prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://example.org/> .
      :kaba a schema:Person ; skos:prefLabel "Amara Kaba" ; org:hasMembership :kaba-1 .
      :kaba-1 org:role "Foreign Minister" ; org:organization "Guinea" ; schema:startDate "2021-01-01" ; schema:endDate "2022-01-01" .`);
    const text = 'Guinean Foreign Minister Kaba said the vote would be held.';
    const inOffice = entityAt(linkText(text, { date: '2021-06-01' }, mine), 'Kaba');
    expect(inOffice).toMatchObject({ label: 'Amara Kaba', iri: 'https://example.org/kaba' });
    expect(entityAt(linkText(text, { date: '2025-06-01' }, mine), 'Kaba')?.iri).toBeUndefined();
  });

  it('takes a name that an entity file gives to a body for that body, though it speaks', () => {
    const mine = entitiesOf(`
      @prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix : <https://example.org/> .
      :zentra a schema:Organization ; skos:prefLabel "Ada Zentra" .`);
    const linked = linkText('Ada Zentra said the border was open.', {}, mine);
    expect(entityAt(linked, 'Ada Zentra')).toMatchObject({
      type: 'organisation',
      iri: 'https://example.org/zentra',
    });
  });

  it('gives every entity one decision, and every decision its reasons', () => {
    const linked = linkText('US President Joe Biden said Moscow and an unknown Amara Kaba agreed.', {
      date: '2022-02-02',
    });
    expect(linked.decisions.map((decision) => decision.entity)).toEqual(
      linked.entities.map((entity) => entity.id),
    );
    for (const decision of linked.decisions) expect(decision.evidence.length).toBeGreaterThan(0);
  });

  it('gives the same entities for the same text', () => {
    const text = 'Sergei Lavrov and Mike Pompeo met. Lavrov said Russia and the US agreed.';
    expect(linkText(text).entities).toEqual(linkText(text).entities);
  });

  it.each([
    ['Turkey and Libya agreed on a border.', 'Turkey, Libya'],
    ['Ankara and Tripoli signed the accord.', 'Turkey, Libya'],
    ['Kenya, Uganda and the African Union signed the accord.', 'Kenya, Uganda, African Union'],
    ['Allies of Kenya and Uganda agreed on a border.', ''],
    ['Greek officials agreed on a border.', ''],
  ])('gives a group that is nothing but names its members: “%s”', (text, expected) => {
    const { entities } = linkText(text);
    const members = entities.flatMap((entity) => entity.members ?? []);
    const labels = members.map((id) => entities.find((entity) => entity.id === id)?.label);
    expect(labels.join(', ')).toBe(expected);
  });
});

describe('the sample article', () => {
  const text = readFileSync(new URL('../../data/articles/000_7e529a2c5ab6f012.txt', import.meta.url), 'utf8');
  const end = text.indexOf('\nhttps://www');
  const fields = {
    date: '2025-02-13',
    outlet: 'Al Jazeera',
    metadata: [{ start: end + 1, end: text.length }],
  };
  const linked = linkText(text, fields);

  it.each([
    ['Pete Hegseth', undefined, ['Betty Higseth', 'Higseth', 'Hegseth', 'HegSeth']],
    ['Volodymyr Zelenskyy', 'Q3874799', ['Foludmir Zelinski', 'Zelinski', 'Zelenskyy']],
    ['Keir Giles', undefined, ['Kiir Giles', 'Gels']],
    ['Yulia Shapovalova', undefined, ['Yulia Shabovova', 'Shabovalova']],
    ['Pål Jonson', 'Q27299991', ['Pal John']],
    ['Mariia Zolkina', undefined, ['Maria Zallen']],
    ['Donald Trump', 'Q22686', ['Donald Trump', 'Trump']],
    ['Marco Rubio', 'Q324546', ['Marco Rubio']],
  ])('leads every spelling of %s to one entity', (label, qid, spellings) => {
    for (const spelling of spellings) expect(entityAt(linked, spelling)).toMatchObject({ label });
    expect(entityAt(linked, spellings[0] ?? '')?.qid).toBe(qid);
    expect(linked.entities.filter((entity) => entity.label === label)).toHaveLength(1);
  });

  it('divides “Trump Putin”', () => {
    const start = text.indexOf('Trump Putin');
    const parts = linked.mentions.filter((mention) => mention.start >= start && mention.end <= start + 11);
    expect(parts.map((mention) => sliceText(text, mention))).toEqual(['Trump', 'Putin']);
  });

  it('never takes the island for a place', () => {
    expect(entityAt(linked, 'The island')).toMatchObject({ label: 'Al Jazeera' });
    expect(linked.entities.filter((entity) => /island/i.test(entity.label))).toEqual([]);
  });

  it('leaves persons nil whom no register knows, but still as one entity each', () => {
    const without = linkText(text, fields, shippedEntities(['sample-actors.ttl']));
    for (const spelling of ['Higseth', 'Kiir Giles', 'Shabovalova', 'Maria Zallen']) {
      const entity = entityAt(without, spelling);
      expect(entity).toMatchObject({ type: 'person' });
      expect(entity?.qid).toBeUndefined();
    }
    expect(entityAt(without, 'Betty Higseth')?.id).toBe(entityAt(without, 'HegSeth')?.id);
    expect(entityAt(without, 'Kiir Giles')?.id).toBe(entityAt(without, 'Gels')?.id);
  });
});
