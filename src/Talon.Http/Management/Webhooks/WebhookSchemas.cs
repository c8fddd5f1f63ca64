namespace Talon.Http;

/// <summary>The published shapes of webhooks.</summary>
/// <remarks>Source: NewWebhook and Webhook of the published Management API; the secret is this product's own.</remarks>
internal static class WebhookSchemas
{
    /// <summary>A webhook to be.</summary>
    public static readonly ObjectSchema New = new("NewWebhook", "A webhook to be.")
    {
        Properties =
        [
            Property.Required("applicationIds", "The Applications where it exists; empty for all.", new ArraySchema(Fields.Id)),
            Property.Required("title", "The name by which rules know it.", ManagementFields.StrictTitle, "Send message"),
            Property.Optional("description", "Free text.", StringSchema.Text, "Sends a coupon to the user."),
            Property.Required("draft", "Whether it is still being worked on; rules cannot use it then.", new BooleanSchema(), false),
            Property.Required("verb", "The method.", new StringSchema { Enum = ["POST", "PUT", "GET", "DELETE", "PATCH"] }, "POST"),
            Property.Required("url", "The address; ${name} stands for a parameter.", new StringSchema { MinLength = 1, MaxLength = 2000 }, "www.my-company.com/my-endpoint-name"),
            Property.Required("headers", "Further headers, as name, colon and value. The value <secret> leaves the stored one as it is.", new ArraySchema(new StringSchema { MaxLength = 4000 }) { MaxItems = 50 }),
            Property.Optional("payload", "A JSON template of the body; ${name} stands for a parameter.", new StringSchema { MaxLength = 100_000 }, "{\"message\": \"${message}\"}"),
            Property.Required("params", "The parameters that a rule passes.", new ArraySchema(CustomEffectSchemas.Parameter)),
            Property.Required("enabled", "Whether rules may use it.", new BooleanSchema(), true),
        ],
    };

    /// <summary>A webhook.</summary>
    public static readonly ObjectSchema Webhook = New.With(
        "Webhook",
        "A webhook.",
        [
            .. Fields.Entity,
            Property.Required("modified", "When it was last changed.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("secret", "The secret that calls are signed with.", StringSchema.Text, "3f2c1c0e7c8f4f0b9e0d"),
        ]);
}
