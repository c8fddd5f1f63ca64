using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Achievements in files, each with the name of its campaign.</summary>
internal sealed class AchievementPart : SetupPart
{
    private const string Campaign = "campaign";

    private static readonly SetupReference Owner = new("campaignId", Campaign, "campaign", view =>
        view.Configuration.Campaigns.Where(campaign => campaign.ApplicationId == view.ApplicationId).Select(campaign => (campaign.Id, campaign.Name)));

    private static readonly ObjectSchema Shape = AchievementSchemas.New.ForFiles(
        "SetupAchievement",
        ["name", "title", "target", Campaign],
        [],
        Property.Required(Campaign, "The owning campaign; it never changes.", StringSchema.Text, "Summer promotions"),
        Property.Optional("allowRollbackAfterCompletion", "Whether progress is rolled back in completed iterations too.", new BooleanSchema { Default = false }, true));

    private AchievementPart()
        : base("achievements", "achievement", Shape)
    {
    }

    public static SetupPart Part { get; } = new AchievementPart();

    public override bool CanDelete => true;

    public override string NameOf(JsonElement json) => json.GetProperty("name"u8).GetString()!;

    public override IEnumerable<SetupEntity> Read(SetupView view) => Of(0).Read(view);

    public override async Task PutAsync(SetupRun run, SetupEntity? known, JsonElement wanted, string pointer, CancellationToken cancellation)
    {
        var name = wanted.Text(Campaign);
        var view = run.View;
        if (Owner.Targets(view).FirstOrDefault(target => target.Name == name) is not { Name: not null } campaign)
            run.Problems.Add(new("Unknown", $"There is no campaign \"{name}\"", JsonPointer.Append(pointer, Campaign)));
        else if (known is not null && view.Configuration.Achievements.Find(known.Id)!.CampaignId != campaign.Id)
            run.Problems.Add(new("Invalid", $"The campaign of the achievement \"{known.Name}\" cannot be changed", JsonPointer.Append(pointer, Campaign)));
        else
            await Of(campaign.Id).PutAsync(run, known, wanted, pointer, cancellation);
    }

    public override Task DeleteAsync(SetupRun run, SetupEntity known, CancellationToken cancellation) =>
        run.View.Configuration.Achievements.Find(known.Id) is { } achievement ? Of(achievement.CampaignId).DeleteAsync(run, known, cancellation) : Task.CompletedTask;

    /// <summary>The achievements as those of one campaign are written.</summary>
    private static SetupPart<Achievement, AchievementInput, AchievementBody> Of(long campaignId) => new(
        "achievements",
        "achievement",
        Shape,
        () => ManagementInputJson.Api.AchievementInput,
        () => ManagementJson.Api.AchievementBody)
    {
        References = [Owner],
        Entities = view => view.Configuration.Achievements.Where(achievement => achievement.ApplicationId == view.ApplicationId),
        Body = (achievement, _) => AchievementBody.From(achievement, achievement.Created),
        CreateAsync = (run, input, cancellation) => run.Account.Achievements.CreateAsync(run.ApplicationId, campaignId, input, run.Actor, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.Achievements.ReplaceAsync(run.ApplicationId, campaignId, id, input, cancellation),
        RemoveAsync = (run, id, cancellation) => run.Account.Achievements.DeleteAsync(run.ApplicationId, campaignId, id, cancellation),
    };
}
