using Talon.Promotions;

namespace Talon.Http;

/// <summary>A webhook with the names of the API.</summary>
internal sealed record WebhookBody(
    long Id,
    DateTimeOffset Created,
    DateTimeOffset Modified,
    IReadOnlyList<long> ApplicationIds,
    string Title,
    string? Description,
    bool Draft,
    string Verb,
    string Url,
    IReadOnlyList<string> Headers,
    string? Payload,
    IReadOnlyList<TemplateArgument> Params,
    bool Enabled,
    string Secret)
{
    public static WebhookBody From(Webhook webhook) => new(
        webhook.Id,
        webhook.Created,
        webhook.Modified,
        webhook.ApplicationIds,
        webhook.Title,
        webhook.Description,
        webhook.Draft,
        webhook.Verb,
        webhook.Url,
        webhook.Headers,
        webhook.Payload,
        webhook.Params,
        webhook.Enabled,
        webhook.Secret);
}
