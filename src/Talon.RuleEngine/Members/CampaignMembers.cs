namespace Talon.RuleEngine.Members;

/// <summary>Attributes of the campaign whose rule runs.</summary>
internal static class CampaignMembers
{
    public static readonly MemberTable<CampaignDefinition> Table =
        new MemberTable<CampaignDefinition>("Campaign", AttributeEntity.Campaign, (_, campaign) => campaign.Attributes)
            .Number("Id", "The server's id of the campaign.", (_, campaign) => campaign.Id)
            .Text("Name", "The campaign's name.", (_, campaign) => campaign.Name)
            .Time("StartTime", "First moment at which it runs.", (_, campaign) => campaign.StartTime)
            .Time("EndTime", "First moment at which it no longer runs.", (_, campaign) => campaign.EndTime);
}
