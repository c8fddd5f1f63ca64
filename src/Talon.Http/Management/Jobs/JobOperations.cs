using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Watching work that takes longer than a request. An addition to the published API.</summary>
internal static class JobOperations
{
    private const string Path = "/v1/jobs";
    private static readonly Parameter<long> JobId = Parameters.PathInteger("jobId", "The job's id.");

    private static readonly ObjectSchema Job = new("Job", "Work that takes longer than a request.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("kind", "What is done.", new StringSchema { Enum = ["createCoupons", "deleteCoupons", "removeCampaign"] }, "createCoupons"),
            Property.Required("applicationId", "The Application.", Fields.Id, 1),
            Property.Required("campaignId", "The campaign.", Fields.Id, 1),
            Property.Required("state", "How far it is.", new StringSchema { Enum = ["running", "done", "failed"] }, "running"),
            Property.Required("done", "How many entities it has seen to.", Fields.Count, 5000),
            Property.Optional("total", "How many there are in all, if that is known.", Fields.Count, 100000),
            Property.Optional("batchId", "The batch of the coupons that it creates.", StringSchema.Text, "tqyrgahe"),
            Property.Optional("ended", "When it came to its end.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Optional("failure", "Why it failed.", StringSchema.Text, "The pattern gives hardly any new codes."),
        ],
    };

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "GET", "getJobs", Path, "List the jobs that run, or ended in the last week.", [ManagementParameters.PageSize, ManagementParameters.Skip],
            null, new(200, Page.Continued("Jobs", Job), "The jobs."), ListAsync),
        Manage.Write("GET", "getJob", Path + "/{jobId}", "Read how far a job is.", [JobId], null, new(200, Job, "The job."), GetAsync),
    ];

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation) => Page.Continued(
        context, await context.Services.Promotions.Jobs.ListAsync(cancellation), (writer, job) => JsonSerializer.Serialize(writer, job, ManagementJson.Api.Job));

    private static async Task<ApiResponse> GetAsync(OperationContext context, CancellationToken cancellation)
    {
        var id = context.Get(JobId);
        var job = await context.Services.Promotions.Jobs.FindAsync(id, cancellation) ?? throw new NotFoundException($"There is no job {id} here");
        return ApiResponse.Json(200, job, ManagementJson.Api.Job);
    }
}
