namespace Talon.Promotions;

/// <summary>Finds what is wrong with a loyalty programme.</summary>
internal static class LoyaltyProgramChecks
{
    /// <summary>Refuses a programme with every problem at once.</summary>
    /// <param name="configuration">What is there.</param>
    /// <param name="program">The programme as it is to be.</param>
    /// <param name="change">For one that is replaced, how it was and what the caller says of it.</param>
    public static void Check(Configuration configuration, LoyaltyProgram program, (LoyaltyProgram Before, LoyaltyProgramInput Input)? change)
    {
        var problems = new ProblemList();
        if (change is var (before, input))
        {
            problems.Unchanged(before.Name, input.Name ?? before.Name, "name");
            problems.Unchanged(before.Timezone, input.Timezone ?? before.Timezone, "timezone");
            problems.Unchanged(before.CardBased, input.CardBased ?? before.CardBased, "cardBased");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(program.Timezone, out var zone) || !zone.HasIanaId)
            problems.Invalid($"\"{program.Timezone}\" is not an IANA time zone", "/timezone");
        problems.Applications(configuration, program.SubscribedApplications, "/subscribedApplications");
        problems.Environment(configuration, program.SubscribedApplications, program.Sandbox, "/subscribedApplications");
        problems.Duration(program.DefaultValidity, "/defaultValidity", zeroAllowed: false, LoyaltyProgram.Unlimited);
        problems.Duration(program.DefaultPending, "/defaultPending", zeroAllowed: true, LoyaltyProgram.Immediate, LoyaltyProgram.OnAction);
        CheckCards(program, problems);
        CheckTiers(program, problems);
        problems.Throw();
    }

    /// <summary>Reports a text that is neither a duration nor one of some words.</summary>
    public static void Duration(this ProblemList problems, string text, string pointer, bool zeroAllowed, params IReadOnlyList<string> words)
    {
        if (words.Contains(text))
            return;
        var examples = string.Join(", ", words.Append("a duration such as 30D, 12h or 1Y_U"));
        if (RuleEngine.Duration.Parse(text) is not { } duration)
            problems.Invalid($"\"{text}\" is not one of: {examples}", pointer);
        else if (duration.Amount == 0 && !zeroAllowed)
            problems.Invalid($"\"{text}\" is no time at all", pointer);
        else if ((duration.Rounding == 'D' && duration.Unit != 'D') || (duration.Rounding == 'U' && duration.Unit is 's' or 'm' or 'h'))
            problems.Invalid($"\"{text}\" cannot be rounded like this: _D goes with D, and _U with D, W, M and Y", pointer);
    }

    private static void CheckCards(LoyaltyProgram program, ProblemList problems)
    {
        problems.CodeSettings(program.CardCodeSettings, "/cardCodeSettings");
        if (program.CardCodeSettings is { } settings && settings.ValidCharacters.Any(character => !CardIdentifier.IsAllowed(character)))
            problems.Invalid("A card identifier holds letters, digits and ._%+@- only", "/cardCodeSettings/validCharacters");
        if (program.CardCodeSettings?.CouponPattern.Length < CardIdentifier.MinLength)
            problems.Invalid($"A card identifier has at least {CardIdentifier.MinLength} characters", "/cardCodeSettings/couponPattern");
    }

    private static void CheckTiers(LoyaltyProgram program, ProblemList problems)
    {
        for (var i = 0; i < program.Tiers.Count; i++)
        {
            var earlier = program.Tiers.Take(i).ToList();
            if (earlier.Exists(tier => tier.Name == program.Tiers[i].Name))
                problems.Invalid($"There are two tiers \"{program.Tiers[i].Name}\"", "/tiers");
            if (earlier.Exists(tier => tier.MinPoints == program.Tiers[i].MinPoints))
                problems.Invalid($"There are two tiers from {program.Tiers[i].MinPoints} points", "/tiers");
        }

        if (program.CardBased && program.Tiers.Count > 0)
            problems.Invalid("Tiers belong to customers; a card-based programme has none", "/tiers");
        if (program.TiersExpirationPolicy == TiersExpirationPolicy.CustomerAttribute)
            problems.Invalid("Tiers cannot expire by an attribute of the customer", "/tiersExpirationPolicy");
        if (program.TiersExpirationPolicy == TiersExpirationPolicy.AbsoluteExpiration && program.TierCycleStartDate is null)
            problems.All.Add(new("required", "\"tierCycleStartDate\" is required with absolute_expiration", "/tierCycleStartDate"));
        if (program.TiersExpirationPolicy is not null && program.TiersExpireIn is null)
            problems.All.Add(new("required", "\"tiersExpireIn\" is required with an expiration policy", "/tiersExpireIn"));
        if (program.TiersExpireIn is { } life)
            problems.Duration(life, "/tiersExpireIn", zeroAllowed: false);
        if (program.TiersExpireIn is not null && program.TiersExpirationPolicy is null)
            problems.All.Add(new("required", "\"tiersExpirationPolicy\" is required with \"tiersExpireIn\"", "/tiersExpirationPolicy"));
    }
}
