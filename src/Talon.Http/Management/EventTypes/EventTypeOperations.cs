using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on event types.</summary>
internal static class EventTypeOperations
{
    private const string Path = "/v1/event_types";
    private static readonly Parameter<string?> Name = Parameters.Text("name", "Only the event type of this name.");
    private static readonly Parameter<bool> IncludeOldVersions = Parameters.Boolean("includeOldVersions", "Whether older versions are listed too: an event type has one version.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createEventType", Path, "Create an event type.", [], EventTypeSchemas.New, EventTypeSchemas.Type, CreateAsync),
        Manage.Read("getEventTypes", Path, "List the event types.", [.. ManagementParameters.List, Name, IncludeOldVersions], Page.Counted("EventTypes", EventTypeSchemas.Type), List),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation)
    {
        var type = await context.Services.Account.EventTypes.CreateAsync(context.Input(ManagementInputJson.Api.EventTypeInput), cancellation);
        return ApiResponse.Json(201, EventTypeBody.From(type), ManagementJson.Api.EventTypeBody);
    }

    private static ApiResponse List(OperationContext context, Configuration configuration) => Page.Counted(
        context,
        configuration.EventTypes.Where(type => context.Get(Name) is not { } name || type.Name == name),
        type => new(type.Created, type.Name),
        EventTypeBody.From,
        ManagementJson.Api.EventTypeBody);
}
