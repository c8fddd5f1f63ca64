namespace Talon.Http;

/// <summary>Stores a custom event, and runs the rules.</summary>
internal static class TrackEvent
{
    public static readonly Operation Operation = new()
    {
        OperationId = "trackEventV2",
        Method = "POST",
        Path = "/v2/events",
        Summary = "Track a custom event, and run the rules.",
        Authentication = Authentication.IntegrationKey,
        Parameters = EventParameters.All,
        Request = EventSchemas.Request,
        Idempotent = true,
        Answers =
        [
            new(200, StateSchemas.Event, "The event was evaluated, and stored unless the request was dry."),
            new(204, null, "The same, for a silent request."),
            Answer.Invalid,
            Answer.Unauthorized,
            Answer.Conflict,
        ],
        Review = EventParameters.Review,
        Handle = static (context, cancellation) => EventParameters.TrackAsync(context, EventParameters.Read(context), StateBody.Render, cancellation),
    };
}
