using Talon.Promotions;

namespace Talon.Http;

/// <summary>Adds and takes points by hand, of customers and cards, and blocks cards.</summary>
internal static class PointsOperations
{
    private const string Profile = "/v1/loyalty_programs/{loyaltyProgramId}/profile/{integrationId}";
    private const string Card = "/v1/loyalty_programs/{loyaltyProgramId}/cards/{loyaltyCardId}";
    private const int LargestFile = 32 * 1024 * 1024;
    private static readonly Answer Done = new(204, null, "It was done.");
    private static readonly Parameter<bool> NotificationsEnabled = Parameters.Boolean("notificationsEnabled", "Whether others are told of what the import does: nobody is told of any.", whenAbsent: true);
    private static readonly IReadOnlyList<Parameter> OfProfile = [LoyaltyParameters.ProgramId, IntegrationParameters.CustomerId];
    private static readonly IReadOnlyList<Parameter> OfCard = [LoyaltyParameters.ProgramId, LoyaltyParameters.CardId];

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write("PUT", "addLoyaltyPoints", Profile + "/add_points", "Add points of a customer.", OfProfile, LoyaltyInputSchemas.Add, Done, AddAsync),
        Manage.Write("PUT", "removeLoyaltyPoints", Profile + "/deduct_points", "Take active points of a customer.", OfProfile, LoyaltyInputSchemas.Deduct, Done, DeductAsync),
        .. LoyaltyReadOperations.Management,
        Manage.Write("POST", "importLoyaltyPoints", "/v1/loyalty_programs/{loyaltyProgramId}/import_points", "Book points from a CSV file with the columns customerprofileid (or identifier, of a card), amount, type, startdate, expirydate, validityduration, subledgerid, reason and transactionid.", [LoyaltyParameters.ProgramId, NotificationsEnabled], null, new(200, CollectionSchemas.Import, "The points were booked; those of lines that had been booked before are not among the amount."), ImportAsync)
            with { TakesFile = true, MaxBody = LargestFile },
        Manage.Write("GET", "getLoyaltyCard", Card, "Read a loyalty card.", OfCard, null, new(200, LoyaltySchemas.Card, "The card."), GetCardAsync),
        Manage.Update("updateLoyaltyCard", Card, "Block a loyalty card, or free it.", OfCard, LoyaltyInputSchemas.UpdateCard, LoyaltySchemas.Card, UpdateCardAsync),
        Manage.Write("PUT", "addLoyaltyCardPoints", Card + "/add_points", "Add points of a card.", OfCard, LoyaltyInputSchemas.Add, Done, AddAsync),
        Manage.Write("PUT", "deductLoyaltyCardPoints", Card + "/deduct_points", "Take active points of a card.", OfCard, LoyaltyInputSchemas.Deduct, Done, DeductAsync),
    ];

    private static async Task<ApiResponse> AddAsync(OperationContext context, CancellationToken cancellation)
    {
        var account = await AccountAsync(context, cancellation);
        var points = new NewPoints
        {
            Points = context.Body.GetProperty("points").GetDecimal(),
            Name = context.Body.Text("name"),
            Subledger = context.Body.Text("subledgerId") ?? "",
            ValidityDuration = context.Body.Text("validityDuration"),
            ValidUntil = context.Body.Time("validUntil"),
            PendingDuration = context.Body.Text("pendingDuration"),
            PendingUntil = context.Body.Time("pendingUntil"),
        };
        await context.Services.Promotions.Loyalty.AddAsync(account, points, context.Now, cancellation);
        return ApiResponse.Empty(204);
    }

    private static async Task<ApiResponse> DeductAsync(OperationContext context, CancellationToken cancellation)
    {
        var account = await AccountAsync(context, cancellation);
        await context.Services.Promotions.Loyalty.DeductAsync(
            account, context.Body.GetProperty("points").GetDecimal(), context.Body.Text("name"), context.Body.Text("subledgerId") ?? "", context.Now, cancellation);
        return ApiResponse.Empty(204);
    }

    private static async Task<ApiResponse> ImportAsync(OperationContext context, CancellationToken cancellation)
    {
        var program = await context.ProgramAsync(cancellation);
        using var text = context.File!.OpenText();
        var lines = PointsFile.Read(await text.ReadToEndAsync(cancellation), program, UploadedFile.Field, context.Now);
        var (import, booked) = await context.Services.Promotions.PointsImports.RunAsync(program, lines, UploadedFile.Field, context.Now, cancellation);
        return ApiResponse.Json(200, ImportBody.Of("LoyaltyPoints", import, booked, context), ManagementJson.Api.ImportBody);
    }

    private static async Task<ApiResponse> GetCardAsync(OperationContext context, CancellationToken cancellation)
    {
        var account = await context.AccountAsync(cancellation);
        return LoyaltyCardOperations.Show(account.Program, account.Card!);
    }

    private static async Task<ApiResponse> UpdateCardAsync(OperationContext context, CancellationToken cancellation)
    {
        var program = await context.ProgramAsync(cancellation);
        var card = await context.Services.Promotions.LoyaltyCards.UpdateAsync(
            program, context.Get(LoyaltyParameters.CardId), context.Body.Text("status") == "active", context.Body.Text("blockReason"), context.Now, cancellation);
        return LoyaltyCardOperations.Show(program, card);
    }

    /// <summary>The points that are named; an Application that is named too has to be one that may use them.</summary>
    private static async Task<PointsAccount> AccountAsync(OperationContext context, CancellationToken cancellation)
    {
        var account = await context.AccountAsync(cancellation);
        if (context.Body.Integer("applicationId") is { } application && account.Program.SubscribedApplications is { Count: > 0 } subscribed && !subscribed.Contains(application))
            throw new InvalidRequestException(new Problem("Invalid", $"The programme \"{account.Program.Name}\" is not connected to application {application}", "/applicationId"));
        return account;
    }
}
