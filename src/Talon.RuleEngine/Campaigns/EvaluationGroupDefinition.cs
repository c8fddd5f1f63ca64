namespace Talon.RuleEngine;

/// <summary>A node of an Application's evaluation tree.</summary>
/// <param name="Id">Server-assigned id.</param>
/// <param name="Name">Group name.</param>
/// <param name="ParentId">The parent group; null for a child of the base group.</param>
/// <param name="Mode">How campaigns and groups inside compete.</param>
/// <param name="Scope">Whether they compete per session or per cart item.</param>
/// <param name="Position">Position inside the parent; ties go to the lower id.</param>
public sealed record EvaluationGroupDefinition(long Id, string Name, long? ParentId, EvaluationMode Mode, EvaluationScope Scope, int Position = 0);

/// <summary>How the members of an evaluation group compete.</summary>
public enum EvaluationMode
{
    /// <summary>All of them apply.</summary>
    Stackable,

    /// <summary>The first that triggers applies.</summary>
    ListOrder,

    /// <summary>The one with the lowest discount applies.</summary>
    LowestDiscount,

    /// <summary>The one with the highest discount applies.</summary>
    HighestDiscount,
}

/// <summary>What the members of an evaluation group compete for.</summary>
public enum EvaluationScope
{
    /// <summary>The session as a whole.</summary>
    Session,

    /// <summary>Each cart item unit by itself.</summary>
    CartItem,
}
