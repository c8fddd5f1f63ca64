namespace Talon.Promotions;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Title">Short class, such as <c>Unknown</c>, <c>Invalid type</c> or <c>enum</c>.</param>
/// <param name="Details">The concrete explanation.</param>
/// <param name="Pointer">JSON pointer into the request's body.</param>
/// <param name="Parameter">Name of the query or path parameter.</param>
/// <param name="Line">Line of an uploaded file, from 1.</param>
/// <remarks>Source: docs.talon.one, errors.</remarks>
public sealed record Problem(string Title, string Details, string? Pointer = null, string? Parameter = null, int? Line = null);
