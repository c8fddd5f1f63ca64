namespace Talon.Promotions;

/// <summary>Stores the coupons of a file.</summary>
internal static class CouponImport
{
    private const int MostProblems = 100;

    /// <summary>Stores coupons with codes of their own, all or none; those whose code is taken are passed over when the caller says so.</summary>
    /// <exception cref="InvalidRequestException">A code is taken.</exception>
    public static async Task<(long ImportId, int Amount)> RunAsync(
        CouponService coupons,
        Application application,
        IReadOnlyList<CouponLine> lines,
        bool skipDuplicates,
        string parameter,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        var taken = await coupons.TakenAsync(application, [.. lines.Select(line => line.Coupon.Value)], cancellation);
        if (taken.Count > 0 && !skipDuplicates)
            throw Refused(lines.Where(line => taken.Contains(line.Coupon.Value)), parameter);
        CouponLine[] left = [.. lines.Where(line => !taken.Contains(line.Coupon.Value))];
        var import = await coupons.NumberAsync([.. left.Select(line => line.Coupon)], now, cancellation);
        var late = (await coupons.InsertAsync(application, import.Coupons, cancellation)).Select(coupon => coupon.Value).ToHashSet(StringComparer.Ordinal);
        if (late.Count == 0 || skipDuplicates)
            return (import.Id, left.Length - late.Count);

        // Somebody took a code between the look and the insert.
        foreach (var campaign in import.Coupons.Where(coupon => !late.Contains(coupon.Value)).GroupBy(coupon => coupon.CampaignId))
            await coupons.DeleteAsync(application, campaign.Key, [.. campaign], CancellationToken.None);
        throw Refused(left.Where(line => late.Contains(line.Coupon.Value)), parameter);
    }

    private static InvalidRequestException Refused(IEnumerable<CouponLine> lines, string parameter) => new(
    [
        .. lines.Take(MostProblems).Select(line => new Problem(
            "Duplicate", $"Line {line.Line}: the code \"{line.Coupon.Value}\" exists already in this Application", null, parameter, line.Line)),
    ]);
}
