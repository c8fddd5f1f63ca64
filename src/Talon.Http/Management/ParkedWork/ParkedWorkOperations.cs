using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on work that was set aside after it failed again and again.</summary>
internal static class ParkedWorkOperations
{
    private const string Path = "/v1/parked_work";
    private static readonly Parameter<string> Id = Parameters.PathId("parkedWorkId", "What was set aside.");

    private static readonly ObjectSchema Work = new("ParkedWork", "Work that was set aside after it failed again and again.")
    {
        Properties =
        [
            Property.Required("id", "Names it.", StringSchema.Text),
            Property.Required("reason", "Why it failed.", StringSchema.Text),
            Property.Required("target", "What is owed, or the queue of the message.", StringSchema.Text),
            Property.Optional("parked", "When it was set aside; absent when nobody noted it.", StringSchema.Text),
            Property.Optional("message", "The message, where it is one that was put aside.", StringSchema.Text),
        ],
    };

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Write(
            "GET", "getParkedWork", Path,
            "List the work that was set aside after it failed again and again: all that is owed, and the first messages of each poison queue.",
            [ManagementParameters.PageSize, ManagementParameters.Skip], null, new(200, Page.Counted("ParkedWorks", Work), "What is set aside."), ListAsync),
        Manage.Write("POST", "replayParkedWork", Path + "/{parkedWorkId}/replay", "Try it again.", [Id], null, new(204, null, "It was tried again."), ReplayAsync),
    ];

    private static async Task<ApiResponse> ListAsync(OperationContext context, CancellationToken cancellation) => Page.Counted(
        context,
        await context.Services.Promotions.Parked.ListAsync(cancellation),
        (writer, work) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, work.Id);
            writer.WriteString("reason"u8, work.Reason);
            writer.WriteString("target"u8, work.Target);
            if (work.Parked is { } parked)
                writer.WriteString("parked"u8, parked);
            if (work.Message is { } message)
                writer.WriteString("message"u8, message);
            writer.WriteEndObject();
        });

    private static async Task<ApiResponse> ReplayAsync(OperationContext context, CancellationToken cancellation) =>
        await context.Services.Promotions.Parked.ReplayAsync(context.Get(Id), cancellation) ? ApiResponse.Empty(204) : throw new NotFoundException("Nothing of that id is set aside");
}
