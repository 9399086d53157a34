import { DucatError } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { result } from '../world/shop.ts';
import { form, openStub, resultWith } from '../world/stub.ts';

const paRes = 'eJzVWFmTokoS/isVPY9GN4ug4GgYUewIyCqyvLEJyCrL/Os==';
const answer = `PaRes=${encodeURIComponent(paRes)}&MD=bWVyY2hhbnQ`;
const cres = Buffer.from('{"messageType":"CRes","transStatus":"Y","a":"~~??>>"}').toString('base64url');

describe('what a bank posts to the merchant', () => {
  test('is relayed letter by letter, whatever else is in it', async () => {
    for (const body of [answer, `MD=&${answer.replace('&MD=bWVyY2hhbnQ', '')}`, `a=%20b+c&${answer}&extra=%C3%BC`]) {
      const stub = openStub();
      const response = await stub.comeBack('term', form(body));
      expect([response.status, response.headers.get('location')]).toEqual([303, `${result}?payment=order-1`]);
      expect(stub.resumed).toEqual([{ continuation: 'order-1-1', answer: { method: 'POST', body } }]);
    }
  });

  test('is relayed by GET when it came by GET', async () => {
    const stub = openStub();
    await stub.comeBack('term', {}, `?${answer}`);
    expect(stub.answers()).toEqual([{ method: 'GET', query: answer }]);
  });

  test.each([
    ['without padding', cres],
    ['padded', cres.padEnd(Math.ceil(cres.length / 4) * 4 + 4, '=').slice(0, Math.ceil(cres.length / 4) * 4)],
    ['of the standard alphabet', Buffer.from('{"a":"~~??>>"}').toString('base64')],
  ])('may be a cres %s, and is not changed into another (defect 50)', async (_name, text) => {
    const stub = openStub();
    const body = `cres=${encodeURIComponent(text)}&threeDSSessionData=b3JkZXItMQ`;
    await stub.comeBack('term', form(body));
    expect(stub.answers()).toEqual([{ method: 'POST', body }]);
  });

  test.each([
    'application/x-www-form-urlencoded; charset=utf-8',
    'application/x-www-form-urlencoded;charset="ISO-8859-1"',
    'Application/X-WWW-Form-Urlencoded ; charset=windows-1251',
  ])('is read as %s', async (contentType) => {
    const stub = openStub();
    await stub.comeBack('term', form(answer, contentType));
    expect(stub.answers()).toEqual([{ method: 'POST', body: answer }]);
  });

  test.each([
    ['nothing', ''],
    ['only an outcome', 'status=approved&transStatus=Y&uid=1'],
    ['PaRes twice', `${answer}&PaRes=abc`],
    ['MD twice', `${answer}&MD=abc`],
    ['cres twice', 'cres=abc&cres=abd'],
    ['answers of both versions', `${answer}&cres=abc`],
    ['PaRes without MD', `PaRes=${paRes}`],
    ['an empty PaRes', 'PaRes=&MD=abc'],
    ['a PaRes that is no base64', 'PaRes=%3Cscript%3E&MD=abc'],
    ['a cres that is no base64', 'cres=abc.def'],
    ['padding in the middle', 'cres=ab%3D%3Dcd'],
    ['names of the prototype', '__proto__=abc&constructor=1&__proto__[PaRes]=abc&MD=1'],
    ['names in another case', `pares=${paRes}&md=1`],
    ['bytes that no form has', 'PaRes=abc&MD=ü'],
    ['a line break', 'PaRes=abc&MD=1\r\nx: y'],
    ['JSON', '{"PaRes":"abc","MD":"1"}'],
  ])('is relayed to nobody when it is %s; the payment is looked up all the same', async (_name, body) => {
    const stub = openStub();
    const response = await stub.comeBack('term', form(body));
    expect(response.status).toBe(303);
    expect(stub.resumed).toEqual([{ continuation: 'order-1-1' }]);
    expect(stub.events.map(({ type }) => type)).toEqual(['answer_ignored', 'shopper_returned']);
  });

  test.each([
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/x-www-form-urlencodedx',
    '',
  ])('is relayed to nobody when it is of the type %j', async (contentType) => {
    const stub = openStub();
    const response = await stub.comeBack('term', form(answer, contentType));
    expect(response.status).toBe(303);
    expect(stub.answers()).toEqual([undefined]);
  });

  test('is used nowhere but at the merchant’s own address', async () => {
    const stub = openStub();
    await stub.comeBack('return', form(answer));
    await stub.comeBack('return', {}, `?${answer}`);
    expect(stub.answers()).toEqual([undefined, undefined]);
  });

  test('stands in no event', async () => {
    const stub = openStub();
    await stub.comeBack('term', form('PaRes=4111111111111111%3C&MD=hidden'));
    await stub.comeBack('term', form(answer));
    expect(JSON.stringify(stub.events)).not.toMatch(/4111|hidden|eJzV/);
  });

  test('is left out when the provider asked for none', async () => {
    const refused = new DucatError({ code: 'invalid_request', message: 'answer: no', effect: 'none' });
    const stub = openStub({
      resume: async ({ answer: given }) => {
        if (given !== undefined) throw refused;
        return resultWith('approved');
      },
    });
    expect((await stub.comeBack('term', form(answer))).status).toBe(303);
    expect(stub.resumed.length).toBe(2);
    expect(stub.events.map(({ type }) => type)).toEqual(['answer_ignored', 'shopper_returned']);
  });
});
