using System.Runtime.CompilerServices;

namespace Talon.RuleEngine.Talang;

/// <summary>A vocabulary, ready for look-ups.</summary>
internal sealed class VocabularyIndex
{
    private static readonly ConditionalWeakTable<Vocabulary, VocabularyIndex> Known = [];

    private readonly Dictionary<(AttributeEntity, string), TalangType> _attributes = [];
    private readonly Dictionary<long, LoyaltyProgramDefinition> _programmes = [];
    private readonly Dictionary<long, WebhookDefinition> _webhooks = [];
    private readonly Dictionary<(string Kind, string Name), List<object>> _byName = [];
    private readonly Dictionary<(string Kind, long Id), object> _byId = [];

    private VocabularyIndex(Vocabulary vocabulary)
    {
        foreach (var attribute in vocabulary.Attributes)
        {
            var type = TalangType.Of(attribute.Type);
            var key = (attribute.Entity, attribute.Name);
            _attributes[key] = _attributes.TryGetValue(key, out var other) ? TypeJoin.Of(other, type) : type;
        }

        foreach (var programme in vocabulary.LoyaltyProgramSettings)
            _programmes[programme.Id] = programme;
        foreach (var webhook in vocabulary.WebhookSettings)
            _webhooks[webhook.Id] = webhook;
        Add("eventType", vocabulary.EventTypes);
        Add("campaign", vocabulary.Campaigns);
        Add("programme", vocabulary.LoyaltyPrograms);
        Add("pool", vocabulary.GiveawayPools);
        Add("audience", vocabulary.Audiences);
        Add("achievement", vocabulary.Achievements);
        Add("store", vocabulary.Stores);
        Add("webhook", vocabulary.Webhooks);
        foreach (var cost in vocabulary.AdditionalCosts)
            Add("cost", cost.Id, cost.Name, cost);
        foreach (var effect in vocabulary.CustomEffects)
            Add("customEffect", effect.Id, effect.Name, effect);
        foreach (var map in vocabulary.ValueMaps)
            Add("valueMap", map.Id, map.Name, map);
        foreach (var collection in vocabulary.Collections)
            Add("collection", collection.Id, collection.Name, collection);
    }

    /// <summary>The index of a vocabulary, made once.</summary>
    public static VocabularyIndex Of(Vocabulary vocabulary) => Known.GetValue(vocabulary, key => new VocabularyIndex(key));

    /// <summary>The type of an attribute; null when it is not defined.</summary>
    public TalangType? Attribute(AttributeEntity entity, string name) => _attributes.GetValueOrDefault((entity, name));

    /// <summary>Settings of a loyalty programme; null when they are not given.</summary>
    public LoyaltyProgramDefinition? Programme(long id) => _programmes.GetValueOrDefault(id);

    /// <summary>What a webhook takes; null when that is not given.</summary>
    public WebhookDefinition? Webhook(long id) => _webhooks.GetValueOrDefault(id);

    /// <summary>What a rule of the campaign means by an id or a name; null when there is none.</summary>
    public object? Find(string kind, Value key, long campaignId)
    {
        if (key.Kind == ValueKind.Number)
        {
            var isId = key.Number is > 0 and < long.MaxValue && key.Number == decimal.Truncate(key.Number);
            return isId && _byId.GetValueOrDefault((kind, (long)key.Number)) is { } target && BelongsTo(target, campaignId) ? target : null;
        }

        return _byName.GetValueOrDefault((kind, key.String))?
            .Where(target => BelongsTo(target, campaignId))
            .MaxBy(target => target is CollectionDefinition { CampaignId: not null });
    }

    private static bool BelongsTo(object target, long campaignId) =>
        target is not CollectionDefinition { CampaignId: { } owner } || owner == campaignId;

    private void Add(string kind, IReadOnlyList<NamedEntity> entities)
    {
        foreach (var entity in entities)
            Add(kind, entity.Id, entity.Name, entity);
    }

    private void Add(string kind, long id, string name, object target)
    {
        _byId[(kind, id)] = target;
        if (!_byName.TryGetValue((kind, name), out var targets))
            _byName[(kind, name)] = targets = [];
        targets.Add(target);
    }
}
