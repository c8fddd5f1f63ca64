using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary>Names what rules refer to by id, so that they mean the same in another account.</summary>
public static class RuleReferences
{
    /// <summary>Talang with names in the place of ids. An id whose name would mean something else, or nothing, stays.</summary>
    /// <param name="talang">Rules, bindings, or any part of them.</param>
    /// <param name="vocabulary">What the rules may refer to.</param>
    /// <param name="campaignId">The campaign of the rules.</param>
    public static JsonNode? WithNames(JsonElement talang, Vocabulary vocabulary, long campaignId)
    {
        var copy = ToNode(talang);
        new Walk(VocabularyIndex.Of(vocabulary), campaignId).Visit(copy);
        return copy;
    }

    private static JsonNode? ToNode(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => JsonArray.Create(json),
        JsonValueKind.Object => JsonObject.Create(json),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(json),
    };

    private static string? NameOf(object target) => target switch
    {
        NamedEntity named => named.Name,
        AdditionalCostDefinition cost => cost.Name,
        CustomEffectDefinition effect => effect.Name,
        CollectionDefinition collection => collection.Name,
        ValueMapDefinition map => map.Name,
        _ => null,
    };

    private sealed class Walk(VocabularyIndex index, long campaignId)
    {
        public void Visit(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray array:
                    if (array is [JsonValue head, ..] && head.GetValueKind() == JsonValueKind.String && FunctionRegistry.Find(head.GetValue<string>()) is { } function)
                        VisitCall(array, function);
                    foreach (var element in array)
                        Visit(element);
                    break;
                case JsonObject map:
                    foreach (var (_, member) in map)
                        Visit(member);
                    break;
            }
        }

        /// <summary>In every signature references come before anything that may be left out, or are repeated to the end.</summary>
        private void VisitCall(JsonArray call, Function function)
        {
            var first = call.Count > 1 && call[1] is JsonObject && function.TakesOptions ? 2 : 1;
            foreach (var parameters in function.Signatures.Select(signature => signature.Parameters))
            {
                for (var i = 0; i < parameters.Count; i++)
                {
                    if (parameters[i].Type is not { Kind: TypeKind.Reference, Name: { } kind })
                        continue;
                    var last = parameters[i].Presence == Presence.Repeated ? call.Count - 1 : Math.Min(first + i, call.Count - 1);
                    for (var at = first + i; at <= last; at++)
                        Name(call, at, kind);
                }
            }
        }

        private void Name(JsonArray call, int at, string kind)
        {
            if (call[at] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number || !value.TryGetValue<decimal>(out var id))
                return;
            var target = index.Find(kind, Value.Of(id), campaignId);
            if (target is not null && NameOf(target) is { } name && ReferenceEquals(index.Find(kind, Value.Of(name), campaignId), target))
                call[at] = name;
        }
    }
}
