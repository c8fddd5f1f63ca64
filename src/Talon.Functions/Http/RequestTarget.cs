namespace Talon.Functions;

/// <summary>The target of a request as the caller wrote it.</summary>
/// <remarks>
/// The host decodes a path and encodes it again. It keeps <c>%2F</c>, but an encoded percent sign before two hexadecimal
/// digits comes out as an escape: <c>%252F</c> as <c>%2F</c>. On Azure the front end adds the path as it was sent in a
/// header, which is taken where it says the same as the URL; without it such ids cannot be told from others.
/// </remarks>
public static class RequestTarget
{
    /// <summary>The front end's headers with the unchanged target, the better one first.</summary>
    internal static readonly string[] OriginalHeaders = ["X-WAWS-Unencoded-URL", "X-Original-URL"];

    /// <summary>Path and query, still encoded; the query without its question mark.</summary>
    /// <param name="url">The URL as the host gives it; parsing it would change escapes.</param>
    /// <param name="header">Looks up a header.</param>
    public static (string Path, string Query) Read(string url, Func<string, string?> header)
    {
        var given = Split(WithoutHost(url));
        foreach (var name in OriginalHeaders)
            if (header(name) is { Length: > 0 } original && Split(original) is var sent && SaysTheSame(sent.Path, given.Path))
                return (sent.Path, given.Query);
        return given;
    }

    private static string WithoutHost(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return url;
        var path = url.AsSpan(scheme + 3).IndexOfAny('/', '?');
        return path < 0 ? "/" : url[(scheme + 3 + path)..];
    }

    private static (string Path, string Query) Split(string target)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
    }

    private static bool SaysTheSame(string sent, string given)
    {
        var asTheHostSeesIt = Uri.UnescapeDataString(sent.Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase));
        return Uri.UnescapeDataString(asTheHostSeesIt) == Uri.UnescapeDataString(given);
    }
}
