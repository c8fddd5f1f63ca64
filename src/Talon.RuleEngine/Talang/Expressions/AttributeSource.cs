namespace Talon.RuleEngine.Talang;

/// <summary>Where an attribute is read from.</summary>
/// <param name="Entity">The root's or the entity's name.</param>
/// <param name="Slot">For what a block names, its slot; -1 for a root; -2 when it is computed.</param>
internal readonly record struct AttributeSource(string Entity, int Slot)
{
    public static AttributeSource Root(string name) => new(name, -1);

    public static AttributeSource Computed(string entity) => new(entity, -2);
}

/// <summary>An attribute that an expression reads.</summary>
internal sealed record AttributeRead(AttributeSource Source, string Name);
