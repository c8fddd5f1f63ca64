namespace Talon.Promotions;

/// <summary>The points that were taken back from the grants of a session.</summary>
internal sealed class TakenPoints(IEnumerable<TakenBack> taken)
{
    private readonly Dictionary<string, decimal> _byTransaction = taken.GroupBy(back => back.Granted.Id).ToDictionary(backs => backs.Key, backs => backs.Sum(back => back.Points));

    /// <summary>How many points of an effect were taken back.</summary>
    public decimal Of(GrantedEffect effect) => effect.Points?.Shares.Sum(share => _byTransaction.GetValueOrDefault(share.Granted.Id)) ?? 0;

    /// <summary>What an effect granted and was not taken back, now or by returns; null when nothing is left.</summary>
    public PointsGrant? Left(GrantedEffect effect)
    {
        var left = new List<PointsShare>();
        var returned = effect.Undone;
        foreach (var share in effect.Points!.Shares)
        {
            var points = share.Points - _byTransaction.GetValueOrDefault(share.Granted.Id);
            var gone = Math.Min(points, returned);
            returned -= gone;
            if (points > gone)
                left.Add(share with { Points = points - gone });
        }

        return left.Count == 0 ? null : effect.Points with { Shares = left };
    }
}
