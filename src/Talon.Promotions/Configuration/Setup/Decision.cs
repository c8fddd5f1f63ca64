namespace Talon.Promotions;

/// <summary>What a use case decided.</summary>
/// <param name="Result">What the caller gets.</param>
/// <param name="Changes">What changes.</param>
internal readonly record struct Decision<T>(T Result, IReadOnlyList<ConfigurationChange> Changes);

/// <summary>Makes decisions.</summary>
internal static class Decision
{
    /// <summary>Creates or replaces one entity and answers with it.</summary>
    public static Decision<T> Put<T>(EntityKind<T> kind, T entity)
        where T : class, IEntity => new(entity, [ConfigurationChange.Put(kind, entity)]);

    /// <summary>Deletes one entity.</summary>
    public static Decision<bool> Delete(EntityKind kind, long id) => new(true, [ConfigurationChange.Delete(kind, id)]);
}
