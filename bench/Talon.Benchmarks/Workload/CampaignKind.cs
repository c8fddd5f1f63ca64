namespace Talon.Benchmarks;

/// <summary>What a campaign of the workload looks at.</summary>
internal enum CampaignKind
{
    /// <summary>An amount off each unit of a category.</summary>
    Category,

    /// <summary>An amount off a session from a total on.</summary>
    Threshold,

    /// <summary>An amount off a session with an attribute value.</summary>
    Attribute,

    /// <summary>An amount off a session with a coupon.</summary>
    Coupon,
}
