import type { Stage } from './case.ts';

/**
 * The visits that a case's route shows. A change of a post in force (变更) goes through stages again without moving the route: what was
 * opened after the post came into force belongs to the changes.
 */
export function routeVisits<V extends { stage: string; openedAt?: Date }>(visits: V[], stages: readonly Stage[]): V[] {
  const inForce = visits.find(({ stage }) => stages.some(({ slug, kind }) => slug === stage && kind === 'engagement'));
  const since = inForce?.openedAt;
  return since ? visits.filter((visit) => visit === inForce || (visit.openedAt ?? since) < since) : visits;
}
