import type { AppendResult, JournalAppend, LeaseRequest, OutboxMessage } from '@ducat/core';

/** Something to write, as it goes to the writing thread. */
export type Task =
  | { readonly kind: 'append'; readonly append: JournalAppend }
  | { readonly kind: 'lease'; readonly request: LeaseRequest }
  | { readonly kind: 'takeMessages'; readonly request: LeaseRequest }
  | { readonly kind: 'acknowledge'; readonly sequences: readonly number[] };

/** What each kind of task gives back. */
export interface TaskValues {
  readonly append: AppendResult;
  readonly lease: readonly string[];
  readonly takeMessages: readonly OutboxMessage[];
  readonly acknowledge: undefined;
}

/** What became of a task. A failure is told in words; nothing of the task was kept, or nobody knows. */
export type TaskResult = { readonly value: TaskValues[Task['kind']] } | { readonly failure: string };
