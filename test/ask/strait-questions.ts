import type { AskedQuestion } from './questions.ts';

/** Asked on 2022-11-23 of a graph of straits, levies and embargoes. */
export const STRAIT_QUESTIONS: readonly AskedQuestion[] = [
  // Who, which, by whom.
  { question: 'Who opposes the Istanbul canal?', query: 'who-rejects issue=canal' },
  { question: 'Which countries are opposed to the Istanbul canal?', query: 'who-rejects issue=canal' },
  { question: 'By whom is the Istanbul canal opposed?', query: 'who-rejects issue=canal' },
  { question: 'The Istanbul canal is supported by whom?', query: 'who-supports issue=canal' },
  { question: 'Which politicians have voiced support for the canal', query: 'who-supports issue=canal' },
  { question: 'who opposses the istambul canal', query: 'who-rejects issue=canal' },
  { question: 'WHO SUPPORTS BREXIT?', query: 'who-supports issue=brexit' },
  { question: 'Opponents of the twelve-mile limit', query: 'positions-on-issue issue=casus polarity=-1' },
  { question: 'supporters of brexit', query: 'positions-on-issue issue=brexit polarity=1' },
  { question: 'Who wants Britain to leave the EU?', query: 'positions-on-issue issue=brexit polarity=1' },
  { question: 'Who doubts the benefits?', problem: 'benefits' },
  { question: 'Who criticized the arms embargo?', query: 'positions-on-issue issue=arms stance=criticises' },
  { question: 'Who has called for an embargo on arms to Turkey?', query: 'requests issue=arms' },
  // A noun's “against” is no stance beside another.
  {
    question: 'Who wants an arms embargo against Turkey?',
    query: 'positions-on-issue issue=arms polarity=1',
  },
  { question: 'Who supports the arms embargo against Turkey?', query: 'who-supports issue=arms' },
  { question: 'Who has called for an embargo against Turkey?', query: 'requests issue=arms' },
  { question: 'Who is against the arms embargo against Turkey?', query: 'who-rejects issue=arms' },
  { question: 'Who put forward a canal?', query: 'proposals issue=canal' },
  // An issue in other words.
  { question: "Who backs Ankara's second waterway?", query: 'who-supports issue=canal' },
  { question: 'Who is against extending Greek territorial waters?', query: 'who-rejects issue=casus' },
  { question: 'Who rejects taxing carbon at the UK border?', query: 'who-rejects issue=climate' },
  {
    question: 'Who is in favour of a withdrawal from the EU by Britain?',
    query: 'who-supports issue=brexit',
  },
  { question: 'Who approves of negotiations with the Taliban?', query: 'who-supports issue=talks' },
  // Words of the lexicon that belong to an issue.
  { question: 'Who supports the climate change levy?', query: 'who-supports issue=climate' },
  {
    question: 'What did Borrell say about the peace talks?',
    query: 'said-by-speaker speaker=Josep Borrell issue=talks',
  },
  // Does, is, has.
  {
    question: 'Does Turkey reject the arms embargo?',
    query: 'does-actor-take-position holder=Turkey issue=arms stance=rejects',
  },
  {
    question: "Doesn't Turkey reject the arms embargo?",
    query: 'does-actor-take-position holder=Turkey issue=arms stance=rejects',
  },
  {
    question: 'Is India for a plebiscite in Kashmir?',
    query: 'does-actor-take-position holder=India issue=kashmir polarity=1',
  },
  {
    question: 'Is the Istanbul canal backed by Greece?',
    query: 'does-actor-take-position holder=Greece issue=canal stance=supports',
  },
  {
    question: 'Was Brexit criticised by Amnesty?',
    query: 'does-actor-take-position holder=Amnesty International issue=brexit stance=criticises',
  },
  {
    question: 'Has Imran Khan asked for a plebiscite in Kashmir?',
    query: 'does-actor-take-position holder=Imran Khan issue=kashmir stance=requests',
  },
  {
    question: 'Did Greece object to the canal in March 2021?',
    query:
      'does-actor-take-position holder=Greece issue=canal stance=rejects since=2021-03-01 until=2021-03-31',
  },
  {
    question: 'Does India have a position on Kashmir?',
    query: 'does-actor-take-position holder=India issue=kashmir',
  },
  {
    question: 'Is Greece for or against the canal?',
    query: 'positions-of-actor holder=Greece issue=canal office=true',
  },
  {
    question: 'Does Greece support or oppose the canal?',
    query: 'positions-of-actor holder=Greece issue=canal office=true',
  },
  // What, where, how.
  {
    question: 'Where does the EU stand on the arms embargo?',
    query: 'positions-of-actor holder=European Union issue=arms office=true',
  },
  {
    question: "What is Ankara's position on the arms embargo?",
    query: 'positions-of-actor holder=Turkey issue=arms office=true',
  },
  {
    question: 'What is the Greek view of the canal?',
    query: 'positions-of-actor holder=Greece issue=canal office=true',
  },
  {
    question: 'What does Washington think about the canal?',
    query: 'positions-of-actor holder=United States issue=canal office=true',
  },
  {
    question: 'How does Downing Street feel about a carbon tax at the border?',
    query: 'positions-of-actor holder=United Kingdom issue=climate office=true',
  },
  { question: 'What does Greece want?', query: 'positions-of-actor holder=Greece polarity=1 office=true' },
  {
    question: 'What is Turkey against?',
    query: 'positions-of-actor holder=Turkey stance=rejects office=true',
  },
  {
    question: 'What does the Indian prime minister say about Kashmir?',
    query: 'said-by-speaker speaker=Narendra Modi issue=kashmir',
  },
  {
    question: 'What does Prime Minister Narendra Modi reject?',
    query: 'positions-of-actor holder=Narendra Modi stance=rejects office=true',
  },
  {
    question: 'What does Modi reject?',
    query: 'positions-of-actor holder=Narendra Modi stance=rejects office=true',
  },
  { question: 'What does Khan reject?', choose: 'actor' },
  {
    question: 'What does Josep Borell reject?',
    query: 'positions-of-actor holder=Josep Borrell stance=rejects office=true',
  },
  { question: 'What did Ned Price say?', query: 'said-by-speaker speaker=Ned Price +1' },
  { question: 'Tell me about Brexit', query: 'positions-on-issue issue=brexit' },
  {
    question: 'turkey arms embargo position',
    query: 'positions-on-issue issue=arms',
  },
  { question: 'Sadiq Khan Brexit', query: 'positions-of-actor holder=Sadiq Khan issue=brexit office=true' },
  { question: 'Greece', query: 'positions-of-actor holder=Greece office=true' },
  { question: 'positions on Turkey', choose: 'issue' },
  { question: 'brexit', query: 'positions-on-issue issue=brexit' },
  {
    question: 'Which issues does Greece take a position on?',
    query: 'positions-of-actor holder=Greece office=true',
  },
  { question: 'Which issues are there?', query: 'issue-overview' },
  // Time.
  {
    question: 'Since when has Greece opposed the canal?',
    query: 'positions-over-time holder=Greece issue=canal',
  },
  {
    question: 'Who rejected the canal in 2019?',
    query: 'positions-on-issue issue=canal stance=rejects since=2019-01-01 until=2019-12-31',
  },
  {
    question: 'Who rejected the canal before March 2020?',
    query: 'positions-on-issue issue=canal stance=rejects until=2020-02-29',
  },
  {
    question: 'Who rejected the canal after 5 March 2020?',
    query: 'positions-on-issue issue=canal stance=rejects since=2020-03-06',
  },
  {
    question: 'Who rejected the canal between March and May 2020?',
    query: 'positions-on-issue issue=canal stance=rejects since=2020-03-01 until=2020-05-31',
  },
  {
    question: 'Who rejected the canal last week?',
    query: 'positions-on-issue issue=canal stance=rejects since=2022-11-14 until=2022-11-20',
  },
  {
    question: 'Who has backed Brexit in the last two years?',
    query: 'positions-on-issue issue=brexit stance=supports since=2020-11-23 until=2022-11-23',
  },
  {
    question: 'What did Greece say this year?',
    query: 'said-by-speaker speaker=Greece since=2022-01-01 until=2022-12-31',
  },
  {
    question: 'Who supported the canal on 3rd of April 2021?',
    query: 'positions-on-issue issue=canal stance=supports since=2021-04-03 until=2021-04-03',
  },
  { question: 'Who supports the 2018 Prespa agreement?', query: 'who-supports issue=accord' },
  {
    question: 'Is India willing to negotiate with the Taliban?',
    query: 'does-actor-take-position holder=India issue=talks polarity=1',
  },
  {
    question: 'What positions were reported in October 2022?',
    query: 'positions-reported since=2022-10-01 until=2022-10-31',
  },
  {
    question: 'What did Reuters report last month?',
    query: 'positions-reported outlet=Reuters since=2022-10-01 until=2022-10-31',
  },
  { question: 'What happened last month?', problem: 'happened' },
  { question: 'Who supports the canal conditionally?', query: 'conditional-offers issue=canal' },
  // Change, agreement, disagreement.
  {
    question: 'Has Turkey changed its position on the twelve mile limit?',
    query: 'who-moved issue=casus holder=Turkey',
  },
  {
    question: 'Did anybody change their mind about Brexit in 2019?',
    query: 'who-moved issue=brexit since=2019-01-01 until=2019-12-31',
  },
  { question: 'Who no longer supports the canal?', query: 'who-moved issue=canal' },
  { question: 'Who made a U-turn on Brexit?', query: 'who-moved issue=brexit' },
  { question: 'Who agrees with Greece about the canal?', query: 'who-agrees issue=canal holder=Greece' },
  { question: 'Who is on the same side as India?', query: 'who-agrees holder=India' },
  {
    question: 'Who disagrees with Turkey over the canal?',
    query: 'who-contradicts-whom issue=canal holder=Turkey',
  },
  {
    question: 'Do Greece and Turkey agree on the canal?',
    query: 'compare-actors actor=Greece other=Turkey issue=canal',
  },
  {
    question: 'Does Greece disagree with the United States?',
    query: 'compare-actors actor=Greece other=United States',
  },
  {
    question: 'Compare the positions of Greece and Turkey',
    query: 'compare-actors actor=Greece other=Turkey',
  },
  { question: 'Who is isolated on the canal?', query: 'who-stands-alone issue=canal' },
  { question: 'Is anyone alone on Brexit?', query: 'who-stands-alone issue=brexit' },
  // Says who, where.
  {
    question: 'What does Turkey say that Greece wants?',
    query: 'second-hand-positions speaker=Turkey holder=Greece polarity=1',
  },
  {
    question: 'According to Borrell, who supports the canal?',
    query: 'second-hand-positions speaker=Josep Borrell issue=canal ofStance=supports',
  },
  {
    question: 'According to Reuters, who supports the canal?',
    query: 'positions-on-issue issue=canal stance=supports outlet=Reuters',
  },
  {
    question: 'What did Kathimerini report about the canal in 2021?',
    query: 'positions-on-issue issue=canal since=2021-01-01 until=2021-12-31 outlet=Kathimerini',
  },
  { question: 'Which newspapers report on the canal?', query: 'which-outlets issue=canal' },
  {
    question: 'According to whom does Greece reject the canal?',
    query: 'positions-of-actor holder=Greece stance=rejects issue=canal office=true',
  },
  {
    question: 'Who says that Greece rejects the canal?',
    query: 'positions-of-actor holder=Greece stance=rejects issue=canal office=true',
  },
  { question: 'Who speaks most often?', query: 'most-quoted' },
  // How many.
  { question: 'How many countries reject the canal?', query: 'stance-counts stance=rejects issue=canal' },
  { question: 'How many claims are there on Brexit?', query: 'stance-counts issue=brexit' },
  // Not so.
  { question: 'Who does not support the canal?', query: 'near-misses issue=canal stance=supports' },
  {
    question: 'Why does Greece not support the canal?',
    query: 'near-misses issue=canal stance=supports holder=Greece',
  },
  { question: 'Who does not want Brexit?', query: 'near-misses issue=brexit stance=supports' },
  // What no graph of claims can tell, and what names nobody's position.
  { question: 'What will Turkey do tomorrow?', problem: 'not what will be' },
  { question: 'Will Turkey build the canal?', problem: 'not what will be' },
  { question: 'Is Greece right?', problem: 'who is right' },
  { question: 'Is it true that Turkey builds a second waterway?', problem: 'who is right' },
  { question: 'Should the United Kingdom leave the European Union?', problem: 'what would be good' },
  { question: 'Is the canal a good idea?', problem: 'what would be good' },
  { question: 'Why does Greece oppose the canal?', problem: 'not their reasons' },
  { question: 'How many troops does Greece have?', problem: 'troops' },
  { question: 'How much does the canal cost?', problem: 'nothing else' },
  { question: 'Does Turkey build a second waterway?', problem: 'no question of the library' },
  { question: 'When did Britain leave the EU?', problem: 'no question of the library' },
  { question: 'Who is Narendra Modi?', problem: 'no question of the library' },
  { question: 'Who supports Modi?', problem: 'Modi' },
  { question: 'Who criticises Turkey?', choose: 'issue' },
  { question: 'Has Turkey been criticised?', choose: 'issue' },
  { question: 'Who supports a canal in Panama?', problem: 'Panama' },
  { question: 'What is the capital of India?', problem: 'capital' },
  { question: 'asdf qwer', problem: 'asdf qwer' },
];
