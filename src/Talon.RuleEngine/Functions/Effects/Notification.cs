using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>showNotification</c>.</summary>
internal static class Notification
{
    public static readonly Function Function = new(
        "showNotification", FunctionGroup.Effect,
        "Shows the customer a message.",
        """["showNotification", "Info", "Welcome", "Thank you for your first order."]""",
        new Overload("(type: 'Info' | 'Offer' | 'Error' | 'Misc', title: string, body: string) -> effect", call =>
        {
            var (type, title, body) = (call.Word(0), call.Text(1), call.Text(2));
            return Expression.Effect(scope =>
            {
                var props = new ShowNotificationProps(type, title(scope), body(scope));
                if (scope.Fault is not null)
                    return false;
                scope.Output.Emit(scope, props);
                return true;
            });
        }))
    {
        Failure = "a text of the message looks at something missing",
        AllowedOnFailure = true,
    };
}
