namespace Talon.Server;

/// <summary>Takes apart what stands between method and version in a request line.</summary>
internal static class RequestTarget
{
    /// <summary>Path and query as they were sent. An absolute URL, as proxies send it, loses scheme and host.</summary>
    public static (string Path, string Query) Split(string target)
    {
        if (!target.StartsWith('/') && target.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme)
        {
            var slash = target.IndexOf('/', scheme + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
    }
}
