import { DucatError } from '@ducat/core';
import type { Context, Counter, Histogram, Span, Tracer } from '@opentelemetry/api';
import type * as OpenTelemetryApi from '@opentelemetry/api';
import type { Activity, Attributes, Observer } from './observer.ts';

type Api = typeof OpenTelemetryApi;

interface Instruments {
  readonly tracer: Tracer;
  readonly durations: Readonly<Record<Activity['kind'], Histogram>>;
  readonly happenings: Counter;
}

const scope = '@ducat/payments';

/**
 * Watches the engine with OpenTelemetry, by the tracer and meter providers that are registered at this moment:
 *
 * - spans `ducat.operation charge` with a span `ducat.call charge` for each call of a provider within, lookups included;
 * - histograms `ducat.operation.duration` and `ducat.call.duration`, in seconds, by name, status and provider;
 * - a counter `ducat.happenings` by name: reviews, refused webhooks, failures of the journal, ...
 *
 * `undefined` when no SDK is registered: then the engine does nothing for it. Call it after the SDK has been started.
 *
 * @throws DucatError `invalid_options` when `@opentelemetry/api` is not installed.
 */
export async function openTelemetry(): Promise<Observer | undefined> {
  const api = await load();
  const tracer = api.trace.getTracer(scope);
  const meter = api.metrics.getMeter(scope);
  if (tracer instanceof api.ProxyTracer && meter === api.createNoopMeter()) return undefined;
  const seconds = { unit: 's' };
  return observing(api, {
    tracer,
    durations: {
      operation: meter.createHistogram('ducat.operation.duration', seconds),
      call: meter.createHistogram('ducat.call.duration', seconds),
    },
    happenings: meter.createCounter('ducat.happenings'),
  });
}

async function load(): Promise<Api> {
  try {
    return await import('@opentelemetry/api');
  } catch (cause) {
    const message = 'openTelemetry() needs the package @opentelemetry/api: install it beside the SDK';
    throw new DucatError({ code: 'invalid_options', message, effect: 'none', cause });
  }
}

function observing(api: Api, instruments: Instruments): Observer {
  const { tracer, durations, happenings } = instruments;
  return {
    async during({ kind, name, attributes }, run, ending) {
      const options = {
        kind: kind === 'call' ? api.SpanKind.CLIENT : api.SpanKind.INTERNAL,
        attributes: prefixed(attributes),
      };
      const span = tracer.startSpan(`ducat.${kind} ${name}`, options);
      const within: Context = api.trace.setSpan(api.context.active(), span);
      const began = performance.now();
      let told: Attributes = {};
      try {
        const result = await api.context.with(within, run);
        told = ending(result);
        return result;
      } catch (thrown) {
        told = { error: DucatError.is(thrown) ? thrown.code : 'internal' };
        span.setStatus({ code: api.SpanStatusCode.ERROR });
        throw thrown;
      } finally {
        end(span, told);
        const { provider = attributes['provider'], status, error } = told;
        const by = prefixed({ name, provider, status, error });
        durations[kind].record((performance.now() - began) / 1000, by, within);
      }
    },
    happened: ({ name, attributes }) => happenings.add(1, prefixed({ name, ...attributes })),
  };
}

/** The span is of this library alone: no exception is recorded, whose message could be anybody's. */
function end(span: Span, told: Attributes): void {
  span.setAttributes(prefixed(told));
  span.end();
}

function prefixed(attributes: Attributes): Record<string, string | number> {
  const told: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) told[`ducat.${name}`] = value;
  return told;
}
