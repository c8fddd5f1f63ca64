using System.Globalization;
using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>Makes requests that are more or less wrong, all from one seed.</summary>
internal sealed class RequestFuzzer
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"];

    private static readonly string[] Ids =
    [
        "a", "%2F", "%", "%2", "%zz", "%ff", "%ed%a0%80", "%F0%9F%98%80", "..", ".", "%2e%2e", "+", "0", "-1", "1.5", "9007199254740993", "99999999999999999999",
        "a b", "%0A", "%E2%80%AE", "{id}", "%22%27%3B--", new string('x', 1000), new string('x', 1001), string.Concat(Enumerable.Repeat("%F0%9F%98%80", 1001)),
    ];

    private static readonly string[] Values =
    [
        "true", "false", "TRUE", "yes", "no", "1", "", "perhaps", "2999-01-01", "2999-01-01T00:00:00Z", "1999-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "-1", "1e9", "1,2", "a,,b",
        "%", "%ff", "%F0%9F%98%80", "null", "99999999999999999999",
    ];

    private static readonly string?[] BadKeys = [null, "", "ApiKey-v1", "ApiKey-v1 x", "Bearer x", "ApiKey-v2 x", "ManagementKey-v1 x", "apikey-v1  ", new string('k', 5000)];

    private readonly Random _random;
    private readonly BodyFuzzer _bodies;
    private readonly string _prefix;
    private readonly IReadOnlyDictionary<Authentication, string> _keys;
    private int _ids;

    /// <param name="seed">Where all randomness comes from.</param>
    /// <param name="prefix">What most ids begin with; the rest is a number, so that each is used once.</param>
    /// <param name="keys">A valid key for each kind.</param>
    public RequestFuzzer(int seed, string prefix, IReadOnlyDictionary<Authentication, string> keys)
    {
        _prefix = prefix;
        _random = new Random(seed);
        _bodies = new BodyFuzzer(_random);
        _keys = keys;
    }

    /// <summary>An id that exists, by the name of its parameter; null for none.</summary>
    public Func<string, string?> Known { get; init; } = static _ => null;

    /// <summary>The next request.</summary>
    public FuzzRequest Next(IReadOnlyList<Operation> operations)
    {
        var operation = operations[_random.Next(operations.Count)];
        return new FuzzRequest
        {
            Method = _random.Next(15) == 0 ? Methods[_random.Next(Methods.Length)] : operation.Method,
            Path = MakePath(operation),
            Query = MakeQuery(operation),
            Authorization = _random.Next(15) == 0 ? BadKeys[_random.Next(BadKeys.Length)] : _keys.GetValueOrDefault(operation.Authentication),
            IdempotencyKey = _random.Next(10) == 0 ? new string('k', _random.Next(1, 300)) + _random.Next().ToString(CultureInfo.InvariantCulture) : null,
            ContentType = _random.Next(10) == 0 ? "text/plain" : _random.Next(20) == 0 ? "application/json; charset=utf-16" : "application/json",
            Body = operation.Request is { } schema && _random.Next(30) != 0 ? _bodies.Break(_bodies.Make(schema)) : [],
        };
    }

    private string MakePath(Operation operation)
    {
        var segments = operation.Path.Split('/').Select(segment => !segment.StartsWith('{') ? segment : _random.Next(5) > 0 && Known(segment.Trim('{', '}')) is { } known ? known : MakeId());
        var path = string.Join('/', segments);
        return _random.Next(40) switch
        {
            0 => path + "/",
            1 => path + "/extra",
            2 => path.Replace("/v", "//v", StringComparison.Ordinal),
            _ => path,
        };
    }

    private string MakeId() => _random.Next(4) == 0 ? Ids[_random.Next(Ids.Length)] : string.Create(CultureInfo.InvariantCulture, $"{_prefix}{_ids++}");

    private string MakeQuery(Operation operation)
    {
        if (_random.Next(3) > 0)
            return "";
        var names = operation.Parameters.Where(parameter => !parameter.InPath).Select(parameter => parameter.Name).Append("unknown").ToArray();
        return "?" + string.Join('&', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"{names[_random.Next(names.Length)]}={Values[_random.Next(Values.Length)]}"));
    }
}
