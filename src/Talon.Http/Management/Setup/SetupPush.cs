using System.Text.Json;
using Talon.Promotions;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>Applies a whole set-up as one version of the configuration, or shows what it would change.</summary>
internal sealed class SetupPush(AccountSetup account, Actor actor, JsonElement document)
{
    private const int Tries = 5;

    /// <summary>The Application; null to create it.</summary>
    public long? ApplicationId { get; init; }

    /// <summary>Whether it is only tried.</summary>
    public bool Dry { get; init; }

    /// <summary>Whether what is the Application's and not in the document is deleted.</summary>
    public bool Prune { get; init; }

    /// <summary>What removes the coupons and referrals of deleted campaigns; null where none is deleted.</summary>
    public CampaignDeletion? Deletion { get; init; }

    /// <summary>The changes that the caller has seen and wants; null for any.</summary>
    public string? Plan { get; init; }

    /// <summary>Applies it. Throws <see cref="InvalidRequestException"/> with every problem at once; then nothing is changed.</summary>
    public async Task<(SetupPlan Plan, long Version)> RunAsync(CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            // What is only tried takes no ids: it stores nothing.
            var trial = await account.BeginAsync(trial: true, cancellation);
            var plan = await GatherAsync(trial, cancellation);
            if (Plan is not null && Plan != plan.Token())
                throw new ConflictException("The set-up was changed meanwhile; look at the differences again");
            if (Dry || plan.Changes.Count == 0)
                return (plan, trial.Before.Version);

            var batch = await account.BeginAsync(trial: false, cancellation);
            if (batch.Before.Version != trial.Before.Version)
                continue;
            plan = await GatherAsync(batch, cancellation);
            var removals = Deletion is null ? [] : await Deletion.AnnounceAsync(ApplicationId!.Value, Deleted(batch), cancellation);
            if (!await batch.CommitAsync(cancellation))
                continue;
            if (Deletion is not null)
                await Deletion.StartAsync(removals, cancellation);
            return (plan, batch.Before.Version + 1);
        }

        throw new ConflictException("The configuration is being changed by others at the same time");
    }

    private async Task<SetupPlan> GatherAsync(SetupBatch batch, CancellationToken cancellation)
    {
        var run = new SetupRun(batch, actor);
        var settings = document.GetProperty(ApplicationPart.Member);
        JsonObject? before = null;
        if (ApplicationId is { } id)
        {
            run.ApplicationId = id;
            before = ApplicationPart.Read(run.View);
        }
        else
        {
            RefuseName(batch.Before, settings.Text("name")!);
            await ApplicationPart.CreateAsync(run, settings, cancellation);
        }

        Refuse(run);
        var known = SetupParts.All.ToDictionary(part => part, part => Known(part, run));
        foreach (var part in SetupParts.BeforeApplication)
            await PutAsync(run, part, known[part], cancellation);
        await ApplicationPart.PutAsync(run, settings, cancellation);
        foreach (var part in SetupParts.AfterApplication)
            await PutAsync(run, part, known[part], cancellation);
        foreach (var part in SetupParts.All)
            await FinishAsync(run, part, known[part], cancellation);
        List<(string Kind, string Name)> extra = [];
        foreach (var part in SetupParts.All.Reverse())
            extra.AddRange(await PruneAsync(run, part, known[part], cancellation));
        Refuse(run);
        batch.Check();
        return new(ApplicationId ?? (Dry ? null : run.ApplicationId), SetupComparison.Compare(before, known, run.View), extra);
    }

    private static IEnumerable<long> Deleted(SetupBatch batch) =>
        batch.Before.Campaigns.Where(campaign => batch.Current.Campaigns.Find(campaign.Id) is null).Select(campaign => campaign.Id);

    private static void Refuse(SetupRun run)
    {
        if (run.Problems.Count > 0)
            throw new InvalidRequestException(run.Problems);
    }

    private static void RefuseName(Configuration configuration, string name)
    {
        if (configuration.Applications.Any(application => application.Name == name))
            throw new ConflictException($"There is already an application \"{name}\"");
    }

    private static Dictionary<string, SetupEntity> Known(SetupPart part, SetupRun run)
    {
        Dictionary<string, SetupEntity> known = [];
        foreach (var entity in part.Read(run.View))
        {
            if (!known.TryAdd(entity.Name, entity))
                run.Problems.Add(new("Invalid", $"The store has two of the kind {part.Noun} called \"{entity.Name}\"; files tell them apart by their names, so rename one first", "/" + part.Member));
        }

        return known;
    }

    private IEnumerable<(JsonElement Json, string Pointer)> Wanted(SetupPart part) => document.Member(part.Member) is { } list
        ? list.EnumerateArray().Select((json, index) => (json, JsonPointer.Append("/" + part.Member, index)))
        : [];

    private async Task PutAsync(SetupRun run, SetupPart part, Dictionary<string, SetupEntity> known, CancellationToken cancellation)
    {
        HashSet<string> seen = [];
        foreach (var (json, pointer) in Wanted(part).OrderBy(wanted => part.Rank(wanted.Json)))
        {
            var name = part.NameOf(json);
            if (seen.Add(name))
                await part.PutAsync(run, known.GetValueOrDefault(name), json, pointer, cancellation);
            else
                run.Problems.Add(new("Invalid", $"There are two of the kind {part.Noun} called \"{name}\"", pointer));
        }
    }

    private async Task FinishAsync(SetupRun run, SetupPart part, Dictionary<string, SetupEntity> known, CancellationToken cancellation)
    {
        foreach (var (json, pointer) in Wanted(part))
            await part.FinishAsync(run, known.GetValueOrDefault(part.NameOf(json)), json, pointer, cancellation);
    }

    /// <summary>Deletes what is not in the document, if asked to, and gives what stays.</summary>
    private async Task<IReadOnlyList<(string Kind, string Name)>> PruneAsync(SetupRun run, SetupPart part, Dictionary<string, SetupEntity> known, CancellationToken cancellation)
    {
        if (document.Member(part.Member) is null)
            return [];
        var wanted = Wanted(part).Select(pair => part.NameOf(pair.Json)).ToHashSet();
        List<(string Kind, string Name)> extra = [];
        foreach (var entity in known.Values.Where(entity => !wanted.Contains(entity.Name)).OrderByDescending(entity => part.Rank(JsonSerializer.SerializeToElement(entity.Json))))
        {
            if (Prune && part.CanDelete && entity.Owned)
                await run.TryAsync("/" + part.Member, at => at, () => part.DeleteAsync(run, entity, cancellation));
            else
                extra.Add((part.Noun, entity.Name));
        }

        return extra;
    }
}
