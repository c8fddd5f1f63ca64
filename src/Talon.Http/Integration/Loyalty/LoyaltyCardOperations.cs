using Talon.Promotions;

namespace Talon.Http;

/// <summary>Creates loyalty cards, and registers customers on them.</summary>
internal static class LoyaltyCardOperations
{
    private const string Card = "/v2/loyalty_programs/{loyaltyProgramId}/cards/{loyaltyCardId}";
    private static readonly IReadOnlyList<Parameter> OfCard = [LoyaltyParameters.ProgramId, LoyaltyParameters.CardId];
    private static readonly Answer Changed = new(200, LoyaltySchemas.Card, "The card as it now is.");

    public static readonly IReadOnlyList<Operation> All =
    [
        LoyaltyOperations.Post(
            "generateLoyaltyCard", "/v1/loyalty_programs/{loyaltyProgramId}/cards", "Create a loyalty card.", [LoyaltyParameters.ProgramId],
            LoyaltyInputSchemas.NewCard, new(200, LoyaltySchemas.Card, "The card was created."), GenerateAsync),
        LoyaltyOperations.Post("linkLoyaltyCardToProfile", Card + "/link_profile", "Register a customer on a card.", OfCard, LoyaltyInputSchemas.Registration, Changed, LinkAsync),
        LoyaltyOperations.Post(
            "unlinkLoyaltyCardFromProfile", Card + "/unlink_profile", "Take a customer off a card.", OfCard, LoyaltyInputSchemas.Registration,
            Changed, UnlinkAsync),
    ];

    /// <summary>The answer that shows a card.</summary>
    public static ApiResponse Show(LoyaltyProgram program, LoyaltyCard card) => ApiResponse.Json(200, LoyaltyCardState.Of(program, card), IntegrationJson.Api.LoyaltyCardState);

    private static async Task<ApiResponse> GenerateAsync(OperationContext context, CancellationToken cancellation)
    {
        var program = await context.ProgramAsync(cancellation);
        var card = await context.Services.Promotions.LoyaltyCards.CreateAsync(
            program,
            context.Body.Text("cardIdentifier"),
            context.Body.Text("status") != "inactive",
            context.Body.Texts("customerProfileIds") ?? [],
            context.Now,
            cancellation);
        return Show(program, card);
    }

    private static async Task<ApiResponse> LinkAsync(OperationContext context, CancellationToken cancellation)
    {
        var program = await context.ProgramAsync(cancellation);
        return Show(program, await context.Services.Promotions.LoyaltyCards.RegisterAsync(program, context.Get(LoyaltyParameters.CardId), context.Body.Text("integrationId")!, context.Now, cancellation));
    }

    private static async Task<ApiResponse> UnlinkAsync(OperationContext context, CancellationToken cancellation)
    {
        var program = await context.ProgramAsync(cancellation);
        return Show(program, await context.Services.Promotions.LoyaltyCards.UnregisterAsync(program, context.Get(LoyaltyParameters.CardId), context.Body.Text("integrationId")!, context.Now, cancellation));
    }
}
