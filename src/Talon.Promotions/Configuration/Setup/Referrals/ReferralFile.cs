using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Reads referrals from a CSV file with the columns code, advocateprofileintegrationid, startdate, expirydate, limitval and attributes.</summary>
internal static class ReferralFile
{
    private const int MaxUses = 999_999;
    private const int MaxCodeLength = 100;
    private const int MaxIdLength = 1000;

    /// <summary>The referrals in order, each with its line; a code stands once.</summary>
    /// <param name="text">The file.</param>
    /// <param name="table">Told what is wrong.</param>
    /// <param name="application">Says what attributes referrals have, and which codes are the same.</param>
    /// <param name="blank">A referral of the campaign and import.</param>
    /// <exception cref="InvalidRequestException">Lines are wrong.</exception>
    public static IReadOnlyList<(int Line, Referral Referral)> Read(TextReader text, CsvTable table, ApplicationConfiguration application, Referral blank)
    {
        HashSet<string> codes = [];
        return table.Read(text, line =>
        {
            var referral = blank with
            {
                Code = application.Application.NormalizeCode(line.Text("code", 4, MaxCodeLength)),
                AdvocateProfileIntegrationId = line.Text("advocateprofileintegrationid", 1, MaxIdLength),
                StartDate = line.Time("startdate"),
                ExpiryDate = line.Time("expirydate"),
                UsageLimit = line.Integer("limitval", 0, MaxUses) ?? 1,
                Attributes = line.Attributes("attributes", (values, problems) => application.Attributes.Check(AttributeEntity.Referral, values, "", problems)),
            };
            if (referral.StartDate >= referral.ExpiryDate)
                line.Refuse("\"expirydate\" is not after \"startdate\"");
            if (referral.Code.Any(char.IsControl))
                line.Refuse("A code has no control characters");
            if (!codes.Add(referral.Code))
                line.Refuse($"The code \"{referral.Code}\" stands in the file twice");
            return (line.Number, referral);
        });
    }

    /// <summary>A table of these columns.</summary>
    public static CsvTable Table(string parameter) => new(["code", "advocateprofileintegrationid"], ["startdate", "expirydate", "limitval", "attributes"], parameter);
}
