namespace Talon.Server.Tests;

public sealed class ErasureTests(ServerFixture server)
{
    [Fact]
    public async Task A_customer_is_erased_in_all_Applications()
    {
        var (shop, other) = (await server.CreateShopAsync(), await server.CreateShopAsync());
        var (id, name) = (Shop.NewId("anna"), Shop.NewId("Anna Sommer"));
        (await shop.Api.PutAsync($"/v2/customer_profiles/{id}", $$"""{"attributes":{"Name":"{{name}}"} }""")).Expect(200);
        foreach (var where in new[] { shop, other })
            (await where.PutSessionAsync("s" + id[..5], $"{Shop.Cart},\"profileId\":\"{id}\",\"attributes\":{{\"ShippingName\":\"{name}\"}},\"state\":\"closed\"")).Expect(200);

        (await other.Api.SendAsync("DELETE", $"/v1/customer_data/{id}")).Expect(204);

        (await shop.Api.SendAsync("DELETE", $"/v1/customer_data/{id}")).Expect(404);
        (await shop.Api.GetAsync($"/v1/customer_profiles/{id}/inventory")).Expect(404);
        var session = (await shop.Api.GetAsync($"/v2/customer_sessions/s{id[..5]}")).Expect(200).Json.GetProperty("customerSession");
        Assert.Equal(("", "{}", "closed", 123m), (session.GetProperty("profileId").GetString(), session.GetProperty("attributes").GetRawText(), session.GetProperty("state").GetString(), session.GetProperty("total").GetDecimal()));
        (await shop.PutSessionAsync("s" + id[..5], "\"state\":\"cancelled\"")).Expect(200);
        (await shop.With(null).SendAsync("DELETE", $"/v1/customer_data/{id}")).Expect(401);
        (await shop.Api.SendAsync("DELETE", $"/v1/customer_data/{new string('x', 1001)}")).Expect(400);
    }
}
