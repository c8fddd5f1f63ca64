using Talon.Http;

namespace Talon.Server.Tests;

/// <summary>How operations differ from what is published, and why.</summary>
internal static class Differences
{
    private static readonly Dictionary<string, string> ByKind = new()
    {
        ["answers 204"] = "The published text of silent promises it, though the list of answers does not.",
        ["answers 400"] = "Ids and parameters are checked before they are looked for.",
        ["answers 401"] = "Every call with a key may be refused for it.",
        ["answers 403"] = "Calls may be refused for where they come from.",
        ["answers 404"] = "What a path names may not exist; said with the status for it.",
        ["answers 409"] = "The operation passes the same gate as the others that change the same thing.",
        ["answers 413"] = "Bodies are limited.",
        ["answers 429"] = "Callers may be slowed down.",
    };

    private static readonly Dictionary<string, string> ByOperation = new()
    {
        ["updateCustomerProfilesV2: answers 409"] = "A request may come again, with its Idempotency-Key, while the first is under way.",
        ["trackEventV2: requires profileId"] = "The published schema has it optional, and the published text says that it is required.",
    };

    /// <summary>Why a difference is there; null when nobody gave a reason.</summary>
    public static string? Reason(string id, string difference) => ByOperation.GetValueOrDefault($"{id}: {difference}") ?? ByKind.GetValueOrDefault(difference);

    /// <summary>All differences of an operation.</summary>
    public static IEnumerable<string> Of(Operation built, PublishedOperation published)
    {
        if ((built.Method, built.Path) != (published.Method, published.Path))
            yield return $"is {built.Method} {built.Path}, not {published.Method} {published.Path}";
        var parameters = built.Parameters.Select(parameter => $"{parameter.Name}:{(parameter.InPath ? "path" : "query")}").ToList();
        foreach (var missing in published.Parameters.Except(parameters))
            yield return $"lacks parameter {missing}";
        foreach (var extra in parameters.Except(published.Parameters))
            yield return $"takes parameter {extra}";
        var required = Required(built.Request);
        foreach (var missing in published.RequestFields.Except(required))
            yield return $"does not require {missing}";
        foreach (var extra in required.Except(published.RequestFields))
            yield return $"requires {extra}";
        var statuses = built.Answers.Select(answer => FormattableString.Invariant($"{answer.Status}")).Distinct().ToList();
        foreach (var missing in published.Statuses.Except(statuses))
            yield return $"does not answer {missing}";
        foreach (var extra in statuses.Except(published.Statuses))
            yield return $"answers {extra}";
        var answer = built.Answers.FirstOrDefault(found => found.Status is 200 or 201)?.Schema;
        foreach (var missing in published.AnswerFields.Except(Required(answer)))
            yield return $"its answer may lack {missing}";
    }

    private static IReadOnlyList<string> Required(Schema? schema) =>
        schema is ObjectSchema known ? [.. known.Properties.Where(property => property.IsRequired).Select(property => property.Name)] : [];
}
