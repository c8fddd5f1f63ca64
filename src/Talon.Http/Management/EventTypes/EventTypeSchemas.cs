namespace Talon.Http;

/// <summary>The published shapes of event types.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class EventTypeSchemas
{
    /// <summary>An event type to be.</summary>
    public static readonly ObjectSchema New = new("NewEventType", "An event type to be.")
    {
        Properties =
        [
            Property.Required("title", "Display name.", ManagementFields.Name, "Survey completed"),
            Property.Required("name", "API name.", ManagementFields.Name, "surveyCompleted"),
            Property.Optional("description", "Free text.", StringSchema.Text, "A customer has completed the survey."),
        ],
    };

    /// <summary>An event type.</summary>
    public static readonly ObjectSchema Type = New.With("EventType", "An event type.", Fields.Entity);
}
