using Talon.Promotions;

namespace Talon.Http;

/// <summary>Evaluation groups in files. The base group is there in every Application, and is not named.</summary>
internal static class EvaluationGroupPart
{
    private const string Parent = "parent";

    public static readonly SetupPart Part = new SetupPart<EvaluationGroup, EvaluationGroupInput, EvaluationGroupBody>(
        "evaluationGroups",
        "evaluation group",
        EvaluationGroupSchemas.New.ForFiles(
            "SetupEvaluationGroup",
            ["name", "evaluationMode"],
            ["parentId"],
            Property.Optional(Parent, "The group around it; the base group when left out.", ManagementFields.Name, "Summer campaigns")),
        () => ManagementInputJson.Api.EvaluationGroupInput,
        () => ManagementJson.Api.EvaluationGroupBody)
    {
        References = [new("parentId", Parent, "evaluation group", Names)],
        Entities = view => view.Configuration.EvaluationGroups.Where(group => group.ApplicationId == view.ApplicationId && group.ParentId is not null),
        Body = (group, _) => EvaluationGroupBody.From(group),
        Order = json => json.TryGetProperty(Parent, out var _) ? 1 : 0,
        Complete = (json, view) => json["parentId"] ??= view.BaseGroupId,
        CreateAsync = (run, input, cancellation) => run.Account.EvaluationGroups.CreateAsync(run.ApplicationId, input, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.EvaluationGroups.UpdateAsync(run.ApplicationId, id, input, cancellation),
        RemoveAsync = (run, id, cancellation) => run.Account.EvaluationGroups.DeleteAsync(run.ApplicationId, id, cancellation),
    };

    /// <summary>The groups that files may name.</summary>
    public static IEnumerable<(long Id, string Name)> Names(SetupView view) => view.Configuration.EvaluationGroups
        .Where(group => group.ApplicationId == view.ApplicationId && group.ParentId is not null)
        .Select(group => (group.Id, group.Name));
}
