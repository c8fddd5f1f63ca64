namespace Talon.RuleEngine.Members;

/// <summary>Attributes of events.</summary>
internal static class EventMembers
{
    public static readonly MemberTable<EventFacts> Table =
        new MemberTable<EventFacts>("Event", AttributeEntity.Event, (_, happening) => happening.Attributes)
            .Text("Type", "The event type.", (_, happening) => happening.Type);
}
