namespace Talon.Server.Tests;

public sealed class WebhookSetupTests(ServerFixture server)
{
    [Fact]
    public async Task A_webhook_is_created_used_changed_and_deleted()
    {
        var title = Shop.NewId("hook");
        var created = (await server.Management.PostAsync("/v1/webhooks", Body(title))).Expect(201).Json;
        var id = created.GetProperty("id").GetInt64();
        var secret = created.GetProperty("secret").GetString()!;
        Assert.True(secret.Length >= 32);
        Assert.Equal(secret, (await server.Management.GetAsync($"/v1/webhooks/{id}")).Expect(200).Json.GetProperty("secret").GetString());
        Assert.Equal(1, (await server.Management.GetAsync($"/v1/webhooks?title={title.ToUpperInvariant()}")).Expect(200).Json.GetProperty("totalResultSize").GetInt32());
        (await server.Management.PostAsync("/v1/webhooks", Body(title))).Expect(409);
        var changed = (await server.Management.PutAsync($"/v1/webhooks/{id}", Body(title, "https://example.com/${a}"))).Expect(200).Json;
        Assert.Equal((secret, "https://example.com/${a}"), (changed.GetProperty("secret").GetString(), changed.GetProperty("url").GetString()));

        var shop = await server.CreateShopAsync();
        await shop.CreateCampaignAsync("""["and",[">",[".","Session","Total"],0]]""", $$"""[["triggerWebhook","{{title}}",{"a":1}]]""");
        var reply = (await shop.PutSessionAsync("s", Shop.Cart)).Expect(200);
        Assert.Equal((id, title), (reply.Props("triggerWebhook").GetProperty("webhookId").GetInt64(), reply.Props("triggerWebhook").GetProperty("webhookName").GetString()));
        (await server.Management.SendAsync("DELETE", $"/v1/webhooks/{id}")).Expect(400);
    }

    [Fact]
    public async Task A_rule_passes_the_parameters_that_the_webhook_has()
    {
        var (shop, title) = (await server.CreateShopAsync(), Shop.NewId("hook"));
        var id = (await server.Management.PostAsync("/v1/webhooks", Body(title, more: ",{\"type\":\"time\",\"title\":\"When it was\",\"key\":\"at\"},{\"type\":\"(list string)\",\"title\":\"tags\"}"))).Expect(201).Json.GetProperty("id").GetInt64();
        var campaign = await shop.CreateCampaignAsync(effects: """[["showNotification","Info","Hello","You"]]""");
        var rulesets = $"/v1/applications/{shop.Id}/campaigns/{campaign}/rulesets";

        var refused = (await server.Management.PostAsync(rulesets, Rules(title, """{"a":"ten","b":1,"at":"soon","tags":["list",1]}"""))).Expect(400);
        Assert.Equal(["/rules/0/effects/0/2/a", "/rules/0/effects/0/2/at", "/rules/0/effects/0/2/b", "/rules/0/effects/0/2/tags"], refused.Places.Order(StringComparer.Ordinal));
        (await server.Management.PostAsync(rulesets, Rules(title, """{"at":"2026-03-01T12:00:00Z","tags":["list","x"],"a":[".","Session","Total"]}"""))).Expect(201);

        var broken = (await server.Management.PutAsync($"/v1/webhooks/{id}", Body(title))).Expect(400);
        Assert.Contains($"({campaign}) could not be evaluated", broken.Text, StringComparison.Ordinal);
        Assert.Contains("/rules/0/effects/0/2/at of its ruleset", broken.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await server.Management.GetAsync($"/v1/webhooks/{id}")).Expect(200).Json.GetProperty("params").GetArrayLength());
        Assert.Equal(["/params/1"], (await server.Management.PostAsync("/v1/webhooks", Body(Shop.NewId("hook"), more: ",{\"type\":\"string\",\"title\":\"a\"}"))).Expect(400).Places);
    }

    private static string Rules(string webhook, string parameters) =>
        $$"""{"rules":[{"title":"Rule","condition":["couponValid"],"effects":[["triggerWebhook","{{webhook}}",{{parameters}}]]}],"bindings":[],"activate":true}""";

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        Assert.Equal(["/url"], (await server.Management.PostAsync("/v1/webhooks", Body(Shop.NewId("hook"), "ftp://example.com"))).Expect(400).Places);
        Assert.Equal(["/url"], (await server.Management.PostAsync("/v1/webhooks", Body(Shop.NewId("hook"), "https://user:password@example.com"))).Expect(400).Places);
        Assert.Equal(["/headers/0", "/headers/1"], (await server.Management.PostAsync("/v1/webhooks", Body(Shop.NewId("hook"), headers: "\"Host: a\",\"none\""))).Expect(400).Places);
        Assert.Contains("/title", (await server.Management.PostAsync("/v1/webhooks", "{}")).Expect(400).Places);
        (await server.Management.GetAsync("/v1/webhooks/999999")).Expect(404);
        (await server.Management.PutAsync("/v1/webhooks/999999", Body(Shop.NewId("hook")))).Expect(404);
        (await server.Management.SendAsync("DELETE", "/v1/webhooks/999999")).Expect(404);
    }

    private static string Body(string title, string url = "https://example.com/", string headers = "", string more = "") =>
        $$"""{"applicationIds":[],"title":"{{title}}","draft":false,"verb":"POST","url":"{{url}}","headers":[{{headers}}],"payload":"{}","params":[{"type":"number","title":"a"}{{more}}],"enabled":true}""";
}
