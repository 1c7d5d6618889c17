/** What the registers of the demo hold: schools, programs, head counts and the certificates of years past, so that the dashboard has something to say. Names and numbers are invented. */
import type { Prisma } from './client.ts';

type Level = 'secondary' | 'higher' | 'undergraduate';

interface DemoSchool {
  id: string;
  name: string;
  nameEn: string;
  level: Level;
  openedYear: number;
  /** Of this year; earlier years had a little fewer. */
  fullTime: number;
  students: number;
  /** Whole percent of the teachers who are certified by now. */
  certified: number;
  /** `code name industry?`; the industry by its id in the policy. */
  programs: string[];
}

const schools: DemoSchool[] = [
  school('dazu-zhijiao', '大足职教中心', 'Dazu Vocational Education Centre', 'secondary', 1984, 186, 5230, 71, [
    ...['660303 工业机器人技术应用 zhineng', '660102 机械加工技术 wujin', '700206 汽车运用与维修 qimo'],
    ...['660301 机电技术应用 zhineng', '730701 电子商务', '750105 工艺美术 wenchuang'],
  ]),
  school('shuangqiao-zhiye', '双桥职业学校', 'Shuangqiao Vocational School', 'secondary', 1992, 94, 2610, 48, [
    ...['660702 汽车制造与检测 qimo', '660103 模具制造技术 wujin', '710205 大数据技术应用 zhineng', '720301 护理'],
  ]),
  school('longshui-zhizhong', '龙水职业中学', 'Longshui Vocational School', 'secondary', 1988, 132, 3480, 63, [
    ...[
      '660106 焊接技术应用 wujin',
      '660107 金属表面处理技术应用 wujin',
      '680104 五金制品设计与制造 wujin',
      '740101 旅游服务与管理',
    ],
  ]),
  school('youting-zhizhong', '邮亭职业高级中学', 'Youting Vocational High School', 'secondary', 1995, 86, 2140, 39, [
    ...['620301 再生资源综合利用 jingmai', '670101 化学工艺 siyan', '730301 会计事务'],
  ]),
  school('sanqu-zhizhong', '三驱职业中学', 'Sanqu Vocational School', 'secondary', 1997, 74, 1890, 55, [
    ...['610102 现代农艺技术', '660302 智能设备运行与维护 zhineng', '690301 药品食品检验'],
  ]),
  school('shike-yishu', '石刻艺术职业学校', 'Dazu School of Stone Carving', 'secondary', 2004, 58, 1260, 69, [
    ...['750106 工艺美术（石雕） wenchuang', '760203 动漫与游戏制作 wenchuang', '750301 文物保护技术 wenchuang'],
  ]),
  school(
    'haitang-gongmao',
    '海棠工贸职业学院',
    'Haitang College of Industry and Trade',
    'higher',
    2009,
    512,
    21_460,
    60,
    [
      ...['460303 智能控制技术 zhineng', '460104 机械制造及自动化 wujin', '460702 新能源汽车技术 qimo'],
      ...['510205 大数据技术 zhineng', '530701 电子商务', '460113 模具设计与制造 wujin'],
    ],
  ),
  school('changzhou-yiyao', '昌州医药职业学院', 'Changzhou Medical College', 'higher', 2012, 438, 18_930, 52, [
    ...['520201 护理', '520301 药学', '470101 药品生产技术', '420802 环境监测技术 jingmai'],
  ]),
  school('longgang-keji', '龙岗科技职业学院', 'Longgang College of Technology', 'higher', 2014, 467, 19_740, 60, [
    ...['460609 无人机应用技术 zhineng', '460701 汽车制造与试验技术 qimo', '470201 应用化工技术 siyan'],
    ...['420803 资源综合利用技术 jingmai', '550101 艺术设计 wenchuang', '440501 工程造价'],
  ]),
  school(
    'tangcheng-daxue',
    '棠城职业技术大学',
    'Tangcheng Vocational University',
    'undergraduate',
    2001,
    566,
    22_580,
    67,
    [
      ...['260304 机器人技术 zhineng', '260701 汽车工程技术 qimo', '260101 机械设计制造及自动化 wujin'],
      ...['250102 产品设计 wenchuang', '230701 大数据与会计'],
    ],
  ),
];

/** Years the registers look back. */
const BACK = 4;

/** Given once: a register that holds programs is left alone. */
export async function seedDemoRegisters(prisma: Prisma): Promise<void> {
  if ((await prisma.program.count()) > 0) return;
  const year = new Date().getFullYear();
  await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('lianban.reason', '演示数据', true)`;
      for (const { id, name, nameEn, level, openedYear, fullTime, students, programs } of schools) {
        const unit = { name, nameEn, kind: 'school', level, openedYear };
        await tx.unit.upsert({ where: { id }, create: { id, ...unit }, update: { level, openedYear } });
        await tx.program.createMany({
          data: programs.map((text, index) => {
            const [code = '', programName = '', industry] = text.split(' ');
            const firstYear = Math.max(openedYear, year - 12 + index * 2);
            return { unitId: id, code, name: programName, level, industry: industry ?? null, firstYear };
          }),
        });
        for (let back = 0; back < BACK; back++) {
          const row = {
            fullTime: Math.round(fullTime * (1 - back * 0.02)),
            students: Math.round(students * (1 - back * 0.05)),
          };
          const key = { unitId: id, year: year - back };
          await tx.headCount.upsert({ where: { unitId_year: key }, create: { ...key, ...row }, update: row });
        }
      }
    },
    { timeout: 60_000 },
  );
  await prisma.certificate.createMany({ data: schools.flatMap((each) => certificatesOf(each, year)) });
}

/** Issued over the last four years, each for five: certificates from before the service, so they have no case. */
function certificatesOf({ id, fullTime, certified, level }: DemoSchool, year: number) {
  const count = Math.floor((fullTime * certified) / 100);
  return Array.from({ length: count }, (_, index) => {
    const issued = year - 3 + Math.min(3, Math.floor((index * 4.4) / count));
    const number = `DEMO-${id}-${String(index + 1).padStart(4, '0')}`;
    const expiresOn = `${issued + 5}-05-31`;
    return {
      ...{ number, caseId: number, checkCode: number, teacherId: number, teacherName: '演示教师', unitId: id },
      track: level === 'secondary' ? 'secondary' : 'higher',
      level: index % 5 === 0 ? 'senior' : index % 2 === 0 ? 'intermediate' : 'junior',
      ...{ subject: '演示数据', issuedOn: `${issued}-06-01`, expiresOn },
      expiresAt: new Date(`${expiresOn}T16:00:00Z`),
    };
  });
}

function school(
  id: string,
  name: string,
  nameEn: string,
  level: Level,
  openedYear: number,
  fullTime: number,
  students: number,
  certified: number,
  programs: string[],
): DemoSchool {
  return { id, name, nameEn, level, openedYear, fullTime, students, certified, programs };
}
