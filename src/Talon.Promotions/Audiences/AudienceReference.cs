using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>An audience as it was when somebody joined it.</summary>
/// <param name="Id">The audience.</param>
/// <param name="Generation">How often it was emptied before.</param>
[method: JsonConstructor]
internal readonly record struct AudienceReference(long Id, long Generation)
{
    /// <summary>The audience as it now is.</summary>
    public static AudienceReference Of(Audience audience) => new(audience.Id, audience.Generation);
}

/// <summary>A stored membership.</summary>
/// <param name="Generation">The audience's generation when it was joined.</param>
internal sealed record MembershipRow(long Generation);

/// <summary>An entry of an audience's index.</summary>
/// <param name="ProfileIntegrationId">The customer.</param>
internal sealed record MemberRow(string ProfileIntegrationId);

/// <summary>When the members of an audience changed.</summary>
/// <param name="At">The time.</param>
internal sealed record AudienceChangedRow(DateTimeOffset At);

/// <summary>A membership that a rule changes.</summary>
/// <param name="ProfileIntegrationId">The customer.</param>
/// <param name="Audience">The audience.</param>
/// <param name="Inside">Whether the customer is to be in it.</param>
internal sealed record AudienceChange(string ProfileIntegrationId, AudienceReference Audience, bool Inside)
{
    /// <summary>The customer's memberships after it.</summary>
    public IReadOnlyList<Membership> After(IReadOnlyList<Membership> before)
    {
        var others = before.Where(membership => membership.Audience.Id != Audience.Id);
        return Inside ? [.. others, new Membership(Audience, "")] : [.. others];
    }
}
