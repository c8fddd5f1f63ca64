using System.Globalization;
using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What only the configuration can tell of a session update: attributes, costs, stores, prices.</summary>
internal static class SessionChecks
{
    /// <summary>Refuses the update with every problem at once.</summary>
    /// <exception cref="InvalidRequestException">There are problems.</exception>
    public static void Check(SessionUpdate update, RequestContext context, SessionRead read)
    {
        var application = read.Application;
        var problems = new List<Problem>();
        Switches(update, context, problems);
        var at = update.Pointer;
        if (update.Attributes is { } attributes)
            application.Attributes.Check(AttributeEntity.CustomerSession, attributes, at + "/attributes", problems);
        if (update.AdditionalCosts is { } costs)
            application.AdditionalCosts.Check(AdditionalCostScope.Session, costs.Keys, at + "/additionalCosts", problems);
        for (var i = 0; i < (update.CartItems?.Count ?? 0); i++)
            Item(update.CartItems![i], string.Create(CultureInfo.InvariantCulture, $"{at}/cartItems/{i}"), application, problems);
        if (update.StoreIntegrationId is { } store && application.FindStore(store) is null)
            problems.Add(new Problem("Unknown", $"The store \"{store}\" does not exist in this Application.", at + "/storeIntegrationId"));
        if (update.LoyaltyCards is [var card, ..] && read.Card?.Card is null)
            problems.Add(new Problem("Unknown", $"The loyalty card \"{card}\" does not exist in a programme of this Application.", at + "/loyaltyCards/0"));
        if (problems.Count > 0)
            throw new InvalidRequestException(problems);
    }

    private static void Item(CartItem item, string at, ApplicationConfiguration application, List<Problem> problems)
    {
        if (item.Price is null)
            problems.Add(new Problem("required", $"The price is required, since the sku \"{item.Sku}\" is in no catalog of this Application.", at + "/price"));
        if (item.Attributes is { ValueKind: JsonValueKind.Object } attributes)
            application.Attributes.Check(AttributeEntity.CartItem, attributes, at + "/attributes", problems);
        if (item.AdditionalCosts is { } costs)
            application.AdditionalCosts.Check(AdditionalCostScope.Item, costs.Keys, at + "/additionalCosts", problems);
    }

    private static void Switches(SessionUpdate update, RequestContext context, List<Problem> problems)
    {
        if (update.EvaluationTime is { } time)
        {
            if (!update.Dry)
                problems.Add(new Problem("Invalid parameter", "The parameter now is only allowed together with dry=true.", Parameter: "now"));
            else if (time <= context.Now)
                problems.Add(new Problem("Invalid parameter", "The parameter now must be in the future.", Parameter: "now"));
        }

        if (update.EvaluableCampaignIds is not null && !update.Dry)
            problems.Add(new Problem("Invalid value", "evaluableCampaignIds is only allowed in dry requests.", update.Pointer + "/evaluableCampaignIds"));
        Eligibility(update.Include, update.Dry, problems);
    }

    /// <summary>The block campaignEligibility speaks of dry requests alone.</summary>
    public static void Eligibility(ResponseContent include, bool dry, List<Problem> problems)
    {
        if (include.HasFlag(ResponseContent.CampaignEligibility) && !dry)
            problems.Add(new Problem("Invalid value", "campaignEligibility is only available in dry requests.", "/responseContent"));
    }
}
