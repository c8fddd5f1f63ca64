namespace Talon.Promotions;

/// <summary>A membership as it was read.</summary>
/// <param name="Audience">The audience as it was when it was joined.</param>
/// <param name="ETag">The row's ETag.</param>
internal readonly record struct Membership(AudienceReference Audience, string ETag);

/// <summary>What is asked of memberships.</summary>
internal static class Memberships
{
    /// <summary>The audiences that a customer is in and an Application sees.</summary>
    public static IEnumerable<Audience> In(this IReadOnlyList<Membership> memberships, ApplicationConfiguration application) =>
        from membership in memberships
        let audience = application.Audiences.GetValueOrDefault(membership.Audience.Id)
        where audience is not null && audience.Generation == membership.Audience.Generation
        select audience;
}
