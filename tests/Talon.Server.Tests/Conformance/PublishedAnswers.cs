using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Talon.Server.Tests;

/// <summary>The published shapes of answers, and which of them were met.</summary>
/// <remarks>
/// The fixture holds them as JSON Schema: all members of an object in one place, and none allowed but those that are
/// published. The props of an effect are checked by its type.
/// </remarks>
internal sealed class PublishedAnswers
{
    private readonly Dictionary<string, IReadOnlyDictionary<int, JsonSchema?>> _answers = [];
    private readonly Dictionary<string, JsonSchema> _effects;
    private readonly Dictionary<JsonSchema, string> _names;
    private readonly JsonSchema _effect;
    private readonly HashSet<string> _met = [];

    private PublishedAnswers(JsonObject fixture, JsonSchema schemas)
    {
        foreach (var (operation, answers) in fixture["answers"]!.AsObject())
            _answers[operation] = answers!.AsObject().ToDictionary(answer => Status(answer.Key), answer => answer.Value is null ? null : schemas.Definitions[Name(operation, answer.Key)]);
        _effects = fixture["effects"]!.AsObject().ToDictionary(effect => effect.Key, effect => schemas.Definitions[Name("effect", effect.Key)].ActualSchema);
        _names = schemas.Definitions.Where(definition => !definition.Key.Contains(' ', StringComparison.Ordinal)).ToDictionary(definition => definition.Value, definition => definition.Key);
        _effect = schemas.Definitions["Effect"];
    }

    /// <summary>The effect types that are published.</summary>
    public IEnumerable<string> EffectTypes => _effects.Keys;

    /// <summary>The shapes that are published, by name.</summary>
    public IEnumerable<string> Shapes => _names.Values;

    /// <summary>Names of the shapes, and types of the effects, that checked answers had.</summary>
    public IReadOnlySet<string> Met => _met;

    public static async Task<PublishedAnswers> LoadAsync()
    {
        var fixture = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Conformance", "published-answers.json"), TestContext.Current.CancellationToken))!.AsObject();
        var definitions = fixture["definitions"]!.DeepClone().AsObject();
        foreach (var (operation, answers) in fixture["answers"]!.AsObject())
            foreach (var (status, schema) in answers!.AsObject())
                if (schema is not null)
                    definitions[Name(operation, status)] = schema.DeepClone();
        foreach (var (type, props) in fixture["effects"]!.AsObject())
            definitions[Name("effect", type)] = props!.DeepClone();
        return new(fixture, await JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions }.ToJsonString(), TestContext.Current.CancellationToken));
    }

    /// <summary>The statuses that are published for an operation.</summary>
    public IEnumerable<int> Statuses(string operation) => _answers.GetValueOrDefault(operation)?.Keys ?? [];

    /// <summary>What is wrong with an answer; a status that is not published is checked by the caller.</summary>
    public IReadOnlyList<string> Check(string operation, int status, string body)
    {
        if (!_answers.TryGetValue(operation, out var answers) || !answers.TryGetValue(status, out var schema))
            return [];
        if (schema is null)
            return body.Length == 0 ? [] : ["A body where none is published."];
        var problems = new List<string>();
        Check(schema, JsonElement.Parse(body), "", problems);
        return problems;
    }

    private static string Name(string operation, string status) => $"{operation} {status}";

    private static int Status(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private void Check(JsonSchema schema, JsonElement json, string path, List<string> problems)
    {
        problems.AddRange(schema.Validate(json.GetRawText()).SelectMany(Leaves).Select(error => $"{path}{error.Path}: {error.Kind}"));
        Visit(schema.ActualSchema, json, path, problems);
    }

    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent ? parent.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves) : [error];

    /// <summary>Notes the shapes met, and checks effects.</summary>
    private void Visit(JsonSchema schema, JsonElement json, string path, List<string> problems)
    {
        if (_names.TryGetValue(schema, out var name))
            _met.Add(name);
        if (schema == _effect)
            CheckEffect(json, path, problems);
        foreach (var choice in schema.OneOf.Select(choice => choice.ActualSchema).Where(choice => choice.Validate(json.GetRawText()).Count == 0))
            Visit(choice, json, path, problems);
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
                if ((schema.Properties.TryGetValue(member.Name, out var property) ? property : schema.AdditionalPropertiesSchema) is { } next)
                    Visit(next.ActualSchema, member.Value, $"{path}/{member.Name}", problems);
        }
        else if (json.ValueKind == JsonValueKind.Array && schema.Item is { } item)
        {
            foreach (var (index, element) in json.EnumerateArray().Index())
                Visit(item.ActualSchema, element, $"{path}/{index}", problems);
        }
    }

    private void CheckEffect(JsonElement effect, string path, List<string> problems)
    {
        if (!effect.TryGetProperty("effectType", out var type) || !effect.TryGetProperty("props", out var props))
            return;
        if (!_effects.TryGetValue(type.GetString()!, out var schema))
        {
            problems.Add($"{path}: no effect is called {type}");
            return;
        }

        _met.Add(type.GetString()!);
        Check(schema, props, $"{path} {type} ", problems);
    }
}
