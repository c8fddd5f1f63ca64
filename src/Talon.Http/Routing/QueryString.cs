using Talon.Promotions;

namespace Talon.Http;

/// <summary>Splits the query of a URL.</summary>
internal static class QueryString
{
    /// <summary>The decoded texts by parameter name, in order; parameters that cannot be decoded are reported.</summary>
    public static Dictionary<string, List<string>> Parse(string query, List<Problem> problems)
    {
        var values = new Dictionary<string, List<string>>();
        foreach (var range in query.AsSpan().Split('&'))
        {
            var part = query.AsSpan(range);
            if (part.IsEmpty)
                continue;
            var equals = part.IndexOf('=');
            var rawName = equals < 0 ? part : part[..equals];
            var rawValue = equals < 0 ? default : part[(equals + 1)..];
            if (!PercentEncoding.TryDecode(rawName, plusIsSpace: true, out var name) || !PercentEncoding.TryDecode(rawValue, plusIsSpace: true, out var value))
            {
                problems.Add(new Problem("format", "The query is not percent-encoded UTF-8", Parameter: name));
                continue;
            }

            if (!values.TryGetValue(name, out var texts))
                values[name] = texts = [];
            texts.Add(value);
        }

        return values;
    }
}
