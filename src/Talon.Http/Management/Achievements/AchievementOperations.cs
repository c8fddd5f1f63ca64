using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on achievements of campaigns.</summary>
internal static class AchievementOperations
{
    private const string Path = "/v1/applications/{applicationId}/campaigns/{campaignId}/achievements";
    private const string One = Path + "/{achievementId}";
    private static readonly Parameter<long> AchievementId = Parameters.PathInteger("achievementId", "The achievement's id.");
    private static readonly Parameter<string?> Title = Parameters.Text("title", "Only the achievement of this title.");
    private static readonly IReadOnlyList<Parameter> OfCampaign = [ManagementParameters.Application, ManagementParameters.Campaign];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createAchievement", Path, "Create an achievement.", OfCampaign, AchievementSchemas.New, AchievementSchemas.Achievement, CreateAsync),
        Manage.Read(
            "listAchievements", Path, "List the achievements of a campaign.",
            [.. OfCampaign, ManagementParameters.PageSize, ManagementParameters.Skip, Title],
            Page.Continued("Achievements", AchievementSchemas.Achievement), List),
        Manage.Read("getAchievement", One, "Read an achievement.", [.. OfCampaign, AchievementId], AchievementSchemas.Achievement, Get),
        Manage.Update("updateAchievement", One, "Change an achievement.", [.. OfCampaign, AchievementId], AchievementSchemas.Update, AchievementSchemas.Achievement, UpdateAsync),
        Manage.Delete("deleteAchievement", One, "Delete an achievement that no enabled campaign uses.", [.. OfCampaign, AchievementId], DeleteAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) => Answer(201, context, await context.Services.Account.Achievements.CreateAsync(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Input(ManagementInputJson.Api.AchievementInput), context.Caller.Actor, cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) => Answer(200, context, await context.Services.Account.Achievements.UpdateAsync(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(AchievementId), context.Input(ManagementInputJson.Api.AchievementInput), cancellation));

    private static Task DeleteAsync(OperationContext context, CancellationToken cancellation) => context.Services.Account.Achievements.DeleteAsync(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(AchievementId), cancellation);

    private static ApiResponse Get(OperationContext context, Configuration configuration) => Answer(200, context, configuration.RequireAchievement(
        context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign), context.Get(AchievementId)));

    private static ApiResponse List(OperationContext context, Configuration configuration)
    {
        var campaign = configuration.RequireCampaign(context.Get(ManagementParameters.Application), context.Get(ManagementParameters.Campaign));
        var found = configuration.Achievements.Where(achievement => achievement.CampaignId == campaign.Id && (context.Get(Title) is not { } title || achievement.Title == title)).OrderBy(achievement => achievement.Id);
        return Page.Continued(context, [.. found], (writer, achievement) => System.Text.Json.JsonSerializer.Serialize(writer, AchievementBody.From(achievement, context.Now), ManagementJson.Api.AchievementBody));
    }

    private static ApiResponse Answer(int status, OperationContext context, Achievement achievement) =>
        ApiResponse.Json(status, AchievementBody.From(achievement, context.Now), ManagementJson.Api.AchievementBody);
}
