using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Conditions on where an update comes from.</summary>
internal static class Circumstances
{
    public static readonly Function StoreIs = new(
        "storeIs", FunctionGroup.Condition,
        "Whether the session names one of the stores.",
        """["storeIs", "berlin-1"]""",
        new Overload("(store: @store, more: @store...) -> boolean", call =>
        {
            var stores = call.From(0).Select(store => ((NamedEntity)((ReferenceExpression)store).Target).Id).ToHashSet();
            return Expression.Flag(scope => scope.Facts.Store is { } store && stores.Contains(store.Id));
        }))
    {
        Failure = "the store is one of those named",
        Explain = (condition, scope) => new(
            "OtherStore", "store", scope.Facts.Store is { } store ? $"\"{store.IntegrationId}\"" : "none",
            string.Join(" or ", condition.Arguments.Select(wanted => $"\"{((NamedEntity)((ReferenceExpression)wanted).Target).Name}\""))),
    };

    public static readonly Function EventTypeIs = new(
        "eventTypeIs", FunctionGroup.Condition,
        "Whether the update is an event of that type: a custom one, or a built-in one such as talon_session_closed.",
        """["eventTypeIs", "talon_profile_created"]""",
        new Overload("(type: literal) -> boolean", call =>
        {
            var type = call.Word(0);
            if (!type.StartsWith("talon_", StringComparison.Ordinal) && call.Binder.Vocabulary.Find("eventType", Value.Of(type), 0) is null)
                return call.Problem(call[0].Syntax!, $"There is no event type \"{type}\".", "an existing event type", $"\"{type}\"");
            return Expression.Flag(scope => scope.Facts.Event?.Type == type);
        }))
    {
        Failure = "the event type is {0}",
        Explain = (condition, scope) => new(
            "OtherEvent", "event", scope.Facts.Event is { } happening ? $"\"{happening.Type}\"" : "none", ValueText.Quote(condition.Arguments[0].Constant!.Value)),
    };
}
