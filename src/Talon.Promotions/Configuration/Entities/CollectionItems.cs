using System.Collections.Frozen;

namespace Talon.Promotions;

/// <summary>The members of a collection.</summary>
public sealed class CollectionItems : IEntity
{
    private FrozenSet<string>? _set;

    /// <summary>The members of a collection without any.</summary>
    public static IReadOnlySet<string> NoItems { get; } = FrozenSet<string>.Empty;

    /// <summary>The collection's id.</summary>
    public required long Id { get; init; }

    /// <summary>The members, each once, in the order of the import.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>The members, to be looked up. Made when first asked for.</summary>
    public IReadOnlySet<string> Set() => _set ??= Items.ToFrozenSet(StringComparer.Ordinal);
}
