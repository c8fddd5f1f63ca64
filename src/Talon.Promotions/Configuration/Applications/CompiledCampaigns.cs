using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Compiles an Application's campaigns, and compiles again only those that something changed for.</summary>
internal sealed class CompiledCampaigns
{
    private readonly Lock _lock = new();
    private Dictionary<long, Entry> _entries = [];

    /// <summary>How many campaigns were compiled so far.</summary>
    public int Compilations { get; private set; }

    /// <summary>The results for some campaigns, in their order.</summary>
    /// <param name="sources">The campaigns with their rulesets.</param>
    /// <param name="define">Makes the rule engine's form of a campaign; depends on nothing that is not in the vocabulary.</param>
    /// <param name="vocabulary">The vocabulary; its parts are the same objects while nothing in them changes.</param>
    /// <param name="settings">Settings; the same object while nothing in it changes.</param>
    public IReadOnlyList<(Campaign Campaign, CompileResult Result)> Get(
        IEnumerable<(Campaign Campaign, Ruleset? Ruleset)> sources,
        Func<Campaign, Ruleset?, CampaignDefinition> define,
        Vocabulary vocabulary,
        ApplicationSettings settings)
    {
        lock (_lock)
        {
            Dictionary<long, Entry> next = [];
            List<(Campaign, CompileResult)> results = [];
            foreach (var (campaign, ruleset) in sources)
            {
                if (!_entries.TryGetValue(campaign.Id, out var entry) || !entry.IsFor(campaign, ruleset, vocabulary, settings))
                {
                    Compilations++;
                    entry = new(campaign, ruleset, vocabulary, settings, CampaignCompiler.Compile(define(campaign, ruleset), vocabulary, settings));
                }

                next[campaign.Id] = entry;
                results.Add((campaign, entry.Result));
            }

            _entries = next;
            return results;
        }
    }

    private sealed class Entry(Campaign campaign, Ruleset? ruleset, Vocabulary vocabulary, ApplicationSettings settings, CompileResult result)
    {
        private readonly bool _mayNameCampaigns = result.Campaign is null || (ruleset is not null && (MayNameCampaigns(ruleset.Rules) || MayNameCampaigns(ruleset.Bindings)));

        public CompileResult Result => result;

        public bool IsFor(Campaign otherCampaign, Ruleset? otherRuleset, Vocabulary otherVocabulary, ApplicationSettings otherSettings) =>
            ReferenceEquals(campaign, otherCampaign)
            && ReferenceEquals(ruleset, otherRuleset)
            && ReferenceEquals(settings, otherSettings)
            && (ReferenceEquals(vocabulary, otherVocabulary) || (!_mayNameCampaigns && VocabularyBuilder.DifferInCampaignsOnly(vocabulary, otherVocabulary)));

        /// <summary>Only effects that create something in another campaign name one.</summary>
        private static bool MayNameCampaigns(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.String => json.ValueEquals("createCoupon"u8) || json.ValueEquals("createReferral"u8),
            JsonValueKind.Array => json.EnumerateArray().Any(MayNameCampaigns),
            JsonValueKind.Object => json.EnumerateObject().Any(member => MayNameCampaigns(member.Value)),
            _ => false,
        };
    }
}
