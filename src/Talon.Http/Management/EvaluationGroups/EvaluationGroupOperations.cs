using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on evaluation groups.</summary>
internal static class EvaluationGroupOperations
{
    private const string Path = "/v1/applications/{applicationId}/evaluation_groups";
    private const string One = Path + "/{evaluationGroupId}";
    private static readonly Parameter<long> GroupId = Parameters.PathInteger("evaluationGroupId", "The evaluation group's id.");
    private static readonly IReadOnlyList<Parameter> OfGroup = [ManagementParameters.Application, GroupId];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create(
            "createEvaluationGroup", Path, "Create an evaluation group.", [ManagementParameters.Application], EvaluationGroupSchemas.New,
            EvaluationGroupSchemas.Group, CreateAsync),
        Manage.Read(
            "getEvaluationGroups", Path, "List the evaluation groups of an Application.",
            [ManagementParameters.Application, .. ManagementParameters.List], Page.Counted("CampaignEvaluationGroups", EvaluationGroupSchemas.Group),
            List),
        Manage.Read("getEvaluationGroup", One, "Read an evaluation group.", OfGroup, EvaluationGroupSchemas.Group, Get),
        Manage.Update("updateEvaluationGroup", One, "Replace an evaluation group.", OfGroup, EvaluationGroupSchemas.New, EvaluationGroupSchemas.Group, UpdateAsync),
        Manage.Delete("deleteEvaluationGroup", One, "Delete an evaluation group that is empty.", OfGroup, DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.EvaluationGroups.CreateAsync(
            context.Get(ManagementParameters.Application), context.Input(ManagementInputJson.Api.EvaluationGroupInput), cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.EvaluationGroups.UpdateAsync(
            context.Get(ManagementParameters.Application), context.Get(GroupId), context.Input(ManagementInputJson.Api.EvaluationGroupInput), cancellation));

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) =>
        context.Services.Account.EvaluationGroups.DeleteAsync(context.Get(ManagementParameters.Application), context.Get(GroupId), cancellation);

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(200, configuration.RequireEvaluationGroup(context.Get(ManagementParameters.Application), context.Get(GroupId)));

    private static ApiResponse List(OperationContext context, Configuration configuration)
    {
        var application = configuration.RequireApplication(context.Get(ManagementParameters.Application));
        return Page.Counted(
            context,
            configuration.EvaluationGroups.Where(group => group.ApplicationId == application.Id),
            group => new(DateTimeOffset.MinValue, group.Name),
            EvaluationGroupBody.From,
            ManagementJson.Api.EvaluationGroupBody);
    }

    private static ApiResponse Answer(int status, EvaluationGroup group) =>
        ApiResponse.Json(status, EvaluationGroupBody.From(group), ManagementJson.Api.EvaluationGroupBody);
}
