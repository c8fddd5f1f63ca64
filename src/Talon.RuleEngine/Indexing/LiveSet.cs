namespace Talon.RuleEngine.Indexing;

/// <summary>The campaigns that run at a time, and how long that stays so.</summary>
internal sealed class LiveSet
{
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _until;

    private LiveSet(CandidateSet campaigns, DateTimeOffset from, DateTimeOffset until) => (Campaigns, _from, _until) = (campaigns, from, until);

    public CandidateSet Campaigns { get; }

    public bool Holds(DateTimeOffset now) => now >= _from && now < _until;

    public static LiveSet At(DateTimeOffset now, IReadOnlyList<CompiledCampaign> campaigns)
    {
        var live = new CandidateSet(campaigns.Count);
        var (from, until) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        for (var place = 0; place < campaigns.Count; place++)
        {
            var campaign = campaigns[place].Definition;
            if (!campaign.Enabled)
                continue;
            if (campaigns[place].RunsAt(now))
                live.Add(place);
            Narrow(campaign.StartTime);
            Narrow(campaign.EndTime);
        }

        return new LiveSet(live, from, until);

        void Narrow(DateTimeOffset? change)
        {
            if (change is not { } moment)
                return;
            if (moment <= now && moment > from)
                from = moment;
            if (moment > now && moment < until)
                until = moment;
        }
    }
}
