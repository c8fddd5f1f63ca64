using System.Collections.Immutable;

namespace Talon.Promotions;

/// <summary>The entities of one configuration version. Immutable; unchanged sets are shared between versions.</summary>
internal sealed class EntitySets
{
    private readonly ImmutableDictionary<EntityKind, EntitySet> _sets;

    private EntitySets(ImmutableDictionary<EntityKind, EntitySet> sets) => _sets = sets;

    public static EntitySets Empty { get; } = new(EntityKinds.All.ToImmutableDictionary(kind => kind, kind => kind.Empty));

    public EntitySet<T> Of<T>(EntityKind<T> kind)
        where T : class, IEntity => (EntitySet<T>)_sets[kind];

    public IEntity? Find(EntityKind kind, long id) => _sets[kind].FindEntity(id);

    public EntitySets With(IReadOnlyList<ConfigurationChange> changes)
    {
        var sets = _sets;
        foreach (var group in changes.GroupBy(change => change.Kind))
            sets = sets.SetItem(group.Key, sets[group.Key].With(group));
        return new EntitySets(sets);
    }

    public IEnumerable<ConfigurationChange> AsChanges() =>
        from kind in EntityKinds.All
        from entity in _sets[kind].Entities
        select ConfigurationChange.Of(kind, entity.Id, entity);

    /// <summary>The Applications that see the step from this version to another; null for all.</summary>
    public HashSet<long>? Affected(EntitySets next, IEnumerable<ConfigurationChange> changes)
    {
        HashSet<long> applications = [];
        foreach (var change in changes)
        {
            foreach (var entity in new[] { _sets[change.Kind].FindEntity(change.Id), next._sets[change.Kind].FindEntity(change.Id) })
            {
                var reach = entity is null ? Reach.Nothing : change.Kind.ReachOf(entity);
                if (reach.Everything)
                    return null;
                applications.Add(reach.ApplicationId);
            }
        }

        return applications;
    }
}
