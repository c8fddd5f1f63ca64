using Talon.Promotions;

namespace Talon.Http;

/// <summary>Event types in files.</summary>
internal static class EventTypePart
{
    public static readonly SetupPart Part = new SetupPart<EventType, EventTypeInput, EventTypeBody>(
        "eventTypes",
        "event type",
        EventTypeSchemas.New.ForFiles("SetupEventType", ["name", "title"]),
        () => ManagementInputJson.Api.EventTypeInput,
        () => ManagementJson.Api.EventTypeBody)
    {
        Entities = view => view.Configuration.EventTypes,
        Body = (type, _) => EventTypeBody.From(type),
        CreateAsync = (run, input, cancellation) => run.Account.EventTypes.CreateAsync(input, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.EventTypes.UpdateAsync(id, input, cancellation),
    };
}
