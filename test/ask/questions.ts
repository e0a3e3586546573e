/** A question with what it comes to: a query and its parameters, a choice, or nothing. */
export interface AskedQuestion {
  readonly question: string;
  /** `who-rejects issue=ukraine-nato-membership`; an issue by its id, an actor by its label. */
  readonly query?: string;
  /** The kind of thing to choose. */
  readonly choose?: 'issue' | 'actor';
  /** Part of the reason why not. */
  readonly problem?: string;
}

/** Asked of the graph of the sample article. */
export const SAMPLE_QUESTIONS: readonly AskedQuestion[] = [
  { question: 'Which actors reject NATO membership?', query: 'who-rejects issue=ukraine-nato-membership' },
  { question: 'who is against Ukraine joining NATO', query: 'who-rejects issue=ukraine-nato-membership' },
  {
    question: "Who opposes Ukraine's accession to the alliance, including headlines?",
    query: 'who-rejects issue=ukraine-nato-membership headlines=true',
  },
  { question: 'Which countries back NATO membership?', query: 'who-supports issue=ukraine-nato-membership' },
  {
    question: 'Who conceded defeat on NATO membership?',
    problem: 'defeat',
  },
  {
    question: 'Who admits that NATO membership is out?',
    query: 'who-concedes issue=ukraine-nato-membership',
  },
  { question: 'Who concedes on NATO membership?', query: 'who-concedes issue=ukraine-nato-membership' },
  {
    question: 'On what condition does Sweden support NATO membership?',
    query: 'conditional-offers issue=ukraine-nato-membership holder=Sweden',
  },
  {
    question: 'Does the Kremlin reject NATO membership?',
    query: 'does-actor-take-position holder=Russia issue=ukraine-nato-membership stance=rejects',
  },
  {
    question: 'What does the Kremlin reject?',
    query: 'positions-of-actor holder=Russia stance=rejects office=true',
  },
  { question: 'Who proposed a land swap?', query: 'proposals issue=ukraine-land-swap' },
  { question: 'What replies were there to the land swap?', query: 'proposals issue=ukraine-land-swap' },
  {
    question: 'What does Trump doubt?',
    query: 'positions-of-actor holder=Donald Trump stance=doubts office=true',
  },
  {
    question: 'What did Hegseth say about defence spending?',
    query: 'said-by-speaker speaker=Pete Hegseth issue=nato-defence-spending',
  },
  { question: 'Who requests what?', query: 'requests' },
  { question: 'What does Zelenskyy ask for?', query: 'requests holder=Volodymyr Zelenskyy' },
  { question: 'Which quotations are unattributed?', query: 'unattributed-quotations' },
  { question: 'What does Trump say that others want?', query: 'second-hand-positions speaker=Donald Trump' },
  { question: 'Which issues are most contested?', query: 'contested-issues' },
  {
    question: 'Why does Russia not reject NATO membership?',
    query: 'near-misses issue=ukraine-nato-membership stance=rejects holder=Russia',
  },
  {
    question: 'Who took which position on the return of Crimea in February 2025?',
    query: 'positions-on-issue issue=ukraine-crimea since=2025-02-01 until=2025-02-28',
  },
  {
    question: 'What does Al Jazeera report about the positions on the land swap?',
    query: 'positions-on-issue issue=ukraine-land-swap outlet=Al Jazeera',
  },
  { question: 'who is against troops in Ukraine?', choose: 'issue' },
  { question: 'Who supports NATO membership for Georgia?', problem: 'Georgia' },
  { question: 'What is the weather in Paris?', problem: 'weather Paris' },
  {
    question: 'Who disagrees with the United States about NATO membership?',
    query: 'who-contradicts-whom issue=ukraine-nato-membership holder=United States',
  },
  {
    question: 'How did Russia react to the land swap?',
    query: 'positions-of-actor holder=Russia issue=ukraine-land-swap office=true',
  },
  { question: 'List all claims by Keir Giles', query: 'said-by-speaker speaker=Keir Giles' },
  {
    question: 'Who has backed away from NATO membership?',
    query: 'who-moved issue=ukraine-nato-membership',
  },
  { question: 'Who will win the war?', problem: 'not what will be' },
  { question: 'How many soldiers does Russia have?', problem: 'no question of the library' },
  { question: 'Is NATO membership a good idea?', problem: 'good' },
];

/** Asked of the graph of three invented articles. */
export const EXAMPLE_QUESTIONS: readonly AskedQuestion[] = [
  { question: 'Who rejects the filling of the dam?', query: 'who-rejects issue=nile-dam-filling' },
  { question: 'Who is in favour of observers at the dam?', query: 'who-supports issue=nile-dam-observers' },
  {
    question: 'Under which conditions would Ethiopia accept observers?',
    query: 'conditional-offers issue=nile-dam-observers holder=Ethiopia',
  },
  {
    question: 'Does Serbia oppose the membership of Kosovo in the United Nations?',
    query: 'does-actor-take-position holder=Serbia issue=kosovo-un-membership stance=rejects',
  },
  {
    question: "Show me Sudan's positions since May 2021",
    query: 'positions-of-actor holder=Sudan since=2021-05-01 office=true',
  },
  {
    question: 'What was the position of Cairo on the filling of the Nile dam before 2022?',
    query: 'positions-of-actor holder=Egypt issue=nile-dam-filling until=2021-12-31 office=true',
  },
  { question: 'Who stands alone on Kosovo?', query: 'who-stands-alone issue=kosovo-un-membership' },
  { question: 'Who has changed sides on the filling of the dam?', query: 'who-moved issue=nile-dam-filling' },
  {
    question: 'Since when does Egypt reject the filling?',
    query: 'positions-over-time holder=Egypt issue=nile-dam-filling',
  },
  { question: 'Who contradicts Egypt?', query: 'who-contradicts-whom holder=Egypt' },
  { question: 'Where does everybody stand on Kosovo?', query: 'position-matrix issue=kosovo-un-membership' },
  {
    question: 'What does only one newspaper report on Kosovo?',
    query: 'only-one-outlet issue=kosovo-un-membership',
  },
  { question: 'What does only one outlet report?', query: 'only-one-outlet' },
  { question: 'Who rejects the harvest?', problem: 'harvest' },
  { question: 'Who rejects?', problem: 'no question of the library' },
  { question: 'Who supports or rejects observers?', query: 'positions-on-issue issue=nile-dam-observers' },
  { question: 'Who proposes or doubts observers?', problem: 'several stances' },
  { question: 'Do Egypt and Sudan agree?', query: 'compare-actors actor=Egypt other=Sudan' },
  { question: 'What do Egypt and Sudan reject?', problem: 'several actors' },
  { question: '', problem: 'empty' },
  { question: 'Who opposes the filling of the Nile damm?', query: 'who-rejects issue=nile-dam-filling' },
  { question: 'Which actors are unidentified?', query: 'unlinked-actors' },
];
