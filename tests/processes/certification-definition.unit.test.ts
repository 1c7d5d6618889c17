import { describe, expect, expectTypeOf, test } from 'vitest';
import type { EventKind as WrittenEventKind } from '../../activities/cases/transition.ts';
import { allProcesses, processBySlug } from '../../processes/catalogue.ts';
import { type EventKind, eventNames } from '../../processes/event-names.ts';
import { maskBankAccount, maskIdNumber, maskName, maskPhone } from '../../processes/masks.ts';
import * as names from '../../processes/names.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { teacherCertification } from '../../processes/teacher-certification/definition.ts';
import { application, dazu, FILE, policyFile } from './dazu.ts';

const rules = () => teacherCertification.rules(dazu(), { unitId: 'dazu-zhijiao' }, application());

describe('the rules that a certification carries', () => {
  test('are its stages in order, each with holder, deadline and clause', () => {
    expect(rules().stages.map(({ kind, slug, name, deadline }) => [kind, slug, name.zh, deadline])).toEqual([
      ['review', 'school-review', '学校初审', { workingDays: 5 }],
      ['panel', 'expert-panel', '专家评议', { workingDays: 15 }],
      ['notice', 'public-notice', '公示', { workingDays: 5 }],
      ['review', 'bureau-decision', '区教委认定', { workingDays: 10 }],
      ['certificate', 'certificate', '发证', { workingDays: 5 }],
    ]);
    expect(rules().stages.every(({ clause }) => clause.startsWith('三(三)2'))).toBe(true);
  });

  test('put the school review with the reviewer of the applicant’s own school', () => {
    expect(rules().stages[0]).toMatchObject({ holder: { kind: 'role', unitId: 'dazu-zhijiao', role: 'reviewer' } });
    const elsewhere = teacherCertification.rules(dazu(), { unitId: 'longshui' }, application());
    expect(elsewhere.stages[0]).toMatchObject({ holder: { unitId: 'longshui' } });
    expect(elsewhere.stages[3]).toMatchObject({ holder: { unitId: 'jiaowei', role: 'reviewer' } });
  });

  test('let the panel vote by two thirds of five, and a leader decide on a revocation', () => {
    expect(rules().stages[1]).toMatchObject({
      seats: 5,
      method: { kind: 'vote', passNumerator: 2, passDenominator: 3 },
    });
    expect(rules().stages[4]).toMatchObject({
      validYears: 5,
      numberPrefix: 'DZSS',
      proposer: { unitId: 'jiaowei', role: 'reviewer' },
      revocation: { kind: 'review', slug: 'revocation', holder: { unitId: 'jiaowei', role: 'leader' } },
    });
  });

  test('carry the terms of the policy, in milliseconds where a case needs them', () => {
    expect(rules()).toMatchObject({
      policyVersion: 'dazu-2026.3',
      correction: { deadline: { workingDays: 10 }, stopsClock: true, lapses: true },
      urgeIntervalMs: 4 * 3_600_000,
      spreadMs: 3_600_000,
      administrator: { kind: 'role', unitId: 'jiaowei', role: 'administrator' },
    });
  });

  test('are plain JSON without clauses of the policy file that no stage needs', () => {
    expect(JSON.parse(JSON.stringify(rules()))).toEqual(rules());
    expect(JSON.stringify(rules()).length).toBeLessThan(6000);
  });

  test('take a trial’s durations', () => {
    const file = policyFile();
    file.processes['teacher-certification'].notice.deadline = { duration: 'PT3S' };
    expect(teacherCertification.rules(parsePolicy(file), { unitId: 'x' }, application()).stages[2]?.deadline).toEqual({
      duration: 'PT3S',
    });
  });
});

describe('what leaves the form', () => {
  const form = application();
  const { idNumber, name } = form.applicant;

  test('routing facts name nobody', () => {
    expect(teacherCertification.facts(form)).toEqual({
      track: 'secondary',
      level: 'intermediate',
      post: 'full-time',
      courseType: 'professional',
    });
  });

  test('key facts are five at most, without the ID number', () => {
    const facts = teacherCertification.keyFacts(form);
    expect(facts.map(({ label, value }) => `${label.zh}：${value}`)).toEqual([
      '申请人：陈思远',
      '学校：重庆市大足职业教育中心',
      '申报等级：中职中级',
      '任教：数控技术应用（专任，专业课，12 年）',
      '企业实践：2 段，合并重叠后共 242 天',
    ]);
    expect(JSON.stringify(facts)).not.toContain(idNumber.slice(6, 14));
  });

  test('the public notice says who, where, what and which level, and nothing else of the form', () => {
    const text = JSON.stringify(teacherCertification.publicFacts(form));
    for (const shown of [name, form.applicant.school, form.employment.subject, '中职中级'])
      expect(text).toContain(shown);
    for (const hidden of [idNumber.slice(0, 6), idNumber.slice(-4), form.applicant.teacherLicence!, FILE, '讲师'])
      expect(text).not.toContain(hidden);
  });

  test('the masked form hides the ID number and leaves the form itself alone', () => {
    const masked = teacherCertification.masked(form);
    expect(masked.applicant.idNumber).toBe('500225********0018');
    expect({ ...masked, applicant: { ...masked.applicant, idNumber } }).toEqual(form);
    expect(form.applicant.idNumber).toBe(idNumber);
  });

  test('the title says who applies for what', () => {
    expect(teacherCertification.title(form)).toBe('陈思远：中职中级双师型教师认定');
  });

  test('each file is named once', () => {
    expect(teacherCertification.fileIds(form)).toEqual([FILE]);
  });

  test('those who share a result are found however their names are separated', () => {
    const shared = (coOwners: string) => {
      const changed = application();
      changed.achievements.results[0]!.coOwners = coOwners;
      return teacherCertification.relatedNames?.(changed);
    };
    expect(shared('王芳、刘洋，李强;赵敏；王芳')).toEqual(['王芳', '刘洋', '李强', '赵敏']);
    expect(shared('王芳 刘洋\n买买提·艾力')).toEqual(['王芳', '刘洋', '买买提·艾力']);
    expect(shared('John Smith, 陈思远')).toEqual(['John Smith']);
    expect(shared('')).toEqual([]);
  });

  test('the certificate says holder, track, level and subject', () => {
    expect(teacherCertification.certificate?.(form)).toEqual({
      holderName: '陈思远',
      track: 'secondary',
      level: 'intermediate',
      subject: '数控技术应用',
    });
  });
});

describe('the catalogue', () => {
  test('finds a process by its slug and nothing else', () => {
    expect(processBySlug('teacher-certification')).toBe(teacherCertification);
    for (const slug of ['', 'constructor', '__proto__', 'Teacher-Certification'])
      expect(processBySlug(slug)).toBeUndefined();
  });

  test('has no slug and no prefix twice', () => {
    expect(new Set(allProcesses.map(({ slug }) => slug)).size).toBe(allProcesses.length);
    expect(new Set(allProcesses.map(({ prefix }) => prefix)).size).toBe(allProcesses.length);
  });
});

describe('masks', () => {
  test.each([
    [maskIdNumber, '500225198803120018', '500225********0018'],
    [maskIdNumber, '5002250018', '**********'],
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '1381', '****'],
    [maskBankAccount, '6222021234567890123', '***************0123'],
    [maskBankAccount, '123', '***'],
    [maskName, '张三', '张*'],
    [maskName, '张小三', '张*三'],
    [maskName, '欧阳娜娜', '欧**娜'],
    [maskName, '张', '*'],
    [maskName, '𠮷田', '𠮷*'],
    [maskName, 'John Smith', 'J*** S***'],
    [maskName, '', ''],
  ])('%o of %s: %s', (mask, text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

describe('names', () => {
  test('are there in both languages and said of one thing only in their list', () => {
    for (const [list, words] of Object.entries({ ...names, eventNames })) {
      const labels = Object.values(words);
      expect(
        labels.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && /^[A-Z]/.test(en)),
        list,
      ).toBe(true);
      expect(new Set(labels.map(({ zh }) => zh)).size, list).toBe(labels.length);
      expect(new Set(labels.map(({ en }) => en)).size, list).toBe(labels.length);
    }
  });

  test('name every event that is written, and no other (checked by the compiler)', () => {
    expectTypeOf<EventKind>().toEqualTypeOf<WrittenEventKind>();
  });
});
