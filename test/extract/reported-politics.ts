import type { ReportedSentence } from './reported-sentences.ts';

/** What a copula, somebody’s view, “as” or a verdict reports. */
export const VIEWS_AND_POSITIONS: readonly ReportedSentence[] = [
  {
    text: 'The message was that the guild would not yield on wages.',
    holds: ['The message | was | the guild would not yield on wages'],
  },
  {
    text: 'Her position is that the tribunal has no jurisdiction.',
    holds: ['Her | position … is | the tribunal has no jurisdiction'],
  },
  {
    text: "The bishop's argument is that the levy harms the poor.",
    holds: ['The bishop | argument … is | the levy harms the poor'],
  },
  {
    text: 'The governor is of the view that schools should reopen in May.',
    holds: ['The governor | is of the view | schools should reopen in May'],
  },
  {
    text: 'In her view, the tax code favours the rich.',
    holds: ['her | In … view | the tax code favours the rich'],
  },
  {
    text: "In the bishop's words, the law was an outrage.",
    holds: ['the bishop | In … words | the law was an outrage'],
  },
  {
    text: "The law was, in the bishop's opinion, an outrage.",
    holds: ['the bishop | in … opinion | The law was … an outrage'],
  },
  {
    text: 'As the minister put it, the road was closed for good.',
    holds: ['the minister | put it | the road was closed for good'],
  },
  {
    text: 'The road, as the minister put it, was closed for good.',
    holds: ['the minister | put it | The road … was closed for good'],
  },
  {
    text: 'As Okafor noted, the senate had the votes.',
    holds: ['Okafor | noted | the senate had the votes'],
  },
  {
    text: 'The dam will be paid for by farmers, as Mugisha sees it.',
    holds: ['Mugisha | sees it | The dam will be paid for by farmers'],
  },
  {
    text: 'There are fears that the virus will spread to neighbouring states.',
    holds: [' | fears | the virus will spread to neighbouring states'],
  },
  { text: 'The ruling drew praise from dairy farmers.', holds: ['dairy farmers | praise | The ruling'] },
  { text: 'The levy faces opposition from the unions.', holds: ['the unions | opposition | The levy'] },
];

/** A colon does the work of a verb. */
export const COLONS: readonly ReportedSentence[] = [
  {
    text: 'One adviser was blunt: “It is over for us now.”',
    holds: ['One adviser | was blunt | “It is over for us now.”'],
  },
  {
    text: 'His answer was simple: "No, we will not go."',
    holds: ['His | was simple | "No, we will not go."'],
  },
  {
    text: 'The response from the palace was swift: “We will appeal.”',
    holds: ['the palace | was swift | “We will appeal.”'],
  },
  { text: 'Tanaka had a simple message for her rivals: “Go home.”', holds: ['Tanaka | : | “Go home.”'] },
];

/** Words that the tagger takes for others, and clauses that the parser does not join. */
export const MISTAKEN_TAGS: readonly ReportedSentence[] = [
  {
    text: 'The lawyers contended in a filing that the subpoena was overbroad.',
    holds: ['The lawyers | contended | the subpoena was overbroad'],
  },
  {
    text: 'Mulroney called on senators to allow witnesses.',
    holds: ['Mulroney | called on | senators to allow witnesses'],
  },
  {
    text: 'The senator dismissed as a hoax claims that voting machines had switched ballots in Maricopa County.',
    holds: [
      'The senator | dismissed | as a hoax claims that voting machines had switched ballots in Maricopa County',
    ],
  },
  {
    text: 'Rebels had seized the airfield, reported Reuters.',
    holds: ['Rebels | had seized | the airfield', 'Reuters | reported | Rebels had seized the airfield'],
  },
  {
    text: 'The ceasefire had collapsed, announced Radio Dakar on Friday.',
    holds: ['Radio Dakar | announced | The ceasefire had collapsed'],
  },
  {
    text: 'State officials insist there is no evidence of fraud.',
    holds: ['State officials | insist | there is no evidence of fraud'],
  },
  {
    text: '"He would be the most reckless president in our history," the letter warned.',
    holds: ['the letter | warned | "He would be the most reckless president in our history,"'],
  },
  {
    text: 'The suit alleges that the university defrauded students.',
    holds: ['The suit | alleges | the university defrauded students'],
  },
  { text: 'Iran continues to insist that it has no weapons.', holds: ['Iran | insist | it has no weapons'] },
  {
    text: 'The survey found support for the coalition had halved.',
    holds: ['The survey | found | support for the coalition had halved'],
  },
  {
    text: 'The results show the anti-establishment camp kept a majority.',
    holds: ['The results | show | the anti-establishment camp kept a majority'],
  },
  {
    text: 'The bill would, its sponsors say, save thousands of lives.',
    holds: ['its sponsors | say | The bill would … save thousands of lives'],
  },
  {
    text: 'Diop, for his part, has refused to back the nominee.',
    holds: ['Diop | has refused | to back the nominee'],
  },
];

/** The verbs of campaigns, parliaments and courts. */
export const DOMESTIC_POLITICS: readonly ReportedSentence[] = [
  {
    text: '"I think he\'s a total disaster," the mogul told Fox News on Sunday.',
    holds: ['the mogul | told | "I think he\'s a total disaster,"', "I | think | he's a total disaster"],
  },
  {
    text: 'The Republican nominee has repeatedly claimed that the system is rigged.',
    holds: ['The Republican nominee | has repeatedly claimed | the system is rigged'],
  },
  {
    text: 'Democrats are hoping that the convention will unite the party.',
    holds: ['Democrats | are hoping | the convention will unite the party'],
  },
  {
    text: 'Many Republicans fear Trump will cost them the Senate.',
    holds: ['Many Republicans | fear | Trump will cost them the Senate'],
  },
  {
    text: 'A CNN poll found that 52 percent of voters disapprove of the president.',
    holds: ['A CNN poll | found | 52 percent of voters disapprove of the president'],
  },
  {
    text: 'Sixty percent of respondents said they did not trust her.',
    holds: ['Sixty percent of respondents | said | they did not trust her'],
  },
  {
    text: 'Comey testified that the agents found no evidence of intent.',
    holds: ['Comey | testified | the agents found no evidence of intent'],
  },
  {
    text: 'Trump tweeted: "The press is unfit to serve!"',
    holds: ['Trump | tweeted | "The press is unfit to serve!"'],
  },
  {
    text: 'The billionaire boasted about the size of his crowds.',
    holds: ['The billionaire | boasted about | the size of his crowds'],
  },
  {
    text: 'Kaine accused Trump of insulting women and minorities.',
    holds: ['Kaine | accused | Trump of insulting women and minorities'],
  },
  {
    text: 'McCain condemned the attack on the Khan family, saying it did not represent the party.',
    holds: [
      'McCain | condemned | the attack on the Khan family',
      'McCain | saying | it did not represent the party',
    ],
  },
  {
    text: 'Cruz attacked Rubio for his record on immigration.',
    holds: ['Cruz | attacked | Rubio for his record on immigration'],
  },
  { text: 'Khan offered to lend him his copy.', holds: ['Khan | offered | to lend him his copy'] },
  {
    text: 'Pelosi questioned whether the president was fit for office.',
    holds: ['Pelosi | questioned | whether the president was fit for office'],
  },
  {
    text: 'Aides fretted about the tone of the speech.',
    holds: ['Aides | fretted about | the tone of the speech'],
  },
  {
    text: 'McConnell made clear that the Senate would not vote before the election.',
    holds: ['McConnell | made clear | the Senate would not vote before the election'],
  },
  {
    text: 'The White House signalled it would not oppose the measure.',
    holds: [
      'The White House | signalled | it would not oppose the measure',
      'it | would not oppose | the measure',
    ],
  },
  {
    text: 'Democrats conceded that they lacked the votes.',
    holds: ['Democrats | conceded | they lacked the votes'],
  },
  {
    text: 'The Treasury hinted at further sanctions.',
    holds: ['The Treasury | hinted at | further sanctions'],
  },
  {
    text: 'Analysts are convinced that the Fed will cut rates.',
    holds: ['Analysts | are convinced | the Fed will cut rates'],
  },
  {
    text: 'The mayor was quoted as saying that the curfew would be lifted.',
    holds: ['The mayor | saying | the curfew would be lifted'],
  },
  { text: 'Conservatives see the plan as amnesty.', holds: ['Conservatives | see | the plan as amnesty'] },
  {
    text: 'Conservatives view the plan with suspicion.',
    holds: ['Conservatives | view | the plan with suspicion'],
  },
  {
    text: 'The newspaper endorsed Clinton, calling her the better choice.',
    holds: ['The newspaper | endorsed | Clinton', 'The newspaper | calling | her the better choice'],
  },
  { text: 'The jury pleaded for more time.', holds: ['The jury | pleaded for | more time'] },
  {
    text: 'Prosecutors say Menendez took bribes from a donor.',
    holds: ['Prosecutors | say | Menendez took bribes from a donor'],
  },
  {
    text: 'The court held that the statute was unconstitutional.',
    holds: ['The court | held | the statute was unconstitutional'],
  },
  {
    text: 'The amendment says that no state shall deny equal protection.',
    holds: ['The amendment | says | no state shall deny equal protection'],
  },
  {
    text: 'Biden blamed Republicans for the shutdown.',
    holds: ['Biden | blamed | Republicans for the shutdown'],
  },
  {
    text: 'Michelle Obama implored young people to vote.',
    holds: ['Michelle Obama | implored | young people to vote'],
  },
  {
    text: 'Obama has threatened to veto the measure.',
    holds: ['Obama | has threatened | to veto the measure'],
  },
  {
    text: 'Some Democrats wonder if she can win back white voters.',
    holds: ['Some Democrats | wonder | if she can win back white voters'],
  },
  {
    text: 'Huckabee, who opposes the ruling, defended the clerk.',
    holds: ['Huckabee | opposes | the ruling', 'Huckabee | defended | the clerk'],
  },
  {
    text: 'Nearly half of Americans believe the country is headed in the wrong direction.',
    holds: ['half of Americans | believe | the country is headed in the wrong direction'],
  },
  { text: 'Kaine voiced doubts about the deal.', holds: ['Kaine | voiced doubts | about the deal'] },
  {
    text: 'Christie reiterated his call for a special counsel.',
    holds: ['Christie | reiterated his call | for a special counsel'],
  },
  {
    text: 'An ad claims that Donnelly voted for the tax rise.',
    holds: ['An ad | claims | Donnelly voted for the tax rise', 'Donnelly | voted for | the tax rise'],
  },
  {
    text: 'Authorities believe that the gunman acted alone.',
    holds: ['Authorities | believe | the gunman acted alone'],
  },
  {
    text: 'The committee voted against the nomination.',
    holds: ['The committee | voted against | the nomination'],
  },
  {
    text: 'Neither side said when talks would resume.',
    holds: ['Neither side | said | when talks would resume'],
  },
  {
    text: 'In an interview with CNN, Gowdy said the probe was over.',
    holds: ['Gowdy | said | the probe was over'],
  },
  {
    text: "The vice president took issue with the report's findings.",
    holds: ["The vice president | took issue with | the report's findings"],
  },
  {
    text: 'Rubio warned that "the world is watching."',
    holds: ['Rubio | warned | "the world is watching."'],
  },
  {
    text: 'The lawmaker pleaded guilty to tax fraud.',
    holds: ['The lawmaker | pleaded guilty to | tax fraud'],
  },
];
