import { contract } from '@ducat/contract';
import type { Deviation } from '@ducat/contract';
import { describe, test } from 'vitest';
import { harness } from './contract/harness.ts';

const deviations: readonly Deviation[] = [];

contract(harness, { describe, test }, { deviations });
