using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The giveaways that one update hands out.</summary>
/// <param name="reader">Reads pools.</param>
/// <param name="scope">What the update is about.</param>
/// <param name="done">What was handed out before, by the same effects of the same session; they hand out nothing else.</param>
internal sealed class GiveawayBook(GiveawayReader reader, UpdateScope scope, IReadOnlyList<DoneEffect> done) : IClaimBook
{
    private readonly Dictionary<EffectKey, AwardGiveawayProps> _before =
        done.Where(effect => effect.Effect.Props is AwardGiveawayProps).ToDictionary(effect => effect.Key, effect => (AwardGiveawayProps)effect.Effect.Props);

    private readonly Dictionary<long, IReadOnlyDictionary<int, GiveawayShelf>> _left = [];
    private readonly Dictionary<EffectKey, long> _pools = [];
    private readonly Dictionary<EffectKey, int> _shards = [];
    private readonly Dictionary<EffectKey, GiveawayCode> _held = [];
    private readonly HashSet<long> _contended = [];

    /// <summary>The effects that handed something out, once and for all.</summary>
    public IReadOnlyList<DoneEffect> Done { get; private set; } = [];

    /// <summary>What they handed out.</summary>
    public IReadOnlyList<Giveaway> Awarded { get; private set; } = [];

    /// <inheritdoc/>
    public EvaluationFacts AddTo(EvaluationFacts facts) => facts with { GiveawayPools = _left.Keys.ToDictionary(pool => pool, pool => new GiveawayPoolFacts(Available(pool))) };

    /// <inheritdoc/>
    public async Task ReadAsync(MissingFacts missing, CancellationToken cancellation)
    {
        foreach (var pool in missing.GiveawayPools)
            _left[pool] = await reader.ReadAsync(pool, scope, all: _contended.Contains(pool), cancellation);
    }

    /// <inheritdoc/>
    public Task CompleteAsync(Effect[] effects, IReadOnlyList<EffectKey> keys, CancellationToken cancellation)
    {
        var (handed, awarded) = (new List<DoneEffect>(), new List<Giveaway>());
        for (var i = 0; i < effects.Length; i++)
        {
            if (effects[i].Props is not AwardGiveawayProps props)
                continue;
            if (_before.TryGetValue(keys[i], out var before))
            {
                effects[i] = effects[i] with { Props = before };
            }
            else if (_held.TryGetValue(keys[i], out var code))
            {
                effects[i] = effects[i] with { Props = props with { GiveawayId = code.Id, Code = code.Code } };
                handed.Add(new DoneEffect(keys[i], effects[i]));
                awarded.Add(code.Handed(props.PoolId, props.RecipientIntegrationId));
            }
        }

        (Done, Awarded) = (handed, awarded);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IEnumerable<Shortage> Shortages(EvaluationResult result) => result.Short.GiveawayPools.SelectMany(pool =>
        _left[pool].Select(shard => new Shortage(this, (pool, shard.Key), Partitions.Giveaways(pool, shard.Key), GiveawayRows.Shelf, shard.Value.Claimed)));

    /// <inheritdoc/>
    public Task ReadAgainAsync(object key, CancellationToken cancellation)
    {
        var (pool, _) = ((long, int))key;
        _left.Remove(pool);
        _contended.Add(pool);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IEnumerable<Want> Wants(EvaluationResult result)
    {
        var keys = EffectKeys.Of(result.Effects);
        for (var i = 0; i < keys.Count; i++)
        {
            if (result.Effects[i].Props is not AwardGiveawayProps props || _before.ContainsKey(keys[i]))
                continue;
            _pools[keys[i]] = props.PoolId;
            yield return new Want(this, keys[i], 1);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ClaimRequest> RequestAsync(Want want, string id, decimal amount)
    {
        var key = (EffectKey)want.Key;
        var pool = _pools[key];
        _shards[key] = Shard(pool);
        return new(new ClaimRequest(new GiveawayClaim(Partitions.Giveaways(pool, _shards[key]), $"{id}.{EffectKeys.Text(key)}", scope.Now)));
    }

    /// <inheritdoc/>
    public void Granted(Want want, ClaimVerdict verdict) => _held[(EffectKey)want.Key] = verdict.Made!.Code!;

    /// <inheritdoc/>
    public void Refused(Want want, ClaimVerdict verdict, decimal held)
    {
        var key = (EffectKey)want.Key;
        _shards.Remove(key);
        _left.Remove(_pools[key]);
        _contended.Add(_pools[key]);
    }

    /// <inheritdoc/>
    public void GivenBack(Want want, decimal amount)
    {
        _held.Remove((EffectKey)want.Key);
        _shards.Remove((EffectKey)want.Key);
    }

    /// <summary>Codes that the update may hand out: those that are free, those that it holds, and those that it handed out before.</summary>
    private long Available(long pool) =>
        _left[pool].Values.Sum(shelf => shelf.Free(scope.Now)) + _held.Keys.Count(key => _pools[key] == pool && _contended.Contains(pool)) + _before.Values.Count(before => before.PoolId == pool);

    /// <summary>A partition with codes that this update did not ask for yet.</summary>
    private int Shard(long pool)
    {
        var left = _left[pool];
        return left.Keys.FirstOrDefault(shard => left[shard].Free(scope.Now) > _shards.Count(asked => asked.Value == shard && _pools[asked.Key] == pool && !_held.ContainsKey(asked.Key)), left.Keys.First());
    }
}
