using System.Collections;
using System.Collections.Immutable;

namespace Talon.Promotions;

/// <summary>All entities of one kind.</summary>
public abstract class EntitySet
{
    private protected EntitySet()
    {
    }

    internal abstract IEnumerable<IEntity> Entities { get; }

    internal abstract IEntity? FindEntity(long id);

    internal abstract EntitySet With(IEnumerable<ConfigurationChange> changes);
}

/// <summary>All entities of one kind, in the order of their ids. Immutable.</summary>
public sealed class EntitySet<T> : EntitySet, IReadOnlyCollection<T>
    where T : class, IEntity
{
    private readonly ImmutableSortedDictionary<long, T> _byId;

    private EntitySet(ImmutableSortedDictionary<long, T> byId) => _byId = byId;

    /// <summary>A set without entities.</summary>
    internal static EntitySet<T> None { get; } = new(ImmutableSortedDictionary<long, T>.Empty);

    /// <inheritdoc/>
    public int Count => _byId.Count;

    internal override IEnumerable<IEntity> Entities => this;

    /// <summary>The entity of an id; null when there is none.</summary>
    public T? Find(long id) => _byId.GetValueOrDefault(id);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _byId.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override IEntity? FindEntity(long id) => Find(id);

    internal override EntitySet With(IEnumerable<ConfigurationChange> changes)
    {
        var byId = _byId.ToBuilder();
        foreach (var change in changes)
        {
            if (change.Entity is T entity)
                byId[change.Id] = entity;
            else
                byId.Remove(change.Id);
        }

        return new EntitySet<T>(byId.ToImmutable());
    }
}
