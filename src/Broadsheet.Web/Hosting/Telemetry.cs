using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Broadsheet.Web.Hosting;

/// <summary>Metrics and traces by OpenTelemetry, where an exporter is configured (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).</summary>
public static class Telemetry
{
    /// <summary>Adds them where the environment says where they go.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (string.IsNullOrEmpty(settings["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("broadsheet"))
            .WithMetrics(m => m.AddMeter("Broadsheet.*").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter())
            .WithTracing(t => t.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddNpgsql().AddOtlpExporter());
    }
}
