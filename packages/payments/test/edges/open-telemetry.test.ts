import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { cards } from '@ducat/paymega/simulator';
import { afterEach, describe, expect, test } from 'vitest';
import type { Observer } from '../../src/index.ts';
import { openTelemetry } from '../../src/index.ts';
import { openWorld, order } from '../world/world.ts';

const key = { key: 'order-1' };

afterEach(() => {
  trace.disable();
  metrics.disable();
  context.disable();
});

/** An SDK that exports to memory. */
async function register(): Promise<{
  readonly observer: Observer;
  readonly spans: () => ReadableSpan[];
  readonly metric: (name: string) => Promise<Record<string, unknown>[]>;
  readonly all: () => Promise<string>;
}> {
  const exporter = new InMemorySpanExporter();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  const observer = await openTelemetry();
  if (observer === undefined) throw new Error('the SDK was not seen');
  const collected = async (): Promise<ReturnType<InMemoryMetricExporter['getMetrics']>> => {
    await reader.forceFlush();
    return metricExporter.getMetrics();
  };
  return {
    observer,
    spans: () => exporter.getFinishedSpans(),
    async metric(name) {
      const scopes = (await collected()).at(-1)?.scopeMetrics ?? [];
      const found = scopes.flatMap((scope) => scope.metrics).filter(({ descriptor }) => descriptor.name === name);
      return found.flatMap(({ dataPoints }) => dataPoints.map(({ attributes }) => attributes));
    },
    async all() {
      const spans = exporter
        .getFinishedSpans()
        .map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
      return JSON.stringify([spans, await collected()]);
    },
  };
}

describe('with an OpenTelemetry SDK', () => {
  test('an operation is a span, with a span for each call of a provider within', async () => {
    const { observer, spans } = await register();
    const world = openWorld();
    world.paymega.transport.next('connection_refused');
    await world.open({ observer }).charge(order(), key);
    const [refused, charged, operation] = spans();
    expect(spans().map(({ name }) => name)).toEqual([
      'ducat.call charge',
      'ducat.call charge',
      'ducat.operation charge',
    ]);
    expect(refused?.attributes).toEqual({
      'ducat.provider': 'paymega',
      'ducat.reference': 'order-1-1',
      'ducat.status': 'not_sent',
    });
    expect(charged?.attributes).toMatchObject({ 'ducat.provider': 'paycross', 'ducat.status': 'approved' });
    expect(operation?.attributes).toEqual({
      'ducat.payment': 'order-1',
      'ducat.key': 'order-1',
      'ducat.status': 'approved',
      'ducat.provider': 'paycross',
      'ducat.attempts': 2,
    });
    const parent = operation?.spanContext().spanId;
    expect([refused, charged].map((span) => span?.parentSpanContext?.spanId)).toEqual([parent, parent]);
  });

  test('operations and calls have durations by outcome and provider, and what happens is counted', async () => {
    const { observer, metric } = await register();
    const world = openWorld(['paycross', 'paymega']);
    const payments = world.open({ observer });
    await payments.charge(order(), key);
    await payments.receive('paycross', { headers: {}, body: new Uint8Array() }).catch(() => undefined);
    expect(await metric('ducat.operation.duration')).toEqual([
      { 'ducat.name': 'charge', 'ducat.provider': 'paycross', 'ducat.status': 'approved' },
    ]);
    expect(await metric('ducat.call.duration')).toContainEqual({
      'ducat.name': 'charge',
      'ducat.provider': 'paycross',
      'ducat.status': 'approved',
    });
    expect(await metric('ducat.happenings')).toEqual([
      { 'ducat.name': 'operation_settled', 'ducat.result': 'approved' },
      { 'ducat.name': 'webhook_forged', 'ducat.provider': 'paycross' },
    ]);
  });

  test('a refused operation is a span with its error, and without its message', async () => {
    const { observer, spans, all } = await register();
    const payments = openWorld().open({ observer });
    const { amount } = order();
    await payments.refund({ payment: 'nobody', amount, reason: 'x' }, key).catch(() => undefined);
    expect(spans()).toMatchObject([{ name: 'ducat.operation refund', status: { code: 2 }, events: [] }]);
    expect(spans()[0]?.attributes['ducat.error']).toBe('invalid_request');
    expect(await all()).not.toContain('is not known');
  });

  test('nothing that can be charged with is in any span or metric', async () => {
    const { observer, all } = await register();
    const world = openWorld(['paycross', 'paymega']);
    const payments = world.open({ observer });
    const result = await payments.charge(order({ storeCard: { usage: ['oneclick'] } }), key);
    const told = await all();
    expect(told).toContain('ducat.call');
    const token = result.status === 'approved' ? result.token?.toStorage() : undefined;
    for (const canary of [cards.approved, '123"', 'secret-key-1', 'Jane', 'A hat', token ?? cards.approved])
      expect(told).not.toContain(canary);
  });
});

describe('an observer', () => {
  test('is not made without an SDK, so that nothing is allocated for it', async () => {
    expect(await openTelemetry()).toBeUndefined();
  });

  test('can neither stop a payment, nor repeat it, nor change its result', async () => {
    const fail = (): never => {
      throw new Error('out of order');
    };
    const observers: Observer[] = [
      { during: fail, happened: fail },
      { during: () => Promise.reject(new Error('no')), happened: fail },
      {
        async during(_activity, run) {
          await Promise.all([run(), run()]);
          return await new Promise(() => undefined);
        },
        happened: fail,
      },
    ];
    for (const observer of observers) {
      const world = openWorld();
      expect((await world.open({ observer }).charge(order(), key)).status).toBe('approved');
      expect(world.ledger()).toEqual(['paymega charge 1050']);
    }
  });

  test('leaves the engine the very providers it was given when there is none', async () => {
    const world = openWorld();
    const own = { ...world.paymega.provider };
    const payments = world.open({ providers: [own] });
    const calls: string[] = [];
    own.charge = async (...given) => {
      calls.push('charge');
      return await world.paymega.provider.charge(...given);
    };
    await payments.charge(order(), key);
    expect(calls).toEqual(['charge']);
  });
});
