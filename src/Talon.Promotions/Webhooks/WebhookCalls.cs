using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Makes the calls of rules: each until it is answered with success, for a day, and with growing pauses.</summary>
/// <remarks>A call is made at least once. Its id is the same at every try, so that a receiver can tell repeats.</remarks>
internal sealed class WebhookCalls(ITableStore store, IMessageQueue queue, TimeProvider clock, ConfigurationStore configurations, IWebhookSender? sender)
{
    /// <summary>The queue of calls to be made.</summary>
    public const string Queue = "webhooks";

    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);

    /// <summary>The calls that effects make, as rows of an outbox.</summary>
    public static IEnumerable<OutboxRow> Owed(AttemptReference reference, IReadOnlyList<Effect> effects, DateTimeOffset now)
    {
        var keys = EffectKeys.Of(effects);
        for (var i = 0; i < effects.Count; i++)
        {
            if (effects[i] is not { Props: TriggerWebhookProps props, Request: TriggerWebhookRequest request })
                continue;
            var id = EffectKeys.Uuid(reference.Id, keys[i]);
            yield return new OutboxRow
            {
                Id = $"{reference.Id}.webhook.{i}",
                Queue = OutboxQueues.Redemptions,
                Target = Partitions.WebhookCall(id),
                Attempt = reference.Id,
                Webhook = new WebhookCallRow { Id = id, WebhookId = (long)props.WebhookId, Parameters = request.Parameters, At = now, Until = now + Life },
            };
        }
    }

    /// <summary>Notes a call and has it made; doing so again changes nothing.</summary>
    public async Task QueueAsync(WebhookCallRow call, CancellationToken cancellation)
    {
        await store.CommitAsync(Partitions.WebhookCall(call.Id), [Change.Insert(WebhookCallRow.Key, Encode(call))], cancellation);
        await queue.SendAsync(Queue, call.Id, cancellation: cancellation);
    }

    /// <summary>Makes a call, unless it is made or given up.</summary>
    /// <exception cref="System.Text.Json.JsonException">The message names no call.</exception>
    public async Task HandleAsync(string id, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "D", out _))
            throw new System.Text.Json.JsonException("The message names no call.");
        var partition = Partitions.WebhookCall(id);
        if (await store.ReadAsync(partition, WebhookCallRow.Key, cancellation) is not { } row || Decode(row) is not { State: WebhookCallState.Waiting } call)
            return;
        var failure = await TryAsync(call, cancellation);
        var now = clock.GetUtcNow();
        var next = failure is null
            ? call with { State = WebhookCallState.Delivered, Reason = null }
            : call with { Failures = call.Failures + 1, Reason = failure, State = now >= call.Until ? WebhookCallState.Parked : WebhookCallState.Waiting };
        if (next.State == WebhookCallState.Waiting)
            await queue.SendAsync(Queue, id, Pause(next, now), cancellation);
        if (next.State == WebhookCallState.Parked)
            await ParkAsync(next, now, cancellation);
        await store.CommitAsync(partition, [Change.Replace(WebhookCallRow.Key, Encode(next), row.ETag)], cancellation);
    }

    /// <summary>Has a call that was given up made again; false when there is none.</summary>
    public async Task<bool> ReplayAsync(string partition, CancellationToken cancellation)
    {
        if (await store.ReadAsync(partition, WebhookCallRow.Key, cancellation) is not { } row || Decode(row) is not { State: WebhookCallState.Parked } call)
            return false;
        var again = call with { State = WebhookCallState.Waiting, Failures = 0, Until = clock.GetUtcNow() + Life };
        if ((await store.CommitAsync(partition, [Change.Replace(row.Key, Encode(again), row.ETag)], cancellation)).Committed)
            await queue.SendAsync(Queue, call.Id, cancellation: cancellation);
        return true;
    }

    private static byte[] Encode(WebhookCallRow call) => RowCodec.Encode(call, RowJson.Default.WebhookCallRow);

    private static WebhookCallRow Decode(Row row) => RowCodec.Decode(row.Body, RowJson.Default.WebhookCallRow);

    /// <summary>The last try is made when the day is over.</summary>
    private static TimeSpan Pause(WebhookCallRow call, DateTimeOffset now)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(call.Failures - 1, 20));
        return TimeSpan.FromTicks(Math.Min(Math.Min(pause.Ticks, LongestPause.Ticks), Math.Max((call.Until - now).Ticks, TimeSpan.TicksPerSecond)));
    }

    private async Task<string?> TryAsync(WebhookCallRow call, CancellationToken cancellation)
    {
        if ((await configurations.GetAsync(cancellation)).Webhooks.Find(call.WebhookId) is not { } webhook)
            return "The webhook was deleted.";
        if (WebhookHeaders.Missing(webhook.Headers) is { } header)
            return $"The value of the header {header} has not been given yet.";
        if (WebhookRequest.Of(webhook, call, clock.GetUtcNow()) is not { } request)
            return "The address makes no sense with these parameters.";
        return sender is null ? "This host makes no calls." : await sender.SendAsync(request, cancellation);
    }

    private async Task ParkAsync(WebhookCallRow call, DateTimeOffset now, CancellationToken cancellation)
    {
        var partition = Partitions.WebhookCall(call.Id);
        var entry = new ParkedRow(partition, WebhookCallRow.Key, call.Reason!, $"webhook {call.WebhookId}", now);
        await store.CommitAsync(ParkedWorkService.Partition, [Change.Upsert(KeyText.Hash(partition), RowCodec.Encode(entry, RowJson.Default.ParkedRow))], cancellation);
    }
}
