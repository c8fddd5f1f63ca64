using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Talon.Functions;

/// <summary>The HTTP functions: one for each group of operations that an operator watches, and one for the rest of the API.</summary>
/// <remarks>
/// All of them are doors to the same table of operations, which routes, authenticates and checks. So a new operation needs
/// no function, every answer is the API's own, a wrong path's too, and the host has few functions to index in a cold start.
/// The host tries routes in the order of the functions' names, so the name of the one for the rest comes last.
/// </remarks>
public sealed class HttpFunctions(HttpGateway gateway)
{
    /// <summary>Sessions: update, read, return, reopen.</summary>
    [Function("CustomerSessions")]
    public Task<HttpResponseData> CustomerSessionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v2/customer_sessions/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>Profiles: update, one or many.</summary>
    [Function("CustomerProfiles")]
    public Task<HttpResponseData> CustomerProfilesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v2/customer_profiles/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>What a profile holds: inventory and achievements.</summary>
    [Function("CustomerInventory")]
    public Task<HttpResponseData> CustomerInventoryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/customer_profiles/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>Events.</summary>
    [Function("Events")]
    public Task<HttpResponseData> EventsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v2/events/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>Referral codes.</summary>
    [Function("Referrals")]
    public Task<HttpResponseData> ReferralsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/referrals/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>Reservations of coupons.</summary>
    [Function("CouponReservations")]
    public Task<HttpResponseData> CouponReservationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/coupon_reservations/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>Loyalty programmes: balances, ledgers, points.</summary>
    [Function("LoyaltyPrograms")]
    public Task<HttpResponseData> LoyaltyProgramsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/loyalty_programs/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>Setting up Applications and all that belongs to them.</summary>
    [Function("Applications")]
    public Task<HttpResponseData> ApplicationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/applications/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);

    /// <summary>Whether the service answers; it touches nothing.</summary>
    [Function("Health")]
    public Task<HttpResponseData> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/status/health")] HttpRequestData request,
        CancellationToken cancellation) => gateway.HandleAsync(request, null, cancellation);

    /// <summary>Every other path of the API, and those that do not exist: the first segment is a version of two characters.</summary>
    [Function("UngroupedOperations")]
    public Task<HttpResponseData> UngroupedOperationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{version:length(2)}/{*rest}")] HttpRequestData request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation) => gateway.HandleAsync(request, durable, cancellation);
}
