import type { TreebankSentence } from './parse-conllu.ts';

/** Tags of both kinds in one: “VBD|VERB”. */
export function jointTag(xpos: string, upos: string): string {
  return `${xpos}|${upos}`;
}

/** The joint tags that occur often enough to be learnt, in order. */
export function collectTags(sentences: readonly TreebankSentence[], atLeast = 3): readonly string[] {
  const counts = new Map<string, number>();
  for (const { xpos, upos } of sentences) {
    for (const [index, tag] of xpos.entries()) {
      const joint = jointTag(tag, upos[index] ?? 'X');
      counts.set(joint, (counts.get(joint) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= atLeast)
    .map(([tag]) => tag)
    .toSorted();
}
