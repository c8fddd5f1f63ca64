using System.Text.Json;
using System.Text.Json.Serialization;

namespace Talon.CampaignTests;

/// <summary>A file of campaign tests: a shop, a customer with a cart, and cases that change something of it and say what is expected.</summary>
public sealed record CampaignTestFile
{
    /// <summary>Where the JSON schema is; for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>What the file is about.</summary>
    public string? Description { get; init; }

    /// <summary>Settings of the Application.</summary>
    public JsonElement Settings { get; init; }

    /// <summary>What rules may refer to, beyond what every account has.</summary>
    public VocabularyInput Vocabulary { get; init; } = new();

    /// <summary>Evaluation groups.</summary>
    public IReadOnlyList<GroupInput> Groups { get; init; } = [];

    /// <summary>The campaigns.</summary>
    public IReadOnlyList<CampaignInput> Campaigns { get; init; } = [];

    /// <summary>The update that is evaluated.</summary>
    public JsonElement Facts { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<CaseInput> Cases { get; init; }
}
