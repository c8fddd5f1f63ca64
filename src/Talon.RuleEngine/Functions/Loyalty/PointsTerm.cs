using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>From when to when points count.</summary>
/// <param name="Pending">How long they wait; null for not at all.</param>
/// <param name="OnAction">Whether they wait for an action of the shop.</param>
/// <param name="Validity">How long they last once active; null for ever.</param>
/// <param name="Zone">The programme's calendar; null for the Application's.</param>
internal sealed record PointsTerm(Duration? Pending, bool OnAction, Duration? Validity, TimeZoneInfo? Zone)
{
    /// <summary>The term that options and programme say; null when an option is wrong and was reported.</summary>
    public static PointsTerm? Of(Call call, LoyaltyProgramDefinition? programme)
    {
        var pending = call.Word("pending") ?? programme?.DefaultPending ?? "immediate";
        var validity = call.Word("validity") ?? programme?.DefaultValidity ?? "unlimited";
        var wait = Duration.Parse(pending);
        var last = Duration.Parse(validity);
        if (wait is null && pending is not ("immediate" or "on_action" or ""))
            return Refuse(call, "pending", "a duration such as 7D, immediate or on_action", pending);
        if (last is null && validity is not ("unlimited" or ""))
            return Refuse(call, "validity", "a duration such as 1Y, or unlimited", validity);
        return new PointsTerm(wait is { Amount: > 0 } ? wait : null, pending == "on_action", last, programme?.TimeZone);
    }

    /// <summary>First moment at which the points count; null for at once, or for when the shop says so.</summary>
    public DateTimeOffset? Start(Scope scope) => Pending?.After(scope.Facts.Now, Zone ?? scope.Settings.TimeZone);

    /// <summary>First moment at which they no longer count; null for never, or when it depends on the shop.</summary>
    public DateTimeOffset? End(Scope scope) => OnAction ? null : Validity?.After(Start(scope) ?? scope.Facts.Now, Zone ?? scope.Settings.TimeZone);

    private static PointsTerm? Refuse(Call call, string option, string expected, string found)
    {
        var node = call.Options.TryGetValue(option, out var given) ? given.Syntax : null;
        call.Problem(node ?? call.Syntax, $"\"{found}\" is not a duration.", expected, $"\"{found}\"");
        return null;
    }
}
