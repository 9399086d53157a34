/** How the reading of a body ended. */
export type BodyRead =
  | { readonly status: 'read'; readonly bytes: Uint8Array }
  /** `consumed`: something that stands before these handlers has read it. `broken`: the connection went away. */
  | { readonly status: 'too_large' | 'too_slow' | 'consumed' | 'broken' };

export interface BodyLimits {
  readonly bytes: number;
  /** For the whole body. */
  readonly milliseconds: number;
}

/** Reads the body as it was sent, byte for byte, and not a byte more than the limit. */
export async function readBody(request: Request, limits: BodyLimits): Promise<BodyRead> {
  if (request.bodyUsed || request.body?.locked === true) return { status: 'consumed' };
  const announced = request.headers.get('content-length') ?? '';
  if (/^\d+$/.test(announced) && Number(announced) > limits.bytes) return { status: 'too_large' };
  if (request.body === null) return { status: 'read', bytes: new Uint8Array(0) };
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(resolve, limits.milliseconds, 'late');
  // Not cancelled when it is given up: a Node server would tear down the connection, and the answer with it.
  const reader = request.body.getReader();
  try {
    return await readAll(reader, late, limits.bytes);
  } catch {
    return { status: 'broken' };
  } finally {
    clearTimeout(timer);
    reader.releaseLock();
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  late: Promise<'late'>,
  mostBytes: number,
): Promise<BodyRead> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await Promise.race([reader.read(), late]);
    if (next === 'late') return { status: 'too_slow' };
    if (next.done) return { status: 'read', bytes: new Uint8Array(Buffer.concat(chunks, length)) };
    length += next.value.byteLength;
    if (length > mostBytes) return { status: 'too_large' };
    chunks.push(next.value);
  }
}

/** The HTTP status that says how the reading ended. */
export function statusOf({ status }: Exclude<BodyRead, { readonly status: 'read' }>): number {
  switch (status) {
    case 'too_large':
      return 413;
    case 'too_slow':
      return 408;
    case 'broken':
      return 400;
    case 'consumed':
      // Our own mistake: it must be asked for again.
      return 500;
  }
}
