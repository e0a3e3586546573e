import { InputError } from '../model/input-error.ts';

/** How often each rule was right on annotated text: rule name to a probability. */
export type RuleReliability = ReadonlyMap<string, number>;

/** Reads `data/lexicon/rule-reliability.tsv` (rule, reliability); an `InputError` names file and line. */
export function parseRuleReliability(contents: string, fileName: string): RuleReliability {
  const reliability = new Map<string, number>();
  contents.split(/\r?\n/u).forEach((line, index) => {
    if (line.startsWith('#') || line.trim() === '' || line.startsWith('rule\t')) return;
    const [rule = '', value = ''] = line.split('\t');
    const probability = Number(value);
    if (rule === '' || value === '' || !(probability >= 0 && probability <= 1)) {
      throw new InputError(
        `${fileName}:${index + 1}`,
        `"${line}" is not a rule name and a number from 0 to 1, separated by a tabulator`,
      );
    }
    reliability.set(rule, probability);
  });
  return reliability;
}
