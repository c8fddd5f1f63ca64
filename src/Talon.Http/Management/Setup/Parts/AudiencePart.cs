using Talon.Promotions;

namespace Talon.Http;

/// <summary>Audiences in files, without their members.</summary>
internal static class AudiencePart
{
    public static readonly SetupPart Part = new SetupPart<Audience, AudienceInput, AudienceInput>(
        "audiences",
        "audience",
        AudienceSchemas.New.ForFiles("SetupAudience", ["name"], ["subscribedApplicationsIds", "lastUpdate"], SetupSchemas.Restricted),
        () => ManagementInputJson.Api.AudienceInput,
        () => ManagementInputJson.Api.AudienceInput)
    {
        Subscriptions = "subscribedApplicationsIds",
        Entities = view => view.Configuration.Audiences,
        Body = (audience, _) => Describe(audience),
        CreateAsync = (run, input, cancellation) => run.Account.Audiences.CreateAsync(input, cancellation),
        UpdateAsync = UpdateAsync,
    };

    private static AudienceInput Describe(Audience audience) => new()
    {
        Name = audience.Name,
        Description = audience.Description,
        Sandbox = audience.Sandbox,
        SubscribedApplicationsIds = audience.SubscribedApplicationsIds,
        Integration = audience.Integration,
        IntegrationId = audience.IntegrationId,
        CreatedIn3rdParty = audience.CreatedIn3rdParty,
    };

    /// <summary>Of an audience that exists nothing but its Applications can be changed.</summary>
    private static Task UpdateAsync(SetupRun run, long id, AudienceInput input, CancellationToken cancellation)
    {
        var before = Describe(run.View.Configuration.Audiences.Find(id)!);
        return input with { SubscribedApplicationsIds = before.SubscribedApplicationsIds, LastUpdate = null } == before
            ? run.Account.Audiences.UpdateAsync(run.ApplicationId, id, input, cancellation)
            : throw new InvalidRequestException(new Problem("Invalid", $"Nothing of the audience \"{before.Name}\" can be changed but the Applications where it exists", ""));
    }
}
