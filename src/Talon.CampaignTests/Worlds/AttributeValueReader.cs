using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Reads attribute values by their declared types.</summary>
internal sealed class AttributeValueReader(AttributeChecker checker)
{
    /// <summary>The values; throws <see cref="TestFileException"/> for an unknown attribute and for a value of the wrong type.</summary>
    public IReadOnlyDictionary<string, Value> Read(AttributeEntity entity, JsonElement json, string owner, string? eventType = null)
    {
        var problems = new List<Problem>();
        checker.Check(entity, json, $"{owner}/attributes", problems, eventType);
        if (problems.Count > 0)
            throw new TestFileException(string.Join(' ', problems.Select(problem => $"{problem.Pointer}: {problem.Details}")));
        return checker.ToValues(entity, json, eventType);
    }
}
