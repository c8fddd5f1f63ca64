namespace Talon.RuleEngine.Members;

/// <summary>Attributes of stores.</summary>
internal static class StoreMembers
{
    public static readonly MemberTable<StoreFacts> Table =
        new MemberTable<StoreFacts>("Store", AttributeEntity.Store, (_, store) => store.Attributes)
            .Text("IntegrationId", "The integrator's id of the store.", (_, store) => store.IntegrationId)
            .Text("Name", "Display name.", (_, store) => store.Name)
            .Number("Id", "The server's id of the store.", (_, store) => store.Id);
}
