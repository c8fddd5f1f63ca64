using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The audiences that one update of a customer joins and leaves.</summary>
/// <param name="Joined">Those that the customer was not in.</param>
/// <param name="Left">Those that the customer was in.</param>
internal sealed record AudienceMoves(IReadOnlyList<AudienceReference> Joined, IReadOnlyList<Membership> Left)
{
    /// <summary>No moves.</summary>
    public static AudienceMoves None { get; } = new([], []);

    /// <summary>The changes in the customer's partition.</summary>
    public IReadOnlyList<Change> Changes =>
    [
        .. Joined.Select(audience => Change.Upsert(AudienceRows.Membership(audience.Id), RowCodec.Encode(new MembershipRow(audience.Generation), RowJson.Default.MembershipRow))),
        .. Left.Select(membership => Change.Delete(AudienceRows.Membership(membership.Audience.Id), membership.ETag)),
    ];

    /// <summary>The moves that lead from memberships to those asked for.</summary>
    /// <param name="application">The configuration; all audiences named exist in it.</param>
    /// <param name="memberships">What the customer is in.</param>
    /// <param name="adds">Audiences to be in.</param>
    /// <param name="deletes">Audiences not to be in.</param>
    public static AudienceMoves Of(ApplicationConfiguration application, IReadOnlyList<Membership> memberships, IReadOnlyList<long> adds, IReadOnlyList<long> deletes)
    {
        if (adds.Count == 0 && deletes.Count == 0)
            return None;
        var inside = memberships.In(application).Select(audience => audience.Id).ToHashSet();
        return new(
            [.. adds.Distinct().Where(id => !inside.Contains(id)).Select(id => AudienceReference.Of(application.Audiences[id]))],
            [.. memberships.Where(membership => inside.Contains(membership.Audience.Id) && deletes.Contains(membership.Audience.Id))]);
    }

    /// <summary>The memberships after the moves.</summary>
    public IReadOnlyList<Membership> After(IReadOnlyList<Membership> before) =>
    [
        .. before.Where(membership => !Left.Contains(membership) && Joined.All(audience => audience.Id != membership.Audience.Id)),
        .. Joined.Select(audience => new Membership(audience, "")),
    ];
}
