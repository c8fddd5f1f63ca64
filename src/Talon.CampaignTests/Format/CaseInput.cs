using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>One test case. What it does not say is as the file says.</summary>
public sealed record CaseInput
{
    /// <summary>What is shown when it fails.</summary>
    public required string Name { get; init; }

    /// <summary>The function or effect that it shows; for the coverage of the rule language.</summary>
    public string? Covers { get; init; }

    /// <summary>Whether what is covered passes, fails, or meets an edge.</summary>
    public CaseKind? Kind { get; init; }

    /// <summary>Changes to the settings, as a JSON merge patch.</summary>
    public JsonElement Settings { get; init; }

    /// <summary>Changes to the facts, as a JSON merge patch.</summary>
    public JsonElement Facts { get; init; }

    /// <summary>The evaluation groups, instead of the file's.</summary>
    public IReadOnlyList<GroupInput>? Groups { get; init; }

    /// <summary>The campaigns, instead of the file's.</summary>
    public IReadOnlyList<CampaignInput>? Campaigns { get; init; }

    /// <summary>One campaign with these rules, instead of the file's campaigns.</summary>
    public JsonElement Rules { get; init; }

    /// <summary>One campaign with one rule of this condition; <see cref="Effects"/> may go with it.</summary>
    public JsonElement Condition { get; init; }

    /// <summary>One campaign with one rule of these effects; <see cref="Condition"/> may go with it.</summary>
    public JsonElement Effects { get; init; }

    /// <summary>An expression whose value is wanted; compared with <see cref="ExpectInput.Value"/>.</summary>
    public JsonElement Expression { get; init; }

    /// <summary>Bindings of the one campaign.</summary>
    public JsonElement Bindings { get; init; }

    /// <summary>Budgets of the one campaign.</summary>
    public IReadOnlyList<LimitInput> Limits { get; init; } = [];

    /// <summary>What is asked for beyond effects.</summary>
    public OptionsInput Options { get; init; } = new();

    /// <summary>What is expected.</summary>
    public required ExpectInput Expect { get; init; }
}
