using System.Globalization;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Evaluates under claims: what is wanted is claimed, what is refused becomes a cap, until what is held is what is wanted.</summary>
internal sealed class ClaimedEvaluation(EvaluationRun evaluation, LimitLedger limits, AttemptStore attempts, OldClaims old, AttemptReference reference)
{
    private readonly List<Claim> _planned = [];
    private readonly Dictionary<object, (Want Want, List<Claim> Claims)> _held = [];
    private readonly HashSet<(IClaimBook, object)> _shortages = [];
    private bool _settled;
    private int _round;

    /// <summary>Names the attempt, whether it begins or not.</summary>
    public AttemptReference Reference => reference;

    /// <summary>The attempt, once something was claimed or owed.</summary>
    public OpenAttempt? Attempt { get; private set; }

    /// <summary>What the evaluation knows.</summary>
    public Books Books => evaluation.Books;

    /// <summary>The claims to confirm.</summary>
    public IReadOnlyList<Claim> Confirmed => [.. _held.Values.SelectMany(held => held.Claims)];

    /// <summary>Evaluates and claims.</summary>
    /// <param name="all">Whether everything wanted is claimed, and not what takes effect now alone.</param>
    /// <param name="heldAt">The profile partition to leave a note in; null for none.</param>
    /// <param name="cancellation">Ends the reading; what is being claimed is seen through.</param>
    /// <param name="begins">Whether the attempt that leaves a note begins even where nothing is claimed.</param>
    public async Task<EvaluationResult> RunAsync(bool all, string? heldAt, CancellationToken cancellation, bool begins = true)
    {
        while (true)
        {
            var result = await evaluation.EvaluateAsync(cancellation);
            if (await MakeRoomAsync(result, cancellation))
                continue;
            var wanted = Sum(evaluation.Books.Wants(result).Where(want => all || want.Instant));
            var asked = wanted.Values.Where(want => want.Amount > Held(want.Key)).ToList();
            if (asked.Count == 0)
            {
                await GiveBackSurplusAsync(wanted);
                if (begins && Attempt is null && heldAt is not null)
                    Attempt = await attempts.BeginAsync(reference, [], heldAt, cancellation);
                return result;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{reference.Id}.{_round}");
            var asking = new List<(Want Want, ClaimRequest Request)>();
            foreach (var want in asked)
                asking.Add((want, await want.Book.RequestAsync(want, id, want.Amount - Held(want.Key))));
            _planned.AddRange(asking.Select(pair => pair.Request.Claim));
            await Task.WhenAll(attempts.LinkAsync(asking.Select(pair => pair.Request.Claim), Books.Counters.Customer), AnnounceAsync(heldAt));
            await ClaimAsync(asking);
            _round++;
        }
    }

    /// <summary>The attempt, begun where claiming did not begin it.</summary>
    public async Task<OpenAttempt> BeginAsync(string? heldAt) =>
        Attempt ??= await attempts.BeginAsync(reference, [], heldAt, CancellationToken.None);

    /// <summary>Notes all that may be claimed, before it is asked for.</summary>
    private async Task AnnounceAsync(string? heldAt)
    {
        if (Attempt is null)
            Attempt = await attempts.BeginAsync(reference, [.. _planned], heldAt, CancellationToken.None);
        else
            await attempts.ExtendAsync(Attempt, [.. _planned], CancellationToken.None);
    }

    /// <summary>Settles what dead requests hold of what refuses, once for each; true when it is to be evaluated anew.</summary>
    private async Task<bool> MakeRoomAsync(EvaluationResult result, CancellationToken cancellation)
    {
        var shortages = Books.Shortages(result).Where(shortage => _shortages.Add((shortage.Book, shortage.Key))).ToList();
        // An attempt claims many things: what was read before it was settled is stale, wherever it was noticed.
        _settled |= (await Task.WhenAll(shortages.Select(old.SettleAsync))).Contains(true);
        if (!_settled || shortages.Count == 0)
            return false;
        await Task.WhenAll(shortages.Select(shortage => shortage.Book.ReadAgainAsync(shortage.Key, cancellation)));
        return true;
    }

    private static Dictionary<object, Want> Sum(IEnumerable<Want> wants)
    {
        var wanted = new Dictionary<object, Want>();
        foreach (var want in wants)
            wanted[want.Key] = wanted.TryGetValue(want.Key, out var sum) ? sum with { Amount = sum.Amount + want.Amount } : want;
        return wanted;
    }

    private decimal Held(object key) => _held.TryGetValue(key, out var held) ? held.Claims.Sum(claim => claim.Amount) : 0;

    /// <summary>Side by side at first; after a refusal in key order, so that two attempts cannot starve each other.</summary>
    private async Task ClaimAsync(List<(Want Want, ClaimRequest Request)> asking)
    {
        if (_round == 0)
        {
            var verdicts = await limits.ClaimAsync(asking.ConvertAll(pair => pair.Request), reference);
            foreach (var ((want, request), verdict) in asking.Zip(verdicts).OrderByDescending(pair => pair.Second.Granted))
                Note(want, request.Claim, verdict);
            return;
        }

        foreach (var (want, request) in asking.OrderBy(pair => pair.Request.Claim.Partition, StringComparer.Ordinal).ThenBy(pair => pair.Request.Claim.Stock, StringComparer.Ordinal))
        {
            var verdict = (await limits.ClaimAsync([request], reference))[0];
            Note(want, request.Claim, verdict);
            if (!verdict.Granted)
                return;
        }
    }

    private void Note(Want want, Claim claim, ClaimVerdict verdict)
    {
        if (!verdict.Granted)
        {
            want.Book.Refused(want, verdict, Held(want.Key));
            return;
        }

        if (!_held.TryGetValue(want.Key, out var held))
            _held[want.Key] = held = (want, []);
        held.Claims.Add(claim);
        want.Book.Granted(want, verdict);
    }

    private async Task GiveBackSurplusAsync(Dictionary<object, Want> wanted)
    {
        foreach (var (key, (want, claims)) in _held)
        {
            var surplus = Held(key) - (wanted.TryGetValue(key, out var still) ? still.Amount : 0);
            for (var i = claims.Count - 1; surplus > 0; i--)
            {
                var back = Math.Min(surplus, claims[i].Amount);
                await limits.GiveBackAsync(new ClaimReturn(claims[i], back), "surplus", CancellationToken.None);
                want.Book.GivenBack(want, back);
                surplus -= back;
                claims[i] = claims[i] with { Amount = claims[i].Amount - back };
            }

            claims.RemoveAll(claim => claim.Amount == 0);
        }
    }
}
