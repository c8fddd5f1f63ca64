using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>triggerWebhook</c>.</summary>
internal static class Webhook
{
    public static readonly Function Function = new(
        "triggerWebhook", FunctionGroup.Effect,
        "Calls a webhook of the account with parameters that it has; those left out are empty.",
        """["triggerWebhook", "hook", {"total": [".", "Session", "Total"]}]""",
        new Overload("(webhook: @webhook, {*: any}) -> effect", call =>
        {
            var webhook = call.Reference<NamedEntity>(0);
            if (call.Binder.Vocabulary.Webhook(webhook.Id) is { } definition && !Fit(call, webhook, definition))
                return null;
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

    private static bool Fit(Call call, NamedEntity webhook, WebhookDefinition definition)
    {
        var fit = true;
        foreach (var (name, value) in call.Options)
        {
            if (definition.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
                Refuse(value, $"\"{webhook.Name}\" has no parameter \"{name}\".", string.Join(", ", definition.Parameters.Select(known => known.Name)), name);
            else if (!ArgumentBinder.Fits(TalangType.Of(parameter.Type), value))
                Refuse(value, $"The value does not fit the parameter \"{name}\".", TalangType.Of(parameter.Type).ToString(), value.Type.ToString());
        }

        return fit;

        void Refuse(Expression value, string message, string expected, string found)
        {
            fit = false;
            call.Problem(value.Syntax ?? call.Syntax, message, expected, found);
        }
    }
}
