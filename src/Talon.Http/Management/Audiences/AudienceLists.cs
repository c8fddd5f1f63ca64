using Talon.Promotions;

namespace Talon.Http;

/// <summary>What the Management API tells of audiences; they are made through the Integration API.</summary>
internal static class AudienceLists
{
    private const string Path = "/v1/audiences";
    private const int MostCounted = 1000;
    private const int LargestFile = 32 * 1024 * 1024;
    private static readonly Parameter<long> AudienceId = Parameters.PathInteger("audienceId", "The audience's id.");
    private static readonly Parameter<IReadOnlyList<long>?> AudienceIds = Parameters.IntegerList("audienceIds", "The audiences, at most 1,000.");
    private static readonly Parameter<string?> ProfileQuery = Parameters.Text("profileQuery", "Only customers with this text in their integration id, whatever its case.");

    private static readonly ObjectSchema Analytics = new("AudienceAnalytics", "How many are in an audience.")
    {
        Properties =
        [
            Property.Required("audienceId", "The audience.", Fields.Id, 1),
            Property.Required("membersCount", "How many are in it.", Fields.Count, 1234),
        ],
    };

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "GET", "getAudiences", Path, "List the audiences.", [.. ManagementParameters.List, ManagementParameters.WithTotal], null,
            new(200, Page.Continued("Audiences", AudienceSchemas.Audience), "The audiences."), ListAsync),
        Manage.Write(
            "GET", "getAudiencesAnalytics", Path + "/analytics", "Count the members of audiences.", [ManagementParameters.Sort, AudienceIds], null,
            new(200, Page.Continued("AudiencesAnalytics", Analytics), "The counts."), CountAsync),
        Manage.Write(
            "GET", "getAudienceMemberships", Path + "/{audienceId}/memberships", "List the members of an audience.",
            [AudienceId, .. ManagementParameters.List, ProfileQuery], null,
            new(200, Page.Continued("AudienceMembers", ProfileSchemas.CustomerProfile), "The members."), ListMembersAsync),
        Manage.Write(
            "GET", "exportAudiencesMemberships", Path + "/{audienceId}/memberships/export",
            "Export the members of an audience to a CSV file with the column profileintegrationid.", [AudienceId], null,
            new(200, StringSchema.Text, "The file.") { ContentType = Answer.Csv }, ExportMembersAsync),
        Manage.Write(
            "POST", "importAudiencesMemberships", Path + "/{audienceId}/memberships/import",
            "Replace the members of an audience by those of a CSV file with the column profileintegrationid.", [AudienceId], null,
            new(200, CollectionSchemas.Import, "The members were replaced."), ImportMembersAsync) with { TakesFile = true, MaxBody = LargestFile },
    ];

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var shown = await Task.WhenAll(configuration.Audiences.Select(audience => context.Services.Promotions.Audiences.ShownAsync(audience, cancellation)));
        return Page.Continued(context, shown, audience => new(audience.Created, audience.Name), AudienceBody.From, IntegrationJson.Api.AudienceBody);
    }

    private static async Task<ApiResponse> CountAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var ids = context.Get(AudienceIds) ?? throw new InvalidRequestException(new Problem("required", "\"audienceIds\" is required", Parameter: AudienceIds.Name));
        if (ids.Count > MostCounted)
            throw new InvalidRequestException(new Problem("maxItems", $"\"audienceIds\" names more than {MostCounted} audiences", Parameter: AudienceIds.Name));
        var counts = new List<(long Id, long Count)>();
        foreach (var audience in ids.Distinct().Select(configuration.Audiences.Find).OfType<Audience>())
            counts.Add((audience.Id, await context.Services.Promotions.Audiences.CountAsync(audience, cancellation)));
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("hasMore"u8, false);
            writer.WriteStartArray("data"u8);
            foreach (var (id, count) in context.Get(ManagementParameters.Sort)?.StartsWith('-') == true ? counts.OrderByDescending(entry => entry.Id) : counts.OrderBy(entry => entry.Id))
            {
                writer.WriteStartObject();
                writer.WriteNumber("audienceId"u8, id);
                writer.WriteNumber("membersCount"u8, count);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static async Task<ApiResponse> ListMembersAsync(OperationContext context, CancellationToken cancellation)
    {
        var configuration = await context.Services.Account.Configurations.GetAsync(cancellation);
        var audience = configuration.RequireAudience(context.Get(AudienceId));
        var (page, hasMore) = await context.Services.Promotions.Audiences.MembersAsync(
            audience, context.Get(ProfileQuery), context.Get(ManagementParameters.Skip), context.Get(ManagementParameters.PageSize), cancellation);
        return IntegrationContext.Continued(page, hasMore, IntegrationJson.Api.CustomerProfile);
    }

    private static async Task<ApiResponse> ExportMembersAsync(OperationContext context, CancellationToken cancellation)
    {
        var audience = (await context.Services.Account.Configurations.GetAsync(cancellation)).RequireAudience(context.Get(AudienceId));
        var members = context.Services.Promotions.Audiences;
        return new ApiResponse
        {
            Status = 200,
            ContentType = Answer.Csv,
            Stream = (stream, aborted) => CsvLines.WriteAsync(stream, AudienceFile.Column, members.MemberIdsAsync(audience, aborted)),
        };
    }

    private static async Task<ApiResponse> ImportMembersAsync(OperationContext context, CancellationToken cancellation)
    {
        var id = context.Get(AudienceId);
        using var text = context.File!.OpenText();
        var members = AudienceFile.Read(text, UploadedFile.Field);
        await context.Services.Promotions.Audiences.ReplaceMembersAsync(id, members, context.Now, cancellation);
        return ApiResponse.Json(200, ImportBody.Of("Audience", id, members.Count, context), ManagementJson.Api.ImportBody);
    }
}
