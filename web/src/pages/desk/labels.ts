// The closed lists a case is filed under; the texts `category-…`, `severity-…`, `urgency-…`, `status-…` name them.

import type { Status } from '../../crypto/port';

export const CATEGORIES = [
  'bullying', 'sexual', 'aggression', 'third_party', 'discrimination', 'favouritism', 'cliques', 'conflict',
  'leadership', 'micromgmt', 'recognition', 'growth', 'evaluation', 'workload', 'roster', 'clarity', 'communication',
  'change', 'environment', 'safety', 'wellbeing', 'privacy', 'integrity', 'retaliation', 'idea', 'positive', 'other',
] as const;
export const SEVERITIES = ['S1', 'S2', 'S3', 'S4'] as const;
export const URGENCIES = ['U0', 'U1', 'U2', 'U3'] as const;
/** What a coach can set; `new` and `erased` happen by themselves. */
export const STATUSES = [
  'acked', 'dialogue', 'clarified', 'action', 'feedback', 'aftercare', 'closed',
] as const satisfies readonly Status[];
export const FLAGS = ['detriment-risk', 'multiple-voices', 'about-the-coach', 'junk'] as const;

/** Labels with a list to choose from. */
export type Label = 'category' | 'severity' | 'urgency' | 'status' | 'flags' | 'keeper';
/** Labels written freely. */
export type Line = 'line' | 'themes' | 'unit';
