using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>Creates or updates many profiles. Rules do not run.</summary>
internal static class UpdateCustomerProfiles
{
    private const int MaxBody = 10 * 1024 * 1024;

    private static readonly Parameter<bool> Silent = Parameters.Silent();

    private static readonly ObjectSchema Answered = new("MultipleCustomerProfileIntegrationResponseV2", "The profiles after the update.")
    {
        Properties =
        [
            Property.Required("integrationStates", "One for each profile of the request, in its order.", new ArraySchema(new ObjectSchema("CustomerProfileUpdateV2Response", "A profile after the update.")
            {
                Properties = [Property.Required("customerProfile", "The profile.", ProfileSchemas.CustomerProfile)],
            })),
        ],
    };

    public static readonly Operation Operation = new()
    {
        OperationId = "updateCustomerProfilesV2",
        Method = "PUT",
        Path = "/v2/customer_profiles",
        Summary = "Create or update up to 1,000 customer profiles; rules do not run.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [Silent],
        Request = ProfileSchemas.Many,
        MaxBody = MaxBody,
        Idempotent = true,
        Answers =
        [
            new(200, Answered, "The profiles were stored; with silent=no."),
            new(204, null, "The profiles were stored."),
            Answer.Invalid,
            Answer.Unauthorized,
            Answer.Conflict,
        ],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        var silent = context.Get(Silent);
        var updates = context.Body.List("customerProfiles", Read) ?? [];
        var body = await context.Services.Promotions.ProfileBatches.UpdateAsync(context.ForApplication, updates, silent ? null : Render, cancellation);
        return silent ? ApiResponse.Empty(204) : ApiResponse.Json(200, body);
    }

    private static ProfileUpdate Read(JsonElement item)
    {
        var changes = item.Member("audiencesChanges");
        return new ProfileUpdate
        {
            IntegrationId = item.Text("integrationId")!,
            Attributes = item.Member("attributes"),
            AudienceAdds = changes?.Integers("adds") ?? [],
            AudienceDeletes = changes?.Integers("deletes") ?? [],
        };
    }

    private static byte[] Render(IReadOnlyList<CustomerProfile> profiles) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("integrationStates"u8);
        foreach (var profile in profiles)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("customerProfile"u8);
            JsonSerializer.Serialize(writer, profile, IntegrationJson.Api.CustomerProfile);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }).Body.ToArray();
}
