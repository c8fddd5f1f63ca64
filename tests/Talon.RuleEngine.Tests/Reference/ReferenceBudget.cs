namespace Talon.RuleEngine.Tests.Reference;

/// <summary>The budgets of one campaign: an amount of discount, and a number of discount effects.</summary>
internal sealed class ReferenceBudget(CampaignDefinition campaign, EvaluationFacts facts, bool partial, int digits)
{
    private readonly Dictionary<string, decimal> _taken = [];

    public bool Partial => partial;

    public int Digits => digits;

    /// <summary>What may be granted of an amount, which is then taken.</summary>
    public (decimal Granted, decimal? Desired) Take(decimal amount)
    {
        if (amount < 0)
            throw ReferenceFault.Refused();
        var wanted = Math.Round(amount, digits, MidpointRounding.AwayFromZero);
        var left = Math.Min(wanted, Left(LimitActions.SetDiscount));
        if (Left(LimitActions.SetDiscountEffect) < 1)
            left = 0;
        var short_ = left < wanted || Left(LimitActions.SetDiscountEffect) < 1;
        if (short_ && (!partial || left <= 0))
            throw ReferenceFault.Refused();
        Add(LimitActions.SetDiscount, left);
        Add(LimitActions.SetDiscountEffect, 1);
        return (left, partial ? wanted : null);
    }

    public Dictionary<string, decimal> Save() => new(_taken);

    public void Restore(Dictionary<string, decimal> saved)
    {
        _taken.Clear();
        foreach (var (action, amount) in saved)
            _taken[action] = amount;
    }

    private decimal Left(string action)
    {
        var left = decimal.MaxValue;
        foreach (var limit in campaign.Limits.Where(limit => limit.Action == action))
        {
            var used = facts.Used.GetValueOrDefault(new LimitKey(LimitOwner.Campaign, campaign.Id, $"{limit.Id}"));
            left = Math.Min(left, Math.Max(0, limit.Limit - used - _taken.GetValueOrDefault(action)));
        }

        return left;
    }

    private void Add(string action, decimal amount) => _taken[action] = _taken.GetValueOrDefault(action) + amount;
}
