// Lines and problems in the reader's words.

import type { LineView, LogProblem, Role } from '../../crypto/port';
import { t, type Key } from '../../text/text';
import { kind_of, type ThreadOf } from './lines';

/** The text of a key that is put together; null where this version has no word for it. */
function named(key: string, given: Record<string, string | number> = {}): string | null {
  const text = (t as (key: Key, given: Record<string, string | number>) => string)(key as Key, given);
  return text === key ? null : text;
}

const dashed = (code: string): string => code.replaceAll(/[._]/g, '-');

/** A name, or what stands for one who has none. */
export function who_text({ person, role }: Pick<LineView, 'person' | 'role'>): string {
  return person ?? (role === 'operator' ? t('audit-who-operator') : t('audit-who-program'));
}

export function act_text(line: LineView): string {
  const name = who_text(line);
  return named(`audit-act-${dashed(line.act)}`, { name }) ?? t('audit-act-other', { name, act: line.act });
}

/** What else stands there: in which role, what for, which conversation, and what `sha256sum` says of a program. */
export function more_text(line: LineView): string {
  const role = line.person === null ? null : named(`desk-role-${line.role as Role}`);
  const purpose = line.purpose === 'none' ? null : named(`audit-for-${dashed(line.purpose)}`) ?? line.purpose;
  const digest = line.digest === null ? null : `SHA-256 ${line.digest}`;
  return [role, purpose, thread_text(line), digest].filter((part) => part !== null).join(' · ');
}

/** «gesprek 3 · opening 2», and never more. */
function thread_text({ thread, number, act }: LineView): string | null {
  if (thread === null) return null;
  const text = number === 0 ? t('audit-thread', { thread })
    : kind_of(act) === 'opened' ? t('audit-thread-opening', { thread, number }) : t('audit-thread-number', { thread, number });
  // One thing, in one line where there is room for it.
  return text.replaceAll(' ', '\u00a0');
}

/** What of a problem only the lines know: a number is missing, but from which conversation? */
function where_text({ kind, number }: LogProblem, threads: readonly ThreadOf[]): string {
  const concerned = threads.filter(({ missing, twice }) => (kind === 'gap' ? missing : twice).includes(number ?? 0));
  if (concerned.length === 0) return t('audit-thread-some');
  return concerned.map(({ thread }) => t('audit-thread', { thread })).join(', ');
}

export function problem_text(problem: LogProblem, threads: readonly ThreadOf[]): string {
  const [entry, number, name] = [problem.entry ?? 0, problem.number ?? 0, problem.person ?? t('audit-who-program')];
  switch (problem.kind) {
    case 'gap': return t('audit-wrong-gap', { number, where: where_text(problem, threads) });
    case 'twice': return t('audit-wrong-twice', { number, where: where_text(problem, threads) });
    case 'changed': return t('audit-wrong-changed', { entry });
    case 'unsigned': return t('audit-wrong-unsigned', { entry, name });
    case 'resealed': return t('audit-wrong-resealed', { entry });
    case 'dated': return t('audit-wrong-dated', { entry });
    case 'forked': return t('audit-wrong-forked');
  }
}

/** Each once: two conversations that lack the same number are named together. */
export function problem_texts(problems: readonly LogProblem[], threads: readonly ThreadOf[]): string[] {
  return [...new Set(problems.map((problem) => problem_text(problem, threads)))];
}

/** The first sixteen digits, in fours: enough to compare by voice. */
export function short_root(root: string): string {
  return (root.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

/** All of it, in eights. */
export function long_root(root: string): string {
  return (root.match(/.{8}/g) ?? []).join(' ');
}
