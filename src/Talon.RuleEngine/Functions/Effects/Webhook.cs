using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>triggerWebhook</c>.</summary>
internal static class Webhook
{
    public static readonly Function Function = new(
        "triggerWebhook", FunctionGroup.Effect,
        "Calls a webhook of the account with parameters.",
        """["triggerWebhook", "hook", {"total": [".", "Session", "Total"]}]""",
        new Overload("(webhook: @webhook, {*: any}) -> effect", call =>
        {
            var webhook = call.Reference<NamedEntity>(0);
            var parameters = MapBinder.Of([.. call.Options]).As<ValueMap>();
            var budget = call.Binder.Budget(LimitActions.CallApi);
            return Expression.Effect(scope =>
            {
                var values = parameters(scope).Entries.ToDictionary(entry => entry.Key, entry => AttributeUpdateEffect.Kept(entry.Value));
                if (!CountedEffect.TryTake(scope, budget))
                    return false;
                scope.Output.Emit(scope, new TriggerWebhookProps(webhook.Id, webhook.Name), new TriggerWebhookRequest(values));
                return true;
            });
        }))
    {
        Failure = "the budget for calls is used up",
    };
}
