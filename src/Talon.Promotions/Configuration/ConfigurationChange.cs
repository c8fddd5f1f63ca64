namespace Talon.Promotions;

/// <summary>One change of the configuration.</summary>
public sealed class ConfigurationChange
{
    private ConfigurationChange(EntityKind kind, long id, IEntity? entity) => (Kind, Id, Entity) = (kind, id, entity);

    /// <summary>What kind of entity changes.</summary>
    public EntityKind Kind { get; }

    /// <summary>Which one.</summary>
    public long Id { get; }

    /// <summary>The entity from now on; null when it is deleted.</summary>
    public IEntity? Entity { get; }

    /// <summary>Creates or replaces an entity.</summary>
    public static ConfigurationChange Put<T>(EntityKind<T> kind, T entity)
        where T : class, IEntity => new(kind, entity.Id, entity);

    /// <summary>Deletes an entity; nothing happens when there is none.</summary>
    public static ConfigurationChange Delete(EntityKind kind, long id) => new(kind, id, null);

    internal static ConfigurationChange Of(EntityKind kind, long id, IEntity? entity) => new(kind, id, entity);
}
