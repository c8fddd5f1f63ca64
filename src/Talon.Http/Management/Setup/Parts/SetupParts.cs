namespace Talon.Http;

/// <summary>What a set-up is made of: one line for each kind, in the order in which they are applied.</summary>
internal static class SetupParts
{
    /// <summary>What campaigns and the Application's settings refer to.</summary>
    public static readonly IReadOnlyList<SetupPart> BeforeApplication =
    [
        CatalogPart.Part,
        EventTypePart.Part,
        AttributePart.Part,
        AdditionalCostPart.Part,
        CustomEffectPart.Part,
        WebhookPart.Part,
        GiveawayPoolPart.Part,
        LoyaltyProgramPart.Part,
        AudiencePart.Part,
        StorePart.Part,
        EvaluationGroupPart.Part,
        CollectionPart.Part,
    ];

    /// <summary>What depends on the Application's settings.</summary>
    public static readonly IReadOnlyList<SetupPart> AfterApplication = [CampaignPart.Part, AchievementPart.Part];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<SetupPart> All = [.. BeforeApplication, .. AfterApplication];
}
