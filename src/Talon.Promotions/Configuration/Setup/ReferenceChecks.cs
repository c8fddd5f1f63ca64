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
        if (settings.ValidCharacters.Count == 0)
            problems.Invalid("There are no characters to choose from", pointer + "/validCharacters");
        for (var i = 0; i < settings.ValidCharacters.Count; i++)
        {
            if (new System.Globalization.StringInfo(settings.ValidCharacters[i]).LengthInTextElements != 1)
                problems.Invalid("Each entry is one character", JsonPointer.Append(pointer + "/validCharacters", i));
        }
    }
}
