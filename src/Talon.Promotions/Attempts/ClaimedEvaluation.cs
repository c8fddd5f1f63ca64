using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Evaluates under claims: what is wanted is claimed, what is refused becomes a cap, until what is held is what is wanted.</summary>
internal sealed class ClaimedEvaluation(EvaluationRun evaluation, CounterBook counters, LimitLedger limits, AttemptStore attempts, AttemptReference reference)
{
    private readonly List<LimitClaim> _planned = [];
    private readonly Dictionary<LimitKey, List<LimitClaim>> _held = [];
    private int _round;

    /// <summary>Names the attempt, whether it begins or not.</summary>
    public AttemptReference Reference => reference;

    /// <summary>The attempt, once something was claimed or owed.</summary>
    public OpenAttempt? Attempt { get; private set; }

    /// <summary>The claims to confirm.</summary>
    public IReadOnlyList<Claim> Confirmed => [.. _held.Values.SelectMany(claims => claims)];

    /// <summary>How much of each claimed limit is now used, this attempt included.</summary>
    public Dictionary<LimitKey, decimal> UsedAfter { get; } = [];

    /// <summary>Evaluates and claims.</summary>
    /// <param name="all">Whether every charge is claimed, and not the instant ones alone.</param>
    /// <param name="alsoCounted">Charges that the evaluation does not make but that are counted along with it.</param>
    /// <param name="now">When the attempt begins.</param>
    /// <param name="heldAt">The profile partition to leave a note in; null for none.</param>
    /// <param name="cancellation">Ends the reading; what is being claimed is seen through.</param>
    public async Task<EvaluationResult> RunAsync(bool all, Func<EvaluationResult, IEnumerable<Charge>> alsoCounted, DateTimeOffset now, string? heldAt, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await evaluation.EvaluateAsync(cancellation);
            var wanted = Wanted(result.Charges.Concat(alsoCounted(result)).Where(charge => all || charge.Instant));
            var asked = wanted.Values.Where(charge => charge.Amount > Held(charge.Key)).ToList();
            if (asked.Count == 0)
            {
                await GiveBackSurplusAsync(wanted);
                if (Attempt is null && heldAt is not null)
                    Attempt = await attempts.BeginAsync(reference, [], now, heldAt, cancellation);
                return result;
            }

            var claims = asked.ConvertAll(charge => (Charge: charge, Claim: Claim(charge)));
            _planned.AddRange(claims.Select(pair => pair.Claim));
            if (Attempt is null)
                Attempt = await attempts.BeginAsync(reference, [.. _planned], now, heldAt, CancellationToken.None);
            else
                await attempts.ExtendAsync(Attempt, [.. _planned], CancellationToken.None);
            await ClaimAsync(claims);
            _round++;
        }
    }

    /// <summary>The attempt, begun where claiming did not begin it.</summary>
    public async Task<OpenAttempt> BeginAsync(DateTimeOffset now, string? heldAt) =>
        Attempt ??= await attempts.BeginAsync(reference, [], now, heldAt, CancellationToken.None);

    private static Dictionary<LimitKey, Charge> Wanted(IEnumerable<Charge> charges)
    {
        var wanted = new Dictionary<LimitKey, Charge>();
        foreach (var charge in charges)
            wanted[charge.Key] = wanted.TryGetValue(charge.Key, out var sum) ? sum with { Amount = sum.Amount + charge.Amount } : charge;
        return wanted;
    }

    private decimal Held(LimitKey key) => _held.TryGetValue(key, out var claims) ? claims.Sum(claim => claim.Amount) : 0;

    private LimitClaim Claim(Charge charge)
    {
        var place = counters.Place(charge.Key);
        var id = string.Create(CultureInfo.InvariantCulture, $"{reference.Id}.{_round}");
        return new LimitClaim(place.Partition, place.Counter, charge.Key, id, charge.Amount - Held(charge.Key), charge.Instant);
    }

    /// <summary>Side by side at first; after a refusal in key order, so that two attempts cannot starve each other.</summary>
    private async Task ClaimAsync(List<(Charge Charge, LimitClaim Claim)> claims)
    {
        if (_round == 0)
        {
            var verdicts = await limits.ClaimAsync(claims.ConvertAll(Request), reference);
            foreach (var (claim, verdict) in claims.Zip(verdicts))
                Note(claim, verdict);
            return;
        }

        foreach (var claim in claims.OrderBy(pair => pair.Claim.Partition, StringComparer.Ordinal).ThenBy(pair => pair.Claim.Stock, StringComparer.Ordinal))
        {
            var verdict = (await limits.ClaimAsync([Request(claim)], reference))[0];
            Note(claim, verdict);
            if (!verdict.Granted)
                return;
        }
    }

    private ClaimRequest Request((Charge Charge, LimitClaim Claim) asked) =>
        new(asked.Claim, asked.Charge.Ceiling, counters.Known(asked.Charge.Key) is { } state ? new CounterStock(asked.Claim, state) : null);

    private void Note((Charge Charge, LimitClaim Claim) asked, ClaimVerdict verdict)
    {
        var key = asked.Charge.Key;
        if (!verdict.Granted)
        {
            counters.Cap(key, verdict.Used - Held(key));
            return;
        }

        UsedAfter[key] = verdict.Used;
        if (!_held.TryGetValue(key, out var claims))
            _held[key] = claims = [];
        claims.Add(asked.Claim);
    }

    private async Task GiveBackSurplusAsync(Dictionary<LimitKey, Charge> wanted)
    {
        foreach (var (key, claims) in _held.ToList())
        {
            var surplus = Held(key) - (wanted.TryGetValue(key, out var charge) ? charge.Amount : 0);
            for (var i = claims.Count - 1; surplus > 0; i--)
            {
                var back = Math.Min(surplus, claims[i].Amount);
                await limits.GiveBackAsync(new ClaimReturn(claims[i], back), "surplus", CancellationToken.None);
                UsedAfter[key] -= back;
                surplus -= back;
                claims[i] = claims[i] with { Amount = claims[i].Amount - back };
            }

            claims.RemoveAll(claim => claim.Amount == 0);
        }
    }
}
