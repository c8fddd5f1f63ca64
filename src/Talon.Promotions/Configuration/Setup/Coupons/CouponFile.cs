using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Reads coupons from a CSV file: the column <c>value</c>, and others that may be left out.</summary>
/// <remarks>Source: the published text of importCoupons.</remarks>
internal static class CouponFile
{
    private const int MinCode = 3;
    private const int MaxCode = 100;
    private const int MaxId = 1000;
    private const long MaxUses = 999_999;
    private const decimal MaxDiscount = 1_000_000_000_000_000;

    /// <summary>The coupons in order, without ids; a code stands once.</summary>
    /// <param name="text">The file.</param>
    /// <param name="parameter">The form field that it came in, for problems.</param>
    /// <param name="application">The Application, which says what attributes there are and how codes are stored.</param>
    /// <param name="campaign">The campaign, whose coupon attributes stand in for those left out.</param>
    /// <param name="skipDuplicates">Whether a code that comes again is passed over rather than refused.</param>
    /// <exception cref="InvalidRequestException">Lines are wrong.</exception>
    public static IReadOnlyList<CouponLine> Read(TextReader text, string parameter, ApplicationConfiguration application, Campaign campaign, bool skipDuplicates)
    {
        var table = new CsvTable(["value"], ["expirydate", "startdate", "recipientintegrationid", "limitval", "discountlimit", "attributes"], parameter);
        HashSet<string> codes = new(StringComparer.Ordinal);
        return
        [
            .. table.Read(text, line =>
            {
                var coupon = Read(line, application, campaign);
                if (codes.Add(coupon.Value))
                    return new CouponLine(line.Number, coupon);
                if (!skipDuplicates)
                    line.Refuse($"The code \"{coupon.Value}\" stands in the file twice");
                return null;
            }).OfType<CouponLine>(),
        ];
    }

    private static Coupon Read(CsvLine line, ApplicationConfiguration application, Campaign campaign)
    {
        var recipient = line["recipientintegrationid"] is null ? null : line.Text("recipientintegrationid", 1, MaxId);
        var coupon = new Coupon
        {
            Id = 0,
            Created = default,
            CampaignId = campaign.Id,
            Value = application.Application.NormalizeCode(line.Text("value", MinCode, MaxCode)),
            UsageLimit = line.Integer("limitval", 0, MaxUses) ?? 1,
            DiscountLimit = line.Amount("discountlimit", MaxDiscount),
            StartDate = line.Time("startdate"),
            ExpiryDate = line.Time("expirydate"),
            RecipientIntegrationId = recipient,
            Reservation = recipient is null,
            Attributes = Attributes(line, application, campaign),
            IsReservationMandatory = false,
            ImplicitlyReserved = false,
        };
        if (coupon.StartDate >= coupon.ExpiryDate)
            line.Refuse("\"expirydate\" is not after \"startdate\"");
        if (coupon.Value.Any(char.IsControl))
            line.Refuse("A code has no control characters");
        return coupon;
    }

    private static JsonElement? Attributes(CsvLine line, ApplicationConfiguration application, Campaign campaign)
    {
        var own = line.Attributes("attributes", (values, problems) => application.Attributes.Check(AttributeEntity.Coupon, values, "", problems));
        var all = campaign.CouponAttributes is { } defaults ? JsonObject.Merge(defaults, own) : own;
        var missing = new ProblemList();
        missing.Mandatory(AttributeEntity.Coupon, application.Application.AttributesSettings?.Mandatory?.Coupons, all);
        foreach (var problem in missing.All)
            line.Refuse(problem.Details);
        return all;
    }
}

/// <summary>A coupon of a file.</summary>
/// <param name="Line">The line that it begins in, from 1.</param>
/// <param name="Coupon">The coupon, without an id.</param>
internal sealed record CouponLine(int Line, Coupon Coupon);
