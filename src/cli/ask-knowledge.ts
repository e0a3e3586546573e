import { parseNameRegister } from '../ask/name-register.ts';
import { parseQuestionLexicon } from '../ask/question-lexicon.ts';
import { parseSynonyms } from '../ask/synonyms.ts';
import type { AskKnowledge } from '../ask/understand-question.ts';
import { DataFiles } from '../data-files.ts';

/**
 * What plain questions are read by, from the files that ship with the package.
 * @param today `YYYY-MM-DD`, from which “last week” is reckoned
 */
export function loadAskKnowledge(today?: string): AskKnowledge {
  const files = new DataFiles();
  const lexicon = 'lexicon/question-words.tsv';
  return {
    lexicon: parseQuestionLexicon(files.text(lexicon), `data/${lexicon}`),
    register: parseNameRegister(
      files.text('gazetteer/states.tsv'),
      files.text('gazetteer/organisations.tsv'),
    ),
    synonyms: parseSynonyms(files.text('lexicon/predicates.tsv')),
    ...(today === undefined ? {} : { today }),
  };
}
