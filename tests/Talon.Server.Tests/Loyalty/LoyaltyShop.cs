using System.Globalization;
using System.Text.Json;

namespace Talon.Server.Tests;

/// <summary>A shop with a loyalty programme: a point for each unit of money, and 100 of them for a discount of 10.</summary>
internal sealed class LoyaltyShop
{
    private readonly ApiClient _management;

    private LoyaltyShop(Shop shop, ApiClient management, string name, long program) => (Shop, _management, Name, Program) = (shop, management, name, program);

    public Shop Shop { get; }

    /// <summary>The programme's name.</summary>
    public string Name { get; }

    /// <summary>The programme.</summary>
    public long Program { get; }

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/v1/loyalty_programs/{Program}");

    /// <summary>Opens the shop.</summary>
    /// <param name="server">The server.</param>
    /// <param name="settings">Further members of the programme.</param>
    /// <param name="options">Options of the effect that gives points.</param>
    public static async Task<LoyaltyShop> OpenAsync(ServerFixture server, string settings = "", string options = "{}")
    {
        var shop = await server.CreateShopAsync();
        var name = Shop.NewId("programme");
        var program = (await server.Management.PostAsync("/v1/loyalty_programs", $$"""
            {"name":"{{name}}","title":"Stars","defaultValidity":"unlimited","defaultPending":"immediate","allowSubledger":true,"sandbox":true,"timezone":"UTC","subscribedApplications":[{{shop.Id}}]{{settings}}}
            """)).Expect(201).Json.GetProperty("id").GetInt64();
        await shop.CreateCampaignAsync(
            """["and",[">",[".","Session","Total"],0],["not",["=",[".","Session","PaymentMethod"],"points"]]]""",
            $$"""[["addLoyaltyPoints","{{name}}","",[".","Session","Total"],"Points for money",{{options}}]]""");
        await shop.CreateCampaignAsync(
            """["=",[".","Session","PaymentMethod"],"points"]""",
            $$"""[["deductLoyaltyPoints","{{name}}","",100,"Pay with points"],["setDiscount","10 off",10]]""");
        return new LoyaltyShop(shop, server.Management, name, program);
    }

    /// <summary>Members of a session: a cart of one item, and how it is paid.</summary>
    public static string Cart(string? profile, string state = "closed", decimal price = 100, int quantity = 1, bool points = false, string more = "") => string.Create(CultureInfo.InvariantCulture, $$"""
        "profileId":"{{profile}}","state":"{{state}}","cartItems":[{"sku":"a","quantity":{{quantity}},"price":{{price}}}],"attributes":{"PaymentMethod":"{{(points ? "points" : "card")}}"}{{more}}
        """);

    /// <summary>Closes a session, again as long as others are updating the same customer.</summary>
    public async Task<Reply> CloseAsync(string session, string members)
    {
        while (true)
        {
            if (await Shop.PutSessionAsync(session, members) is { Status: not 409 } reply)
                return reply.Expect(200);
        }
    }

    /// <summary>Adds points by hand; a customer who is not known yet comes into being.</summary>
    public async Task AddAsync(string profile, decimal points, string more = "")
    {
        (await Shop.Api.PutAsync($"/v2/customer_profiles/{profile}", "{}")).Expect(200);
        (await _management.PutAsync($"{Path}/profile/{profile}/add_points", string.Create(CultureInfo.InvariantCulture, $$"""{"points":{{points}}{{more}}}"""))).Expect(204);
    }

    /// <summary>Takes points by hand.</summary>
    public Task<Reply> DeductAsync(string profile, decimal points, string more = "") =>
        _management.PutAsync($"{Path}/profile/{profile}/deduct_points", string.Create(CultureInfo.InvariantCulture, $$"""{"points":{{points}}{{more}}}"""));

    /// <summary>Reads something of a customer's points.</summary>
    public async Task<JsonElement> ReadAsync(string profile, string what, int status = 200) => (await Shop.Api.GetAsync($"{Path}/profile/{profile}/{what}")).Expect(status).Json;

    /// <summary>Active, pending and negative points of the main ledger.</summary>
    public async Task<(decimal Active, decimal Pending, decimal Negative)> BalanceAsync(string profile, string query = "")
    {
        var balance = (await ReadAsync(profile, "balances" + query)).GetProperty("balance");
        return (Number(balance, "activePoints"), Number(balance, "pendingPoints"), Number(balance, "negativePoints"));
    }

    public static decimal Number(JsonElement json, string name) => json.GetProperty(name).GetDecimal();

    public static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
