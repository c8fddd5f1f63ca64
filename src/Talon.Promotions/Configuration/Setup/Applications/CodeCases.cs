namespace Talon.Promotions;

/// <summary>Sees to it that the codes which an Application has are found after a change of its case sensitivity.</summary>
/// <remarks>Codes are stored in the case that they are looked up in. Those written while the change is under way are not looked at.</remarks>
public sealed class CodeCases(ConfigurationStore configurations, CouponService coupons, ReferralService referrals)
{
    /// <summary>Refuses a case sensitivity under which coupons or referrals of the Application would no longer be found.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="pointer">Where the request says so.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidRequestException">There is such a code.</exception>
    public async Task CheckAsync(long applicationId, CaseSensitivity? wanted, string pointer, CancellationToken cancellation)
    {
        var configuration = await configurations.GetAsync(cancellation);
        var application = configuration.RequireApplication(applicationId);
        if (wanted == application.CaseSensitivity)
            return;
        var after = application with { CaseSensitivity = wanted };
        foreach (var campaign in configuration.Campaigns.Where(campaign => campaign.ApplicationId == applicationId))
        {
            await foreach (var coupon in coupons.ListAsync(application, campaign.Id, cancellation))
                Require(coupon.Value);
            await foreach (var referral in referrals.ListAsync(application, campaign.Id, cancellation))
                Require(referral.Code);
        }

        void Require(string code)
        {
            if (after.NormalizeCode(code) != code)
                throw new InvalidRequestException(new Problem("Invalid", $"There are codes that would no longer be found, such as \"{code}\" of one of its campaigns", pointer));
        }
    }
}
