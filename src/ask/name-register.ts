/** Somebody or something as the registers that ship with the package name it. */
export interface KnownName {
  /** Wikidata item, where a register has one. */
  readonly qid?: string;
  readonly label: string;
  /** Other names, adjectives, words for its people, seats that stand for it. */
  readonly others: readonly string[];
}

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const listOf = (cell = ''): readonly string[] => cell.split('|').filter((name) => name !== '');

function known(qid: string | undefined, label: string, others: readonly string[]): KnownName {
  return { label, others, ...(qid === undefined || qid === '' ? {} : { qid }) };
}

/**
 * States and organisations with the words that stand for them: “Ankara” for Turkey, “the EU” for the European Union.
 * @param states `data/gazetteer/states.tsv`
 * @param organisations `data/gazetteer/organisations.tsv`, of which the project's own lines count
 */
export function parseNameRegister(states: string, organisations: string): readonly KnownName[] {
  return [
    ...rowsOf(states).map(([qid, , label = '', others, adjectives, people, seats]) =>
      known(qid, label, [others, adjectives, people, seats].flatMap(listOf)),
    ),
    ...rowsOf(organisations)
      .filter((row) => row[7] === 'own')
      .map(([qid, label = '', others, , , seats]) => known(qid, label, [others, seats].flatMap(listOf))),
  ];
}
