using Talon.Promotions;

namespace Talon.Http;

/// <summary>The addresses that may call any operation of the account. An addition to the published API.</summary>
internal static class IpAllowListOperations
{
    private const string Path = "/v1/ip_allow_list";

    /// <summary>Addresses in CIDR form.</summary>
    public static readonly ArraySchema Ranges = new(new StringSchema { MinLength = 1, MaxLength = 50 }) { MaxItems = 500 };

    private static readonly ObjectSchema List = new("IpAllowList", "The addresses that may call; any when there are none.")
    {
        Properties = [Property.Required("ranges", "Addresses in CIDR form.", Ranges)],
    };

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Read("getIpAllowList", Path, "Read which addresses may call.", [], List, Get),
        Manage.Update("updateIpAllowList", Path, "Replace the addresses that may call; the caller's must be among them.", [], List, List, UpdateAsync),
    ];

    private static ApiResponse Get(OperationContext context, Configuration configuration) => Answer(configuration.AccountSettings.Find(AccountSettings.OnlyId)?.AllowedIpRanges);

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer((await context.Services.Account.Settings.AllowAsync(context.Body.Texts("ranges")!, context.Caller.Address, cancellation)).AllowedIpRanges);

    private static ApiResponse Answer(IReadOnlyList<string>? ranges) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("ranges"u8);
        foreach (var range in ranges ?? [])
            writer.WriteStringValue(range);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
