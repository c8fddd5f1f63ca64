using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What only the configuration and the store can tell of an event.</summary>
internal static class EventChecks
{
    /// <summary>Refuses the event with every problem at once.</summary>
    /// <exception cref="InvalidRequestException">There are problems.</exception>
    public static void Check(EventUpdate update, EventRead read)
    {
        var problems = new List<Problem>();
        var application = read.Application;
        if (update.ProfileId.Length == 0)
            problems.Add(new Problem("required", "The profileId is required: an event has a customer.", "/profileId"));
        if (EventTypeSetup.IsReserved(update.Type))
            problems.Add(new Problem("Invalid value", $"\"{update.Type}\" is a built-in event, which cannot be sent.", "/type"));
        else if (!application.HasEventType(update.Type))
            problems.Add(new Problem("Unknown", $"There is no event type \"{update.Type}\".", "/type"));
        else if (update.Attributes is { } attributes)
            application.Attributes.Check(AttributeEntity.Event, attributes, "/attributes", problems, update.Type);
        if (update.StoreIntegrationId is { } store && application.FindStore(store) is null)
            problems.Add(new Problem("Unknown", $"The store \"{store}\" does not exist in this Application.", "/storeIntegrationId"));
        if (update.LoyaltyCards is [var card, ..] && read.Card?.Card is null)
            problems.Add(new Problem("Unknown", $"The loyalty card \"{card}\" does not exist in a programme of this Application.", "/loyaltyCards/0"));
        if (update.ConnectedSessionId is { } session && read.Session?.State is not (SessionState.Closed or SessionState.PartiallyReturned))
            problems.Add(new Problem("Invalid value", read.Session is { } found
                ? $"The session \"{session}\" is {found.State.ApiName()}; an event can only be connected to a closed one."
                : $"There is no customer session \"{session}\".", "/connectedSessionId"));
        Switches(update, problems);
        if (problems.Count > 0)
            throw new InvalidRequestException(problems);
    }

    private static void Switches(EventUpdate update, List<Problem> problems)
    {
        if (update.ForceCompleteEvaluation && !update.Dry)
            problems.Add(new Problem("Invalid parameter", "The parameter forceCompleteEvaluation is only allowed together with dry=true.", Parameter: "forceCompleteEvaluation"));
        if (update.EvaluableCampaignIds is not null && !update.Dry)
            problems.Add(new Problem("Invalid value", "evaluableCampaignIds is only allowed in dry requests.", "/evaluableCampaignIds"));
        SessionChecks.Eligibility(update.Include, update.Dry, problems);
    }
}
