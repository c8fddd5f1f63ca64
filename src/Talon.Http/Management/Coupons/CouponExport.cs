using System.Globalization;
using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Writes coupons as comma-separated values with the published columns.</summary>
/// <remarks>Deleted coupons are not kept, so the columns about deletion are empty.</remarks>
internal sealed class CouponExport(long applicationId, bool valuesOnly, bool excelDates)
{
    private (string Name, Func<Coupon, string?> Text)[] Columns => valuesOnly
        ? [("value", coupon => coupon.Value)]
        :
        [
            ("accountid", _ => Text(ManagementFields.AccountId)),
            ("applicationid", _ => Text(applicationId)),
            ("attributes", coupon => coupon.Attributes?.GetRawText() ?? "{}"),
            ("batchid", coupon => coupon.BatchId),
            ("campaignid", coupon => Text(coupon.CampaignId)),
            ("counter", coupon => Text(coupon.UsageCounter)),
            ("created", coupon => Date(coupon.Created)),
            ("deleted", _ => "false"),
            ("deleted_changelogid", _ => null),
            ("discount_counter", coupon => Text(coupon.DiscountCounter)),
            ("discount_limitval", coupon => Text(coupon.DiscountLimit)),
            ("expirydate", coupon => Date(coupon.ExpiryDate)),
            ("id", coupon => Text(coupon.Id)),
            ("importid", coupon => Text(coupon.ImportId)),
            ("is_reservation_mandatory", coupon => Text(coupon.IsReservationMandatory)),
            ("limits", coupon => coupon.Limits is { } limits ? JsonSerializer.Serialize(limits, ManagementJson.Api.IReadOnlyListLimitConfig) : "[]"),
            ("limitval", coupon => Text(coupon.UsageLimit)),
            ("recipientintegrationid", coupon => coupon.RecipientIntegrationId),
            ("referralid", coupon => Text(coupon.ReferralId)),
            ("reservation", coupon => Text(coupon.Reservation)),
            ("reservation_counter", coupon => Text(coupon.ReservationCounter ?? 0)),
            ("reservation_limitval", coupon => Text(coupon.ReservationLimit)),
            ("startdate", coupon => Date(coupon.StartDate)),
            ("value", coupon => coupon.Value),
        ];

    /// <summary>Writes the header and a record for each coupon.</summary>
    public async Task WriteAsync(Stream stream, IAsyncEnumerable<Coupon> coupons, CancellationToken cancellation)
    {
        var columns = Columns;
        await using var writer = CsvLines.Open(stream);
        await writer.WriteLineAsync(string.Join(',', columns.Select(column => column.Name)));
        await foreach (var coupon in coupons.WithCancellation(cancellation))
            await writer.WriteLineAsync(string.Join(',', columns.Select(column => CsvLines.Quote(column.Text(coupon) ?? ""))));
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(bool? flag) => flag is { } set ? set ? "true" : "false" : null;

    private string? Date(DateTimeOffset? time) => time is { } moment
        ? excelDates ? moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : Rfc3339.Format(moment)
        : null;
}
