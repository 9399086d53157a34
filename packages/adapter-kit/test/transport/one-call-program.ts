import { budgetOf, createUndiciTransport } from '../../src/index.ts';

const origin = process.argv[2] ?? '';
const request = { method: 'POST', origin, path: '/charge', headers: {}, body: '{}' } as const;
const { status } = await createUndiciTransport([origin]).send(request, budgetOf({}, 60_000));
process.stdout.write(`${status} after 1 request`);
