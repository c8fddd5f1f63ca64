namespace Talon.Promotions;

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
