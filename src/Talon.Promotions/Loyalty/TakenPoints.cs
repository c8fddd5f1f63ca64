namespace Talon.Promotions;

/// <summary>The points that were taken back from the grants of a session.</summary>
internal sealed class TakenPoints(IEnumerable<TakenBack> taken)
{
    private readonly Dictionary<string, decimal> _byTransaction = taken.GroupBy(back => back.Granted.Id).ToDictionary(backs => backs.Key, backs => backs.Sum(back => back.Points));

    /// <summary>How many points of an effect were taken back.</summary>
    public decimal Of(GrantedEffect effect) => effect.Points?.Shares.Sum(share => _byTransaction.GetValueOrDefault(share.Granted.Id)) ?? 0;

    /// <summary>What an effect granted and was not taken back; null when nothing is left.</summary>
    public PointsGrant? Left(PointsGrant grant)
    {
        var left = grant.Shares.Select(share => share with { Points = share.Points - _byTransaction.GetValueOrDefault(share.Granted.Id) }).Where(share => share.Points > 0).ToList();
        return left.Count == 0 ? null : grant with { Shares = left };
    }
}
