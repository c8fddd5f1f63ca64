using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Creates and changes Applications.</summary>
public sealed class ApplicationSetup(SetupContext context)
{
    /// <summary>The name of an Application's base group, which holds all others.</summary>
    public const string BaseGroupName = "Base";

    /// <summary>Creates an Application with its base evaluation group.</summary>
    public async Task<Application> CreateAsync(ApplicationInput input, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.Application, cancellation);
        var groupId = await context.NewIdAsync(EntityKinds.EvaluationGroup, cancellation);
        var group = new EvaluationGroup { Id = groupId, ApplicationId = id, Name = BaseGroupName, EvaluationMode = EvaluationMode.Stackable };
        return await context.ApplyAsync(
            configuration =>
            {
                var blank = new Application
                {
                    Id = id,
                    Created = context.Now,
                    Modified = context.Now,
                    Name = "",
                    Timezone = "",
                    Currency = "",
                    DefaultEvaluationGroupId = groupId,
                };
                var application = Fill(blank, input);
                Check(configuration, application, input, groupId);
                return new Decision<Application>(application, [ConfigurationChange.Put(EntityKinds.Application, application), ConfigurationChange.Put(EntityKinds.EvaluationGroup, group)]);
            },
            cancellation);
    }

    /// <summary>Replaces what can be edited of an Application.</summary>
    public Task<Application> UpdateAsync(long id, ApplicationInput input, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireApplication(id);
            var application = Fill(before, input) with { Modified = context.Now };
            Check(configuration, application, input, null, before);
            return Decision.Put(EntityKinds.Application, application);
        },
        cancellation);

    private static Application Fill(Application application, ApplicationInput input) => application with
    {
        Name = input.Name,
        Description = input.Description,
        Timezone = input.Timezone,
        Currency = input.Currency,
        CaseSensitivity = input.CaseSensitivity,
        Attributes = input.Attributes,
        Limits = input.Limits ?? [],
        DefaultDiscountScope = input.DefaultDiscountScope,
        DefaultDiscountAdditionalCostPerItemScope = input.DefaultDiscountAdditionalCostPerItemScope,
        EnableCascadingDiscounts = input.EnableCascadingDiscounts,
        EnableFlattenedCartItems = input.EnableFlattenedCartItems,
        EnablePartialDiscounts = input.EnablePartialDiscounts,
        AttributesSettings = input.AttributesSettings,
        Sandbox = input.Sandbox,
        DefaultEvaluationGroupId = input.DefaultEvaluationGroupId ?? application.DefaultEvaluationGroupId,
        DefaultCartItemFilterId = input.DefaultCartItemFilterId,
        EnableCampaignStateManagement = input.EnableCampaignStateManagement,
        BestPriorPriceSettings = input.BestPriorPriceSettings,
        AllowedIpRanges = input.AllowedIpRanges ?? application.AllowedIpRanges,
        EnableAccessLogs = input.EnableAccessLogs ?? application.EnableAccessLogs,
    };

    private static void Check(Configuration configuration, Application application, ApplicationInput input, long? newGroupId, Application? before = null)
    {
        var problems = new ProblemList();
        CheckEnvironment(configuration, application, problems);
        if (application.EnableCampaignStateManagement == true && before?.EnableCampaignStateManagement != true)
            problems.Invalid("Staging of campaigns is not built; rulesets have revisions without it", "/enableCampaignStateManagement");
        if (application.DefaultCartItemFilterId is { } filter && before?.DefaultCartItemFilterId != filter)
            problems.Unknown($"There is no cart item filter {filter}; rules filter items themselves", "/defaultCartItemFilterId");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(application.Timezone, out var zone) || !zone.HasIanaId)
            problems.Invalid($"\"{application.Timezone}\" is not an IANA time zone", "/timezone");
        if (application.Currency is not { Length: 3 } currency || !currency.All(char.IsAsciiLetterUpper))
            problems.Invalid($"\"{application.Currency}\" is not an ISO 4217 code", "/currency");
        problems.Limits(application.Limits, "/limits");
        problems.Ranges(application.AllowedIpRanges ?? [], "/allowedIpRanges");

        var attributes = configuration.AttributesOf(application.Id);
        attributes.Check(AttributeEntity.Application, application.Attributes.GetValueOrDefault(), "/attributes", problems.All);
        CheckMandatory(attributes, AttributeEntity.Campaign, application.AttributesSettings?.Mandatory?.Campaigns, "/attributesSettings/mandatory/campaigns", problems);
        CheckMandatory(attributes, AttributeEntity.Coupon, application.AttributesSettings?.Mandatory?.Coupons, "/attributesSettings/mandatory/coupons", problems);
        if (input.DefaultEvaluationGroupId is { } group && group != newGroupId && configuration.EvaluationGroups.Find(group)?.ApplicationId != application.Id)
            problems.Unknown($"There is no evaluation group {group} in this application", "/defaultEvaluationGroupId");
        problems.Throw();
    }

    /// <summary>What is connected to an Application by name belongs to the same environment, live or sandbox.</summary>
    private static void CheckEnvironment(Configuration configuration, Application application, ProblemList problems)
    {
        if (application.Sandbox is not { } sandbox)
            return;
        IEnumerable<(string Noun, string Name, bool? Sandbox, IReadOnlyList<long> Applications)> connected =
        [
            .. configuration.LoyaltyPrograms.Select(program => ("loyalty programme", program.Name, (bool?)program.Sandbox, program.SubscribedApplications)),
            .. configuration.GiveawayPools.Select(pool => ("giveaway pool", pool.Name, (bool?)pool.Sandbox, pool.SubscribedApplicationsIds)),
            .. configuration.Audiences.Select(audience => ("audience", audience.Name, audience.Sandbox, audience.SubscribedApplicationsIds)),
        ];
        foreach (var (noun, name, environment, _) in connected.Where(one => one.Applications.Contains(application.Id) && one.Sandbox is { } other && other != sandbox))
            problems.Invalid($"The {noun} \"{name}\" is connected to the Application, and is a {(environment == true ? "sandbox" : "live")} one", "/sandbox");
    }

    private static void CheckMandatory(AttributeChecker attributes, AttributeEntity entity, IReadOnlyList<string>? names, string pointer, ProblemList problems)
    {
        for (var i = 0; i < names?.Count; i++)
        {
            if (attributes.Find(entity, names[i]) is null)
                problems.Unknown($"The attribute \"{names[i]}\" is not defined on {entity} entities.", JsonPointer.Append(pointer, i));
        }
    }
}
