/**
 * Sends traces to a collector over OTLP. Its own entry, `@parley/server/telemetry`, since it needs packages that the server does without:
 * `@opentelemetry/sdk-trace-node`, `@opentelemetry/resources` and `@opentelemetry/exporter-trace-otlp-proto`.
 */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** Traces that are being sent. */
export interface Telemetry {
  /** Sends what is left and stops. */
  stop(): Promise<void>;
}

/**
 * Begins to send traces, as the standard variables say: `OTEL_EXPORTER_OTLP_ENDPOINT` (where to), `OTEL_EXPORTER_OTLP_HEADERS`,
 * `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG` (by default everything whose parent is not left out), `OTEL_SERVICE_NAME` (by default
 * `parley`), `OTEL_RESOURCE_ATTRIBUTES`, `OTEL_BSP_*`. Call it once in the process, before a server starts. `parley serve` calls it
 * when an endpoint is set.
 */
export function startTelemetry(): Telemetry {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'parley' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] });
  provider.register();
  return { stop: () => provider.shutdown() };
}
