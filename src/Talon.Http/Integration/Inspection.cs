using System.Text.Json;
using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>Adds what only the configuration knows to the problems of a refused request, so that all are reported at once.</summary>
/// <remarks>The body may have any shape. A place that has a problem already gets no second one.</remarks>
internal sealed class Inspection
{
    private readonly ApplicationConfiguration _configuration;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _reported;

    private Inspection(ApplicationConfiguration configuration, List<Problem> problems)
    {
        _configuration = configuration;
        _problems = problems;
        _reported = [.. problems.Select(problem => problem.Pointer).OfType<string>()];
    }

    /// <summary>Inspects a session update.</summary>
    public static async ValueTask OfSessionAsync(OperationContext context, List<Problem> problems)
    {
        if (await StartAsync(context, problems) is { } inspection && TryGet(context.Body, "customerSession", JsonValueKind.Object, out var session))
            inspection.CheckSession(session, "/customerSession");
    }

    /// <summary>Inspects a session update of the first version of the API.</summary>
    public static async ValueTask OfLegacySessionAsync(OperationContext context, List<Problem> problems)
    {
        if (await StartAsync(context, problems) is { } inspection && context.Body.ValueKind == JsonValueKind.Object)
            inspection.CheckSession(context.Body, "");
    }

    /// <summary>Inspects a profile update.</summary>
    public static async ValueTask OfProfileAsync(OperationContext context, List<Problem> problems)
    {
        if (await StartAsync(context, problems) is { } inspection)
            inspection.CheckAttributes(context.Body, "", AttributeEntity.CustomerProfile);
    }

    /// <summary>Inspects new referrals.</summary>
    public static async ValueTask OfReferralAsync(OperationContext context, List<Problem> problems)
    {
        if (await StartAsync(context, problems) is { } inspection)
            inspection.CheckAttributes(context.Body, "", AttributeEntity.Referral);
    }

    /// <summary>Inspects an event.</summary>
    public static async ValueTask OfEventAsync(OperationContext context, List<Problem> problems)
    {
        if (await StartAsync(context, problems) is { } inspection && TryGet(context.Body, "type", JsonValueKind.String, out var type) && inspection._configuration.HasEventType(type.GetString()!))
            inspection.CheckAttributes(context.Body, "", AttributeEntity.Event, type.GetString());
    }

    /// <summary>Inspects an update of many profiles.</summary>
    public static async ValueTask OfProfilesAsync(OperationContext context, List<Problem> problems)
    {
        if (!TryGet(context.Body, "customerProfiles", JsonValueKind.Array, out var profiles) || await StartAsync(context, problems) is not { } inspection)
            return;
        var index = 0;
        foreach (var profile in profiles.EnumerateArray())
            inspection.CheckAttributes(profile, $"/customerProfiles/{index++}", AttributeEntity.CustomerProfile);
    }

    private static async ValueTask<Inspection?> StartAsync(OperationContext context, List<Problem> problems)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync();
        return configuration.Applications.Find(context.Caller.ApplicationId) is null
            ? null
            : new Inspection(configuration.For(context.Caller.ApplicationId), problems);
    }

    private static bool TryGet(JsonElement json, string name, JsonValueKind kind, out JsonElement member)
    {
        member = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out member) && member.ValueKind == kind;
    }

    private void CheckSession(JsonElement session, string pointer)
    {
        CheckCarrier(session, pointer, AttributeEntity.CustomerSession, AdditionalCostScope.Session);
        if (!TryGet(session, "cartItems", JsonValueKind.Array, out var items))
            return;
        var index = 0;
        foreach (var item in items.EnumerateArray())
            CheckCarrier(item, $"{pointer}/cartItems/{index++}", AttributeEntity.CartItem, AdditionalCostScope.Item);
    }

    private void CheckCarrier(JsonElement carrier, string pointer, AttributeEntity entity, AdditionalCostScope scope)
    {
        CheckAttributes(carrier, pointer, entity);
        if (!TryGet(carrier, "additionalCosts", JsonValueKind.Object, out var costs))
            return;
        List<Problem> found = [];
        _configuration.AdditionalCosts.Check(scope, costs.EnumerateObject().Select(cost => cost.Name), pointer + "/additionalCosts", found);
        AddNew(found);
    }

    private void CheckAttributes(JsonElement carrier, string pointer, AttributeEntity entity, string? eventType = null)
    {
        if (!TryGet(carrier, "attributes", JsonValueKind.Object, out var attributes))
            return;
        List<Problem> found = [];
        _configuration.Attributes.Check(entity, attributes, pointer + "/attributes", found, eventType);
        AddNew(found);
    }

    private void AddNew(List<Problem> found) =>
        _problems.AddRange(found.Where(problem => problem.Pointer is null || !_reported.Contains(problem.Pointer)).Take(Findings.MaxProblems - Math.Min(_problems.Count, Findings.MaxProblems)));
}
