using System.Text.Json.Serialization;

namespace Talon.Http;

/// <summary>The body of every refusal.</summary>
/// <param name="Message">Summary.</param>
/// <param name="Errors">Individual problems; null for none.</param>
/// <param name="StatusCode">The status repeated; null where the operation's declared body has none.</param>
/// <remarks>Source: Integration API 26.16, <c>ErrorResponseWithStatus</c>.</remarks>
internal sealed record ErrorBody(
    string Message,
    IReadOnlyList<ErrorEntry>? Errors,
    [property: JsonPropertyName("StatusCode")] int? StatusCode);

/// <summary>One problem.</summary>
/// <param name="Title">Short class.</param>
/// <param name="Details">Concrete explanation.</param>
/// <param name="Source">Where it is.</param>
internal sealed record ErrorEntry(string Title, string Details, ErrorSource Source);

/// <summary>Where a problem is.</summary>
/// <param name="Pointer">JSON pointer into the body.</param>
/// <param name="Parameter">Query, path or header parameter.</param>
/// <param name="Line">Line of an uploaded file.</param>
internal sealed record ErrorSource(string? Pointer, string? Parameter, string? Line = null);
