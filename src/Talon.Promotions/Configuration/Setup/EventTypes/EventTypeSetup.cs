namespace Talon.Promotions;

/// <summary>Creates and changes event types. They are not deleted, since stored events have them.</summary>
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

    /// <summary>Changes all of an event type but its name.</summary>
    public Task<EventType> UpdateAsync(long id, EventTypeInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireEventType(id);
            var problems = new ProblemList();
            problems.Unchanged(before.Name, input.Name, "name");
            problems.Throw();
            return Decision.Put(EntityKinds.EventType, before with { Title = input.Title, Description = input.Description });
        },
        cancellation);
}
