namespace Talon.Http;

/// <summary>Parameters that many operations of the Management API share.</summary>
internal static class ManagementParameters
{
    public static readonly Parameter<long> Application = Parameters.PathInteger("applicationId", "The Application's id.");

    public static readonly Parameter<long> Campaign = Parameters.PathInteger("campaignId", "The campaign's id.");

    public static readonly Parameter<int> PageSize = Parameters.PageSize();

    public static readonly Parameter<int> Skip = Parameters.Skip();

    public static readonly Parameter<string?> Sort = Parameters.Sort("id", "created", "name");

    public static readonly Parameter<bool> WithTotal = Parameters.Boolean("withTotalResultSize", "Whether the answer says how many there are in all.");

    /// <summary>The parameters of every list.</summary>
    public static readonly IReadOnlyList<Parameter> List = [PageSize, Skip, Sort];
}
