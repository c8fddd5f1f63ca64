namespace Talon.Promotions;

/// <summary>Which Applications see a change of an entity.</summary>
/// <param name="Everything">All of them.</param>
/// <param name="ApplicationId">The only one; 0 for none.</param>
public readonly record struct Reach(bool Everything, long ApplicationId)
{
    /// <summary>All Applications.</summary>
    public static Reach Account { get; } = new(true, 0);

    /// <summary>No Application's evaluation.</summary>
    public static Reach Nothing { get; } = new(false, 0);

    /// <summary>One Application.</summary>
    public static Reach Of(long applicationId) => new(false, applicationId);
}
