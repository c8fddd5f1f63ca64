namespace Talon.Http;

/// <summary>The published shapes of Integration API keys.</summary>
/// <remarks>Source: Management API 26.16.</remarks>
internal static class ApiKeySchemas
{
    /// <summary>A key to be.</summary>
    public static readonly ObjectSchema Create = new("CreateApplicationAPIKey", "An Integration API key to be.")
    {
        Properties =
        [
            Property.Required("title", "Display name.", ManagementFields.Name, "My generated key"),
            Property.Required("expires", "First moment at which it is no longer accepted; in the future.", StringSchema.DateTime, "2027-08-24T14:00:00Z"),
            Property.Optional("platform", "The third-party platform that uses it.", new StringSchema { Enum = ["none", "segment", "braze", "mparticle", "shopify", "iterable", "customer_engagement", "customer_data", "salesforce", "emarsys"] }, "none"),
            Property.Optional("type", "staging for a key that may only send dry session updates.", new StringSchema { Enum = ["staging"] }, "staging"),
            Property.Optional("timeOffset", "Nanoseconds added to the clock of its requests; up to 292 years, either way.", new IntegerSchema { Minimum = long.MinValue, Maximum = long.MaxValue }, 100000),
        ],
    };

    /// <summary>A key without its secret.</summary>
    public static readonly ObjectSchema Key = Create.With(
        "ApplicationAPIKey",
        "An Integration API key without its secret.",
        [
            .. Fields.Entity,
            Property.Required("createdBy", "Who created it.", Fields.Id, 1),
            Property.Required("accountID", "The owning account.", Fields.Id, 1),
            Property.Optional("lastUsed", "When it was last used, to the hour; left out for never. Not in the published API.", StringSchema.DateTime, "2026-06-10T09:05:27.993483Z"),
            Property.Required("applicationID", "The Application that it selects.", Fields.Id, 3),
        ]);

    /// <summary>A key just made.</summary>
    public static readonly ObjectSchema New = Key.With(
        "NewApplicationAPIKey", "An Integration API key just made.", Property.Required("key", "The key; it is shown this once.", StringSchema.Text, "k3f9x2a1bc.f45f90d21dcd9bac965c45e547e9754a3196891d"));
}
