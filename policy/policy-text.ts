import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { checkPolicy, type PolicyProblem, type PolicyReport } from '../processes/policy-check.ts';

export interface PolicyTextProblem extends PolicyProblem {
  /** 1 is the first. Where a path is missing: the line of what it belongs to. */
  line: number;
}

export type PolicyTextReport = Extract<PolicyReport, { ok: true }> | { ok: false; problems: PolicyTextProblem[] };

/**
 * The policy in a file's text, or everything that is wrong with it, each with its line. Text that is no JSON, and a key that stands twice
 * (of which JSON silently takes the last), are told before the rules are looked at.
 */
export function checkPolicyText(text: string): PolicyTextReport {
  // Editors on Windows put a byte order mark in front; it is no character of the file's first line.
  const json = text.replace(/^\ufeff/u, '');
  const lineAt = (offset: number) => json.slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined || root === undefined) {
    const offset = first?.offset ?? 0;
    const column = offset - json.lastIndexOf('\n', offset - 1);
    const what = first === undefined ? 'EmptyFile' : printParseErrorCode(first.error);
    const rule = `第 ${lineAt(offset)} 行第 ${column} 列不是有效的 JSON / not valid JSON at line ${lineAt(offset)}, column ${column}: ${what}`;
    return { ok: false, problems: [{ path: '(file)', rule, line: lineAt(offset) }] };
  }
  const twice = keysTwice(root);
  if (twice.length > 0) {
    const rule = '同一项写了两次 / the same key stands twice';
    return { ok: false, problems: twice.map(({ path, offset }) => ({ path, rule, line: lineAt(offset) })) };
  }
  const report = checkPolicy(JSON.parse(json));
  if (report.ok) return report;
  return {
    ok: false,
    problems: report.problems.map((problem) => ({ ...problem, line: lineAt(nodeNear(root, problem.path).offset) })),
  };
}

function keysTwice(node: Node, path: (string | number)[] = []): { path: string; offset: number }[] {
  if (node.type === 'array') return (node.children ?? []).flatMap((child, index) => keysTwice(child, [...path, index]));
  if (node.type !== 'object') return [];
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (!key || !value) return [];
    const here = [...path, String(key.value)];
    const again = seen.has(key.value) ? [{ path: here.join('.'), offset: key.offset }] : [];
    seen.add(key.value);
    return [...again, ...keysTwice(value, here)];
  });
}

/** The node at a path, or the last one there is on the way to it. */
function nodeNear(root: Node, path: string): Node {
  let node = root;
  for (const key of path === '(root)' ? [] : path.split('.')) {
    const next = findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key]);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}
