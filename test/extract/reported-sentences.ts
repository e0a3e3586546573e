/** A sentence from an invented article and the attributions that it holds: `source | cue | content`. */
export interface ReportedSentence {
  readonly text: string;
  readonly holds: readonly string[];
}

function sentence(text: string, ...holds: readonly string[]): ReportedSentence {
  return { text, holds };
}

/** Quotation marks before, after and round the speaker. */
export const DIRECT_QUOTATIONS: readonly ReportedSentence[] = [
  sentence(
    '“We will never recognise this border,” Armenian Prime Minister Nikol Pashinyan said.',
    'Armenian Prime Minister Nikol Pashinyan | said | “We will never recognise this border,”',
  ),
  sentence(
    '“The dam belongs to all Ethiopians,” said Abiy Ahmed.',
    'Abiy Ahmed | said | “The dam belongs to all Ethiopians,”',
  ),
  sentence(
    'President Maduro said: “The Essequibo is ours.”',
    'President Maduro | said | “The Essequibo is ours.”',
  ),
  sentence(
    'The ambassador told reporters, “There is no military solution in Yemen.”',
    'The ambassador | told | “There is no military solution in Yemen.”',
  ),
  sentence(
    '“The ceasefire,” the mediator said, “must begin tonight.”',
    'the mediator | said | “The ceasefire,” … “must begin tonight.”',
  ),
  sentence(
    '“Talks will resume,” the envoy said. “Both sides have agreed to meet in Doha.”',
    'the envoy | said | “Talks will resume,” … “Both sides have agreed to meet in Doha.”',
  ),
  sentence(
    '“We are ready for peace. We are also ready for war,” warned the general.',
    'the general | warned | “We are ready for peace. We are also ready for war,”',
  ),
  sentence(
    '"Cyprus remains divided," UN Secretary-General Antonio Guterres wrote on Friday.',
    'UN Secretary-General Antonio Guterres | wrote | "Cyprus remains divided,"',
  ),
  sentence(
    '“This is a betrayal”, replied the Kosovo government.',
    'the Kosovo government | replied | “This is a betrayal”',
  ),
  sentence(
    'In a statement, the junta said: “Foreign troops must leave Niger within a month.”',
    'the junta | said | “Foreign troops must leave Niger within a month.”',
  ),
  sentence(
    'The city reasoned, "because users pay a fee, this is a business".',
    'The city | reasoned | "because users pay a fee, this is a business"',
  ),
];

/** Clauses with and without “that”, partly quoted, put in between and at the end. */
export const INDIRECT_SPEECH: readonly ReportedSentence[] = [
  sentence('Ankara said that Finland had met its demands.', 'Ankara | said | Finland had met its demands'),
  sentence(
    'Indian Foreign Minister S. Jaishankar said the border talks were making progress.',
    'Indian Foreign Minister S. Jaishankar | said | the border talks were making progress',
  ),
  sentence(
    'The foreign ministry in Hanoi warned that the drills violated its sovereignty.',
    'The foreign ministry in Hanoi | warned | the drills violated its sovereignty',
  ),
  sentence('Rwanda has denied that it backs the rebels.', 'Rwanda | has denied | it backs the rebels'),
  sentence(
    'The talks would resume on Monday, Cairo said.',
    'Cairo | said | The talks would resume on Monday',
  ),
  sentence(
    'The sanctions, Tehran argued, punish ordinary people.',
    'Tehran | argued | The sanctions … punish ordinary people',
  ),
  sentence(
    'The rebels would lay down their arms, according to the Colombian government.',
    'the Colombian government | according to | The rebels would lay down their arms',
  ),
  sentence(
    'According to the Kenyan president, the mission will begin in March.',
    'the Kenyan president | According to | the mission will begin in March',
  ),
  sentence(
    'In the words of one diplomat, the summit was a wasted chance.',
    'one diplomat | In the words of | the summit was a wasted chance',
  ),
  sentence('Morocco called the vote “null and void”.', 'Morocco | called | the vote “null and void”'),
  sentence(
    'Beijing said the visit was “a serious provocation”.',
    'Beijing | said | the visit was “a serious provocation”',
  ),
  sentence(
    'The minister did not say whether the embassy would reopen.',
    'The minister | did not say | whether the embassy would reopen',
  ),
  sentence(
    'Prime Minister Ana Brnabic, who visited Brussels on Tuesday, said that Serbia would not join the sanctions.',
    'Prime Minister Ana Brnabic | said | Serbia would not join the sanctions',
  ),
  sentence('She added that the treaty was dead.', 'She | added | the treaty was dead'),
  sentence(
    'The commission concluded that both armies had committed war crimes.',
    'The commission | concluded | both armies had committed war crimes',
  ),
  sentence(
    'Washington announced that it would reopen its consulate in Jerusalem.',
    'Washington | announced | it would reopen its consulate in Jerusalem',
  ),
  sentence(
    'Pyongyang claimed the satellite was for peaceful purposes.',
    'Pyongyang | claimed | the satellite was for peaceful purposes',
  ),
  sentence(
    'The general insisted that his troops would stay until the militia disarmed.',
    'The general | insisted | his troops would stay until the militia disarmed',
  ),
  sentence(
    'Rwanda has long argued the rebels are a threat.',
    'Rwanda | has long argued | the rebels are a threat',
  ),
  sentence(
    'Georgia, he said, would never recognise the regions.',
    'he | said | Georgia … would never recognise the regions',
  ),
  sentence(
    'Dozens fled; the depot, officials said, had caught fire.',
    'officials | said | the depot … had caught fire',
  ),
  sentence(
    'The treaty, Moscow complained, had been violated.',
    'Moscow | complained | The treaty … had been violated',
  ),
];

/** One report inside another. */
export const NESTED_REPORTS: readonly ReportedSentence[] = [
  sentence(
    'Macron said that Xi believes the war must end.',
    'Macron | said | Xi believes the war must end',
    'Xi | believes | the war must end',
  ),
  sentence(
    'The report said Riyadh wants to end the blockade.',
    'The report | said | Riyadh wants to end the blockade',
    'Riyadh | wants | to end the blockade',
  ),
  sentence(
    'Erdogan said Sweden had promised to extradite the suspects.',
    'Erdogan | said | Sweden had promised to extradite the suspects',
    'Sweden | had promised | to extradite the suspects',
  ),
];

/** What is believed, hoped, feared, wanted, doubted, supported and opposed. */
export const ATTITUDES: readonly ReportedSentence[] = [
  sentence('Kyiv believes that the grain deal can survive.', 'Kyiv | believes | the grain deal can survive'),
  sentence('Georgia hopes to join the bloc.', 'Georgia | hopes | to join the bloc'),
  sentence('Aid groups fear that the border will close.', 'Aid groups | fear | the border will close'),
  sentence('Belgrade rejects the plan.', 'Belgrade | rejects | the plan'),
  sentence(
    'Hungary opposes new sanctions against Moscow.',
    'Hungary | opposes | new sanctions against Moscow',
  ),
  sentence(
    'The African Union supports a transfer of power to civilians.',
    'The African Union | supports | a transfer of power to civilians',
  ),
  sentence('Taipei has ruled out talks on unification.', 'Taipei | has ruled out | talks on unification'),
  sentence(
    'The opposition doubts that the election will be fair.',
    'The opposition | doubts | the election will be fair',
  ),
  sentence('Islamabad is ready to resume the dialogue.', 'Islamabad | is ready | to resume the dialogue'),
  sentence(
    'The rebels are unwilling to surrender their weapons.',
    'The rebels | are unwilling | to surrender their weapons',
  ),
  sentence('Warsaw is against the quota.', 'Warsaw | is against | the quota'),
  sentence('Ottawa is in favour of a two-state solution.', 'Ottawa | is in favour of | a two-state solution'),
  sentence('Algeria does not want to reopen the border.', 'Algeria | does not want | to reopen the border'),
  sentence('Tokyo remains committed to the alliance.', 'Tokyo | remains committed | to the alliance'),
];

/** Pledges, refusals, demands and acts. */
export const PLEDGES_AND_ACTS: readonly ReportedSentence[] = [
  sentence('Baku refused to withdraw its troops.', 'Baku | refused | to withdraw its troops'),
  sentence('Berlin pledged to send more tanks.', 'Berlin | pledged | to send more tanks'),
  sentence(
    'The Security Council urged Sudan to open the crossing.',
    'The Security Council | urged | Sudan to open the crossing',
  ),
  sentence(
    'France called on Lebanon to elect a president.',
    'France | called on | Lebanon to elect a president',
  ),
  sentence('Jordan called for an immediate ceasefire.', 'Jordan | called for | an immediate ceasefire'),
  sentence('Manila accused China of ramming its boats.', 'Manila | accused | China of ramming its boats'),
  sentence('Qatar condemned the attack on the convoy.', 'Qatar | condemned | the attack on the convoy'),
  sentence('The attack was condemned by the Arab League.', 'the Arab League | was condemned | The attack'),
  sentence('Bolivia expelled the Mexican ambassador.', 'Bolivia | expelled | the Mexican ambassador'),
  sentence('Mali withdrew from the peacekeeping mission.', 'Mali | withdrew | from the peacekeeping mission'),
  sentence(
    'London imposed sanctions on three Burmese generals.',
    'London | imposed | sanctions on three Burmese generals',
  ),
  sentence('Norway recognised the State of Palestine.', 'Norway | recognised | the State of Palestine'),
  sentence('Turkey ratified the protocol on Finland.', 'Turkey | ratified | the protocol on Finland'),
  sentence(
    'North Macedonia has agreed to change its constitution.',
    'North Macedonia | has agreed | to change its constitution',
  ),
  sentence('Israel threatened to strike the reactor.', 'Israel | threatened | to strike the reactor'),
  sentence(
    'The president vetoed the law on foreign agents.',
    'The president | vetoed | the law on foreign agents',
  ),
];

/** Nouns that report, alone and with a light verb. */
export const REPORTING_NOUNS: readonly ReportedSentence[] = [
  sentence(
    "Markets ignored the minister's warning that the truce could collapse.",
    'the minister | warning | the truce could collapse',
  ),
  sentence('Nobody understood his refusal to meet the delegation.', 'his | refusal | to meet the delegation'),
  sentence(
    'The committee expressed concern about the arrests.',
    'The committee | expressed concern | about the arrests',
  ),
  sentence('Canberra voiced support for the pact.', 'Canberra | voiced support | for the pact'),
  sentence(
    'The agency issued a statement saying that the inspectors had left Natanz.',
    'a statement | saying | the inspectors had left Natanz',
  ),
  // As a machine translates it.
  sentence(
    'By words of the minister, Belarus is not planning an attack on its neighbour.',
    'the minister | By words of | Belarus is not planning an attack on its neighbour',
  ),
  sentence(
    'According to eyewitness Vinnie Costa, the depot exploded.',
    'eyewitness Vinnie Costa | According to | the depot exploded',
  ),
  sentence(
    'According to the Oceanic and Atmospheric Institute late on Monday, the storm has passed.',
    'the Oceanic and Atmospheric Institute | According to | the storm has passed',
  ),
];

/** Headlines: who does or says what, before or after a colon, with or without a verb. */
export const HEADLINES: readonly ReportedSentence[] = [
  sentence('Gulf States welcome ceasefire in Yemen', 'Gulf States | welcome | ceasefire in Yemen'),
  sentence('Norway bans shark fishing', 'Norway | bans | shark fishing'),
  sentence('Kurds announce deal with Damascus', 'Kurds | announce | deal with Damascus'),
  sentence('Kremlin: no talks before spring', 'Kremlin | : | no talks before spring'),
  sentence('No deal without hostages, Qatar says', 'Qatar | says | No deal without hostages'),
  sentence(
    'Chile open to talks on sea access, says minister',
    'minister | says | Chile open to talks on sea access',
  ),
  sentence('Kurds announce ceasefire with Damascus', 'Kurds | announce | ceasefire with Damascus'),
  sentence('Lima recalls ambassador after spy row', 'Lima | recalls | ambassador'),
  sentence('No collusion, says attorney general', 'attorney general | says | No collusion'),
  sentence('Merkel to Macron: Stay in the pact', 'Merkel | : | Stay in the pact'),
  sentence('Why farmers fear a deal', 'farmers | fear | a deal'),
  sentence('Analysis: The bank blinks', ' |  | Analysis: The bank blinks'),
  sentence('No grain and no port: a new blockade plan', ' |  | No grain and no port: a new blockade plan'),
];

/** Verbs that the parser reads as something else, fixed phrases, and what one report must leave to the next. */
export const REPAIRED_REPORTS: readonly ReportedSentence[] = [
  // Relative clauses that tell of somebody else.
  sentence(
    'Japan proposed a joint patrol, which China rejected.',
    'Japan | proposed | a joint patrol',
    'China | rejected | a joint patrol',
  ),
  sentence(
    'The plan, which Manila rejects, foresees autonomy for the island.',
    'Manila | rejects | The plan',
  ),
  // Words that a colon announces behind a verb that is none of speech.
  sentence(
    'Okoro gave another account of events: “I offered to resign and they said no.”',
    'Okoro | gave another account of events | “I offered to resign and they said no.”',
  ),
  sentence(
    'The minister was blunt: “We cannot pay for this war any longer.”',
    'The minister | was blunt | “We cannot pay for this war any longer.”',
  ),
  // A subject that the tree does not see.
  sentence(
    'On Tuesday, an assembly of several foreign ministers in Riyadh denounced the memorandum.',
    'an assembly of several foreign ministers in Riyadh | denounced | the memorandum',
  ),
  sentence(
    '“They need an alliance,” an adviser to the Chadian team told The Guardian on condition of anonymity.',
    'an adviser to the Chadian team | told | “They need an alliance,”',
  ),
  sentence('Venezuela ruled out new elections.', 'Venezuela | ruled out | new elections'),
  sentence('The king promised reforms.', 'The king | promised | reforms'),
  sentence('Washington approved the sale of the jets.', 'Washington | approved | the sale of the jets'),
  sentence('France cast doubt on the report.', 'France | cast doubt on | the report'),
  sentence('Lavrov saw no reason to extend the treaty.', 'Lavrov | saw no reason | to extend the treaty'),
  sentence('Japan lodged a protest over the tests.', 'Japan | lodged a protest | over the tests'),
  sentence(
    'The bloc gave the junta a week to restore the president.',
    'The bloc | gave the junta a week | to restore the president',
  ),
  sentence('Bolivia has begun to withdraw its troops.', 'Bolivia | has begun | to withdraw its troops'),
  sentence('Zambia is open to talks with the rebels.', 'Zambia | is open | to talks with the rebels'),
  sentence(
    'The rebels rejected the offer, warning that they would defend the city.',
    'The rebels | rejected | the offer',
    'The rebels | warning | they would defend the city',
  ),
  sentence(
    'Kenya urged all sides to show restraint; Musa Diallo, the head of the militia, praised the coup.',
    'Kenya | urged | all sides to show restraint',
    'Musa Diallo, the head of the militia | praised | the coup',
  ),
  sentence(
    'Armenia not only rejects the plan but also questions its author.',
    'Armenia | not only rejects | the plan',
  ),
  sentence(
    '“We will not accept a fait accompli,” Foreign Minister Daniel Okoro told the Security Council.',
    'Foreign Minister Daniel Okoro | told | “We will not accept a fait accompli,”',
    'We | will not accept | a fait accompli',
  ),
  sentence(
    'Chad denounced the raid, which was approved by the senate.',
    'the senate | was approved | the raid',
  ),
  sentence(
    'Will the sanctions be lifted at once? No, according to the White House.',
    'the White House | according to | No',
  ),
];

/** Words that say that nothing was said. */
export const SILENCES: readonly string[] = [
  'The spokesman declined to comment.',
  'The spokesman declined to comment on the strike.',
  'The envoy asked not to be named.',
  'The company did not respond to a request for comment.',
];
