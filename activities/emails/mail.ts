/** What a mail is made of: the facts its template gets and the blocks it is composed of. Templates are pure: facts in, mail out. */

export interface Mail {
  subject: string;
  html: string;
  text: string;
}

/** The office that writes, as shown in header and footer. */
export interface Office {
  name: string;
  nameEn: string;
  /** Root of all links, without a slash at the end. */
  publicUrl: string;
}

/** Colour of words; the words alone must say it too. */
export type Tone = 'plain' | 'near' | 'late';

/** One stage on the route (the look's signature). */
export interface Station {
  name: string;
  state: 'done' | 'now' | 'stopped' | 'future';
  /** E.g. 11月6日 同意, 剩余 2 个工作日, 预计 11月27日. */
  note?: string;
  tone?: Tone;
}

export interface Row {
  label: string;
  value: string;
}

/** What every mail about a case knows; personal values arrive masked. */
export interface MailCase {
  number: string;
  title: string;
  applicant: string;
  unit: string;
  route: Station[];
  keyFacts: Row[];
  /** The case's page. */
  link: string;
}

/** A remark that led to the mail. */
export interface Opinion {
  /** Who said it; a substitute as 乙 代 甲. */
  by: string;
  text: string;
}

export interface Button {
  label: string;
  href: string;
  tone: 'primary' | 'plain' | 'refuse';
}

export interface Item {
  title: string;
  /** Case number, stage, person. */
  under: string;
  /** 剩余 2 个工作日 / 今日到期 / 已超期 1 个工作日. */
  left: string;
  href: string;
}

export type Block =
  | { is: 'paragraph'; text: string }
  | { is: 'opinion'; opinion: Opinion }
  | { is: 'route'; stations: Station[] }
  | { is: 'facts'; rows: Row[] }
  | { is: 'buttons'; lead: string; buttons: Button[] }
  | { is: 'link'; label: string; href: string }
  | { is: 'items'; heading: string; tone: Tone; items: Item[]; more?: string }
  | { is: 'note'; text: string };

/** A letter before it is laid out. */
export interface Letter {
  office: Office;
  subject: string;
  /** Small line over the heading: the case number, or a date. */
  over: string;
  heading: string;
  /** Line under the heading: unit · person · due. */
  under?: string;
  blocks: Block[];
  /** One English sentence for a reader without Chinese. */
  english: string;
  /** Why the reader gets this. */
  because: string;
}

const SUBJECT_LENGTH = 40;

/**
 * Subject of at most 40 characters: the verb and the case number always whole, the title cut if need be.
 * `subjectLine('请办理', '陈素兰：中职中级双师型教师认定', 'SS-2026-0017')` → 【联办】请办理｜陈素兰：中职中级双师型教师认定（SS-2026-0017）
 */
export function subjectLine(verb: string, title: string, number?: string): string {
  const start = `【联办】${oneLine(verb)}`;
  const end = number ? `（${oneLine(number)}）` : '';
  const clean = oneLine(title);
  if (clean === '') return start + end;
  return `${start}｜${cut(clean, SUBJECT_LENGTH - [...start, ...end].length - 1)}${end}`;
}

/** Control characters, line breaks and the marks that turn writing direction become spaces: a name cannot forge a line of the mail. */
export const oneLine = (text: string) =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, Math.max(1, length - 1)).join('')}…`;
}
