import type { EngagementTerms } from '../process.ts';
import type { PartTimeForm } from './form.ts';
import type { PostTerms } from './limits.ts';

/** Routing facts: what a post is about, without a name. Hours in minutes a week. */
export const partTimeFacts = ({ teacher, host, post, pay, renewal }: PartTimeForm) => ({
  kind: host.kind,
  sector: host.sector,
  leader: teacher.leader,
  startsOn: post.from,
  endsOn: post.to,
  minutesAWeek: minutes(post.hoursPerWeek),
  workTimeMinutesAWeek: minutes(post.workingTimeHours),
  paid: pay.paid,
  ...(renewal.of && { renews: renewal.of }),
});

export const engagementTerms = (form: PartTimeForm): EngagementTerms => {
  const { host, post, pay } = form;
  return {
    hostName: host.name,
    ...(host.creditCode && { hostCode: host.creditCode }),
    sector: host.sector,
    postKind: host.kind,
    postTitle: post.title,
    startsOn: post.from,
    endsOn: post.to,
    minutesAWeek: minutes(post.hoursPerWeek),
    workTimeMinutesAWeek: minutes(post.workingTimeHours),
    paid: pay.paid,
    yearlyFen: pay.yearlyFen,
    equityFen: pay.equityFen,
    others: otherPosts(form),
  };
};

/** Posts that the form names and nobody registered here. */
export const otherPosts = ({ otherPosts: { held } }: PartTimeForm): (PostTerms & { hostName: string })[] =>
  held.map(({ host, from, to, workingTimeHours, paid }) => ({
    hostName: host,
    startsOn: from,
    endsOn: to,
    workTimeMinutesAWeek: minutes(workingTimeHours),
    paid,
  }));

// Half hours are whole minutes.
const minutes = (hours: number) => hours * 60;
