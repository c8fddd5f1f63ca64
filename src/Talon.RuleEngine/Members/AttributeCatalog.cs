namespace Talon.RuleEngine;

/// <summary>Everything that paths may start with, and its built-in attributes; custom ones come from the vocabulary.</summary>
public static class AttributeCatalog
{
    /// <summary>The roots, then the objects that lists hold.</summary>
    public static IReadOnlyList<AttributeOwner> All { get; } =
    [
        .. Members.Roots.All.Select(root => new AttributeOwner(root.Names, [.. root.Members().Select(Describe)])),
        new(["Item", "CartItem"], [.. Members.ItemMembers.Table.All.Select(Describe)]),
        new(["Bundle"], [.. Members.BundleMembers.Table.All.Select(Describe)]),
    ];

    private static BuiltInAttribute Describe((string Name, TalangType Type, string Summary) member) => new(member.Name, member.Type, member.Summary);
}

/// <summary>Something that carries attributes.</summary>
/// <param name="Names">Its name, and other names for it.</param>
/// <param name="Attributes">Its built-in attributes.</param>
public sealed record AttributeOwner(IReadOnlyList<string> Names, IReadOnlyList<BuiltInAttribute> Attributes);

/// <summary>A built-in attribute.</summary>
/// <param name="Name">Its name in paths.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What it is, with units.</param>
public sealed record BuiltInAttribute(string Name, TalangType Type, string Summary);
