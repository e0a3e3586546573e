import { describe, expect, it } from 'vitest';
import { isForeignLanguage } from '../../src/ingest/foreign-language.ts';
import { readArticles } from '../../src/ingest/read-articles.ts';

const FRENCH =
  'Le ministre des Affaires étrangères a déclaré mardi que la France rejette le projet. « Nous ne l’accepterons jamais », a-t-il dit à la presse avant de partir pour Athènes.';

describe('the language of a text', () => {
  it.each([
    ['French', FRENCH],
    [
      'German',
      'Der Außenminister sagte am Dienstag, sein Land lehne die Annexion ab. Er werde das nicht hinnehmen, sagte er vor der Presse in Berlin. Ankara wies die Kritik zurück.',
    ],
    [
      'Dutch',
      'De minister zei dinsdag dat zijn land het plan afwijst. Hij was daarover in gesprek met zijn collega, maar wilde verder niets zeggen over de inhoud van het akkoord.',
    ],
    [
      'Norwegian',
      'Utenriksministeren sa tirsdag at landet avviser planen. Han ville ikke si noe om innholdet i avtalen, men møter sin kollega for nye samtaler i Oslo i neste uke.',
    ],
    ['Russian', 'Министр иностранных дел заявил, что Россия отвергает этот план.'],
    ['Arabic', 'قال وزير الخارجية إن مصر ترفض أي إجراء أحادي بشأن السد'],
    ['Chinese', '外交部发言人星期二表示，中国坚决反对有关措施，也不会接受任何讹诈。'],
  ])('is seen to be other than English: %s', (_, text) => {
    expect(isForeignLanguage(text)).toBe(true);
  });

  it.each([
    [
      'prose',
      'The minister said on Tuesday that his country would not accept the plan. “We reject it,” he told reporters before he left for Athens with his delegation.',
    ],
    ['few words', 'Serbia rejects Kosovo border deal'],
    [
      'names in another script',
      'Geng Shuang (耿爽) said that Beijing rejects the tariffs, Xinhua (新华社) reported from the capital, where talks with envoys were held.',
    ],
    [
      'headlines alone',
      'Peru recalls envoy\nChile mulls border talks\nBolivia seeks access to the sea\nBrazil hosts summit on trade with Andean states\nNo deal yet',
    ],
  ])('is not doubted for English: %s', (_, text) => {
    expect(isForeignLanguage(text)).toBe(false);
  });

  it('is told to whoever builds a graph', () => {
    const { articles, diagnostics } = readArticles({ path: 'a.txt', bytes: Buffer.from(FRENCH) });
    expect(articles).toHaveLength(1);
    expect(diagnostics).toEqual([
      { severity: 'warning', where: 'a.txt', message: expect.stringContaining('English texts only') },
    ]);
  });
});
