using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Finds what is wrong with coupons as a caller wants them.</summary>
internal static class CouponChecks
{
    /// <summary>Refuses new coupons with every problem at once.</summary>
    public static void Check(ApplicationConfiguration application, NewCoupons request, bool forRecipients)
    {
        var problems = new ProblemList();
        CheckTerms(application, request.StartDate, request.ExpiryDate, request.Limits, request.Attributes, forRecipients || request.RecipientIntegrationId is not null, problems);
        if (request.ValidCharacters is { } characters)
            problems.Characters(characters, "/validCharacters");
        if (request.CouponPattern is { Length: > 0 } pattern && (pattern != pattern.Trim() || pattern.Any(char.IsControl)))
            problems.Invalid("A code has no control characters, and no white space at its ends", "/couponPattern");
        problems.Throw();
    }

    /// <summary>Refuses a change with every problem at once.</summary>
    public static void Check(ApplicationConfiguration application, CouponEdit edit)
    {
        var problems = new ProblemList();
        CheckTerms(application, edit.StartDate, edit.ExpiryDate, edit.Limits, edit.Attributes, edit.RecipientIntegrationId is not null, problems, edit.Attributes is not null);
        problems.Throw();
    }

    private static void CheckTerms(
        ApplicationConfiguration application,
        DateTimeOffset? start,
        DateTimeOffset? expiry,
        IReadOnlyList<LimitConfig>? limits,
        JsonElement? attributes,
        bool personal,
        ProblemList problems,
        bool mandatory = true)
    {
        if (start >= expiry)
            problems.Invalid("\"expiryDate\" is not after \"startDate\"", "/expiryDate");
        application.Attributes.Check(AttributeEntity.Coupon, attributes.GetValueOrDefault(), "/attributes", problems.All);
        if (mandatory)
            problems.Mandatory(AttributeEntity.Coupon, application.Application.AttributesSettings?.Mandatory?.Coupons, attributes);
        CheckLimits(limits ?? [], personal, problems);
    }

    private static void CheckLimits(IReadOnlyList<LimitConfig> limits, bool personal, ProblemList problems)
    {
        problems.Limits(limits, "/limits");
        if (personal && limits.Count > 0)
            problems.Invalid("A coupon for one customer has no limits per profile", "/limits");
        for (var i = 0; i < limits.Count; i++)
        {
            if (limits[i].Entities is not ["Profile"])
                problems.Invalid("A coupon's own limits count by Profile, and by nothing else", JsonPointer.Append("/limits", i) + "/entities");
        }
    }
}
