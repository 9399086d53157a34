import { describe, test } from 'node:test';
import { contract } from '@ducat/contract';
import { referenceHarness } from '@ducat/contract/reference';

// Run by node-test.test.ts with the test runner of Node itself.
contract(referenceHarness(), { describe, test });
