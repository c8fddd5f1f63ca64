using Talon.Promotions;

namespace Talon.Http;

/// <summary>An event type with the names of the API.</summary>
internal sealed record EventTypeBody(long Id, DateTimeOffset Created, string Title, string Name, string? Description)
{
    public static EventTypeBody From(EventType type) => new(type.Id, type.Created, type.Title, type.Name, type.Description);
}
