/** The fund as a child would keep it: a few heaps of coins. What the ledger answers is compared with what happens here. */
import type { Act, Answer } from './acts.ts';

interface CaseHeaps {
  reserved: Map<number, number>;
  committed: Map<number, number>;
  paid: Map<number, number>;
  clawed: Map<number, number>;
  orders: Map<number, { amountFen: number; state: 'out' | 'paid' | 'closed' }>;
  /** What was done once, with its amount. */
  once: Map<string, number>;
}

export class FundModel {
  readonly available = new Map<number, number>();
  readonly cases = new Map<string, CaseHeaps>();
  readonly vouchers = new Set<string>();
  given = 0;

  apply(act: Act): Answer {
    switch (act.act) {
      case 'give':
        add(this.available, act.year, act.amountFen);
        this.given += act.amountFen;
        return 'given';
      case 'carry-over': {
        const left = this.available.get(act.year) ?? 0;
        if (left < act.amountFen) return `short ${left}`;
        add(this.available, act.year, -act.amountFen);
        add(this.available, act.year + 1, act.amountFen);
        return 'carried over';
      }
      case 'reserve':
        return this.reserve(act);
      case 'commit': {
        const heaps = this.of(act.caseId);
        const before = heaps.once.get('commit');
        if (before !== undefined) return `committed ${before}`;
        const amount = total(heaps.reserved);
        if (amount === 0) return 'refused';
        pour(heaps.reserved, heaps.committed);
        heaps.once.set('commit', amount);
        return `committed ${amount}`;
      }
      case 'release': {
        const heaps = this.of(act.caseId);
        for (const order of heaps.orders.values()) if (order.state === 'out') order.state = 'closed';
        const before = heaps.once.get('release');
        if (before !== undefined) return `released ${before}`;
        const amount = total(heaps.reserved) + total(heaps.committed);
        pour(heaps.reserved, this.available);
        pour(heaps.committed, this.available);
        if (amount > 0) heaps.once.set('release', amount);
        return `released ${amount}`;
      }
      case 'pay':
        return this.pay(act);
      case 'return-order': {
        const order = this.order(act);
        if (order.state === 'out') order.state = 'closed';
        return 'returned';
      }
      case 'claw-back': {
        const heaps = this.of(act.caseId);
        if (heaps.once.has('claw-back')) return 'clawed-back';
        const paid = total(heaps.paid);
        if (paid < act.amountFen) return `short ${paid}`;
        take(heaps.paid, act.amountFen, heaps.clawed);
        heaps.once.set('claw-back', act.amountFen);
        return 'clawed-back';
      }
      case 'recover': {
        const heaps = this.of(act.caseId);
        const before = heaps.once.get('recover');
        if (before !== undefined) return `recovered ${before}`;
        const amount = total(heaps.clawed);
        if (amount === 0) return 'refused';
        if (this.vouchers.has(act.voucher)) return 'voucher-used';
        this.vouchers.add(act.voucher);
        pour(heaps.clawed, this.available);
        heaps.once.set('recover', amount);
        return `recovered ${amount}`;
      }
    }
  }

  private reserve(act: Extract<Act, { act: 'reserve' }>): Answer {
    const { reserved, once } = this.of(act.caseId);
    const key = `reserve ${act.attempt}`;
    if (once.has(key)) return 'reserved';
    const held = reserved.get(act.year) ?? 0;
    const left = this.available.get(act.year) ?? 0;
    if (act.amountFen - held > left) return `short ${left}`;
    if (held === act.amountFen && total(reserved) === held) return 'reserved';
    pour(reserved, this.available);
    add(this.available, act.year, -act.amountFen);
    reserved.set(act.year, act.amountFen);
    once.set(key, act.amountFen);
    return 'reserved';
  }

  private pay(act: Extract<Act, { act: 'pay' }>): Answer {
    const order = this.order(act);
    const { committed, paid } = this.of(act.caseId);
    if (order.state === 'paid') return 'paid';
    if (order.state === 'closed' || total(committed) < order.amountFen) return 'refused';
    if (this.vouchers.has(act.voucher)) return 'voucher-used';
    this.vouchers.add(act.voucher);
    take(committed, order.amountFen, paid);
    order.state = 'paid';
    return 'paid';
  }

  private order({ caseId, attempt, amountFen }: { caseId: string; attempt: number; amountFen: number }) {
    const { orders } = this.of(caseId);
    const order = orders.get(attempt) ?? { amountFen, state: 'out' as const };
    orders.set(attempt, order);
    return order;
  }

  private of(caseId: string): CaseHeaps {
    const known = this.cases.get(caseId);
    if (known) return known;
    const heaps: CaseHeaps = {
      reserved: new Map(),
      committed: new Map(),
      paid: new Map(),
      clawed: new Map(),
      orders: new Map(),
      once: new Map(),
    };
    this.cases.set(caseId, heaps);
    return heaps;
  }
}

type Heap = Map<number, number>;

export const total = (heap: Heap): number => [...heap.values()].reduce((sum, each) => sum + each, 0);

const add = (heap: Heap, year: number, amountFen: number) => void heap.set(year, (heap.get(year) ?? 0) + amountFen);

function pour(from: Heap, to: Heap): void {
  for (const [year, amountFen] of from) add(to, year, amountFen);
  from.clear();
}

/** The oldest year's money first. */
function take(from: Heap, amountFen: number, to: Heap): void {
  let left = amountFen;
  for (const year of [...from.keys()].toSorted((a, b) => a - b)) {
    const part = Math.min(left, from.get(year) ?? 0);
    add(from, year, -part);
    add(to, year, part);
    left -= part;
  }
}
