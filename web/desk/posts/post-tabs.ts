/** Which of these pages somebody has, from what they are and which processes their office answers for. */
import type { Me } from '../../../api/contract/me.ts';
import type { UnitRef } from '../../../api/contract/shapes.ts';
import type { Role } from '../../../processes/case.ts';
import { holds } from '../me.ts';

export const postPaths = {
  own: '/posts',
  overview: '/posts/overview',
  register: '/posts/register',
  statement: '/posts/statement',
  school: '/posts/school-income',
} as const;
export type PostTab = keyof typeof postPaths;

const keepers: readonly Role[] = ['reviewer', 'principal', 'finance'];

/** Every school's posts: the offices that register them, and auditors. */
export const seesAllPosts = (me: Me): boolean => me.oversees.includes('part-time-income') || holds(me, 'auditor');

/** Schools whose posts one answers for. */
export const ownSchools = (me: Me): UnitRef[] => {
  const units = me.memberships
    .filter(({ unitKind, role }) => unitKind === 'school' && keepers.includes(role))
    .map(({ unit }) => unit);
  return units.filter((unit, index) => units.findIndex(({ id }) => id === unit.id) === index);
};

/** In the order they stand; the first is what 兼职 opens with. */
export function postTabs(me: Me): PostTab[] {
  const [all, school] = [seesAllPosts(me), ownSchools(me).length > 0];
  const clerk = me.memberships.some(({ unitKind, role }) => unitKind === 'school' && role === 'clerk');
  const has: Record<PostTab, boolean> = {
    own: holds(me, 'teacher'),
    overview: all,
    register: all || school,
    statement: all || school,
    school: school || clerk || me.oversees.includes('school-income') || holds(me, 'auditor'),
  };
  return (Object.keys(has) as PostTab[]).filter((tab) => has[tab]);
}
