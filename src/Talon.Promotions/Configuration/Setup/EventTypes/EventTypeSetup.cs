namespace Talon.Promotions;

/// <summary>Creates event types.</summary>
public sealed class EventTypeSetup(SetupContext context)
{
    /// <summary>What the names of built-in events begin with.</summary>
    public const string ReservedPrefix = "talon_";

    /// <summary>Whether a name belongs to a built-in event.</summary>
    public static bool IsReserved(string? name) => name?.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Creates an event type.</summary>
    public async Task<EventType> CreateAsync(EventTypeInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.EventType, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var problems = new ProblemList();
                if (IsReserved(input.Name))
                    problems.Invalid($"\"{input.Name}\" is the name of a built-in event", "/name");
                problems.Throw();
                if (configuration.EventTypes.Any(other => other.Name == input.Name))
                    throw new ConflictException($"There is already an event type \"{input.Name}\"");
                return Decision.Put(EntityKinds.EventType, new EventType
                {
                    Id = id,
                    Created = context.Now,
                    Title = input.Title,
                    Name = input.Name,
                    Description = input.Description,
                });
            },
            cancellation);
    }
}
