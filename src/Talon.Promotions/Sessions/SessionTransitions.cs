namespace Talon.Promotions;

/// <summary>The state machine of sessions.</summary>
/// <remarks>Source: docs.talon.one, customer sessions and events.</remarks>
internal static class SessionTransitions
{
    /// <summary>The transition that an update asks for.</summary>
    /// <param name="stored">The state stored; null for a new session.</param>
    /// <param name="requested">The state asked for; null means open.</param>
    /// <param name="pointer">Where the state stands in the request.</param>
    /// <exception cref="InvalidRequestException">There is no such transition.</exception>
    public static SessionTransition Of(SessionState? stored, SessionState? requested, string pointer) => (stored, requested ?? SessionState.Open) switch
    {
        (null, SessionState.Open) => SessionTransition.Create,
        (null, SessionState.Closed) => SessionTransition.CreateClosed,
        (SessionState.Open, SessionState.Open) => SessionTransition.Update,
        (SessionState.Open, SessionState.Closed) => SessionTransition.Close,
        (SessionState.Open, SessionState.Cancelled) => SessionTransition.Abandon,
        (SessionState.Closed or SessionState.PartiallyReturned, SessionState.Cancelled) => SessionTransition.Cancel,
        var (from, to) => throw Refused(from, to, pointer),
    };

    /// <summary>The state after a transition.</summary>
    public static SessionState Result(this SessionTransition transition) => transition switch
    {
        SessionTransition.CreateClosed or SessionTransition.Close => SessionState.Closed,
        SessionTransition.Abandon or SessionTransition.Cancel => SessionState.Cancelled,
        _ => SessionState.Open,
    };

    /// <summary>The built-in event of a transition.</summary>
    /// <remarks>A session created closed counts as closed.</remarks>
    public static string EventType(this SessionTransition transition) => transition switch
    {
        SessionTransition.Create => "talon_session_created",
        SessionTransition.Update => "talon_session_updated",
        SessionTransition.CreateClosed or SessionTransition.Close => "talon_session_closed",
        SessionTransition.Abandon => "talon_session_cancelled",
        SessionTransition.Cancel => "talon_session_revoked",
        SessionTransition.Reopen => "talon_session_reopened",
        _ => throw new ArgumentOutOfRangeException(nameof(transition)),
    };

    /// <summary>Whether effects now count.</summary>
    public static bool Closes(this SessionTransition transition) => transition is SessionTransition.Close or SessionTransition.CreateClosed;

    /// <summary>Whether rules are evaluated.</summary>
    public static bool Evaluates(this SessionTransition transition) => transition is SessionTransition.Create or SessionTransition.Update || transition.Closes();

    /// <summary>The name of a state in the API.</summary>
    public static string ApiName(this SessionState state) => state switch
    {
        SessionState.Open => "open",
        SessionState.Closed => "closed",
        SessionState.PartiallyReturned => "partially_returned",
        _ => "cancelled",
    };

    private static InvalidRequestException Refused(SessionState? from, SessionState to, string pointer) => new(new Problem(
        "Invalid state transition",
        (from, to) switch
        {
            (null, _) => $"A new session can be open or closed, not {to.ApiName()}.",
            (SessionState.Closed, SessionState.Open) => "The session is closed and can no longer be changed. Reopen it with PUT /v2/customer_sessions/{customerSessionId}/reopen.",
            (_, SessionState.PartiallyReturned) => "A session is returned with POST /v2/customer_sessions/{customerSessionId}/returns.",
            _ => $"A session that is {from.Value.ApiName()} cannot become {to.ApiName()}.",
        },
        pointer + "/state"));
}
