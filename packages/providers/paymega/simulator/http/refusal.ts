import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

export interface ApiError {
  readonly status: string;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: { readonly pointer: string } | { readonly parameter: string };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
};

/** The pages show no error body; JSON:API is what published clients of the platform read. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly errors: readonly ApiError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errors: readonly ApiError[], headers: Readonly<Record<string, string>> = {}) {
    super(errors.map(({ detail }) => detail).join(' '));
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }

  toResponse(): SimulatedResponse {
    const response = json(this.status, { errors: this.errors });
    return { ...response, headers: { ...response.headers, ...this.headers } };
  }
}

export function refusal(
  status: number,
  code: string,
  detail: string,
  source?: ApiError['source'],
  headers?: Readonly<Record<string, string>>,
): ApiRefusal {
  const title = titles[status] ?? 'Error';
  const error = { status: String(status), code, title, detail };
  return new ApiRefusal(status, [source === undefined ? error : { ...error, source }], headers);
}

export function unprocessable(code: string, detail: string, pointer: string): ApiRefusal {
  return refusal(422, code, detail, { pointer });
}

export function notFound(detail: string): ApiRefusal {
  return refusal(404, 'not_found', detail);
}
