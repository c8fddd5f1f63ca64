using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>A body whose wrong places are filled in: left out where that is allowed, or with values that the schema admits.</summary>
internal sealed class BodyFillings
{
    private readonly Schema _schema;
    private readonly JsonElement _body;
    private readonly List<(string Pointer, IReadOnlyList<JsonNode?> Choices)> _places;

    private BodyFillings(Schema schema, JsonElement body, List<(string Pointer, IReadOnlyList<JsonNode?> Choices)> places) =>
        (_schema, _body, _places) = (schema, body, places);

    /// <summary>Fills the places that have problems.</summary>
    public static BodyFillings Of(Schema schema, JsonElement body, IReadOnlyList<Problem> problems)
    {
        List<(string Pointer, IReadOnlyList<JsonNode?> Choices)> places = [];
        foreach (var pointer in problems.Select(problem => problem.Pointer).OfType<string>().Distinct().OrderBy(pointer => pointer.Length))
        {
            if (pointer.Length > 0 && !places.Exists(place => IsInside(pointer, place.Pointer)))
                places.Add((pointer, SchemaChoices.At(schema, Segments(pointer))));
        }

        return new(schema, body, places);
    }

    /// <summary>Whether a place is filled in, or is inside of one.</summary>
    public bool Fills(string? pointer) => pointer is not null && _places.Exists(place => IsInside(pointer, place.Pointer));

    /// <summary>Up to so many bodies without problems of shape, each place with another of its values where it has some.</summary>
    public IEnumerable<JsonElement> Bodies(int most)
    {
        if (_places.Exists(place => place.Choices.Count == 0))
            yield break;
        for (var i = 0; i < Math.Min(most, _places.Count == 0 ? 1 : _places.Max(place => place.Choices.Count)); i++)
        {
            var filled = Filled(i);
            var findings = new Findings();
            _schema.Check(filled, findings);
            if (findings.Problems.Count == 0)
                yield return filled;
        }
    }

    private JsonElement Filled(int round)
    {
        var body = JsonObject.Create(_body)!;
        foreach (var (pointer, choices) in _places)
            Fill(body, Segments(pointer), choices[round % choices.Count]);
        return JsonSerializer.SerializeToElement<JsonNode>(body, NodeJson.Default.JsonNode);
    }

    /// <summary>Puts a value at a place, or takes away what is there.</summary>
    private static void Fill(JsonNode body, string[] segments, JsonNode? value)
    {
        JsonNode? owner = body;
        foreach (var segment in segments[..^1])
            owner = owner switch
            {
                JsonObject members => members[segment],
                JsonArray items when Index(segment) is { } index && index < items.Count => items[index],
                _ => null,
            };
        if (owner is JsonObject target)
        {
            if (value is null)
                target.Remove(segments[^1]);
            else
                target[segments[^1]] = value.DeepClone();
        }
        else if (owner is JsonArray list && Index(segments[^1]) is { } at && at < list.Count)
        {
            list[at] = value?.DeepClone();
        }
    }

    private static bool IsInside(string pointer, string place) =>
        pointer.StartsWith(place, StringComparison.Ordinal) && (pointer.Length == place.Length || pointer[place.Length] == '/');

    private static int? Index(string segment) => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string[] Segments(string pointer) =>
        [.. pointer.Split('/').Skip(1).Select(segment => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
}
