using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>Checks the custom attributes of a request whose shape is wrong elsewhere, so that all its problems are reported at once.</summary>
internal static class AttributeInspection
{
    /// <summary>The operation with the attributes of an entity of its Application looked at.</summary>
    public static Operation Inspecting(this Operation operation, AttributeEntity entity) => operation with
    {
        Inspect = async (context, problems) =>
        {
            var configuration = await context.Services.Account.Configurations.GetAsync();
            var application = context.Get(ManagementParameters.Application);
            if (configuration.Applications.Find(application) is not null && context.Body.TryGetProperty("attributes"u8, out var attributes) && attributes.ValueKind == JsonValueKind.Object)
                configuration.For(application).Attributes.Check(entity, attributes, "/attributes", problems);
        },
    };
}
