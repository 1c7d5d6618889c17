/** The people of the stories, by role. Ids read like names so that a failing assertion does too. */
import type { Prisma } from '../../prisma/client.ts';
import type { Role } from '../../processes/case.ts';

type Post = [unitId: string, role: Role];

const posts: Record<string, Post[]> = {
  teacher: [['dazu-zhijiao', 'teacher']],
  colleague: [['dazu-zhijiao', 'teacher']],
  'school-reviewer': [['dazu-zhijiao', 'reviewer']],
  'school-reviewer-2': [['dazu-zhijiao', 'reviewer']],
  principal: [['dazu-zhijiao', 'principal']],
  'own-school-expert': [['dazu-zhijiao', 'expert']],
  'expert-1': [['shuangqiao-zhiye', 'expert']],
  'expert-2': [['shuangqiao-zhiye', 'expert']],
  'expert-3': [['wujin-qiye', 'expert']],
  'expert-4': [['wujin-qiye', 'expert']],
  'expert-5': [['rensheju', 'expert']],
  'bureau-reviewer': [['jiaowei', 'reviewer']],
  'bureau-leader': [['jiaowei', 'leader']],
  administrator: [['jiaowei', 'administrator']],
  'stand-in': [['jiaowei', 'clerk']],
  clerk: [['dazu-zhijiao', 'clerk']],
  finance: [['dazu-zhijiao', 'finance']],
  secretary: [['jiaowei', 'secretariat']],
  'zuzhibu-reviewer': [['zuzhibu', 'reviewer']],
  'kejiju-reviewer': [['kejiju', 'reviewer']],
  'jingxinwei-reviewer': [['jingxinwei', 'reviewer']],
  'caizhengju-reviewer': [['caizhengju', 'reviewer']],
  'rensheju-reviewer': [['rensheju', 'reviewer']],
  'zhujianwei-reviewer': [['zhujianwei', 'reviewer']],
  'shuiwuju-reviewer': [['shuiwuju', 'reviewer']],
  'fund-manager': [['caizhengju', 'fund-manager']],
  'caizhengju-clerk': [['caizhengju', 'clerk']],
  'rensheju-clerk': [['rensheju', 'clerk']],
};

/** 王芳 shares a result with the applicant of the example form. */
const names: Record<string, string> = { 'expert-4': '王芳' };

const units: [id: string, name: string, kind: string][] = [
  ['jiaowei', '区教委', 'department'],
  ['rensheju', '区人力社保局', 'department'],
  ['zuzhibu', '区委组织部', 'department'],
  ['kejiju', '区科技局', 'department'],
  ['jingxinwei', '区经济信息委', 'department'],
  ['caizhengju', '区财政局', 'department'],
  ['zhujianwei', '区住房城乡建委', 'department'],
  ['shuiwuju', '区税务局', 'department'],
  ['dazu-zhijiao', '大足职教中心', 'school'],
  ['shuangqiao-zhiye', '双桥职业学校', 'school'],
  ['wujin-qiye', '大足五金工具厂', 'enterprise'],
];

export async function settlePeople(prisma: Prisma): Promise<void> {
  await prisma.unit.createMany({ data: units.map(([id, name, kind]) => ({ id, name, nameEn: id, kind })) });
  await prisma.user.createMany({
    data: Object.keys(posts).map((id) => ({
      id,
      name: names[id] ?? id,
      email: `${id}@example.test`,
      updatedAt: new Date(),
    })),
  });
  const memberships = Object.entries(posts).flatMap(([userId, held]) =>
    held.map(([unitId, role]) => ({ userId, unitId, role })),
  );
  await prisma.membership.createMany({ data: memberships });
  await prisma.expert.createMany({
    data: memberships
      .filter(({ role }) => role === 'expert')
      .map(({ userId, unitId }) => ({ userId, unitId, fields: [] })),
  });
}
