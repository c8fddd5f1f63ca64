namespace Talon.RuleEngine.Members;

/// <summary>Attributes of customer profiles.</summary>
internal static class ProfileMembers
{
    public static readonly MemberTable<ProfileFacts> Table =
        new MemberTable<ProfileFacts>("CustomerProfile", AttributeEntity.CustomerProfile, (_, profile) => profile.Attributes)
            .Text("IntegrationId", "The integrator's id of the customer.", (_, profile) => profile.IntegrationId)
            .Number("Id", "The server's id of the profile.", (_, profile) => profile.Id)
            .Number("ClosedSessions", "Closed sessions so far, without this one.", (_, profile) => profile.ClosedSessions)
            .Number("TotalSales", "Spend before discounts so far, without this session.", (_, profile) => profile.TotalSales)
            .Time("Created", "When the profile came into being.", (_, profile) => profile.Created);
}
