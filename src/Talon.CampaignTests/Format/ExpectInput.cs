using System.Text.Json;

namespace Talon.CampaignTests;

/// <summary>What a case expects. What is left out is not compared, but an <c>error</c> effect or a ruleset that cannot be saved always counts.</summary>
public sealed record ExpectInput
{
    /// <summary>All effects in order, each an object of its type and props such as <c>{"setDiscount": {"name": "10%", "value": 12.3}}</c>.</summary>
    public IReadOnlyList<JsonElement>? Effects { get; init; }

    /// <summary>Every code rejected, with the reason; these rejections are not among <see cref="Effects"/>.</summary>
    public IReadOnlyDictionary<string, string>? Rejections { get; init; }

    /// <summary>Why rules failed, in order: the sentence, or an object of what is to be compared.</summary>
    public IReadOnlyList<JsonElement>? Failures { get; init; }

    /// <summary>Names of the campaigns with at least one successful rule, in order.</summary>
    public IReadOnlyList<string>? Triggered { get; init; }

    /// <summary>What the effects take from budgets, in order.</summary>
    public IReadOnlyList<JsonElement>? Charges { get; init; }

    /// <summary>A verdict per campaign.</summary>
    public IReadOnlyList<JsonElement>? Eligibility { get; init; }

    /// <summary>Whether the one rule succeeds.</summary>
    public bool? Passes { get; init; }

    /// <summary>The value of the expression as text.</summary>
    public JsonElement Value { get; init; }

    /// <summary>What keeps the rulesets from being saved: the pointer, or an object of what is to be compared.</summary>
    public IReadOnlyList<JsonElement>? Problems { get; init; }
}
