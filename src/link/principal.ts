import type { Cluster } from './cluster.ts';
import type { Gazetteer, ThingRecord } from './gazetteer.ts';

/**
 * The state or organisation for which an entity speaks by its office, where the words of office name it:
 * “Swedish defence minister”, “NATO Secretary General”, “the Turkish Ministry of Foreign Affairs”.
 */
export function findPrincipal(cluster: Cluster, gazetteer: Gazetteer): ThingRecord | undefined {
  for (const role of cluster.roles) {
    if (role.isFormer) continue;
    const isBody = cluster.type === 'organisation' && cluster.thing === undefined;
    const isOffice = cluster.type === 'person' && role.speaksForOthers;
    if (!isBody && !isOffice) continue;
    const [body] = role.organisations;
    // “Russia's UN ambassador” speaks for Russia, “UN envoy to Syria” for the United Nations.
    const [state] = role.states;
    const isOfBody =
      body !== undefined &&
      !role.classes.includes('un-ambassador') &&
      (state === undefined || bodyComesFirst(role.classes));
    if (isOfBody) return body;
    // “the leader of the Turkish Cypriots” speaks for no Turkey.
    if (state !== undefined && !role.isOfPeople) return gazetteer.states.get(state);
  }
  const home = cluster.thing?.country ?? '';
  const isStateBody = cluster.thing?.isStateBody === true;
  return isStateBody && home !== '' ? gazetteer.states.get(home) : undefined;
}

function bodyComesFirst(classes: readonly string[]): boolean {
  return classes.some((roleClass) =>
    [
      'envoy',
      'secretary-general',
      'high-commissioner',
      'high-representative',
      'under-secretary-general',
    ].includes(roleClass),
  );
}
