using System.Globalization;
using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Checks what several kinds of entities refer to.</summary>
internal static class ReferenceChecks
{
    /// <summary>Reports Applications that do not exist.</summary>
    public static void Applications(this ProblemList problems, Configuration configuration, IReadOnlyList<long> ids, string pointer)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (configuration.Applications.Find(ids[i]) is null)
                problems.Unknown($"There is no application {ids[i]}", JsonPointer.Append(pointer, i));
        }
    }

    /// <summary>Reports Applications that belong to the other environment, live or sandbox.</summary>
    public static void Environment(this ProblemList problems, Configuration configuration, IReadOnlyList<long> ids, bool sandbox, string pointer)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (configuration.Applications.Find(ids[i])?.Sandbox is { } other && other != sandbox)
                problems.Invalid($"Application {ids[i]} is a {(other ? "sandbox" : "live")} one, and this is not", JsonPointer.Append(pointer, i));
        }
    }

    /// <summary>Reports limits that mean nothing, or the same as one before.</summary>
    public static void Limits(this ProblemList problems, IReadOnlyList<LimitConfig> limits, string pointer)
    {
        HashSet<string> seen = [];
        for (var i = 0; i < limits.Count; i++)
        {
            var place = JsonPointer.Append(pointer, i);
            if (!LimitActions.All.Contains(limits[i].Action))
                problems.All.Add(new("enum", $"Value of \"action\" ({limits[i].Action}) is not one of: {string.Join(", ", LimitActions.All)}", place + "/action"));
            if (limits[i].Entities.Distinct().Count() != limits[i].Entities.Count)
                problems.Invalid("An entity is named twice", place + "/entities");
            if (!seen.Add(LimitIds.Identity(limits[i])))
                problems.Invalid("There are two limits with the same action, period and entities", place);
        }
    }

    /// <summary>Reports a code pattern without anything random in it, and characters that are not single.</summary>
    public static void CodeSettings(this ProblemList problems, CodeGeneratorSettings? settings, string pointer)
    {
        if (settings is null)
            return;
        if (!settings.CouponPattern.Contains('#', StringComparison.Ordinal))
            problems.Invalid("The pattern has no # to fill in", pointer + "/couponPattern");
        problems.Characters(settings.ValidCharacters, pointer + "/validCharacters");
    }

    /// <summary>Reports an alphabet without characters, and entries that are not single characters.</summary>
    public static void Characters(this ProblemList problems, IReadOnlyList<string> alphabet, string pointer)
    {
        if (alphabet.Count == 0)
            problems.Invalid("There are no characters to choose from", pointer);
        for (var i = 0; i < alphabet.Count; i++)
        {
            if (new StringInfo(alphabet[i]).LengthInTextElements != 1 || char.IsControl(alphabet[i][0]) || char.IsWhiteSpace(alphabet[i][0]))
                problems.Invalid("Each entry is one visible character", JsonPointer.Append(pointer, i));
        }
    }

    /// <summary>Reports mandatory attributes that are not set.</summary>
    public static void Mandatory(this ProblemList problems, AttributeEntity entity, IReadOnlyList<string>? names, JsonElement? attributes)
    {
        foreach (var name in names ?? [])
        {
            if (attributes is not { ValueKind: JsonValueKind.Object } set || !set.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                problems.All.Add(new("required", $"The attribute \"{name}\" is mandatory on {entity} entities.", JsonPointer.Append("/attributes", name)));
        }
    }

    /// <summary>Reports what is no range of addresses.</summary>
    public static void Ranges(this ProblemList problems, IReadOnlyList<string> ranges, string pointer)
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            if (!IpRanges.IsRange(ranges[i]))
                problems.Invalid($"\"{ranges[i]}\" is no address, and no range in CIDR form such as 10.0.0.0/8", JsonPointer.Append(pointer, i));
        }
    }
}
