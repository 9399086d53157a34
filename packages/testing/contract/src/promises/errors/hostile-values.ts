/** Reads of it fail, whatever is asked. */
function unreadable(): object {
  return new Proxy(
    {},
    {
      get() {
        throw new RangeError('a getter that throws');
      },
      has() {
        throw new RangeError('a trap that throws');
      },
      ownKeys() {
        throw new RangeError('keys that throw');
      },
    },
  );
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function throwing(): object {
  const getters = [
    'kind',
    'card',
    'minorUnits',
    'email',
    'usage',
    'reference',
    'signal',
    'deadline',
    'clock',
    'headers',
  ];
  const descriptors = getters.map((name) => [
    name,
    {
      enumerable: true,
      get(): never {
        throw new TypeError(`the getter ${name} throws`);
      },
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(descriptors) as PropertyDescriptorMap);
}

function endless(): object {
  const self: Record<string, unknown> = {};
  self['self'] = self;
  return self;
}

/** What code without types, or somebody who means ill, may put in the place of anything. */
export const hostileValues: readonly (readonly [name: string, make: () => unknown])[] = [
  ['null', () => null],
  ['a number', () => 17],
  ['NaN', () => Number.NaN],
  ['a bigint', () => 10n ** 400n],
  ['true', () => true],
  ['a symbol', () => Symbol('canary')],
  ['a function', () => () => 'canary'],
  ['an empty string', () => ''],
  ['a string of a million characters', () => 'x'.repeat(1_000_000)],
  ['a lone surrogate', () => '\uD800'],
  ['NUL and line breaks', () => 'a\u0000b\r\nc: d'],
  ['the name of the prototype', () => '__proto__'],
  ['the name of a method', () => 'constructor'],
  ['an empty array', () => []],
  ['a sparse array', () => Array.from({ length: 3 }).fill([])],
  ['an object without a prototype', () => Object.create(null) as unknown],
  ['an object with the key __proto__', () => JSON.parse('{"__proto__":{"polluted":true},"kind":"card"}') as unknown],
  ['an object that holds itself', endless],
  ['an invalid date', () => new Date(Number.NaN)],
  ['a map', () => new Map([['kind', 'card']])],
  ['getters that throw', throwing],
  ['a proxy that throws', unreadable],
  ['a revoked proxy', revoked],
];
