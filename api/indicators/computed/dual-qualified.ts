/** 双师型教师占比 (二(二), 三(三)2): full-time teachers with a valid certificate, of all full-time teachers, school by school. */
import type { Prisma } from '../../../prisma/client.ts';
import { levelNames } from '../../../processes/teacher-certification/words.ts';
import { shanghaiDate } from '../../../processes/working-days.ts';
import { type Computation, type Computed, lookedAt, notYet, nothingKnown, yearOf } from './computed.ts';
import { headCountOf, lacking, openIn, readSchools } from './schools.ts';

interface Certificate {
  number: string;
  unitId: string;
  teacherId: string;
  level: string;
  issuedOn: string;
  expiresOn: string;
  revokedAt: Date | null;
}

/** A certificate counts from its issue until it expires or is revoked: by date, so that every past year can be counted again. */
export const countDualQualified: Computation = async ({ prisma, today }) => {
  const [schools, counts, certificates] = await Promise.all([
    readSchools(prisma),
    prisma.headCount.findMany(),
    certificatesOfFullTimeTeachers(prisma),
  ]);
  const ofSchool = new Map<string, Certificate[]>();
  for (const each of certificates) ofSchool.set(each.unitId, [...(ofSchool.get(each.unitId) ?? []), each]);

  return (year): Computed => {
    if (year > yearOf(today)) return notYet(year);
    const day = lookedAt(year, today);
    const found = openIn(schools, year).map((school) => ({
      school,
      head: headCountOf(counts, school.id, year, today),
      // A teacher with two certificates is one teacher: the one that lasts longest stands for them.
      valid: onePerTeacher((ofSchool.get(school.id) ?? []).filter((each) => validOn(each, day))),
    }));
    const counted = found.flatMap(({ school, head, valid }) =>
      head
        ? [{ unitId: school.id, part: valid.length, whole: head.count.fullTime, ...(head.note && { note: head.note }) }]
        : [],
    );
    const without = found.filter(({ head }) => !head).map(({ school }) => school);
    const notes = lacking(without, { zh: '专任教师数', en: 'a number of full-time teachers' });
    if (counted.length === 0)
      return nothingKnown({
        zh: `${year} 年没有学校登记专任教师数`,
        en: `No school has its full-time teachers of ${year} registered`,
      });
    const sum = (pick: 'part' | 'whole') => counted.reduce((total, each) => total + each[pick], 0);
    return {
      known: { value: { kind: 'share', part: sum('part'), whole: sum('whole') } },
      byUnit: counted,
      notes,
      records: () =>
        found
          .filter(({ head }) => head)
          .flatMap(({ school, valid }) =>
            valid.map(({ number, level, expiresOn }) => ({
              unitId: school.id,
              what: number,
              detail: {
                zh: `${levelName(level).zh}，有效期至 ${expiresOn}`,
                en: `${levelName(level).en}, valid until ${expiresOn}`,
              },
              counts: true,
            })),
          ),
    };
  };
};

const levelName = (level: string) => levelNames[level as keyof typeof levelNames] ?? { zh: level, en: level };

const validOn = ({ issuedOn, expiresOn, revokedAt }: Certificate, day: string): boolean =>
  issuedOn <= day && expiresOn >= day && (revokedAt === null || shanghaiDate(revokedAt.getTime()) > day);

function onePerTeacher(certificates: Certificate[]): Certificate[] {
  const longest = new Map<string, Certificate>();
  for (const each of certificates) {
    const other = longest.get(each.teacherId);
    if (!other || other.expiresOn < each.expiresOn) longest.set(each.teacherId, each);
  }
  return [...longest.values()].toSorted((a, b) => a.number.localeCompare(b.number));
}

/** Part-time and outside teachers may be certified too; they are in neither part of the share. */
const certificatesOfFullTimeTeachers = (prisma: Prisma) => prisma.$queryRaw<Certificate[]>`
  SELECT t.number, t.unit_id AS "unitId", t.teacher_id AS "teacherId", t.level, t.issued_on AS "issuedOn",
    t.expires_on AS "expiresOn", t.revoked_at AS "revokedAt"
  FROM certificate t LEFT JOIN case_file c ON c.id = t.case_id
  WHERE coalesce(c.facts->>'post', 'full-time') = 'full-time'`;
