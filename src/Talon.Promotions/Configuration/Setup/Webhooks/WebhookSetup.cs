namespace Talon.Promotions;

/// <summary>Creates, changes and deletes webhooks.</summary>
public sealed class WebhookSetup(SetupContext context)
{
    private static readonly string[] Reserved = ["host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "proxy-authorization", WebhookSignature.Header, WebhookSignature.CallHeader];

    /// <summary>Creates a webhook, with a secret of its own.</summary>
    public async Task<Webhook> CreateAsync(WebhookInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Webhook, cancellation);
        return await context.ApplyAsync(
            configuration => Save(configuration, Fill(new Webhook
            {
                Id = id,
                Created = context.Now,
                Modified = context.Now,
                Title = "",
                Verb = "",
                Url = "",
                Secret = context.Random.UniqueId() + context.Random.UniqueId(),
            }, input)),
            cancellation);
    }

    /// <summary>Replaces a webhook; its secret stays, and so do the values of headers that are given as <see cref="WebhookHeaders.Secret"/>. Calls that are under way keep their parameters and go to the new address.</summary>
    public Task<Webhook> UpdateAsync(long id, WebhookInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Save(configuration, Fill(configuration.RequireWebhook(id), input) with { Modified = context.Now }),
        cancellation);

    /// <summary>Deletes a webhook that no enabled campaign uses. Calls that are under way are given up.</summary>
    public Task DeleteAsync(long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Delete(EntityKinds.Webhook, configuration.RequireWebhook(id).Id),
        cancellation);

    private static Webhook Fill(Webhook webhook, WebhookInput input) => webhook with
    {
        ApplicationIds = input.ApplicationIds,
        Title = input.Title,
        Description = input.Description,
        Draft = input.Draft,
        Enabled = input.Enabled,
        Verb = input.Verb,
        Url = input.Url,
        Headers = WebhookHeaders.Fill(input.Headers, webhook.Headers),
        Payload = input.Payload,
        Params = input.Params,
    };

    private static Decision<Webhook> Save(Configuration configuration, Webhook webhook)
    {
        var problems = new ProblemList();
        problems.Applications(configuration, webhook.ApplicationIds, "/applicationIds");
        if (WebhookRequest.AddressOf(webhook, new Dictionary<string, RuleEngine.Value>()) is null)
            problems.Invalid("The address is an absolute one of http or https, without a user or password", "/url");
        for (var i = 0; i < webhook.Headers.Count; i++)
        {
            if (WebhookRequest.ParseHeader(webhook.Headers[i]) is not { } header)
                problems.Invalid("A header is a name, a colon and a value", JsonPointer.Append("/headers", i));
            else if (Reserved.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                problems.Invalid($"The header {header.Key} is not for webhooks to set", JsonPointer.Append("/headers", i));
        }

        for (var i = 0; i < webhook.Params.Count; i++)
        {
            if (webhook.Params.Take(i).Any(other => other.Name() == webhook.Params[i].Name()))
                problems.Invalid($"There are two parameters \"{webhook.Params[i].Name()}\"", JsonPointer.Append("/params", i));
        }

        problems.Throw();
        return configuration.Webhooks.Any(other => other.Id != webhook.Id && other.Title == webhook.Title)
            ? throw new ConflictException($"There is already a webhook \"{webhook.Title}\"")
            : Decision.Put(EntityKinds.Webhook, webhook);
    }
}
