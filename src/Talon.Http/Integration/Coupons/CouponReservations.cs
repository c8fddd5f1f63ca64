namespace Talon.Http;

/// <summary>The operations on reservations of coupons.</summary>
internal static class CouponReservations
{
    private const int MostCustomers = 1000;
    private const string Path = "/v1/coupon_reservations/{couponValue}";
    private static readonly Parameter<string> CouponValue = Parameters.PathId("couponValue", "The coupon's code.");

    private static readonly ObjectSchema Request = new("CouponReservations", "Customers who are to have a coupon reserved, or no longer.")
    {
        Properties = [Property.Required("integrationIDs", "The customers.", new ArraySchema(StringSchema.IntegrationId) { MaxItems = MostCustomers })],
    };

    private static readonly IReadOnlyList<Answer> Refusals = [Answer.Invalid, Answer.Unauthorized, Answer.NotFound];

    /// <summary>Reserves a coupon.</summary>
    public static readonly Operation Create = new()
    {
        OperationId = "createCouponReservation",
        Method = "POST",
        Path = Path,
        Summary = "Reserve a coupon for customers, whatever its reservation limit.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [CouponValue],
        Request = Request,
        Answers = [new(201, CouponSchemas.Coupon, "The coupon is reserved."), .. Refusals],
        Handle = CreateAsync,
    };

    /// <summary>Takes reservations away.</summary>
    public static readonly Operation Delete = new()
    {
        OperationId = "deleteCouponReservation",
        Method = "DELETE",
        Path = Path,
        Summary = "Take reservations of a coupon away from customers.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [CouponValue],
        Request = Request,
        Answers = [new(204, null, "The customers do not have the coupon reserved."), .. Refusals],
        Handle = DeleteAsync,
    };

    /// <summary>Lists who has a coupon reserved.</summary>
    public static readonly Operation List = new()
    {
        OperationId = "getReservedCustomers",
        Method = "GET",
        Path = "/v1/coupon_reservations/customerprofiles/{couponValue}",
        Summary = "List the customers who have a coupon reserved.",
        Authentication = Authentication.IntegrationKey,
        Parameters = [CouponValue],
        Answers = [new(200, Page.Counted("ReservedCustomers", ProfileSchemas.CustomerProfile), "The customers."), .. Refusals],
        Handle = ListAsync,
    };

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation)
    {
        var application = await context.ApplicationAsync(cancellation);
        var coupon = await context.Services.Promotions.Reservations.ReserveAsync(application.Application, context.Get(CouponValue), Customers(context), context.Now, cancellation);
        return ApiResponse.Json(201, coupon, IntegrationJson.Api.Coupon);
    }

    private static async Task<ApiResponse> DeleteAsync(OperationContext context, CancellationToken cancellation)
    {
        var application = await context.ApplicationAsync(cancellation);
        await context.Services.Promotions.Reservations.ReleaseAsync(application.Application, context.Get(CouponValue), Customers(context), context.Now, cancellation);
        return ApiResponse.Empty(204);
    }

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation)
    {
        var application = await context.ApplicationAsync(cancellation);
        var holders = await context.Services.Promotions.Reservations.HoldersAsync(application.Application, context.Get(CouponValue), cancellation);
        return IntegrationContext.Counted(holders, IntegrationJson.Api.CustomerProfile);
    }

    private static IReadOnlyList<string> Customers(OperationContext context) => context.Body.Texts("integrationIDs")!;
}
