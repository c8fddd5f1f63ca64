namespace Talon.Http;

/// <summary>The published shapes of evaluation groups.</summary>
/// <remarks>Source: Management API 26.16; the position is an addition.</remarks>
internal static class EvaluationGroupSchemas
{
    /// <summary>An evaluation group to be.</summary>
    public static readonly ObjectSchema New = new("NewCampaignEvaluationGroup", "An evaluation group to be.")
    {
        Properties =
        [
            Property.Required("name", "Display name.", ManagementFields.Name, "Summer campaigns"),
            Property.Optional("parentId", "The group around it; the base group when left out.", new IntegerSchema { Minimum = 1 }, 2),
            Property.Optional("description", "Free text.", StringSchema.Text, "This campaign evaluation group contains all campaigns that are running in the summer."),
            Property.Required("evaluationMode", "How its members compete.", new StringSchema { Enum = ["stackable", "listOrder", "lowestDiscount", "highestDiscount"] }, "stackable"),
            Property.Optional("evaluationScope", "What its members compete for.", new StringSchema { Enum = ["cartItem", "session"], Default = "session" }, "session"),
            Property.Optional("position", "Position inside the parent; the last when a new group gives none.", new IntegerSchema { Minimum = 0, Maximum = 1_000_000 }, 0),
            Property.Optional("locked", "Whether it is protected from changes.", new BooleanSchema { Default = false }, false),
        ],
    };

    /// <summary>An evaluation group.</summary>
    public static readonly ObjectSchema Group = New.With(
        "CampaignEvaluationGroup",
        "An evaluation group.",
        Property.Required("id", "Server-assigned id.", Fields.Id, 6),
        Property.Required("applicationId", "The owning Application.", Fields.Id, 322),
        Property.Required("parentId", "The group around it; the base group names itself.", new IntegerSchema { Minimum = 1 }, 2),
        Property.Required("evaluationScope", "What its members compete for.", new StringSchema { Enum = ["cartItem", "session"] }, "session"),
        Property.Required("locked", "Whether it is protected from changes.", new BooleanSchema(), false));
}
