using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on webhooks.</summary>
internal static class WebhookOperations
{
    private const string Path = "/v1/webhooks";
    private const string One = Path + "/{webhookId}";
    private static readonly Parameter<long> WebhookId = Parameters.PathInteger("webhookId", "The webhook's id.");
    private static readonly Parameter<string?> Title = Parameters.Text("title", "Only webhooks whose title contains this, whatever the case.");
    private static readonly Parameter<IReadOnlyList<long>?> ApplicationIds = Parameters.IntegerList("applicationIds", "Only webhooks that exist in one of these Applications.");
    private static readonly Parameter<string?> CreationType = Parameters.Choice("creationType", "With templateWebhooks only those made from templates: none, since there are no templates.", ["templateWebhooks", "webhooks"]);
    private static readonly Parameter<string?> Visibility = Parameters.Choice("visibility", "With hidden only those that do not show: none.", ["visible", "hidden"]);
    private static readonly Parameter<long?> OutgoingIntegrationsTypeId = Parameters.Integer("outgoingIntegrationsTypeId", "Only webhooks of this integration: none, since there are no outgoing integrations.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createWebhook", Path, "Create a webhook.", [], WebhookSchemas.New, WebhookSchemas.Webhook, CreateAsync),
        Manage.Read("getWebhooks", Path, "List the webhooks.", [.. ManagementParameters.List, Title, ApplicationIds, CreationType, Visibility, OutgoingIntegrationsTypeId], Page.Counted("Webhooks", WebhookSchemas.Webhook), List),
        Manage.Read(
            "getWebhook", One, "Read a webhook.", [WebhookId], WebhookSchemas.Webhook,
            (context, configuration) => Answer(200, configuration.RequireWebhook(context.Get(WebhookId)))),
        Manage.Update("updateWebhook", One, "Replace a webhook; its secret stays.", [WebhookId], WebhookSchemas.New, WebhookSchemas.Webhook, UpdateAsync),
        Manage.Delete(
            "deleteWebhook", One, "Delete a webhook that no enabled campaign uses.", [WebhookId],
            (context, cancellation) => context.Services.Account.Webhooks.DeleteAsync(context.Get(WebhookId), cancellation)),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.Webhooks.CreateAsync(context.Input(ManagementInputJson.Api.WebhookInput), cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.Webhooks.UpdateAsync(context.Get(WebhookId), context.Input(ManagementInputJson.Api.WebhookInput), cancellation));

    private static ApiResponse List(OperationContext context, Configuration configuration) => Page.Counted(
        context,
        configuration.Webhooks.Where(webhook => IsAskedFor(context, webhook)),
        webhook => new(webhook.Created, webhook.Title),
        WebhookBody.From,
        ManagementJson.Api.WebhookBody);

    private static bool IsAskedFor(OperationContext context, Webhook webhook) =>
        (context.Get(Title) is not { } title || webhook.Title.Contains(title, StringComparison.OrdinalIgnoreCase))
        && (context.Get(ApplicationIds) is not { } ids || webhook.ApplicationIds.Count == 0 || ids.Any(webhook.ApplicationIds.Contains))
        && context.Get(CreationType) is not "templateWebhooks" && context.Get(Visibility) is not "hidden" && context.Get(OutgoingIntegrationsTypeId) is null;

    private static ApiResponse Answer(int status, Webhook webhook) => ApiResponse.Json(status, WebhookBody.From(webhook), ManagementJson.Api.WebhookBody);
}
