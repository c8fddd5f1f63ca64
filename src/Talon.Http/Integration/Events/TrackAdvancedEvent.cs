namespace Talon.Http;

/// <summary>Stores a custom event that has an id and may be connected to a closed session, and runs the rules.</summary>
internal static class TrackAdvancedEvent
{
    public static readonly Operation Operation = new()
    {
        OperationId = "trackEventV3",
        Method = "POST",
        Path = "/v3/events",
        Summary = "Track a custom event that has an id of its own and may be connected to a closed session, and run the rules.",
        Authentication = Authentication.IntegrationKey,
        Parameters = EventParameters.All,
        Request = EventSchemas.AdvancedRequest,
        Answers =
        [
            new(200, StateSchemas.AdvancedEvent, "The event was evaluated, and stored unless the request was dry."),
            new(204, null, "The same, for a silent request."),
            Answer.Invalid,
            Answer.Unauthorized,
            Answer.Conflict,
        ],
        Review = EventParameters.Review,
        Handle = static (context, cancellation) => EventParameters.TrackAsync(context, EventParameters.Read(context), StateBody.RenderAdvanced, cancellation),
    };
}
