import type { ActionItem } from './action-item.ts';
import { meanwhile } from './item-acts.ts';
import type { Step } from './in-order.ts';
import { conclude } from './review.ts';

/** 认领: the lead's contact takes the item on, or sends it back to the secretariat with a reason. Whoever takes it on is its contact. */
export const itemAcceptance = (slug: string, item: ActionItem): Step => ({
  slug,
  async run(file, resumes) {
    const visit = file.enter(file.stage(slug, 'review'), 'in-review', resumes);
    file.push({ kind: 'open-item' });
    file.assign(visit, { purpose: 'decide', holder: item.contact });
    for (;;) {
      const turn = await file.turn();
      if (turn.kind === 'ended') return turn;
      if (turn.kind === 'item') meanwhile(file, item, turn.message);
      if (turn.kind !== 'decided') continue;
      const { actor, remarkId, verdict } = turn.decision;
      if (verdict === 'approve') {
        const contactId = actor.onBehalfOf ?? actor.userId;
        item.actsForLead(actor);
        item.contact = { kind: 'person', userId: contactId };
        item.writes({ kind: 'accepted', actor, remarkId }, { moves: { contactId } });
        for (const { holder } of item.stage.supporting)
          file.push({ kind: 'notify', notification: 'item-supporting', to: { holder }, ...visit });
      }
      return conclude(file, visit, turn.decision);
    }
  },
});
