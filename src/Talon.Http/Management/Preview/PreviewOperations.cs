using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operation that shows what a campaign would do before it is enabled.</summary>
internal static class PreviewOperations
{
    private const string Path = "/v1/applications/{applicationId}/campaigns/{campaignId}/preview";
    private static readonly NumberSchema Sum = new();

    private static readonly ObjectSchema Request = new("CampaignPreviewRequest", "What to evaluate the campaign against: a cart, or the sessions closed last.")
    {
        Properties =
        [
            Property.Optional("customerSession", "A cart, evaluated as if it were closed now.", SessionSchemas.NewCustomerSession),
            Property.Optional("lastSessions", "How many of the sessions closed last.", new IntegerSchema { Minimum = 1, Maximum = PreviewService.MostSessions }, 1000),
            Property.Optional("withOthers", "Whether the campaigns that run are evaluated beside it, so that groups and cascading have their effect.", new BooleanSchema { Default = false }, true),
        ],
        Closed = true,
        Rule = NameOne,
    };

    private static readonly ObjectSchema Session = new("PreviewedSession", "What the campaign would have done for a session.")
    {
        Properties =
        [
            Property.Required("integrationId", "The session; \"\" for a given cart.", StringSchema.Text, "my_session_id"),
            Property.Required("profileId", "The customer; \"\" when anonymous.", StringSchema.Text, "URNGV8294NV"),
            Property.Required("at", "The clock of the evaluation.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("total", "What the customer pays before discounts.", Sum, 134.99m),
            Property.Required("cost", "The discounts.", Sum, 13.5m),
            Property.Required("points", "The points.", Sum, 0),
            Property.Required("effects", "The effects of the campaign.", new ArraySchema(EffectSchemas.Effect)),
            Property.Optional("ruleFailureReasons", "For a given cart: why rules did not apply.", new ArraySchema(EffectSchemas.RuleFailureReason)),
        ],
    };

    private static readonly ObjectSchema Preview = new("CampaignPreview", "What a campaign would have done.")
    {
        Properties =
        [
            Property.Required("currency", "The currency of costs.", StringSchema.Text, "EUR"),
            Property.Required("evaluated", "How many sessions were looked at.", Fields.Count, 1000),
            Property.Required("affected", "For how many the campaign would have done something.", Fields.Count, 120),
            Property.Required("total", "What those customers pay before discounts.", Sum, 15820.5m),
            Property.Required("cost", "The discounts of all.", Sum, 1582.05m),
            Property.Required("points", "The points of all.", Sum, 0),
            Property.Required("data", "The sessions that the campaign would have done something for; a given cart in any case.", new ArraySchema(Session)),
        ],
    };

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "POST",
            "previewCampaign",
            Path,
            "Show what a campaign, enabled or not, would do for a cart, or would have done for the sessions closed last; nothing is stored.",
            [ManagementParameters.Application, ManagementParameters.Campaign],
            Request,
            new(200, Preview, "What it would have done."),
            RunAsync) with { Rehearses = false },
    ];

    private static void NameOne(JsonElement json, Findings findings)
    {
        if (json.Member("customerSession") is null == json.Member("lastSessions") is null)
            findings.Add("required", "Either \"customerSession\" or \"lastSessions\" is needed");
    }

    private static async Task<ApiResponse> RunAsync(OperationContext context, CancellationToken cancellation)
    {
        var request = new RequestContext { ApplicationId = context.Get(ManagementParameters.Application), Now = context.Now };
        var campaign = context.Get(ManagementParameters.Campaign);
        var withOthers = context.Body.Member("withOthers")?.GetBoolean() ?? false;
        var previews = context.Services.Promotions.Previews;
        var preview = context.Body.Integer("lastSessions") is { } count
            ? await previews.OfLastSessionsAsync(request, campaign, withOthers, (int)count, cancellation)
            : await previews.OfCartAsync(request, campaign, withOthers, SessionReader.Read(context.Body, ""), cancellation);
        return ApiResponse.Json(200, PreviewBody.From(preview), IntegrationJson.Api.PreviewBody);
    }
}
