using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Indexing;

/// <summary>Finds the campaigns that can match, so that evaluation costs what those cost.</summary>
internal sealed class CampaignIndex
{
    private readonly IReadOnlyList<CompiledCampaign> _campaigns;
    private readonly Dictionary<long, int> _places;
    private readonly CandidateSet _always;
    private readonly TextIndex[] _texts;
    private readonly ThresholdIndex[] _thresholds;
    private readonly StoreIndex _stores;
    private LiveSet? _live;

    /// <param name="campaigns">The campaigns in evaluation order.</param>
    public CampaignIndex(IReadOnlyList<CompiledCampaign> campaigns)
    {
        _campaigns = campaigns;
        _places = new Dictionary<long, int>(campaigns.Count);
        _always = new CandidateSet(campaigns.Count);
        var texts = new Dictionary<string, (TextProbe Probe, List<(string, int)> Entries)>();
        var thresholds = new Dictionary<string, (NumberProbe Probe, List<(decimal, int)> Entries)>();
        var stores = new List<(long, int)>();
        for (var place = 0; place < campaigns.Count; place++)
        {
            var campaign = campaigns[place];
            _places[campaign.Id] = place;
            if (campaign.Definition.LinkedStoreIds is { Count: > 0 } linked && campaign.Requirement is not { Rank: < Requirement.Item })
                stores.AddRange(linked.Distinct().Select(store => (store, place)));
            else if (campaign.Requirement is { } requirement)
                Sort(requirement, place, texts, thresholds);
            else
                _always.Add(place);
        }

        _texts = [.. texts.Values.Select(entry => new TextIndex(entry.Probe, entry.Entries))];
        _thresholds = [.. thresholds.Values.Select(entry => new ThresholdIndex(entry.Probe, entry.Entries))];
        _stores = new StoreIndex(stores);
    }

    /// <summary>The campaigns that run and can match; those of entered codes are always among them.</summary>
    public CandidateSet Matching(Scope scope)
    {
        try
        {
            return Find(scope);
        }
        catch (OverflowException)
        {
            scope.Forgive();
            return Live(scope.Facts.Now);
        }
    }

    private CandidateSet Find(Scope scope)
    {
        var candidates = new CandidateSet(_campaigns.Count);
        candidates.AddAll(_always);
        foreach (var text in _texts)
            text.Find(scope, candidates);
        foreach (var threshold in _thresholds)
            threshold.Find(scope, candidates);
        _stores.Find(scope.Facts.Store, candidates);
        foreach (var coupon in scope.Facts.Coupons)
            Add(coupon.Coupon?.CampaignId, candidates);
        Add(scope.Facts.Referral?.Referral?.CampaignId, candidates);
        candidates.Keep(Live(scope.Facts.Now));
        return candidates;
    }

    /// <summary>All campaigns that run.</summary>
    public CandidateSet Live(DateTimeOffset now)
    {
        if (_live is not { } live || !live.Holds(now))
            _live = live = LiveSet.At(now, _campaigns);
        return live.Campaigns;
    }

    /// <summary>The campaigns that the caller names, whether they run or not.</summary>
    public CandidateSet Named(IEnumerable<long> ids)
    {
        var named = new CandidateSet(_campaigns.Count);
        foreach (var id in ids)
            Add(id, named);
        return named;
    }

    /// <summary>The ids of campaigns in evaluation order.</summary>
    public IEnumerable<long> IdsOf(CandidateSet candidates)
    {
        for (var place = candidates.Next(0); place < candidates.Count; place = candidates.Next(place + 1))
            yield return _campaigns[place].Id;
    }

    private void Add(long? id, CandidateSet candidates)
    {
        if (id is { } known && _places.TryGetValue(known, out var place))
            candidates.Add(place);
    }

    private static void Sort(
        Requirement requirement, int place, Dictionary<string, (TextProbe, List<(string, int)> Entries)> texts, Dictionary<string, (NumberProbe, List<(decimal, int)> Entries)> thresholds)
    {
        foreach (var key in requirement.Keys)
        {
            if (key is EqualKey equal)
                EntriesOf(texts, equal.Text).Add((equal.Value, place));
            else if (key is AtLeastKey atLeast)
                EntriesOf(thresholds, atLeast.Number).Add((atLeast.Limit, place));
        }
    }

    private static List<TEntry> EntriesOf<TProbe, TEntry>(Dictionary<string, (TProbe, List<TEntry> Entries)> index, TProbe probe)
        where TProbe : Probe
    {
        if (!index.TryGetValue(probe.Name, out var found))
            index[probe.Name] = found = (probe, []);
        return found.Entries;
    }
}
