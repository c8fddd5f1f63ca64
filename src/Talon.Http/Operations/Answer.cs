namespace Talon.Http;

/// <summary>An answer that an operation may give.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Schema">The body; null for none.</param>
/// <param name="Description">When it is given.</param>
public sealed record Answer(int Status, Schema? Schema, string Description)
{
    /// <summary>The type of JSON.</summary>
    public const string Json = "application/json";

    /// <summary>The type of comma-separated values, as the API names it.</summary>
    public const string Csv = "application/csv";

    /// <summary>The content type of the body.</summary>
    public string ContentType { get; init; } = Json;

    /// <summary>The request is not valid.</summary>
    public static Answer Invalid { get; } = new(400, ErrorSchemas.ErrorWithStatus, "The request is not valid; nothing was stored.");

    /// <summary>The request is not valid; the body does not repeat the status.</summary>
    public static Answer InvalidPlain { get; } = new(400, ErrorSchemas.Error, "The request is not valid; nothing was stored.");

    /// <summary>The key is missing, unknown or expired.</summary>
    public static Answer Unauthorized { get; } = new(401, ErrorSchemas.ErrorWithStatus, "The key is missing, malformed, unknown, expired or of the wrong kind.");

    /// <summary>What the request names does not exist.</summary>
    public static Answer NotFound { get; } = new(404, ErrorSchemas.ErrorWithStatus, "What the request names does not exist.");

    /// <summary>The request collides with another one.</summary>
    public static Answer Conflict { get; } = new(409, ErrorSchemas.ErrorWithStatus, "The request collides with another one, or with what is there.");

    /// <summary>What the request would change is not as the caller saw it.</summary>
    public static Answer Stale { get; } = new(412, ErrorSchemas.ErrorWithStatus, "The version that If-Match names is not the current one; nothing was stored.");

    /// <summary>The address that the request comes from, or the key, may not do this.</summary>
    public static Answer Forbidden { get; } = new(403, ErrorSchemas.ErrorWithStatus, "Requests from this address are not allowed, or the key may not do this.");
}
