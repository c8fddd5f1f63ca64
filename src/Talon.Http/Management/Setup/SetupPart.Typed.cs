using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A kind of things that are written with one input and read as one body of the Management API.</summary>
internal sealed class SetupPart<TEntity, TInput, TBody>(string member, string noun, ObjectSchema schema, Func<JsonTypeInfo<TInput>> input, Func<JsonTypeInfo<TBody>> body)
    : SetupPart(member, noun, schema)
    where TEntity : class, IEntity
{
    /// <summary>A member of files: it exists only in the Applications that are subscribed to it.</summary>
    public const string Restricted = "restricted";

    /// <summary>Which ones there are; for what belongs to the account, also those that exist in other Applications only.</summary>
    public required Func<SetupView, IEnumerable<TEntity>> Entities { get; init; }

    /// <summary>One as the API shows it.</summary>
    public required Func<TEntity, SetupView, TBody> Body { get; init; }

    /// <summary>Creates one.</summary>
    public required Func<SetupRun, TInput, CancellationToken, Task> CreateAsync { get; init; }

    /// <summary>Changes one.</summary>
    public required Func<SetupRun, long, TInput, CancellationToken, Task> UpdateAsync { get; init; }

    /// <summary>Deletes one; null when that cannot be.</summary>
    public Func<SetupRun, long, CancellationToken, Task>? RemoveAsync { get; init; }

    /// <summary>For what belongs to the account, the member of the API that holds the Applications subscribed.</summary>
    public string? Subscriptions { get; init; }

    /// <summary>Members that hold ids.</summary>
    public IReadOnlyList<SetupReference> References { get; init; } = [];

    /// <summary>The identity.</summary>
    public Func<JsonElement, string> Identity { get; init; } = static json => json.GetProperty("name"u8).GetString()!;

    /// <summary>Fills in what files may leave out and the API does not.</summary>
    public Action<JsonObject, SetupView> Complete { get; init; } = static (_, _) => { };

    /// <summary>What of one is secret, and stands in no file; null for nothing.</summary>
    public Func<TEntity, string?> Hide { get; init; } = static _ => null;

    /// <summary>Brings what the API shows of one into the form of files.</summary>
    public Action<JsonObject> Shorten { get; init; } = static _ => { };

    /// <summary>Those that others refer to come first.</summary>
    public Func<JsonElement, int> Order { get; init; } = static _ => 0;

    /// <summary>Whether one that was just created is changed at once, since creating adds to what was sent.</summary>
    public bool UpdatesCreated { get; init; }

    public override bool CanDelete => RemoveAsync is not null;

    public override string NameOf(JsonElement json) => Identity(json);

    public override int Rank(JsonElement json) => Order(json);

    public override IEnumerable<SetupEntity> Read(SetupView view) =>
        All(view).Where(entity => IsHere(entity, view)).OrderBy(entity => entity.Name, StringComparer.Ordinal).ToList();

    public override async Task PutAsync(SetupRun run, SetupEntity? known, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        var said = SetupJson.Pick(Schema, JsonObject.Create(wanted)!);
        if (known is not null && JsonNode.DeepEquals(SetupJson.Pick(Schema, known.Json), said))
            return;
        var view = run.View;
        if (known is null && Subscriptions is not null)
            known = All(view).FirstOrDefault(entity => entity.Name == NameOf(wanted));
        var json = Merge(known, said, view);
        var problems = new List<Problem>();
        foreach (var reference in References)
        {
            reference.ToIds(json, view, pointer, problems);
            reference.KeepUnnamed(json, known?.Whole, view);
        }

        if (problems.Count > 0)
        {
            run.Problems.AddRange(problems);
            return;
        }

        await run.TryAsync(pointer, ToFiles, async () =>
        {
            if (known is not null)
            {
                await UpdateAsync(run, known.Id, json.Deserialize(input())!, cancellation);
                return;
            }

            await CreateAsync(run, json.Deserialize(input())!, cancellation);
            if (UpdatesCreated && Read(run.View).FirstOrDefault(entity => entity.Name == NameOf(wanted)) is { } created)
                await UpdateAsync(run, created.Id, json.Deserialize(input())!, cancellation);
        });
    }

    public override Task DeleteAsync(SetupRun run, SetupEntity known, CancellationToken cancellation) => RemoveAsync!(run, known.Id, cancellation);

    private IEnumerable<SetupEntity> All(SetupView view) => Entities(view).Select(entity => Describe(entity, view));

    private bool IsHere(SetupEntity entity, SetupView view) =>
        Subscriptions is null || entity.Whole[Subscriptions] is not JsonArray { Count: > 0 } subscribed || subscribed.Any(id => id!.GetValue<long>() == view.ApplicationId);

    private SetupEntity Describe(TEntity entity, SetupView view)
    {
        var whole = JsonSerializer.SerializeToNode(Body(entity, view), body())!.AsObject();
        var json = whole.DeepClone().AsObject();
        foreach (var reference in References)
            reference.ToNames(json, view);
        var owned = Subscriptions is null;
        if (Subscriptions is not null && whole[Subscriptions] is JsonArray { Count: > 0 } subscribed)
        {
            owned = subscribed is [var only] && only!.GetValue<long>() == view.ApplicationId;
            json[Restricted] = true;
        }

        Shorten(json);
        json = SetupJson.Pick(Schema, json);
        return new(NameOf(JsonSerializer.SerializeToElement(json)), entity.Id, json, whole, Hide(entity), owned);
    }

    /// <summary>What files say, over what they do not.</summary>
    private JsonObject Merge(SetupEntity? known, JsonObject said, SetupView view)
    {
        var json = new JsonObject();
        foreach (var (name, value) in known?.Whole ?? [])
        {
            if (value is not null && Schema.Properties.All(property => property.Name != name) && References.All(reference => reference.IdMember != name))
                json[name] = value.DeepClone();
        }

        foreach (var (name, value) in said)
            json[name] = value?.DeepClone();
        if (Subscriptions is not null)
            Subscribe(json, Subscriptions, view.ApplicationId);
        Complete(json, view);
        return json;
    }

    private static void Subscribe(JsonObject json, string member, long applicationId)
    {
        var restricted = json[Restricted]?.GetValue<bool>() == true;
        json.Remove(Restricted);
        if (!restricted)
        {
            json[member] = new JsonArray();
        }
        else
        {
            var list = json[member] as JsonArray ?? [];
            if (!list.Any(id => id!.GetValue<long>() == applicationId))
                list.Add(applicationId);
            json[member] = list;
        }
    }

    /// <summary>A pointer into the API's input, as one into the file.</summary>
    private string ToFiles(string pointer)
    {
        foreach (var reference in References)
        {
            if (pointer.StartsWith("/" + reference.IdMember, StringComparison.Ordinal))
                return "/" + reference.NameMember + pointer[(reference.IdMember.Length + 1)..];
        }

        return pointer;
    }
}
