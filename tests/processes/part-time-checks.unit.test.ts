import { describe, expect, test } from 'vitest';
import type { PartTimeForm } from '../../processes/part-time-income/form.ts';
import type { CheckContext } from '../../processes/process.ts';
import { dazu, levelsOf } from './dazu.ts';
import { heldPost, partTimeFindings } from './part-time.ts';

type Change = (form: PartTimeForm) => void;

const levels = (rule: string, change?: Change, context?: Partial<CheckContext>) =>
  levelsOf(partTimeFindings(change, context), rule);

const messageOf = (rule: string, change?: Change, context?: Partial<CheckContext>) =>
  partTimeFindings(change, context).find((finding) => finding.rule === rule)?.message.zh;

/** Dazu's policy with another value somewhere. */
const policyWith = (change: (posts: ReturnType<typeof dazu>['processes']['part-time-income']) => void) => {
  const policy = dazu();
  change(policy.processes['part-time-income']);
  return { policy };
};

test('an application in order keeps every rule, each with its clause and both languages', () => {
  const findings = partTimeFindings();
  expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual([
    'standing',
    'host-code',
    'negative-list',
    'relation',
    'post-dates',
    'term',
    'beforehand',
    'hours',
    'paid-posts',
    'work-time',
    'same-host',
    'paid-tutoring',
    'pay',
    'evidence',
    'pledge',
  ]);
  expect(findings.every(({ clause, message }) => clause && message.zh && message.en)).toBe(true);
});

describe('term', () => {
  const term = (from: string, to: string): Change => {
    return ({ post }) => Object.assign(post, { from, to });
  };

  test.each([
    ['the same day', '2027-03-01', '2027-03-01', 'ok post.to'],
    ['the day before', '2027-03-01', '2027-02-28', 'error post.to'],
    ['one that is over', '2026-01-01', '2026-11-23', 'error post.to'],
    ['one that ends today', '2026-01-01', '2026-11-24', 'ok post.to'],
  ])('%s', (_, from, to, level) => expect(levels('post-dates', term(from, to))).toEqual([level]));

  test.each([
    ['three years to the day', '2027-01-01', '2029-12-31', 'ok post.to'],
    ['one day more', '2027-01-01', '2030-01-01', 'error post.to'],
    ['from 29 February', '2028-02-29', '2031-02-27', 'ok post.to'],
    ['from 29 February, one day more', '2028-02-29', '2031-02-28', 'error post.to'],
  ])('%s', (_, from, to, level) => expect(levels('term', term(from, to))).toEqual([level]));

  test('an end before the start is said once', () => {
    const findings = partTimeFindings(term('2027-03-01', '2027-02-01'));
    expect(findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toEqual(['post-dates']);
    expect(messageOf('post-dates', term('2027-03-01', '2027-02-01'))).toBe(
      '结束日期 2027-02-01 早于起始日期 2027-03-01',
    );
  });

  test('one that has begun is for a person', () => {
    expect(levels('beforehand', term('2026-11-25', '2027-11-24'))).toEqual(['ok post.from']);
    expect(levels('beforehand', term('2026-11-24', '2027-11-23'))).toEqual(['warning post.from']);
  });
});

describe('hours a week', () => {
  const hours = (hoursPerWeek: number, workingTimeHours = 0): Change => {
    return ({ post }) => Object.assign(post, { hoursPerWeek, workingTimeHours });
  };

  test.each([
    [0, 'error post.hoursPerWeek'],
    [0.5, 'ok post.hoursPerWeek'],
    [40, 'ok post.hoursPerWeek'],
    [40.5, 'error post.hoursPerWeek'],
    [80, 'error post.hoursPerWeek'],
  ])('%f', (week, level) => expect(levels('hours', hours(week))).toEqual([level]));

  test('no more in working time than in all', () => {
    expect(levels('hours', hours(4, 4))).toEqual(['ok post.hoursPerWeek']);
    expect(levels('hours', hours(4, 4.5))).toEqual(['error post.workingTimeHours']);
  });
});

describe('the limits over all posts', () => {
  const three = [1, 2, 3].map((n) =>
    heldPost({ number: `JZ-2026-000${n}`, hostName: `企业${n}`, workTimeMinutesAWeek: 0 }),
  );

  test('three paid posts at once are possible, a fourth is not; its reason names the day and the others', () => {
    expect(levels('paid-posts', undefined, { posts: three.slice(1) })).toEqual(['ok']);
    expect(levels('paid-posts', undefined, { posts: three })).toEqual(['error pay.paid']);
    expect(messageOf('paid-posts', undefined, { posts: three })).toBe(
      '2027-01-01 起同时取酬的兼职 4 个，上限 3 个（同期：JZ-2026-0001、JZ-2026-0002、JZ-2026-0003）',
    );
  });

  test('an unpaid one is not counted, nor does it count others', () => {
    const unpaid: Change = ({ pay }) => Object.assign(pay, { paid: false, yearlyFen: 0 });
    expect(levels('paid-posts', unpaid, { posts: three })).toEqual(['ok']);
    expect(levels('paid-posts', undefined, { posts: [...three.slice(1), heldPost({ paid: false })] })).toEqual(['ok']);
  });

  test('posts that follow each other are never added up', () => {
    const [one, two, next] = three.map((post, index) =>
      heldPost({
        ...post,
        startsOn: ['2027-01-01', '2027-01-01', '2028-01-01'][index],
        endsOn: ['2027-12-31', '2027-12-31', '2028-12-31'][index],
      }),
    );
    expect(levels('paid-posts', undefined, { posts: [one!, two!, next!] })).toEqual(['ok']);
    expect(levels('paid-posts', undefined, { posts: [one!, two!, { ...next!, startsOn: '2027-12-31' }] })).toEqual([
      'error pay.paid',
    ]);
  });

  test.each([
    [240, 'ok'],
    [270, 'error post.workingTimeHours'],
  ])('eight hours of working time a week over all: %i minutes beside four hours', (minutes, level) =>
    expect(levels('work-time', undefined, { posts: [heldPost({ workTimeMinutesAWeek: minutes })] })).toEqual([level]),
  );

  test('working time is added up on the busiest day only', () => {
    const spring = heldPost({
      hostName: '企业1',
      startsOn: '2027-01-01',
      endsOn: '2027-06-30',
      workTimeMinutesAWeek: 150,
    });
    const autumn = heldPost({
      hostName: '企业2',
      startsOn: '2027-07-01',
      endsOn: '2027-12-31',
      workTimeMinutesAWeek: 180,
    });
    expect(levels('work-time', undefined, { posts: [spring, autumn] })).toEqual(['ok']);
    const longer = { ...spring, endsOn: '2027-07-01' };
    expect(messageOf('work-time', undefined, { posts: [longer, { ...autumn, number: 'JZ-2026-0002' }] })).toBe(
      '2027-07-01 起每周占用工作时间共 9.5 小时，上限 8 小时（同期：JZ-2026-0001、JZ-2026-0002）',
    );
  });

  test('what is too much already is nothing to a post outside working time', () => {
    const free: Change = ({ post }) => Object.assign(post, { workingTimeHours: 0 });
    expect(levels('work-time', free, { posts: [heldPost({ workTimeMinutesAWeek: 600 })] })).toEqual(['ok']);
  });

  test('posts that the form names count, but not twice when they are registered', () => {
    const named: Change = ({ otherPosts }) => {
      otherPosts.held = [
        { host: '双桥汽车零部件有限公司', from: '2027-01-01', to: '2027-06-30', workingTimeHours: 4, paid: true },
      ];
    };
    expect(levels('work-time', named)).toEqual(['ok']);
    const [twice] = [[heldPost({ workTimeMinutesAWeek: 240 })]];
    expect(levels('work-time', named, { posts: twice })).toEqual(['ok']);
    const more: Change = (form) => {
      named(form);
      form.otherPosts.held[0]!.workingTimeHours = 4.5;
    };
    expect(levels('work-time', more)).toEqual(['error post.workingTimeHours']);
  });

  test('posts that are only applied for warn: whichever is registered first counts', () => {
    const applied = three.map((post) => ({ ...post, registered: false }));
    expect(levels('paid-posts', undefined, { posts: applied })).toEqual(['warning pay.paid']);
    expect(messageOf('paid-posts', undefined, { posts: applied })).toMatch(/^如在办申请也获备案：2027-01-01 起/u);
  });

  test('the same host twice in the same days, by its code or by its name however it is written', () => {
    const by = (held: Parameters<typeof heldPost>[0]) => levels('same-host', undefined, { posts: [heldPost(held)] });
    expect(by({ hostName: '另一名称', hostCode: '91500225MA5U8K3T2P' })).toEqual(['error host.name']);
    expect(by({ hostName: '龙水五金智造有限公司（　）' })).toEqual(['error host.name']);
    expect(by({ hostName: '龙水五金智造有限公司', hostCode: '91500111MA60L9Q7XM' })).toEqual(['ok']);
    expect(by({ hostName: '龙水五金智造有限公司', startsOn: '2025-01-01', endsOn: '2026-12-31' })).toEqual(['ok']);
  });

  test('are the numbers of the policy', () => {
    const one = policyWith((posts) => (posts.limits.paidPosts.atMost = 1));
    expect(levels('paid-posts', undefined, { ...one, posts: [heldPost()] })).toEqual(['error pay.paid']);
    const less = policyWith((posts) => (posts.limits.workTime.hoursAWeekAtMost = 3.5));
    expect(levels('work-time', undefined, less)).toEqual(['error post.workingTimeHours']);
  });

  test('rows of other posts end after they begin', () => {
    const change: Change = ({ otherPosts }) => {
      otherPosts.held = [{ host: '企业', from: '2027-02-01', to: '2027-01-01', workingTimeHours: 1, paid: false }];
    };
    expect(levels('other-posts', change)).toEqual(['error otherPosts.held.0.to']);
  });
});

describe('who may not', () => {
  test("a leader's post is unpaid, without equity", () => {
    const leader = (pay: Partial<PartTimeForm['pay']>): Change => {
      return (form) => {
        form.teacher.leader = true;
        Object.assign(form.pay, pay);
      };
    };
    expect(levels('leader-unpaid', leader({}))).toEqual(['error pay.paid']);
    expect(levels('leader-unpaid', leader({ paid: false, yearlyFen: 0, equityFen: 1 }))).toEqual(['error pay.paid']);
    expect(levels('leader-unpaid', leader({ paid: false, yearlyFen: 0 }))).toEqual(['ok pay.paid']);
    expect(levels('leader-unpaid')).toEqual([]);
  });

  test.each(['probation', 'sanction'] as const)('nobody on %s, its last day included, with its clause', (standing) => {
    const until = (standingUntil?: string): Change => {
      return ({ teacher }) => Object.assign(teacher, { standing, ...(standingUntil && { standingUntil }) });
    };
    expect(levels('standing', until())).toEqual(['error teacher.standingUntil']);
    expect(levels('standing', until('2026-11-24'))).toEqual(['error teacher.standing']);
    expect(levels('standing', until('2026-11-23'))).toEqual(['ok teacher.standing']);
    const found = partTimeFindings(until('2026-12-01')).find(({ rule }) => rule === 'standing');
    expect(found?.clause).toMatch(standing === 'probation' ? /试用期/u : /处分/u);
  });

  test('paid tutoring is refused with its clause; duties that read like it are for a person', () => {
    const said = partTimeFindings(({ post }) => (post.paidTutoring = true)).find(
      ({ rule }) => rule === 'paid-tutoring',
    );
    expect(said).toMatchObject({
      level: 'error',
      path: 'post.paidTutoring',
      clause: expect.stringContaining('有偿补课'),
    });
    expect(levels('paid-tutoring', ({ post }) => (post.duties = '初中数学学科辅导'))).toEqual(['warning post.duties']);
  });
});

describe('the host', () => {
  test('has a code in mainland China; one abroad without it says why and proves itself', () => {
    const without: Change = ({ host }) => delete host.creditCode;
    const abroad: Change = (form) => {
      without(form);
      Object.assign(form.host, { place: 'abroad' });
    };
    const explained: Change = (form) => {
      abroad(form);
      form.host.noCodeReason = '德国注册的有限公司';
    };
    expect(levels('host-code', without)).toEqual(['error host.creditCode']);
    expect(levels('host-code', abroad)).toEqual(['error host.noCodeReason']);
    expect(levels('host-code', explained)).toEqual(['ok host.creditCode']);
    expect(levels('evidence', explained)).toEqual(['error evidence.foreignHost']);
    const proved: Change = (form) => {
      explained(form);
      form.evidence.foreignHost = form.evidence.agreement;
    };
    expect(partTimeFindings(proved).filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  test.each([
    ['by code', { creditCode: '91500225MA5U8K3T2P' }],
    ['by name', {}],
    ['until a day included', { until: '2026-11-24' }],
  ])('on the negative list %s is refused with its clause', (_, entry) => {
    const listed = policyWith((posts) =>
      posts.negativeList.hosts.push({
        name: { zh: '龙水五金智造有限公司', en: 'Longshui' },
        reason: { zh: '拖欠实习报酬', en: 'does not pay interns' },
        clause: '三(二)3；第 7 批',
        ...entry,
      }),
    );
    const found = partTimeFindings(undefined, listed).filter(({ rule }) => rule === 'negative-list');
    expect(found).toMatchObject([{ level: 'error', path: 'host.name', clause: '三(二)3；第 7 批' }]);
  });

  test('whose time on the list is over is not', () => {
    const over = policyWith((posts) =>
      posts.negativeList.hosts.push({
        name: { zh: '龙水五金智造有限公司', en: 'Longshui' },
        until: '2026-11-23',
        reason: { zh: '—', en: '—' },
        clause: '三(二)3',
      }),
    );
    expect(levels('negative-list', undefined, over)).toEqual(['ok']);
  });

  test('of a sector in which no post is possible, or of none', () => {
    const sector = (id: string) =>
      partTimeFindings(({ host }) => (host.sector = id)).filter(({ rule }) => rule === 'negative-list');
    expect(sector('xueke-peixun')).toMatchObject([
      { level: 'error', path: 'host.sector', clause: expect.stringContaining('有偿补课') },
    ]);
    expect(sector('no-such')).toMatchObject([{ level: 'error', path: 'host.sector' }]);
  });

  test('is not the own school; business with it is for a person', () => {
    expect(levels('relation', ({ host }) => (host.name = '重庆市大足职业教育中心'))).toEqual(['error host.name']);
    expect(levels('relation', ({ host }) => (host.relation = 'supplier'))).toEqual(['warning host.relation']);
    expect(levels('relation', ({ host }) => (host.relation = 'founded'))).toEqual(['warning host.relation']);
  });
});

describe('pay and evidence', () => {
  const pay = (change: Partial<PartTimeForm['pay']>): Change => {
    return (form) => Object.assign(form.pay, change);
  };

  test.each([
    ['paid for nothing', pay({ yearlyFen: 0 }), 'error pay.yearlyFen'],
    ['paid in equity alone', pay({ yearlyFen: 0, equityFen: 1, equityTerms: '2 %' }), 'ok pay.yearlyFen'],
    ['equity without its terms', pay({ equityFen: 1 }), 'error pay.equityTerms'],
    ['unpaid with an amount', pay({ paid: false }), 'error pay.paid'],
    ['unpaid', pay({ paid: false, yearlyFen: 0 }), 'ok pay.yearlyFen'],
  ])('%s', (_, change, level) => expect(levels('pay', change)).toEqual([level]));

  test.each([
    ['agreement', () => {}],
    ['hostLicence', () => {}],
    ['injuryInsurance', () => {}],
    ['equity', pay({ equityFen: 100, equityTerms: '2 %' })],
    ['ownEnterprise', ({ host }) => (host.kind = 'own-enterprise')],
  ] as [keyof PartTimeForm['evidence'], Change][])('%s is asked for where it matters', (slot, situation) => {
    const change: Change = (form) => {
      situation(form);
      form.evidence[slot] = [];
    };
    expect(levels('evidence', change)).toEqual([`error evidence.${slot}`]);
  });

  test('insurance paid by the school needs no proof, and a pledge is made', () => {
    const bySchool: Change = (form) => {
      form.terms.injuryInsurance = 'school';
      form.evidence.injuryInsurance = [];
    };
    expect(levels('evidence', bySchool)).toEqual(['ok']);
    expect(levels('pledge', ({ pledge }) => (pledge.accepted = false))).toEqual(['error pledge.accepted']);
  });
});

describe('renewal', () => {
  const renews: Change = ({ renewal }) => (renewal.of = 'JZ-2024-0007');
  const held = heldPost({
    number: 'JZ-2024-0007',
    hostName: '龙水五金智造有限公司',
    startsOn: '2024-01-01',
    endsOn: '2026-12-31',
  });

  test('follows the post that it names, from ninety days before its end on', () => {
    expect(levels('renewal', renews, { posts: [held] })).toEqual(['ok renewal.of']);
    const opens = (today: string) => levels('renewal', renews, { posts: [held], today });
    expect(opens('2026-10-02')).toEqual(['ok renewal.of']);
    expect(opens('2026-10-01')).toEqual(['error renewal.of']);
    expect(opens('2026-12-31')).toEqual(['ok renewal.of']);
    expect(opens('2027-01-01')).toEqual(['error renewal.of']);
  });

  test('is of an own post that lasts, at the same host', () => {
    expect(levels('renewal', renews)).toEqual(['error renewal.of']);
    expect(levels('renewal', renews, { posts: [{ ...held, registered: false }] })).toEqual(['error renewal.of']);
    expect(levels('renewal', renews, { posts: [{ ...held, hostName: '别的企业' }] })).toEqual(['error renewal.of']);
    expect(levels('renewal')).toEqual([]);
  });

  test('that overlaps the post it renews is the same host twice', () => {
    const early: Change = (form) => {
      renews(form);
      form.post.from = '2026-12-31';
    };
    expect(levels('same-host', early, { posts: [held] })).toEqual(['error host.name']);
    expect(levels('same-host', renews, { posts: [held] })).toEqual(['ok']);
  });
});
