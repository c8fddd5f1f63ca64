namespace Talon.Promotions;

/// <summary>Headers of webhooks whose values are secrets: they are stored, and stand in no file.</summary>
public static class WebhookHeaders
{
    /// <summary>What stands in the place of a value: on its way in, that the stored one stays.</summary>
    public const string Secret = "<secret>";

    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Cache-Control", "Content-Encoding", "Content-Language", "Content-Type", "User-Agent",
    };

    /// <summary>Headers as files say them: the values of all but a few well-known ones are left out.</summary>
    public static IReadOnlyList<string> Hide(IReadOnlyList<string> headers) =>
        [.. headers.Select(text => WebhookRequest.ParseHeader(text) is { } header && !Plain.Contains(header.Key) ? $"{header.Key}: {Secret}" : text)];

    /// <summary>Headers as they are to be stored: what was left out is taken from those stored before, by name and order.</summary>
    public static IReadOnlyList<string> Fill(IReadOnlyList<string> headers, IReadOnlyList<string> before)
    {
        var known = before.Where(text => !IsMissing(text)).ToLookup(Name, StringComparer.OrdinalIgnoreCase);
        var taken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. headers.Select(text =>
        {
            if (Name(text) is not { } name)
                return text;
            var at = taken[name] = taken.GetValueOrDefault(name, -1) + 1;
            return IsMissing(text) ? known[name].ElementAtOrDefault(at) ?? text : text;
        })];
    }

    /// <summary>The first header whose value nobody has given yet; null when all have one.</summary>
    public static string? Missing(IReadOnlyList<string> headers) => headers.FirstOrDefault(IsMissing) is { } text ? Name(text) : null;

    private static bool IsMissing(string text) => WebhookRequest.ParseHeader(text)?.Value == Secret;

    private static string? Name(string text) => WebhookRequest.ParseHeader(text)?.Key;
}
