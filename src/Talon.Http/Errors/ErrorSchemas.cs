namespace Talon.Http;

/// <summary>The published shapes of refusals.</summary>
/// <remarks>Source: Integration API 26.16, <c>ErrorResponseWithStatus</c>.</remarks>
internal static class ErrorSchemas
{
    private static readonly ObjectSchema Source = new("ErrorSource", "Where a problem is.")
    {
        Properties =
        [
            Property.Optional("pointer", "JSON pointer into the body.", StringSchema.Text, "/customerSession/state"),
            Property.Optional("parameter", "Name of the query, path or header parameter.", StringSchema.Text, "pageSize"),
            Property.Optional("line", "Line of an uploaded file.", StringSchema.Text, "12"),
            Property.Optional("resource", "Pointer to a resource.", StringSchema.Text),
        ],
    };

    private static readonly ObjectSchema Entry = new("APIError", "One problem.")
    {
        Properties =
        [
            Property.Required("title", "Short class of the problem.", StringSchema.Text, "Unknown"),
            Property.Optional("details", "Concrete explanation.", StringSchema.Text, "The attribute \"MyAttribute\" is not defined on CustomerSession entities."),
            Property.Required("source", "Where it is.", Source),
        ],
    };

    /// <summary>A refusal whose body does not repeat the status.</summary>
    public static readonly ObjectSchema Error = new("ErrorResponse", "Why a request was refused.")
    {
        Properties =
        [
            Property.Required("message", "Summary.", StringSchema.Text, "The submitted data was invalid"),
            Property.Optional("errors", "Individual problems.", new ArraySchema(Entry)),
        ],
    };

    /// <summary>A refusal whose body repeats the status.</summary>
    public static readonly ObjectSchema ErrorWithStatus = Error.With(
        "ErrorResponseWithStatus",
        "Why a request was refused.",
        Property.Optional("StatusCode", "The status code, repeated.", new IntegerSchema { Minimum = 400, Maximum = 599 }, 400));
}
