import { createHash, createPublicKey } from 'node:crypto';

/*
 * An RSA key with which anybody can sign, in a sixth of the time that a real one takes: the modulus is a product of
 * small primes p whose p - 1 divide one smooth number, so that both exponents are short. Of use to a fuzzer alone, which
 * signs a hundred thousand bodies, and wants the same signatures in every run.
 */
const factors: readonly (readonly [prime: bigint, most: number])[] = [
  [2n, 4],
  [3n, 3],
  [5n, 1],
  [7n, 1],
  [11n, 1],
  [13n, 1],
  [17n, 1],
];
const smooth = factors.reduce((product, [prime, most]) => product * prime ** BigInt(most), 1n);
const privateExponent = 19n;

const modulus = modulusOf(2048);
const size = Math.ceil(modulus.toString(16).length / 2);

/** Its public half, as a merchant's options take it. */
export const publicKey: string = createPublicKey({
  key: { kty: 'RSA', n: base64url(modulus), e: base64url(inverse(privateExponent, smooth)) },
  format: 'jwk',
})
  .export({ format: 'der', type: 'spki' })
  .toString('base64');

// RFC 8017, 9.2: DigestInfo of SHA-256.
const digestInfo = '3031300d060960864801650304020105000420';
const padding = `0001${'ff'.repeat(size - 3 - 51)}00${digestInfo}`;

/** The RSA PKCS#1 v1.5 signature of the SHA-256 of the body, in base64. */
export function signQuickly(body: Uint8Array): string {
  const message = BigInt(`0x${padding}${createHash('sha256').update(body).digest('hex')}`);
  const signature = power(message, privateExponent, modulus).toString(16);
  return Buffer.from(signature.padStart(size * 2, '0'), 'hex').toString('base64');
}

function modulusOf(bits: number): bigint {
  const primes = divisorsOf(factors)
    .map((divisor) => divisor + 1n)
    .filter((candidate) => candidate > 2n && isPrime(candidate))
    .sort((left, right) => (left > right ? -1 : 1));
  let product = 1n;
  for (const prime of primes) if (product.toString(2).length < bits) product *= prime;
  return product;
}

function divisorsOf(parts: typeof factors): bigint[] {
  let divisors = [1n];
  for (const [prime, most] of parts) {
    divisors = Array.from({ length: most + 1 }, (_, exponent) =>
      divisors.map((divisor) => divisor * prime ** BigInt(exponent)),
    ).flat();
  }
  return divisors;
}

/** Miller and Rabin's test; these bases decide it for every number below 3,317,044,064,679,887,385,961,981. */
function isPrime(candidate: bigint): boolean {
  const bases = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n];
  if (bases.some((base) => candidate % base === 0n)) return bases.includes(candidate);
  let odd = candidate - 1n;
  let halvings = 0;
  for (; odd % 2n === 0n; odd /= 2n) halvings += 1;
  return bases.every((base) => {
    let value = power(base, odd, candidate);
    if (value === 1n) return true;
    for (let square = 1; square < halvings && value !== candidate - 1n; square += 1)
      value = (value * value) % candidate;
    return value === candidate - 1n;
  });
}

function power(base: bigint, exponent: bigint, over: bigint): bigint {
  let result = 1n;
  let square = base % over;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest % 2n === 1n) result = (result * square) % over;
    square = (square * square) % over;
  }
  return result;
}

function inverse(value: bigint, over: bigint): bigint {
  let [dividend, divisor, factor, next] = [value, over, 1n, 0n];
  while (divisor > 0n) {
    const quotient = dividend / divisor;
    [dividend, divisor, factor, next] = [divisor, dividend - quotient * divisor, next, factor - quotient * next];
  }
  return ((factor % over) + over) % over;
}

function base64url(value: bigint): string {
  const hexadecimal = value.toString(16);
  return Buffer.from(hexadecimal.padStart(hexadecimal.length + (hexadecimal.length % 2), '0'), 'hex').toString(
    'base64url',
  );
}
