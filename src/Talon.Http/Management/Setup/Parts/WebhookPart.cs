using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Webhooks in files, without the secrets in their headers and the one that calls are signed with.</summary>
internal static class WebhookPart
{
    private const string Headers = "headers";

    public static readonly SetupPart Part = new SetupPart<Webhook, WebhookInput, WebhookBody>(
        "webhooks",
        "webhook",
        WebhookSchemas.New.ForFiles(
            "SetupWebhook",
            ["title", "verb", "url", "enabled"],
            ["applicationIds"],
            Property.Optional("draft", "Whether it is still being worked on; rules cannot use it then.", new BooleanSchema { Default = false }, true),
            SetupSchemas.Restricted),
        () => ManagementInputJson.Api.WebhookInput,
        () => ManagementJson.Api.WebhookBody)
    {
        Subscriptions = "applicationIds",
        Identity = json => json.GetProperty("title"u8).GetString()!,
        Entities = view => view.Configuration.Webhooks,
        Body = (webhook, _) => WebhookBody.From(webhook),
        Shorten = json => json[Headers] = new JsonArray([.. WebhookHeaders.Hide([.. json[Headers]!.AsArray().Select(header => header!.GetValue<string>())]).Select(header => (JsonNode)header)]),
        Hide = webhook => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', webhook.Headers)))),
        Complete = (json, _) =>
        {
            json["draft"] ??= false;
            json[Headers] ??= new JsonArray();
            json["params"] ??= new JsonArray();
        },
        CreateAsync = (run, input, cancellation) => run.Account.Webhooks.CreateAsync(input, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.Webhooks.UpdateAsync(id, input, cancellation),
        RemoveAsync = (run, id, cancellation) => run.Account.Webhooks.DeleteAsync(id, cancellation),
    };
}
