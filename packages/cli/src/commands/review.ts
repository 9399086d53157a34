import { Command } from 'commander';
import type { Surroundings } from '../surroundings.ts';
import { reviewDecide } from './review-decide.ts';
import { reviewList } from './review-list.ts';
import { reviewShow } from './review-show.ts';

/** `ducat review` */
export function review(surroundings: Surroundings): Command {
  const command = new Command('review').description('payments that a person has to decide about');
  for (const make of [reviewList, reviewShow, reviewDecide]) command.addCommand(make(surroundings));
  return command;
}
