namespace Talon.Http;

/// <summary>Erases a customer.</summary>
internal static class DeleteCustomerData
{
    public static readonly Operation Operation = new()
    {
        OperationId = "deleteCustomerData",
        Method = "DELETE",
        Path = "/v1/customer_data/{integrationId}",
        Summary = "Erase a customer in all Applications: everything that names them goes, orders and ledgers stay without the name.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [IntegrationParameters.CustomerId],
        Answers = [new(204, null, "The customer is erased, or about to be where they left much behind."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound, Answer.Conflict],
        Handle = HandleAsync,
    };

    private static async Task<ApiResponse> HandleAsync(OperationContext context, CancellationToken cancellation)
    {
        await context.Services.Promotions.Erasures.EraseAsync(context.Get(IntegrationParameters.CustomerId), cancellation);
        return ApiResponse.Empty(204);
    }
}
